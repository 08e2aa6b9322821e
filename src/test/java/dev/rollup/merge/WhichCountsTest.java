package dev.rollup.merge;

import static dev.rollup.merge.Sent.form;
import static dev.rollup.merge.Sent.settled;
import static dev.rollup.merge.Sent.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.clerkfile.Ledger;
import dev.rollup.clerkfile.SideLine;
import dev.rollup.finding.FindingCode;
import dev.rollup.support.SmallForm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several returns of a unit counts, by what they hold and when they came. */
class WhichCountsTest {

  /** What the first has, what the second has, of which the day is later; what becomes of each. */
  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "all=5 a=3, all=6 a=3, superseded: superseded file=b, accepted, a later number counts",
    "all=5 a=3, all=5 a=3 b=1, superseded: superseded file=b, accepted, one more than before",
    "all=5 stock=9, all=6 stock=8, superseded: superseded file=b, accepted, a stock may become less",
    "all=5 a=3, all=5 a=2, superseded: superseded file=b, accepted: decreased-count now=2 before=3"
        + " file=a, what only grows may not without a question",
    "all=5 a=3, all=6, accepted, rejected: fewer-than-before count=1 before=3 file=a, a number may"
        + " not become blank",
    "all=5 a=3 b=2, all=6, accepted, rejected: fewer-than-before count=2 before=3 file=a, nor two",
    "all=5 a=lost, all=6, superseded: field-missing; superseded file=b, accepted, a blank that the"
        + " form had lost held nothing",
    "all=5 name.1=甲 n.1=1, all=5 name.1=乙 n.1=1, accepted, rejected: fewer-than-before count=1"
        + " before=1 file=a, a row may not become another",
    "all=5 name.1=甲 n.1=1 name.2=乙 n.2=2, all=5 name.1=乙 n.1=2 name.2=甲 n.2=3, superseded:"
        + " superseded file=b, accepted, a row is known by its name wherever it stands",
    "all=5 name.1=甲 n.1=1 name.2=甲 n.2=2, all=5 name.1=甲 n.1=1, accepted, rejected:"
        + " fewer-than-before count=1 before=2 file=a, two rows of one name are two",
    "all=5 name.1=甲 n.1=1, all=5 name.1=甲镇 n.1=1, accepted, rejected: fewer-than-before count=1"
        + " before=1 file=a, names are compared whole",
  })
  void a_later_return(String first, String second, String a, String b, String fact) {
    assertThat(told(report(form("a", first).on(26), form("b", second).on(27))))
        .containsExactly("a " + a, "b " + b);
  }

  @Test
  void the_same_counts_count_once_and_the_first_path_is_kept() {
    assertThat(told(report(form("a", "all=5"), form("b", "all=5"))))
        .containsExactly("a accepted", "b superseded: superseded file=a");
    assertThat(told(report(form("a", "all=5").on(27), form("b", "all=5").on(26))))
        .containsExactly("a accepted", "b superseded: superseded file=a");
  }

  /** Empty rows between the rows of a list, and words where nobody knows the order. */
  @ParameterizedTest
  @CsvSource({
    "all=5 name.1=甲 n.1=1, all=5 name.3=甲 n.3=1",
    "all=5 name.1=甲 n.1=1, all=5 name.1=乙 n.1=1",
    "all=5 name.1=甲 n.1=1, all=5 n.1=1",
  })
  void the_same_counts_in_other_words_are_the_same_where_nobody_knows_which_is_later(
      String first, String second) {
    assertThat(told(report(form("a", first), form("b", second))))
        .containsExactly("a accepted", "b superseded: superseded file=a");
  }

  @Test
  void without_an_order_different_counts_are_in_conflict() {
    assertThat(told(report(form("a", "all=5"), form("b", "all=6"), form("c", "all=5"))))
        .containsExactly(
            "a rejected: conflicting-returns file=b、c",
            "b rejected: conflicting-returns file=a、c",
            "c rejected: conflicting-returns file=a、b");
  }

  @Test
  void the_last_settles_those_before_it_whose_order_is_open() {
    assertThat(
            told(
                report(
                    form("a", "all=5 a=3").on(26),
                    form("b", "all=7 a=3").on(26),
                    form("c", "all=6 a=4").on(27))))
        .containsExactly(
            "a superseded: superseded file=c",
            "b superseded: superseded file=c",
            "c accepted: decreased-count now=6 before=7 file=b");
  }

  @Test
  void the_last_settles_nothing_where_it_leaves_something_out() {
    assertThat(
            told(
                report(
                    form("a", "all=5 a=3").on(26),
                    form("b", "all=7 b=3").on(26),
                    form("c", "all=8 a=4").on(27))))
        .containsExactly(
            "a rejected: conflicting-returns file=b、c",
            "b rejected: conflicting-returns file=a、c",
            "c rejected: conflicting-returns file=a、b");
  }

  @Test
  void several_may_be_refused_whatever_their_order() {
    var policy = new Policy(Sent.POLICY.deadline(), false, false, true);
    Sent earlier = form("a", "all=5").on(26);

    assertThat(
            told(
                settled(
                    SmallForm.drawn(), policy, Ledger.EMPTY, earlier, form("b", "all=6").on(27))))
        .containsExactly(
            "a rejected: conflicting-returns file=b", "b rejected: conflicting-returns file=a");
    assertThat(
            told(
                settled(
                    SmallForm.drawn(), policy, Ledger.EMPTY, earlier, form("b", "all=5").on(27))))
        .containsExactly("a accepted", "b superseded: superseded file=a");
  }

  /** The rules that the earlier one breaks, and the later one. */
  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "r1 a, r1 a, later,   one that breaks the same rule is no worse",
    "r1 a, '',   later,   nor one that keeps it now",
    "'',   r1 a, earlier, one that breaks a rule that was kept is",
    "r1 a, r2 a, earlier, also where another was broken",
    "r1 a, r1 b, earlier, or the same at another place",
  })
  void a_later_return_with_broken_rules(String earlier, String later, String counts, String fact) {
    Sent a = form("a", "all=5 a=1 b=1").on(26);
    Sent b = form("b", "all=6 a=1 b=1").on(27);
    for (var sent : List.of(a, b)) {
      String broken = sent == a ? earlier : later;
      if (!broken.isEmpty()) {
        sent.breaking(broken.split(" ", -1)[0], broken.split(" ")[1]);
      }
    }

    List<FileResult> files = report(a, b).files();
    assertThat(files.get(counts.equals("later") ? 1 : 0).status().counts()).as(fact).isTrue();
    assertThat(files.get(counts.equals("later") ? 0 : 1).status())
        .isEqualTo(counts.equals("later") ? FileStatus.SUPERSEDED : FileStatus.REJECTED);
  }

  @Test
  void a_later_return_with_something_left_out_is_worse_and_says_which_counts() {
    Report report = report(form("a", "all=5").on(26), form("b", "all=6 a=约3").on(27));

    assertThat(report.files().get(0).status()).isEqualTo(FileStatus.ACCEPTED);
    assertThat(report.files().get(1).status()).isEqualTo(FileStatus.REJECTED);
    assertThat(report.files().get(1).findings())
        .extracting(finding -> finding.code().id())
        .containsExactly("approximate-count", "superseded");
  }

  @Test
  void a_number_may_not_become_one_that_cannot_be_read() {
    assertThat(told(report(form("a", "all=5 a=3").on(26), form("b", "all=6 a=约3").on(27))))
        .containsExactly(
            "a accepted",
            "b rejected: approximate-count; fewer-than-before count=1 before=3 file=a");
  }

  @Test
  void a_slip_that_comes_back_untouched_repairs_nothing() {
    assertThat(told(report(form("a", "all=5 a=约3"), form("s", "all=5").correcting("a"))))
        .containsExactly(
            "a accepted-with-errors: approximate-count",
            "s rejected: unchanged-after-return problem=a");
    assertThat(told(report(form("a", "all=5"), form("s", "all=5").correcting("a"))))
        .as("of a return without errors there was nothing to repair")
        .containsExactly("a accepted", "s superseded: superseded file=a");
  }

  /** Broken rules, a day, a note: what may have been done to a slip that holds the same. */
  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "r1, r1, 0,  NONE,             false, the rule is still broken",
    "r1, r1, 27, NONE,             false, a day alone does not mend it",
    "r1, '', 0,  NONE,             false, nothing was filled in",
    "r1, '', 27, NONE,             true,  a day that was filled in may mend a rule about days",
    "r1, r1, 0,  CONFIRMED,        true,  the numbers are confirmed",
    "r1, r1, 0,  NUMBER_ELSEWHERE, true,  something stands elsewhere on it",
  })
  void a_slip_that_holds_the_same(
      String broken, String still, int day, String note, boolean repaired, String fact) {
    Sent base = form("a", "all=5");
    Sent slip = form("s", "all=5").correcting("a");
    base.breaking(broken, "all");
    if (!still.isEmpty()) {
      slip.breaking(still, "all");
    }
    if (day > 0) {
      slip.on(day);
    }
    if (!note.equals("NONE")) {
      slip.saying(FindingCode.valueOf(note));
    }

    assertThat(report(base, slip).files().get(1).status().counts()).as(fact).isEqualTo(repaired);
  }

  /** The clerk's choice, what becomes of the other. */
  @Test
  void the_clerk_chooses_among_those_in_conflict() {
    assertThat(told(chosen(List.of("a"), form("a", "all=5"), form("b", "all=6"))))
        .containsExactly("a accepted", "b superseded: superseded file=a");
    assertThat(
            told(
                chosen(
                    List.of("copy"),
                    form("a", "all=5"),
                    form("copy", "all=5").like("a"),
                    form("b", "all=6"))))
        .as("a copy is as good")
        .containsExactly(
            "a accepted",
            "b superseded: superseded file=a",
            "copy duplicate: duplicate-file file=a");
    assertThat(told(chosen(List.of("a", "b"), form("a", "all=5"), form("b", "all=6"))))
        .as("two choices that contradict each other settle nothing")
        .containsExactly(
            "a rejected: conflicting-returns file=b", "b rejected: conflicting-returns file=a");
  }

  @Test
  void what_the_clerk_takes_repairs_no_number_by_a_blank() {
    Report report = chosen(List.of("b"), form("a", "all=5 a=约3"), form("b", "all=6"));

    assertThat(told(report))
        .containsExactly(
            "a superseded: approximate-count; superseded file=b",
            "b accepted-with-errors: fewer-than-before count=1 before=约3 file=a");
    assertThat(told(report.summary().totals().get("t.a"))).isEqualTo("none 0/0/1");
  }

  @Test
  void a_slip_settles_what_was_of_no_use_where_it_repairs_all_of_it() {
    assertThat(told(report(form("a", "all=约5"), form("s", "all=5").correcting("a"))))
        .containsExactly("a superseded: approximate-count; superseded file=s", "s accepted");
    assertThat(told(report(form("a", "all=约5 a=约3"), form("s", "all=5").correcting("a"))))
        .containsExactly("a rejected: approximate-count; approximate-count", "s accepted");
    assertThat(told(report(form("a", "all=约5"), form("s", "all=5"))))
        .as("a return that is no slip settles nothing")
        .containsExactly("a rejected: approximate-count", "s accepted");
  }

  private static Report chosen(List<String> files, Sent... sent) {
    List<Ledger.Line> lines =
        files.stream()
            .map(file -> new Ledger.Line(new SideLine("l.csv", 2), file, "", null, true, ""))
            .toList();
    return settled(SmallForm.drawn(), Sent.POLICY, new Ledger(lines), sent);
  }

  /** Settles them, in whatever order they are read. */
  private static Report report(Sent... sent) {
    Report report = settled(sent);
    var reversed = new ArrayList<>(List.of(sent));
    Collections.reverse(reversed);
    assertThat(settled(reversed.toArray(Sent[]::new))).isEqualTo(report);
    return report;
  }
}
