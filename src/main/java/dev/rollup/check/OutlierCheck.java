package dev.rollup.check;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.submission.Entry;
import dev.rollup.template.AcrossUnits;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values that are far from those of the other units of the same group. */
final class OutlierCheck implements BatchCheck {

  /** One value and where it is from. */
  private record Value(AcceptedReturn from, Entry entry) {}

  @Override
  public List<Finding> check(List<AcceptedReturn> returns, Template template) {
    var findings = new ArrayList<Finding>();
    byGroupAndField(returns)
        .forEach(
            (group, byField) ->
                byField
                    .values()
                    .forEach(
                        values ->
                            findings.addAll(
                                among(values, group, template.acrossUnits().outliers()))));
    return findings;
  }

  private static Map<String, Map<String, List<Value>>> byGroupAndField(
      List<AcceptedReturn> returns) {
    var groups = new TreeMap<String, Map<String, List<Value>>>();
    for (var each : returns) {
      if (each.unit().group() == null) {
        continue;
      }
      var fields = groups.computeIfAbsent(each.unit().group(), group -> new HashMap<>());
      for (var entry : each.submission().numbers()) {
        // How many rows a unit lists is its own affair, so that they cannot be compared.
        if (entry.row() == 0) {
          fields
              .computeIfAbsent(entry.field().id(), field -> new ArrayList<>())
              .add(new Value(each, entry));
        }
      }
    }
    groups.replaceAll((group, fields) -> new TreeMap<>(fields));
    return groups;
  }

  private static List<Finding> among(
      List<Value> values, String group, AcrossUnits.Outliers outliers) {
    if (values.size() < outliers.leastUnits()) {
      return List.of();
    }
    var score =
        ModifiedZScore.among(values.stream().map(value -> value.entry().counted()).toList());
    if (!score.defined()) {
      return List.of();
    }
    return values.stream()
        .filter(value -> score.exceeds(value.entry().counted(), outliers.threshold()))
        .map(
            value ->
                Finding.ofCell(
                        FindingCode.OUTLIER,
                        value.from().in(value.entry().at()),
                        value.entry().raw())
                    .with(Argument.VALUE, value.entry().counted())
                    .with(Argument.MEDIAN, score.median().stripTrailingZeros())
                    .with(Argument.PEERS, group))
        .toList();
  }
}
