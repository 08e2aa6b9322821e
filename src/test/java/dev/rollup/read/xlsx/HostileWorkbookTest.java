package dev.rollup.read.xlsx;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.cells;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.Outcomes.text;
import static dev.rollup.read.xlsx.HandMadeWorkbook.ofCell;
import static dev.rollup.read.xlsx.HandMadeWorkbook.ofRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Small files that would take very long, or very much memory, if one let them. */
@Tag("slow")
@Isolated("what it waits for is a time of its own, not that of its neighbours")
class HostileWorkbookTest {

  private static Outcome<Document> read(HandMadeWorkbook workbook) {
    byte[] bytes = workbook.bytes();
    return assertTimeout(Duration.ofSeconds(5), () -> new XlsxReader().read(bytes));
  }

  private static String many(int count, String format) {
    return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
  }

  @Test
  void a_text_of_a_million_runs_is_joined_in_time() {
    var workbook =
        ofCell("<c t='s'><v>0</v></c>")
            .strings("<si>" + "<r><t>字</t></r>".repeat(1_000_000) + "</si>");

    assertThat(cells(onlyGrid(clean(read(workbook)))))
        .isEqualTo(Map.of("A1", text("字".repeat(1_000_000))));
  }

  @Test
  void a_text_of_a_million_pieces_is_joined_in_time() {
    var workbook = ofCell("<c t='str'><v>" + "&amp;<b/>".repeat(1_000_000) + "</v></c>");

    assertThat(cells(onlyGrid(clean(read(workbook)))))
        .isEqualTo(Map.of("A1", text("&".repeat(1_000_000))));
  }

  @Test
  void namespaces_declared_without_end_are_unsafe() {
    var wide =
        ofRows(
            "<row " + many(9_000, "xmlns:p%d='u' ") + ">" + "<p0:a/>".repeat(1_000_000) + "</row>");
    var deep = ofRows(many(200, "<row xmlns:p%d='u'>") + "<p0:a/>".repeat(1_000_000));

    assertRefused(read(wide), UNSAFE_CONTENT);
    assertRefused(read(deep), UNSAFE_CONTENT);
  }

  @Test
  void namespaces_declared_again_and_again_are_not() {
    var workbook =
        ofRows("<row xmlns:p='u'><c t='str'><v xmlns:q='u'>a</v></c></row>".repeat(1_000));

    assertThat(onlyGrid(clean(read(workbook))).cells()).hasSize(1_000);
  }

  @Test
  void lists_longer_than_any_form_needs_are_too_large() {
    int tooMany = 200_001;
    assertRefused(read(ofRows("").strings("<si/>".repeat(tooMany))), TOO_LARGE);
    assertRefused(
        read(ofRows("").styles("<cellXfs>" + "<xf/>".repeat(tooMany) + "</cellXfs>")), TOO_LARGE);
    assertRefused(
        read(
            new HandMadeWorkbook()
                .sheet(
                    "表",
                    "<mergeCells>"
                        + many(tooMany + 1, "<mergeCell ref='A%1$d:B%1$d'/>")
                        + "</mergeCells>")),
        TOO_LARGE);
  }

  @Test
  void two_sheets_of_one_part_are_damage() {
    var workbook = ofRows("").sheetEntry("又", "", "worksheet", "worksheets/sheet1.xml");

    assertRefused(read(workbook), DAMAGED_FILE);
  }

  @Test
  void attributes_without_end_are_damage() {
    assertRefused(read(ofRows("<row " + many(100_000, "a%d='1' ") + "/>")), DAMAGED_FILE);
  }
}
