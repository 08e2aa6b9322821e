package dev.rollup.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.check.Checks;
import dev.rollup.clerkfile.Ledger;
import dev.rollup.clerkfile.SideLine;
import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Outcome;
import dev.rollup.finding.Severity;
import dev.rollup.match.FormMatcher;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.roster.Roster;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Submission;
import dev.rollup.support.FormGrid;
import dev.rollup.template.Slip;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which of several returns of a unit counts, where slips and blanks are among them. */
class SupersessionTest {

  private static final Unit UNIT = Unit.named("U1", "堡镇");

  private static Template template;
  private static FormMatcher matcher;

  @BeforeAll
  static void read() throws Exception {
    template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    matcher = new FormMatcher(template);
  }

  @Test
  void a_blank_repairs_no_number_that_was_left_out() {
    assertThat(
            settled(
                form("a").day("2023-6-26").typed("f_1_1_1=5", "f_1_1_2=约200"),
                form("b").day("2023-6-27").typed("f_1_1_1=5", "f_2_1_1=8")))
        .containsExactly(
            "a accepted-with-errors approximate-count", "b rejected fewer-than-before");
  }

  @Test
  void a_number_repairs_one_that_was_left_out() {
    assertThat(
            settled(
                form("a").day("2023-6-26").typed("f_1_1_1=5", "f_1_1_2=约200"),
                form("b").day("2023-6-27").typed("f_1_1_1=5", "f_1_1_2=200")))
        .containsExactly("a superseded approximate-count", "b accepted");
  }

  @Test
  void a_blank_in_a_row_of_a_list_repairs_nothing_either_wherever_the_row_stands() {
    Form before =
        form("a")
            .day("2023-6-26")
            .typed("f_1_1_1=5", "f_7_1_1_1=文艺", "f_7_1_2_1=1", "f_7_1_3_1=很多");
    assertThat(
            settled(
                before,
                form("b").day("2023-6-27").typed("f_1_1_1=5", "f_7_1_1_2=文艺", "f_7_1_2_2=1")))
        .containsExactly(
            "a accepted-with-errors approximate-count", "b rejected fewer-than-before");
    assertThat(
            settled(
                before,
                form("b")
                    .day("2023-6-27")
                    .typed("f_1_1_1=5", "f_7_1_1_2=文艺", "f_7_1_2_2=1", "f_7_1_3_2=90")))
        .containsExactly("a superseded approximate-count", "b accepted");
  }

  @Test
  void what_the_clerk_takes_repairs_nothing_by_a_blank_either() {
    var line = new Ledger.Line(new SideLine("ledger.csv", 2), "b", "", null, true, "");
    Report report =
        Reconciliation.settle(
            List.of(
                form("a").day("2023-6-26").typed("f_1_1_1=5", "f_1_1_2=约200").made(),
                form("b").day("2023-6-27").typed("f_1_1_1=6", "f_2_1_1=8").made()),
            template,
            Optional.of(new Roster(List.of(UNIT))),
            new Policy(template.deadline(), false, false, false),
            new Ledger(List.of(line)));
    assertThat(report.files().stream().map(SupersessionTest::shown))
        .containsExactly(
            "a superseded approximate-count", "b accepted-with-errors fewer-than-before");
    assertThat(report.summary().totals().get("1.1.2"))
        .isEqualTo(new Tally(BigDecimal.ZERO, 0, 0, 1));
    assertThat(report.summary().totals().get("2.1.1"))
        .isEqualTo(new Tally(BigDecimal.valueOf(8), 1, 0, 0));
  }

  @Test
  void a_slip_comes_after_what_it_corrects_whatever_day_is_on_it() {
    for (var day : Arrays.asList("2023-6-27", "2023-6-26", "2023-6-28", null)) {
      assertThat(
              settled(
                  form("a").day("2023-6-27").typed("f_1_1_1=5", "f_1_1_2=约200"),
                  form("s").day(day).corrects("a").typed("f_1_1_1=5", "f_1_1_2=180")))
          .as("dated " + day)
          .containsExactly("a superseded approximate-count", "s accepted");
    }
  }

