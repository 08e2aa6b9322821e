package dev.rollup.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mentioned;
import dev.rollup.finding.Severity;
import dev.rollup.model.Location;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A form of a day after the deadline is late; another day of its head is still asked about. */
class SaidOnceTest {

  private static final LocalDate LATE = LocalDate.of(2023, 7, 2);

  private final Finding byDate =
      Finding.of(FindingCode.LATE_RETURN, Location.NOWHERE).with(Argument.DAY, LATE);

  private final Finding byLedger =
      Finding.of(FindingCode.LATE_RETURN, Location.NOWHERE)
          .with(Argument.DAY, new Mentioned.Day(LATE, LocalTime.of(9, 30)));

  @Test
  void the_day_that_makes_a_return_late_is_said_once() {
    assertThat(SaidOnce.of(List.of(byDate, rule("h_date", LATE)))).containsExactly(byDate);
    assertThat(SaidOnce.of(List.of(rule("h_date", LATE), byLedger))).containsExactly(byLedger);
  }

  @Test
  void any_other_day_is_still_asked_about() {
    Finding tooEarly = rule("h_date", LocalDate.of(2023, 6, 1));

    assertThat(SaidOnce.of(List.of(byLedger, tooEarly))).containsExactly(byLedger, tooEarly);
    assertThat(SaidOnce.of(List.of(tooEarly))).containsExactly(tooEarly);
  }

  @Test
  void a_rule_about_a_number_is_not_about_a_day() {
    Finding number = rule("1.1.1", LATE);

    assertThat(SaidOnce.of(List.of(byDate, number))).containsExactly(byDate, number);
    assertThat(SaidOnce.of(List.of(rule("h_date", LATE)))).hasSize(1);
  }

  private static Finding rule(String field, LocalDate left) {
    return Finding.ofRule(
            FindingCode.RULE_VIOLATED,
            "date",
            Severity.WARNING,
            Location.NOWHERE.ofField(field),
            left.toString())
        .with(Argument.LEFT, left);
  }
}
