package dev.rollup.check;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.submission.Entry;
import dev.rollup.template.AcrossUnits;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Large values that two units have in common: an event that both of them held and counted. */
final class SameValueCheck implements BatchCheck {

  /** One value and where it is from. */
  private record Value(AcceptedReturn from, Entry entry) {}

  @Override
  public List<Finding> check(List<AcceptedReturn> returns, Template template) {
    if (template.acrossUnits().sameValue().isEmpty()) {
      return List.of();
    }
    AcrossUnits.SameValue rule = template.acrossUnits().sameValue().get();
    Map<AcceptedReturn, Integer> copies = copies(returns, template.acrossUnits());
    var findings = new ArrayList<Finding>();
    for (var field : rule.fields()) {
      for (var same : byValue(returns, field, rule.least()).values()) {
        var few = new HashMap<Integer, List<AcceptedReturn>>();
        for (var value : same) {
          List<AcceptedReturn> others = others(value, same, copies, few);
          if (!others.isEmpty()) {
            findings.add(
                Finding.ofCell(
                        FindingCode.SAME_AS_OTHER_UNIT,
                        value.from().in(value.entry().at()),
                        value.entry().raw())
                    .with(Argument.VALUE, value.entry().counted())
                    .with(Argument.UNIT, OtherUnits.names(value.from(), others)));
          }
        }
      }
    }
    return findings;
  }

  /** Numbers the groups of returns that are copies of each other: of those it is said once. */
  private static Map<AcceptedReturn, Integer> copies(
      List<AcceptedReturn> returns, AcrossUnits acrossUnits) {
    var copies = new IdentityHashMap<AcceptedReturn, Integer>();
    acrossUnits
        .sameForm()
        .ifPresent(
            rule -> {
              int number = 0;
              for (var group : SameFormCheck.groups(returns, rule)) {
                number++;
                for (var each : group) {
                  copies.put(each, number);
                }
              }
            });
    return copies;
  }

  private static Map<BigDecimal, List<Value>> byValue(
      List<AcceptedReturn> returns, String field, long least) {
    var byValue = new TreeMap<BigDecimal, List<Value>>();
    for (var each : returns) {
      var seen = new HashMap<BigDecimal, Entry>();
      for (var entry : each.submission().numbers()) {
        if (entry.field().id().equals(field)
            && entry.counted().compareTo(BigDecimal.valueOf(least)) >= 0) {
          seen.putIfAbsent(entry.counted(), entry);
        }
      }
      seen.forEach(
          (count, entry) ->
              byValue
                  .computeIfAbsent(count, value -> new ArrayList<>())
                  .add(new Value(each, entry)));
    }
    return byValue;
  }

  /**
   * Returns the units that have a value too, a few more than are named.
   *
   * @param few by number of a group of copies, 0 for none, the first that are not of it: thousands
   *     may have the same value
   */
  private static List<AcceptedReturn> others(
      Value value,
      List<Value> same,
      Map<AcceptedReturn, Integer> copies,
      Map<Integer, List<AcceptedReturn>> few) {
    return few
        .computeIfAbsent(
            copies.getOrDefault(value.from(), 0),
            copy ->
                same.stream()
                    .map(Value::from)
                    .filter(other -> copy == 0 || !copy.equals(copies.get(other)))
                    .limit(OtherUnits.ENOUGH + 1L)
                    .toList())
        .stream()
        .filter(other -> !other.equals(value.from()))
        .limit(OtherUnits.ENOUGH)
        .toList();
  }
}
