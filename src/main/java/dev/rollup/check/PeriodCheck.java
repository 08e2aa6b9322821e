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
import java.util.Optional;

/**
 * Numbers that hardly follow on what the same unit reported of another period: a digit too many or
 * too few, or less of what only grows.
 */
final class PeriodCheck {

  private final AcrossPeriods asked;
  private final List<EarlierPeriod> periods;

  PeriodCheck(Template template, List<EarlierPeriod> periods) {
    this.asked = template.acrossPeriods();
    this.periods = periods;
  }

  /** Returns what strikes in a return; of a number once, and first that it is less. */
  List<Finding> check(AcceptedReturn from) {
    var findings = new ArrayList<Finding>();
    for (var entry : from.submission().numbers()) {
      // How many rows a unit lists is its own affair, so that they cannot be compared.
      if (entry.row() == 0 && entry.field().counts()) {
        strikes(FindingCode.PERIOD_LESS, from, entry)
            .or(() -> strikes(FindingCode.PERIOD_JUMP, from, entry))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> strikes(FindingCode code, AcceptedReturn from, Entry entry) {
    for (var period : periods) {
      BigDecimal then = period.of(from.unit()).get(entry.field().id());
      if (then != null
          && (code == FindingCode.PERIOD_LESS
              ? isLess(entry, period, then)
              : isFarFrom(entry.counted(), then))) {
        return Optional.of(
            Finding.ofCell(code, from.in(entry.at()), entry.raw())
                .with(Argument.VALUE, entry.counted())
                .with(Argument.PERIOD, period.label())
                .with(Argument.THEN, then));
      }
    }
    return Optional.empty();
  }

  private boolean isLess(Entry entry, EarlierPeriod period, BigDecimal then) {
    return asked
        .notLess()
        .filter(rule -> rule.period().equals(period.label()))
        .filter(rule -> rule.fields().contains(entry.field().id()))
        .filter(rule -> entry.counted().compareTo(then) < 0)
        .isPresent();
  }

  /** Nothing is no number to compare with: an activity may begin, or end. */
  private boolean isFarFrom(BigDecimal now, BigDecimal then) {
    BigDecimal low = now.min(then);
    BigDecimal high = now.max(then);
    return low.signum() > 0
        && high.compareTo(BigDecimal.valueOf(asked.jump().least())) >= 0
        && high.compareTo(low.multiply(asked.jump().factor())) >= 0;
  }
}
