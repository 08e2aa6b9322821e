package dev.rollup.merge;

import static dev.rollup.merge.Sent.EAST;
import static dev.rollup.merge.Sent.NORTH;
import static dev.rollup.merge.Sent.WEST;
import static dev.rollup.merge.Sent.form;
import static dev.rollup.merge.Sent.other;
import static dev.rollup.merge.Sent.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Location;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Entry;
import dev.rollup.support.SmallForm;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a batch after it is settled. */
class ReportTest {

  /** East corrected one of two; west has one left out; of north nothing counts. */
  private static final Report REPORT =
      settled(
          form("a", "all=5 a=约3").on(25),
          form("b", "all=5 a=3").on(26),
          form("w", "all=5 a=约3 b=约2").from(WEST).saying(FindingCode.LABEL_CHANGED),
          form("w2", "a=约9").from(WEST),
          form("n", "all=约5").from(NORTH),
          form("n2", "all=约6").from(NORTH),
          other("x", Return.Kind.UNUSABLE).from(null).saying(FindingCode.DAMAGED_FILE));

  @Test
  void what_is_to_be_corrected_is_wrong_in_returns_that_count_or_was_not_corrected() {
    Report more =
        REPORT.withFindings(
            List.of(
                Finding.of(FindingCode.CORRECTION_NOT_APPLIED, Location.unit("E"))
                    .with(Argument.OLD, "4"),
                Finding.of(FindingCode.NO_ROSTER, Location.NOWHERE)));

    assertThat(more.toCorrect().stream().map(Sent::said))
        .containsExactly("approximate-count", "approximate-count", "correction-not-applied old=4");
    assertThat(more.toCorrect())
        .extracting(finding -> finding.at().file())
        .containsExactly("w", "w", null);
    assertThat(more.findings())
        .hasSize(REPORT.findings().size() + 2)
        .containsAll(REPORT.findings());
  }

  @Test
  void what_is_left_out_of_the_returns_that_count() {
    assertThat(REPORT.excluded()).isEqualTo(2);
    assertThat(REPORT.units()).extracting(unit -> unit.excluded().size()).containsExactly(0, 2, 0);
    assertThat(REPORT.units().get(1).excluded()).extracting(Entry::raw).containsExactly("约3", "约2");
  }

  @Test
  void files_of_no_use_but_for_those_of_units_that_are_returned_anyway() {
    assertThat(REPORT.rejected()).as("w2 and x; n and n2 are told by their unit").isEqualTo(2);
    assertThat(REPORT.units()).extracting(UnitResult::rejected).containsExactly(0L, 1L, 2L);
  }

  @Test
  void what_still_stands_is_not_that_of_files_that_others_stand_for() {
    Report more = REPORT.withFindings(List.of(Finding.of(FindingCode.NO_ROSTER, Location.NOWHERE)));

    assertThat(more.standingFindings().map(f -> f.at().file() + " " + f.code().id()))
        .containsExactly(
            "n approximate-count",
            "n2 approximate-count",
            "w approximate-count",
            "w approximate-count",
            "w label-changed",
            "w2 approximate-count",
            "x damaged-file",
            "null no-roster");
  }

  @Test
  void a_unit_has_its_own_summary() {
    var form = SmallForm.drawn();
    List<UnitResult> units = REPORT.units();

    assertThat(Sent.told(units.get(0).summary(form).totals().get("t.a"))).isEqualTo("3 1/0/0");
    assertThat(Sent.told(units.get(1).summary(form).totals().get("t.a"))).isEqualTo("none 0/0/1");
    assertThat(Sent.told(units.get(2).summary(form).totals().get("t.a"))).isEqualTo("none 0/0/0");
  }

