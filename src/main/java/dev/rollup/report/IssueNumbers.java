package dev.rollup.report;

import dev.rollup.roster.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Under which numbers the list of problems tells of the blanks of a unit. */
public final class IssueNumbers {

  private record Blank(String unit, String field) {}

  private final Map<Blank, Integer> numbers = new HashMap<>();

  /** The numbers of a list, which begins with 1. */
  public IssueNumbers(List<Issue> issues) {
    for (int i = 0; i < issues.size(); i++) {
      Issue issue = issues.get(i);
      String field = issue.finding().at().field();
      if (field != null && issue.unit().isPresent()) {
        numbers.putIfAbsent(new Blank(issue.unit().get().id(), field), i + 1);
      }
    }
  }

  /** Returns the first number under which something is said about a blank of a unit. */
  public Optional<Integer> of(Unit unit, String field) {
    return Optional.ofNullable(numbers.get(new Blank(unit.id(), field)));
  }
}
