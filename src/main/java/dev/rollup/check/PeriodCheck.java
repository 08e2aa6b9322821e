package dev.rollup.check;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.roster.EarlierPeriod;
import dev.rollup.submission.Entry;
import dev.rollup.template.AcrossPeriods;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Numbers that hardly follow on what the same unit reported of another period: a digit too many or
 * too few, or less of what only grows.
 */
final class PeriodCheck {

  /** What one unit reported of another period, by field. */
  private record Reported(String label, Map<String, BigDecimal> byField) {

    Optional<BigDecimal> counted(Entry entry) {
      return Optional.ofNullable(byField.get(entry.field().id()));
    }
  }

  private final AcrossPeriods asked;
  private final List<EarlierPeriod> periods;

  PeriodCheck(Template template, List<EarlierPeriod> periods) {
    this.asked = template.acrossPeriods();
    this.periods = periods;
  }

  /** Returns what strikes in a return; of a number once, and first that it is less. */
  List<Finding> check(AcceptedReturn from) {
    List<Reported> reported =
        periods.stream().map(each -> new Reported(each.label(), each.of(from.unit()))).toList();
    var findings = new ArrayList<Finding>();
    for (var entry : from.submission().numbers()) {
      // How many rows a unit lists is its own affair, so that they cannot be compared.
      if (entry.row() == 0 && entry.field().counts()) {
        Stream.concat(
                reported.stream()
                    .filter(then -> isLess(entry, then))
                    .map(then -> finding(FindingCode.PERIOD_LESS, from, entry, then)),
                reported.stream()
                    .filter(then -> isFar(entry, then))
                    .map(then -> finding(FindingCode.PERIOD_JUMP, from, entry, then)))
            .findFirst()
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Finding finding(
      FindingCode code, AcceptedReturn from, Entry entry, Reported then) {
    return Finding.ofCell(code, from.in(entry.at()), entry.raw())
        .with(Argument.VALUE, entry.counted())
        .with(Argument.PERIOD, then.label())
        .with(Argument.THEN, then.counted(entry).orElseThrow());
  }

  private boolean isLess(Entry entry, Reported then) {
    return asked
            .notLess()
            .filter(rule -> rule.period().equals(then.label()))
            .filter(rule -> rule.fields().contains(entry.field().id()))
            .isPresent()
        && then.counted(entry).filter(before -> entry.counted().compareTo(before) < 0).isPresent();
  }

  /** Nothing is no number to compare with: an activity may begin, or end. */
  private boolean isFar(Entry entry, Reported then) {
    BigDecimal now = entry.counted();
    BigDecimal before = then.counted(entry).orElse(BigDecimal.ZERO);
    BigDecimal low = now.min(before);
    BigDecimal high = now.max(before);
    return low.signum() > 0
        && high.compareTo(BigDecimal.valueOf(asked.jump().least())) >= 0
        && high.compareTo(low.multiply(asked.jump().factor())) >= 0;
  }
}