  @Test
  void a_slip_of_a_slip_comes_after_both() {
    assertThat(
            settled(
                form("a").day("2023-6-27").typed("f_1_1_1=5", "f_1_1_2=约200", "f_2_1_1=约9"),
                form("s").corrects("a").typed("f_1_1_1=5", "f_1_1_2=180", "f_2_1_1=约8"),
                form("t").corrects("s").typed("f_1_1_1=5", "f_1_1_2=180", "f_2_1_1=8")))
        .containsExactly(
            "a superseded approximate-count approximate-count",
            "s superseded approximate-count",
            "t accepted");
  }

  @Test
  void a_slip_of_a_return_that_is_not_here_is_a_return_like_any_other() {
    assertThat(
            settled(
                form("a").day("2023-6-27").typed("f_1_1_1=5"),
                form("s").day("2023-6-27").corrects("gone").typed("f_1_1_1=6")))
        .containsExactly("a rejected conflicting-returns", "s rejected conflicting-returns");
    assertThat(settled(form("s").corrects("gone").typed("f_1_1_1=6")))
        .containsExactly("s accepted");
  }

  @Test
  void slips_of_the_same_return_are_ordered_by_their_days() {
    Form base = form("a").day("2023-6-25").typed("f_1_1_1=约5", "f_1_1_2=200");
    assertThat(
            settled(
                base,
                form("s").day("2023-6-26").corrects("a").typed("f_1_1_1=5", "f_1_1_2=200"),
                form("t").day("2023-6-27").corrects("a").typed("f_1_1_1=6", "f_1_1_2=200")))
        .containsExactly("a superseded approximate-count", "s superseded", "t accepted");
    assertThat(
            settled(
                base,
                form("s").corrects("a").typed("f_1_1_1=5", "f_1_1_2=200"),
                form("t").corrects("a").typed("f_1_1_1=6", "f_1_1_2=200")))
        .containsExactly(
            "a rejected approximate-count conflicting-returns",
            "s rejected conflicting-returns",
            "t rejected conflicting-returns");
  }

  @Test
  void a_slip_without_a_day_is_after_whatever_its_base_is_after_and_no_more() {
    Form base = form("a").day("2023-6-25").typed("f_1_1_1=约5", "f_2_1_1=9");
    Form slip = form("s").corrects("a").typed("f_1_1_1=5", "f_2_1_1=9");
    Form other = form("o").day("2023-6-24").typed("f_1_1_1=4", "f_2_1_1=9");
    assertThat(settled(other, base, slip))
        .containsExactly(
            "a superseded approximate-count fewer-than-before", "o superseded", "s accepted");
    assertThat(settled(base, slip, form("z").day("2023-6-28").typed("f_1_1_1=4", "f_2_1_1=9")))
        .containsExactly(
            "a rejected approximate-count conflicting-returns",
            "s rejected conflicting-returns",
            "z rejected conflicting-returns");
  }

  @Test
  void a_slip_that_came_back_as_it_went_out_repairs_nothing() {
    assertThat(
            settled(
                form("a").day("2023-6-27").typed("f_1_1_1=5", "f_1_1_2=约200"),
                form("s").corrects("a").typed("f_1_1_1=5")))
        .containsExactly(
            "a accepted-with-errors approximate-count", "s rejected unchanged-after-return");
    assertThat(
            settled(
                form("a").day("2023-6-27").judged().typed("f_1_1_1=5", "f_1_3_1=12"),
                form("s").day("2023-6-28").corrects("a").judged().typed("f_1_1_1=5", "f_1_3_1=12")))
        .containsExactly(
            "a accepted-with-errors rule-violated rule-violated",
            "s rejected rule-violated rule-violated unchanged-after-return");
  }

