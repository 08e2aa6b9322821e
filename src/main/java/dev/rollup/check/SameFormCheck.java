package dev.rollup.check;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Location;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.template.AcrossUnits;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Forms whose counts are all those of another unit's: somebody passed on a form filled in. */
final class SameFormCheck implements BatchCheck {

  @Override
  public List<Finding> check(List<AcceptedReturn> returns, Template template) {
    if (template.acrossUnits().sameForm().isEmpty()) {
      return List.of();
    }
    AcrossUnits.SameForm rule = template.acrossUnits().sameForm().get();
    var findings = new ArrayList<Finding>();
    for (var same : groups(returns, rule)) {
      for (var each : same) {
        findings.add(
            Finding.ofRule(
                    FindingCode.RULE_VIOLATED,
                    rule.id(),
                    rule.severity(),
                    each.in(Location.NOWHERE),
                    null)
                .with(Argument.UNIT, OtherUnits.names(each, same)));
      }
    }
    return findings;
  }

  /** Returns the returns that have all counts in common, where there are two or more. */
  static List<List<AcceptedReturn>> groups(
      List<AcceptedReturn> returns, AcrossUnits.SameForm rule) {
    Map<Map<String, String>, List<AcceptedReturn>> byCounts =
        returns.stream()
            .filter(each -> filled(each) >= rule.leastFilled())
            .collect(
                Collectors.groupingBy(
                    SameFormCheck::counts, LinkedHashMap::new, Collectors.toList()));
    Collection<List<AcceptedReturn>> groups = byCounts.values();
    return groups.stream().filter(same -> same.size() > 1).toList();
  }

  private static long filled(AcceptedReturn each) {
    return each.submission().numbers().stream()
        .filter(entry -> entry.counted().signum() != 0)
        .count();
  }

  private static Map<String, String> counts(AcceptedReturn each) {
    return each.submission().entries().stream()
        .filter(entry -> entry.field().type().number())
        .collect(
            Collectors.toMap(
                entry -> entry.field().id() + "#" + entry.row(),
                SameFormCheck::content,
                (first, second) -> first + "|" + second));
  }

  private static String content(Entry entry) {
    return entry.state() == State.EXCLUDED
        ? "?" + entry.raw()
        : Objects.toString(entry.value(), "");
  }
}
