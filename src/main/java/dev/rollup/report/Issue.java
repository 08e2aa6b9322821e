package dev.rollup.report;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.Report;
import dev.rollup.roster.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that has to be corrected or confirmed.
 *
 * @param finding what was found
 * @param unit whose return it is in, or who sent none; empty where that is not known
 * @param file the path of the file; empty where it is not about a file
 */
public record Issue(Finding finding, Optional<Unit> unit, Optional<String> file) {

  /** How much something keeps the summary from going up, the most first. */
  public enum Weight {
    /** A unit is missing, or what came from it cannot be used. */
    NOTHING_COUNTED,
    /** A number is in no total. */
    LEFT_OUT,
    /** A number that is in a total breaks a rule, or the clerk's own lists do not fit. */
    TO_CORRECT,
    /** It can go up; somebody has to say that it is right. */
    TO_CONFIRM
  }

  /** Returns how much this keeps the summary from going up. */
  public Weight weight() {
    if (finding.severity() != Severity.ERROR) {
      return Weight.TO_CONFIRM;
    }
    if (finding.code() == FindingCode.RULE_VIOLATED
        || finding.code() == FindingCode.CORRECTION_NOT_APPLIED) {
      return Weight.TO_CORRECT;
    }
    boolean inside = finding.at().field() != null || finding.at().cell() != null;
    return inside ? Weight.LEFT_OUT : Weight.NOTHING_COUNTED;
  }

  /**
   * Returns all that stands to be dealt with: what keeps the summary from going up first, and of
   * equal weight by unit, in the order of the units, what is of no known unit last. What was found
   * in a file that a better one replaced, or in a second copy, is settled with it.
   */
  public static List<Issue> of(Report report) {
    Map<String, Unit> units = new HashMap<>();
    Map<String, Integer> order = new HashMap<>();
    for (var unit : report.units()) {
      units.put(unit.unit().id(), unit.unit());
      order.put(unit.unit().id(), order.size());
    }
    var issues = new ArrayList<Issue>();
    for (var file : report.files()) {
      if (!file.status().settled()) {
        addAll(issues, file);
      }
    }
    for (var finding : report.findings()) {
      Optional<Unit> unit = Optional.ofNullable(finding.at().unit()).map(units::get);
      add(issues, new Issue(finding, unit, Optional.ofNullable(finding.at().file())));
    }
    issues.sort(
        Comparator.comparing(Issue::weight)
            .thenComparingInt(
                issue -> issue.unit().map(u -> order.get(u.id())).orElse(Integer.MAX_VALUE)));
    return issues;
  }

  private static void addAll(List<Issue> issues, FileResult file) {
    for (var finding : SaidOnce.of(file.findings())) {
      add(issues, new Issue(finding, file.source().unit(), Optional.of(file.source().path())));
    }
  }

  private static void add(List<Issue> issues, Issue issue) {
    if (issue.finding().severity() != Severity.INFO) {
      issues.add(issue);
    }
  }
}