  @Test
  void a_slip_on_which_only_some_is_repaired_repairs_nothing() {
    assertThat(
            settled(
                form("a").day("2023-6-27").typed("f_1_1_1=约5", "f_1_1_2=约200"),
                form("s").corrects("a").typed("f_1_1_1=5")))
        .containsExactly("a rejected approximate-count approximate-count", "s accepted");
    assertThat(
            settled(
                form("a").day("2023-6-27").typed("f_2_1_1=9", "f_1_1_1=约5", "f_1_1_2=约200"),
                form("s").corrects("a").typed("f_2_1_1=9", "f_1_1_1=5")))
        .containsExactly(
            "a accepted-with-errors approximate-count approximate-count",
            "s rejected fewer-than-before");
  }

  @Test
  void a_slip_in_time_does_not_make_its_late_base_timely() {
    Report report =
        report(
            form("a").day("2023-6-30").typed("f_1_1_1=5", "f_1_1_2=约200"),
            form("s").day("2023-6-27").corrects("a").typed("f_1_1_1=5", "f_1_1_2=180"));
    assertThat(report.units().get(0).timeliness()).contains(Timeliness.LATE);
    report =
        report(
            form("a").typed("f_1_1_1=5", "f_1_1_2=约200"),
            form("s").day("2023-6-27").corrects("a").typed("f_1_1_1=5", "f_1_1_2=180"));
    assertThat(report.units().get(0).timeliness()).contains(Timeliness.ON_TIME);
  }

  private static Form form(String path) {
    return new Form(path, null, List.of(), false, Map.of());
  }

  /** A return to be made; its hash is its path, as often as it takes. */
  private record Form(
      String path,
      String day,
      List<String> corrected,
      boolean checked,
      Map<String, String> values) {

    Form day(String other) {
      return new Form(path, other, corrected, checked, values);
    }

    Form corrects(String... bases) {
      return new Form(path, day, List.of(bases), checked, values);
    }

    /** Holds it against the rules of the form as well. */
    Form judged() {
      return new Form(path, day, corrected, true, values);
    }

    Form typed(String... typed) {
      var all = new HashMap<String, String>();
      for (var each : typed) {
        all.put(each.split("=")[0], each.split("=")[1]);
      }
      return new Form(path, day, corrected, checked, all);
    }

    Return made() {
      Map<String, Cell> cells = new HashMap<>();
      cells.put("h_unit", new Cell.Text(UNIT.name()));
      values.forEach((name, value) -> cells.put(name, new Cell.Text(value)));
      if (day != null) {
        cells.put("h_date", new Cell.Text(day));
      }
      Document document = FormGrid.of(template, cells);
      if (!corrected.isEmpty()) {
        document = new Document(document.grids(), Map.of(Slip.PROPERTY, hash(corrected.get(0))));
      }
      Outcome<Submission> read = matcher.match(document).get(0);
      Submission submission = read.value().orElseThrow();
      var findings = new ArrayList<>(read.findings());
      if (checked) {
        findings.addAll(Checks.run(submission, template, Optional.of(UNIT)));
      }
      return new Return(
          path,
          hash(path),
          "xlsx",
          Return.Kind.FORM,
          Optional.of(UNIT),
          Optional.of(submission),
          Optional.empty(),
          findings.stream().map(finding -> finding.inFile(path)).toList());
    }

    private static String hash(String path) {
      return String.format("%064x", path.hashCode());
    }
  }

  private static Report report(Form... forms) {
    List<Return> returns = new ArrayList<>(Arrays.stream(forms).map(Form::made).toList());
    Policy policy = new Policy(template.deadline(), false, false, false);
    Report report = settle(returns, policy);
    Collections.reverse(returns);
    assertThat(settle(returns, policy)).isEqualTo(report);
    return report;
  }

  private static Report settle(List<Return> returns, Policy policy) {
    return Reconciliation.settle(returns, template, Optional.of(new Roster(List.of(UNIT))), policy);
  }

  /** Returns for each file its status and the codes of its errors. */
  private static List<String> settled(Form... forms) {
    return report(forms).files().stream().map(SupersessionTest::shown).toList();
  }

  private static String shown(FileResult file) {
    String errors =
        file.findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(finding -> finding.code().id())
            .sorted()
            .collect(Collectors.joining(" "));
    return (file.source().path() + " " + file.status().word() + " " + errors).strip();
  }
}
