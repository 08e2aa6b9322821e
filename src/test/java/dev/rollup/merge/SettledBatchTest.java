package dev.rollup.merge;

import static dev.rollup.merge.Sent.EAST;
import static dev.rollup.merge.Sent.NORTH;
import static dev.rollup.merge.Sent.POLICY;
import static dev.rollup.merge.Sent.WEST;
import static dev.rollup.merge.Sent.form;
import static dev.rollup.merge.Sent.other;
import static dev.rollup.merge.Sent.said;
import static dev.rollup.merge.Sent.settled;
import static dev.rollup.merge.Sent.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.clerkfile.Correction;
import dev.rollup.clerkfile.Corrections;
import dev.rollup.clerkfile.Ledger;
import dev.rollup.clerkfile.SideLine;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.roster.Roster;
import dev.rollup.support.SmallForm;
import dev.rollup.support.Values;
import dev.rollup.template.Relation;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where files and units stand when a batch is settled, and what is said of it. */
class SettledBatchTest {

  private static final Template FORM = SmallForm.drawn();
  private static final Roster ROSTER = new Roster(List.of(EAST, WEST, NORTH));

  /** What came of the unit, what becomes of it, where the unit stands, what the batch says. */
  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "FORM all=5, accepted, reported, '', a form with a number",
    "FORM all=约5, rejected, returned, '', one of which nothing can be read",
    "FORM, rejected, returned, '', one with nothing on it",
    "FORM all=lost, rejected, returned, '', one that lost its blanks",
    "UNUSABLE, rejected, returned, '', a file of no use",
    "COMPANION, skipped, returned, form-not-received unit=东镇, what comes with a form without one",
    "ASIDE, skipped, missing, unit-not-reported unit=东镇, what is never a return",
  })
  void one_file(String what, String status, String state, String said, String fact) {
    String[] parts = what.split(" ", -1);
    Return.Kind kind = Return.Kind.valueOf(parts[0]);
    Sent sent =
        kind == Return.Kind.FORM ? form("a", parts.length > 1 ? parts[1] : "") : other("a", kind);

    Report report = settled(sent);

    assertThat(report.files().get(0).status().word()).isEqualTo(status);
    assertThat(report.units().get(0).state().word()).isEqualTo(state);
    assertThat(said(report.findings())).isEqualTo(said);
  }

  @Test
  void a_unit_may_say_that_there_is_nothing() {
    Report report = settled(form("a", "").nil());

    assertThat(told(report)).containsExactly("a accepted");
    assertThat(report.units().get(0).state()).isEqualTo(UnitState.NIL);
    assertThat(report.reporting()).isEqualTo(new Reporting(Optional.of(1), 1, 1, 0, 0, 1, 0, 0, 0));
  }

  @Test
  void before_the_deadline_units_are_awaited_and_that_is_a_note() {
    Report report =
        settled(
            FORM,
            new Policy(POLICY.deadline(), true, false, false),
            Ledger.EMPTY,
            ROSTER,
            form("a", "all=5").on(20));

    assertThat(report.reporting()).isEqualTo(new Reporting(Optional.of(3), 1, 0, 1, 0, 0, 0, 0, 2));
    assertThat(said(report.findings()))
        .isEqualTo("unit-not-reported unit=西镇; unit-not-reported unit=北镇");
    assertThat(report.findings()).allMatch(finding -> finding.severity() == Severity.INFO);
    assertThat(settled(FORM, POLICY, Ledger.EMPTY, ROSTER).findings())
        .hasSize(3)
        .allMatch(finding -> finding.severity() == Severity.ERROR);
  }

  @Test
  void without_a_roster_units_are_those_that_name_themselves() {
    List<Return> returns =
        List.of(
            form("b", "all=5").from(WEST).made(),
            form("a", "all=6").made(),
            other("c", Return.Kind.ASIDE).from(null).made());

    Report report = Reconciliation.settle(returns, FORM, Optional.empty(), POLICY);

    assertThat(report.units()).extracting(unit -> unit.unit().id()).containsExactly("E", "W");
    assertThat(said(report.findings())).isEqualTo("no-roster");
    assertThat(report.reporting().expected()).isEmpty();
    assertThat(report.reporting().rate()).isEmpty();
    assertThat(told(report.summary().totals().get("t.all"))).isEqualTo("11 2/0/0");
  }

  @Test
  void strictly_any_error_rejects_its_file() {
    var strict = new Policy(POLICY.deadline(), false, true, false);

    assertThat(
            told(
                settled(
                    FORM,
                    strict,
                    Ledger.EMPTY,
                    form("a", "all=5 a=约3"),
                    form("b", "all=5").from(WEST),
                    form("c", "all=5 a=1").from(NORTH).saying(FindingCode.LABEL_CHANGED))))
        .containsExactly(
            "a rejected: approximate-count", "b accepted", "c accepted: label-changed");
  }

  @Test
  void the_same_bytes_are_one_return_of_one_unit_and_none_of_two() {
    assertThat(
            told(
                settled(
                    form("a", "all=5"),
                    form("b", "all=5").like("a"),
                    form("c", "all=5").from(WEST))))
        .containsExactly("a accepted", "b duplicate: duplicate-file file=a", "c accepted");
    assertThat(told(settled(form("a", "all=5"), form("b", "all=5").like("a").from(WEST))))
        .containsExactly(
            "a rejected: unit-conflict unit=东镇 other=西镇",
            "b rejected: unit-conflict unit=西镇 other=东镇");
  }

  /** The ledger, the day on the form; LATE or not. */
  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "28 16, 0,  ON_TIME, an hour before the deadline",
    "28 18, 0,  LATE,    an hour after it",
    "28,    0,  ON_TIME, a day without an hour is in time on the last day",
    "29,    0,  LATE,    and not after it",
    "28 16, 29, ON_TIME, the ledger outranks the day on the form",
    "'',    28, ON_TIME, without the ledger the day counts",
    "'',    29, LATE,    which may be too late",
    "'',    0,  UNKNOWN, without either nobody knows",
  })
  void timeliness(String ledger, int day, Timeliness expected, String fact) {
    Sent sent = form("a", "all=5");
    if (!ledger.isEmpty()) {
      sent.in(ledger);
    }
    if (day > 0) {
      sent.on(day);
    }

    Report report = settled(sent);

    assertThat(report.units().get(0).timeliness()).contains(expected);
    assertThat(report.files().get(0).findings())
        .extracting(finding -> finding.code())
        .isEqualTo(expected == Timeliness.LATE ? List.of(FindingCode.LATE_RETURN) : List.of());
  }

  @Test
  void without_a_deadline_nothing_is_late() {
    var policy = new Policy(Optional.empty(), false, false, false);

    Report report = settled(FORM, policy, Ledger.EMPTY, form("a", "all=5").in("30 09"));

    assertThat(report.units().get(0).timeliness()).contains(Timeliness.ON_TIME);
  }

  @Test
  void what_came_back_after_the_deadline_was_in_time_where_the_first_return_was() {
    Report report = settled(form("a", "all=5").on(27), form("b", "all=6").on(30));
    assertThat(report.units().get(0).timeliness()).contains(Timeliness.ON_TIME);
    assertThat(report.units().get(0).first()).map(Return::path).contains("a");

    report = settled(form("a", "all=约5").on(27), form("b", "all=6").on(30));
    assertThat(report.units().get(0).timeliness())
        .as("what held no counts was no return")
        .contains(Timeliness.LATE);
    assertThat(report.units().get(0).first()).map(Return::path).contains("b");
  }

  /** By which unit east and west report; what is in the total, where east stands. */
  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "东镇>西镇, 10 2/1/0, reported, W, another reports for it: its numbers would be there twice",
    "东镇>W 西镇>北镇, 20 1/2/0, reported, N, the last of a chain has them all",
    "东镇>西镇 西镇>东镇, 35 3/0/0, reported, E, two that report for each other report themselves",
    "东镇>东镇, 35 3/0/0, reported, E, one that reports for itself does",
    "东镇>南镇, 35 3/0/0, reported, E, nobody knows who that is",
  })
  void reported_by_others(String lines, String total, String state, String by, String fact) {
    Report report =
        settled(
            FORM,
            POLICY,
            ledger(lines),
            ROSTER,
            form("e", "all=15").from(EAST),
            form("n", "all=" + (total.startsWith("10") ? 5 : 20)).from(NORTH),
            form("w", "all=" + (total.startsWith("10") ? 5 : 0)).from(WEST));

    assertThat(told(report.summary().totals().get("t.all"))).isEqualTo(total);
    UnitResult east = report.units().get(0);
    assertThat(east.state().word()).isEqualTo(state);
    assertThat(east.accepted().isPresent()).isEqualTo(by.equals("E"));
    assertThat(report.findings())
        .hasSize(by.equals("E") ? 0 : by.equals("W") ? 1 : 2)
        .allMatch(finding -> finding.code() == FindingCode.REPORTED_BY_OTHER);
    assertThat(told(east.summary(FORM).totals().get("t.all")))
        .isEqualTo(by.equals("E") ? "15 1/0/0" : "none 0/1/0");
  }

  @Test
  void a_unit_whose_reporter_reports_nothing_counts_itself() {
    Ledger ledger = ledger("东镇>西镇");

    Report alone = settled(FORM, POLICY, ledger, ROSTER, form("e", "all=15"));
    assertThat(told(alone)).containsExactly("e accepted");
    assertThat(told(alone.summary().totals().get("t.all"))).isEqualTo("15 1/0/0");

    Report nil = settled(FORM, POLICY, ledger, ROSTER, form("w", "").nil().from(WEST).on(29));
    assertThat(nil.units().get(0).state()).isEqualTo(UnitState.NIL);
    assertThat(nil.units().get(0).timeliness())
        .as("in time as its reporter")
        .contains(Timeliness.LATE);
  }

  /** A suggestion that most units contradict is misunderstood; nobody is blamed for it. */
  @Test
  void what_most_units_contradict_is_no_rule() {
    Template form =
        SmallForm.with(
            SmallForm.suggested(Relation.Kind.SUM, "all=a+b"),
            SmallForm.suggested(Relation.Kind.PART, "all=a"),
            SmallForm.sum("stock=a"));
    List<Sent> sent = new ArrayList<>();
    for (var unit : List.of(EAST, WEST, NORTH)) {
      sent.add(
          form(unit.id(), unit.equals(NORTH) ? "all=5 a=3 b=1 stock=3" : "all=6 a=3 b=1 stock=3")
              .from(unit)
              .breaking("r1", "all")
              .breaking("r3", "stock"));
    }
    Report report = settled(form, POLICY, Ledger.EMPTY, sent.toArray(Sent[]::new));

    assertThat(said(report.findings())).isEqualTo("relation-not-borne-out count=1 broken=3 of=3");
    assertThat(report.findings().get(0).at().field()).isEqualTo("t.all");
    assertThat(report.files())
        .allSatisfy(
            file ->
                assertThat(file.findings())
                    .extracting(finding -> finding.rule())
                    .containsExactly("r3"));
  }

  @Test
  void a_unit_has_one_voice_however_often_it_sends_its_form() {
    Template form = SmallForm.with(SmallForm.suggested(Relation.Kind.SUM, "all=a+b"));

    Report report =
        settled(
            form,
            POLICY,
            Ledger.EMPTY,
            form("a", "all=6 a=3 b=1").on(25).breaking("r1", "all"),
            form("b", "all=7 a=3 b=1").on(26).breaking("r1", "all"),
            form("c", "all=9 a=3 b=1").on(27).breaking("r1", "all"));

    assertThat(report.findings()).isEmpty();
    assertThat(report.files().get(2).findings())
        .extracting(finding -> finding.rule())
        .containsExactly("r1");
  }

  @Test
  void nothing_is_suggested_by_what_stands_on_no_form() {
    Template form = SmallForm.with(SmallForm.suggested(Relation.Kind.SUM, "all=a+b"));
    Report report =
        settled(
            form,
            POLICY,
            Ledger.EMPTY,
            other("x", Return.Kind.UNUSABLE).saying(FindingCode.DAMAGED_FILE),
            form("a", "all=6 a=3 b=1").breaking("r1", "all"),
            form("b", "all=6 a=3 b=1").from(WEST).breaking("r1", "all"));

    assertThat(told(report))
        .containsExactly("a accepted", "b accepted", "x rejected: damaged-file");
  }

  /** The line, and what is said of it. */
  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "南镇||,       no-unit name=南镇,                      a unit that is not in the roster",
    "北镇||,       nothing-came name=北镇,                 a unit of which nothing came",
    "东镇||,       '',                                     one of which something came",
    "|e1|,         '',                                     a file that is there",
    "|gone|,       no-file name=gone,                      a file that is not",
    "西镇|e1|,     no-file-of-unit name=e1 other=西镇,     a file of another unit",
    "东镇|e2|,     '',                                     a file of the unit",
    "|e2|counts,   '',                                     a file that counts",
    "|bad|counts,  no-choice name=bad,                     one that cannot",
    "西镇|copy|counts, '',                                 a copy of one that counts",
    "东镇|>西镇|,  '',                                     a unit that another reports for",
    "东镇|>北镇|,  no-reporter name=北镇 other=东镇,       where that one did not report",
    "东镇|>南镇|,  no-unit name=南镇,                      where nobody knows that one",
  })
  void a_line_of_the_ledger_without_effect(String line, String expected, String fact) {
    String[] parts = (line + " ").split("\\|", -1);
    boolean other = parts[1].startsWith(">");
    var ledger =
        new Ledger(
            List.of(
                new Ledger.Line(
                    new SideLine("l.csv", 7),
                    other ? "" : parts[1],
                    parts[0],
                    null,
                    parts[2].startsWith("counts"),
                    other ? parts[1].substring(1) : "")));

    Report report =
        settled(
            FORM,
            POLICY,
            ledger,
            ROSTER,
            form("e1", "all=5").on(26),
            form("e2", "all=6").on(27),
            form("bad", "all=约6").from(WEST),
            form("w", "all=6").from(WEST),
            form("copy", "all=6").like("w").from(WEST));

    assertThat(said(LedgerCheck.of(ledger, report)))
        .isEqualTo(expected.isEmpty() ? "" : "side-file-line file=l.csv line=7 reason=" + expected);
  }

  @Test
  void two_files_that_are_to_count_are_named_with_each_other() {
    var at = new SideLine("l.csv", 2);
    var ledger =
        new Ledger(
            List.of(
                new Ledger.Line(at, "a", "", null, true, ""),
                new Ledger.Line(new SideLine("l.csv", 3), "b", "", null, true, ""),
                new Ledger.Line(new SideLine("l.csv", 4), "c", "", null, true, "")));
    Report report =
        settled(FORM, POLICY, ledger, form("a", "all=5"), form("b", "all=6"), form("c", "all=约5"));

    assertThat(LedgerCheck.of(ledger, report).stream().map(Sent::said))
        .containsExactly(
            "side-file-line file=l.csv line=2 reason=several-choices name=a other=b",
            "side-file-line file=l.csv line=3 reason=several-choices name=b other=a",
            "side-file-line file=l.csv line=4 reason=no-choice name=c");
  }

  /** What is noted as the old content of which unit, and what is found instead. */
  @ParameterizedTest(name = "{4}")
  @CsvSource(
      nullValues = "none",
      value = {
        "东镇, 5, none, none, what stands there is corrected where it is read",
        "东镇, 6, correction-not-applied, 5, another number stands there",
        "西镇, 5, correction-not-applied, '', nothing stands there",
        "北镇, 5, correction-not-applied, none, nothing of the unit counts",
        "南镇, 5, side-file-line, none, nobody knows that unit",
      })
  void a_correction_without_effect(
      String unit, String old, String code, String found, String fact) {
    var field = FORM.fields().get("t.all");
    var correction =
        new Correction(new SideLine("c.csv", 3), unit, field, 0, old, Values.of(8), "李", "电话");
    Report report =
        settled(
            FORM,
            POLICY,
            Ledger.EMPTY,
            ROSTER,
            form("e", "all=5"),
            form("w", "a=5").from(WEST),
            form("n", "all=约5").from(NORTH));

    List<String> said =
        CorrectionsCheck.of(new Corrections(List.of(correction)), report.units()).stream()
            .map(Sent::said)
            .toList();

    String rest = found == null ? "" : " found=" + found;
    assertThat(said)
        .containsExactlyElementsOf(
            code == null
                ? List.of()
                : List.of(
                    code.equals("side-file-line")
                        ? "side-file-line file=c.csv line=3 reason=no-unit name=南镇"
                        : "correction-not-applied file=c.csv line=3 old=" + old + " now=8" + rest));
  }

  /** A ledger in which units report for others: {@code 东镇>西镇} where the west reports. */
  private static Ledger ledger(String lines) {
    return new Ledger(
        Arrays.stream(lines.split(" ", -1))
            .map(line -> line.split(">", -1))
            .map(
                line ->
                    new Ledger.Line(new SideLine("l.csv", 2), "", line[0], null, false, line[1]))
            .toList());
  }
}