  /** What each form of one file came to; what the file came to. */
  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "ACCEPTED, ACCEPTED, one form is a file",
    "ACCEPTED ACCEPTED, ACCEPTED, two that count",
    "ACCEPTED REJECTED, ACCEPTED_WITH_ERRORS, one that counts and one that does not",
    "REJECTED ACCEPTED_WITH_ERRORS, ACCEPTED_WITH_ERRORS, in whatever order",
    "ACCEPTED ACCEPTED_WITH_ERRORS, ACCEPTED_WITH_ERRORS, one that has errors",
    "ACCEPTED SUPERSEDED, ACCEPTED, one that another replaced is no error",
    "SUPERSEDED REJECTED, REJECTED, none that counts",
    "SUPERSEDED DUPLICATE, DUPLICATE, none that is wrong",
    "SKIPPED REJECTED, SKIPPED, none that was meant",
  })
  void a_file_with_several_forms_is_one_file(String forms, FileStatus expected, String fact) {
    var results = new ArrayList<FileResult>();
    for (var status : forms.split(" ", -1)) {
      Return source = form("a", "all=5").saying(FindingCode.LABEL_CHANGED).made();
      results.add(new FileResult(source, FileStatus.valueOf(status), source.findings()));
    }
    Return last = form("b", "all=6").made();
    var after = new FileResult(last, FileStatus.ACCEPTED, List.of());
    var all = new ArrayList<>(results);
    all.add(after);
    var report = new Report(REPORT.reporting(), all, List.of(), REPORT.summary(), List.of());

    assertThat(report.byFile()).hasSize(2).last().isSameAs(after);
    FileResult file = report.byFile().get(0);
    assertThat(file.status()).isEqualTo(expected);
    assertThat(file.findings()).hasSameSizeAs(results);
    assertThat(file.source().unit().isPresent())
        .as("several are nobody's in particular")
        .isEqualTo(results.size() == 1);
  }

  @Test
  void an_entry_that_was_corrected_says_so_and_no_other() {
    Return source = form("a", "all=5 a=3").made();
    List<Entry> entries = source.submission().orElseThrow().entries();
    Finding corrected = Finding.ofCell(FindingCode.CORRECTED, entries.get(1).at().inFile("a"), "3");
    var file =
        new FileResult(
            source,
            FileStatus.ACCEPTED,
            List.of(
                Finding.ofCell(FindingCode.COERCED_COUNT, entries.get(0).at().inFile("a"), "5"),
                corrected));

    assertThat(file.correction(entries.get(1))).contains(corrected);
    assertThat(file.correction(entries.get(0))).isEmpty();
  }

  @Test
  void the_first_return_is_that_of_the_earliest_time_and_no_slip_beside_its_base() {
    assertThat(first(form("a", "all=5").on(27), form("b", "all=6").in("26 09").on(28)))
        .contains("b");
    assertThat(first(form("a", "all=5 a=约3").on(27), form("s", "all=5 a=3").correcting("a").on(26)))
        .contains("a");
    assertThat(first(form("a", "all=5 a=约3"), form("s", "all=5 a=3").correcting("a").on(26)))
        .as("of a base without a time nothing is known")
        .contains("s");
    assertThat(first(form("a", "all=5"))).as("no time is known").isEmpty();
    assertThat(first(form("a", "all=约5").on(26))).as("nothing counts").isEmpty();
  }

  private static Optional<String> first(Sent... sent) {
    return settled(sent).units().get(0).first().map(Return::path);
  }

  @Test
  void a_return_came_when_the_ledger_says_else_on_its_day() {
    assertThat(form("a", "").in("26 09").on(25).made().time())
        .contains(LocalDateTime.of(2023, 6, 26, 9, 0));
    assertThat(form("a", "").on(25).made().time()).contains(LocalDateTime.of(2023, 6, 25, 0, 0));
    assertThat(form("a", "").made().time()).isEmpty();
  }

  /** What is wrong with a file that holds no form; whether the form was meant. */
  @ParameterizedTest
  @CsvSource({
    "UNIT_UNKNOWN,  true",
    "FIELD_MISSING, true",
    "NOT_THIS_FORM, false",
    "DAMAGED_FILE,  false",
  })
  void a_file_may_be_the_form_though_it_is_of_no_use(FindingCode code, boolean form) {
    assertThat(other("a", Return.Kind.UNUSABLE).saying(code).made().isForm()).isEqualTo(form);
    assertThat(form("a", "").saying(code).made().isForm()).isTrue();
    assertThat(other("a", Return.Kind.UNUSABLE).made().isForm()).isFalse();
  }

  @Test
  void a_form_has_a_unit() {
    Sent nobodys = form("a", "all=5").from(null);

    assertThatThrownBy(nobodys::made).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rows_are_told_by_unit_file_and_row_whoever_was_read_first() {
    Unit south = Unit.named("S", "南镇");
    Report report =
        settled(
            form("z", "all=1 name.2=丁 n.2=4 name.1=丙 n.1=0").from(EAST),
            form("y", "all=1 name.1=乙 n.1=2").from(WEST),
            form("x", "all=1 name.1=甲 n.1=1 n.2=0").from(south));

    assertThat(report.summary().rows())
        .extracting(row -> row.source().id() + row.row() + row.entries().get(0).value())
        .containsExactly("E1丙", "E2丁", "S1甲", "W1乙");
    assertThat(Sent.told(report.summary().totals().get("l.n"))).isEqualTo("7 5/0/0");
    var list = SmallForm.drawn().items().get(1);
    var table = SmallForm.drawn().items().get(0);
    assertThat(report.summary().rows(list)).isEqualTo(report.summary().rows());
    assertThat(report.summary().rows(table)).isEmpty();
  }

  @Test
  void the_words_of_the_report_are_a_contract() {
    assertThat(Stream.of(FileStatus.values()).map(FileStatus::word))
        .containsExactly(
            "accepted", "accepted-with-errors", "superseded", "duplicate", "rejected", "skipped");
    assertThat(Arrays.stream(UnitState.values()).map(UnitState::word))
        .containsExactly("reported", "nil", "returned", "missing", "awaited");
    assertThat(Arrays.stream(Timeliness.values()).map(Timeliness::word))
        .containsExactly("on-time", "late", "unknown");
  }
}
