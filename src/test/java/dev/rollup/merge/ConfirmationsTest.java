package dev.rollup.merge;

import static dev.rollup.merge.Sent.EAST;
import static dev.rollup.merge.Sent.NORTH;
import static dev.rollup.merge.Sent.POLICY;
import static dev.rollup.merge.Sent.WEST;
import static dev.rollup.merge.Sent.form;
import static dev.rollup.merge.Sent.settled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.clerkfile.Confirmation;
import dev.rollup.clerkfile.Ledger;
import dev.rollup.clerkfile.SideLine;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.roster.Roster;
import dev.rollup.support.SmallForm;
import dev.rollup.template.Template;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What units answered, beside what they were asked. */
class ConfirmationsTest {

  private static final Template FORM = SmallForm.drawn();

  /** East sends less than before, which is asked about; what west broke is an error. */
  private static final Report ASKED =
      settled(
          FORM,
          POLICY,
          Ledger.EMPTY,
          new Roster(List.of(EAST, WEST, NORTH)),
          form("a", "all=5 a=4 name.1=甲 n.1=9").on(26),
          form("b", "all=5 a=3 name.1=甲 n.1=8").on(27),
          form("w", "all=5 a=3").from(WEST).breaking("r1", "a").saying(FindingCode.LABEL_CHANGED));

  /** What is confirmed, whose, at what value; what is said of the line, if it has no effect. */
  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "东镇, decreased-count t.a, 3,  '', what was asked",
    "E,    t.a,               3,  '', by the unit's id and the blank alone",
    "东镇, decreased-count,   3,  '', by the code alone",
    "东镇, l.n,               8,  '', in a list",
    "东镇, decreased-count t.a, 2,  other-value name=2 other=3, another number stands there now",
    "东镇, t.b,               3,  no-finding name=东镇 other=t.b, nobody asked",
    "西镇, decreased-count,   3,  no-finding name=西镇 other=decreased-count, of another unit",
    "西镇, r1,                3,  an-error name=西镇 other=r1, an error is not answered away",
    "南镇, decreased-count,   3,  no-unit name=南镇, of no unit at all",
    "北镇, unit-not-reported, '', an-error name=北镇 other=unit-not-reported, what is missing",
  })
  void one_answer(String unit, String subjects, String value, String unused, String fact) {
    Report report = Confirmations.apply(List.of(answer(unit, subjects, value)), ASKED, FORM);

    assertThat(report.findings().stream().map(Sent::said))
        .containsExactlyElementsOf(
            unused.isEmpty()
                ? List.of("unit-not-reported unit=北镇")
                : List.of(
                    "unit-not-reported unit=北镇",
                    "side-file-line file=c.csv line=4 reason=" + unused));
    assertThat(confirmed(report)).isEqualTo(unused.isEmpty() ? 1 : 0);
    assertThat(report.units()).hasSameSizeAs(ASKED.units());
    assertThat(report.units().get(0).files())
        .as("units have the files with the answers")
        .isSubsetOf(report.files());
  }

  @Test
  void what_is_answered_is_a_note_and_has_the_answer_behind_it() {
    Report report =
        Confirmations.apply(List.of(answer("东镇", "decreased-count t.a", "3")), ASKED, FORM);

    List<Finding> findings = report.files().get(1).findings();
    assertThat(findings.stream().map(each -> each.severity() + " " + Sent.said(each)))
        .containsExactly(
            "INFO decreased-count now=3 before=4 file=a",
            "INFO confirmed what=decreased-count answer=核实 by=李 6月29日",
            "WARNING decreased-count now=8 before=9 file=a");
    assertThat(findings.get(1).at()).isEqualTo(findings.get(0).at());
    assertThat(report.files().get(0)).isEqualTo(ASKED.files().get(0));
    assertThat(report.files().get(2)).isEqualTo(ASKED.files().get(2));
  }

  @Test
  void two_answers_to_one_question_are_both_used_and_said_once() {
    Confirmation answer = answer("东镇", "decreased-count t.a", "3");
    Confirmation same =
        new Confirmation(new SideLine("c.csv", 5), "E", List.of("t.a"), "3", "李", "核实", "6月29日");

    Report report = Confirmations.apply(List.of(answer, same), ASKED, FORM);

    assertThat(report.findings()).isEqualTo(ASKED.findings());
    assertThat(confirmed(report)).isEqualTo(1);
  }

  @Test
  void an_error_of_a_file_that_another_stands_for_is_no_error_any_more() {
    Report report =
        settled(form("a", "all=5").on(26).breaking("r1", "all"), form("b", "all=6").on(27));

    assertThat(
            Confirmations.apply(List.of(answer("东镇", "r1", "5")), report, FORM).findings().stream()
                .map(Sent::said))
        .containsExactly("side-file-line file=c.csv line=4 reason=no-finding name=东镇 other=r1");
  }

  @Test
  void what_is_about_the_batch_and_a_unit_may_be_answered_too() {
    Report awaited =
        settled(
            FORM,
            new Policy(POLICY.deadline(), true, false, false),
            Ledger.EMPTY,
            new Roster(List.of(NORTH)));

    Report report =
        Confirmations.apply(List.of(answer("北镇", "unit-not-reported", "")), awaited, FORM);

    assertThat(report.findings().stream().map(Sent::said))
        .containsExactly(
            "unit-not-reported unit=北镇", "confirmed what=unit-not-reported answer=核实 by=李 6月29日");
  }

  @Test
  void without_answers_the_report_is_the_same() {
    assertThat(Confirmations.apply(List.of(), ASKED, FORM)).isSameAs(ASKED);
    assertThat(ASKED.files().get(1).findings())
        .filteredOn(finding -> finding.severity() == Severity.WARNING)
        .hasSize(2);
  }

  private static long confirmed(Report report) {
    return report
        .standingFindings()
        .filter(finding -> finding.code() == FindingCode.CONFIRMED)
        .count();
  }

  private static Confirmation answer(String unit, String subjects, String value) {
    return new Confirmation(
        new SideLine("c.csv", 4),
        unit,
        Arrays.stream(subjects.split(" ", -1)).toList(),
        value,
        "李",
        "核实",
        "6月29日");
  }
}
