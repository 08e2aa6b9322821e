package dev.rollup.report;

import dev.rollup.finding.Finding;
import dev.rollup.report.Issue.Weight;
import dev.rollup.template.Operator;
import dev.rollup.template.Rule;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Problems of one kind: the same code, and of broken rules the same relation.
 *
 * @param weight how much they keep the summary from going up
 * @param example one of the findings
 * @param relation the relation that does not hold; empty where it is no broken rule of the form
 * @param places how many there are
 * @param units in the returns of how many units, or of how many files where no unit is known
 */
public record IssueKind(
    Weight weight, Finding example, Optional<Operator> relation, int places, int units) {

  private record Key(Weight weight, String code, Optional<Operator> relation) {}

  /** Returns the kinds: the heaviest first, of equal weight the most frequent. */
  public static List<IssueKind> of(List<Issue> issues, Template template) {
    Map<String, Operator> relations =
        template.rules().stream().collect(Collectors.toMap(Rule::id, Rule::operator));
    Map<Key, List<Issue>> byKind = new LinkedHashMap<>();
    for (var issue : issues) {
      Finding finding = issue.finding();
      Optional<Operator> relation = Optional.ofNullable(finding.rule()).map(relations::get);
      var key = new Key(issue.weight(), finding.code().id(), relation);
      byKind.computeIfAbsent(key, each -> new ArrayList<>()).add(issue);
    }
    return byKind.entrySet().stream()
        .map(kind -> of(kind.getKey(), kind.getValue()))
        .sorted(
            Comparator.comparing(IssueKind::weight)
                .thenComparing(IssueKind::places, Comparator.reverseOrder()))
        .toList();
  }

  private static IssueKind of(Key key, List<Issue> issues) {
    long units =
        issues.stream()
            .map(issue -> issue.unit().map(unit -> unit.id()).or(issue::file).orElse(""))
            .distinct()
            .count();
    return new IssueKind(
        key.weight(), issues.get(0).finding(), key.relation(), issues.size(), (int) units);
  }
}
