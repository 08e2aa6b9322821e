package dev.rollup.read.csv;

import static dev.rollup.finding.FindingCode.CUT_OFF;
import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.EMPTY_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSUPPORTED_FORMAT;
import static dev.rollup.model.Addresses.address;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.cells;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.formula;
import static dev.rollup.read.Outcomes.lines;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.Outcomes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Location;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

  private static Outcome<Document> read(String text) {
    return new CsvReader().read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Cell> cellsOf(String text) {
    return cells(onlyGrid(clean(read(text))));
  }

  @Test
  void the_roster_of_a_nation_is_longer_than_any_form() {
    byte[] roster = "310151000001,东海区建设镇\n".repeat(150_000).getBytes(StandardCharsets.UTF_8);
    assertThat(CsvReader.ofSideFile().read(roster).value().orElseThrow().grids().get(0).height())
        .isEqualTo(150_000);
    assertThat(new CsvReader().read(roster).findings())
        .containsExactly(Finding.of(TOO_LARGE, Location.NOWHERE));
  }

  @Test
  void every_field_is_a_text_exactly_as_stored() {
    var document = clean(read(lines("单位, 1,200 ,\"1,200\"", "", ",12")));

    assertThat(document.properties()).isEmpty();
    var grid = onlyGrid(document);
    assertThat(grid.sheet()).isNull();
    assertThat(grid.hidden()).isFalse();
    assertThat(grid.names()).isEmpty();
    assertThat(cells(grid))
        .isEqualTo(
            Map.of(
                "A1", text("单位"),
                "B1", text(" 1"),
                "C1", text("200 "),
                "D1", text("1,200"),
                "B3", text("12")));
  }

  @Test
  void a_quoted_field_may_hold_lines_delimiters_and_quotes() {
    assertThat(cellsOf("a,\"一\r\n二,\"\"三\"\"\",b\nc,d,e\n"))
        .isEqualTo(
            Map.of(
                "A1", text("a"),
                "B1", text("一\r\n二,\"三\""),
                "C1", text("b"),
                "A2", text("c"),
                "B2", text("d"),
                "C2", text("e")));
  }

  @Test
  void a_quote_inside_an_unquoted_field_is_itself() {
    assertThat(cellsOf("a \"b\",c")).isEqualTo(Map.of("A1", text("a \"b\""), "B1", text("c")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void lines_may_end_in_any_way(String end) {
    assertThat(cellsOf("a" + end + end + "b" + end))
        .isEqualTo(Map.of("A1", text("a"), "A3", text("b")));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "GB18030", "GBK", "UTF-16"})
  void text_is_read_in_the_encodings_of_excel(String charset) {
    byte[] bytes = lines("单位,次数", "城桥镇,12").getBytes(Charset.forName(charset));

    assertThat(cells(onlyGrid(clean(new CsvReader().read(bytes)))))
        .isEqualTo(
            Map.of(
                "A1", text("单位"),
                "B1", text("次数"),
                "A2", text("城桥镇"),
                "B2", text("12")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,\"b", "\"", "a,\"b\nc,d\n", "\"a\"b,c", "\"12\"3"})
  void quotes_that_do_not_close_at_the_end_of_a_field_are_damage(String text) {
    assertRefused(read(text), DAMAGED_FILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b,c\nd,12",
        "a,b,c\nd,e,12",
        "a\r\nb",
        "a,b\nc,\"12\"",
        "a,b\n1,2\n,",
        "a,b,c\nd,12,"
      })
  void a_last_line_without_an_end_may_be_cut_off_and_is_read_as_far_as_it_goes(String text) {
    var whole = clean(read(text + "\n"));
    var outcome = read(text);

    int rows = (int) text.lines().count();
    assertThat(outcome.findings()).containsExactly(cutOff(rows));
    assertThat(cells(onlyGrid(outcome.value().orElseThrow()))).isEqualTo(cells(onlyGrid(whole)));
  }

  private static Finding cutOff(int row) {
    return Finding.of(CUT_OFF, Location.at(null, address("A" + row))).with(Argument.ROW, row);
  }

  @Test
  void a_row_that_lacks_what_all_others_have_may_be_cut_off() {
    String rows = "a,b,c\n".repeat(10);

    assertThat(read(rows + "a,b\n" + rows).findings()).containsExactly(cutOff(11));
    assertThat(read(rows + "a\n").findings()).containsExactly(cutOff(11));
    assertThat(read(rows + "a,b\na,\n").findings()).isEmpty();
    assertThat(read(rows + "\na,b,c,d\n" + rows).findings()).isEmpty();
  }

  /** What is pasted ends where its last sentence does; some programs end no last row. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "宣讲\t12\n参与（300）人次。",
        "宣讲\t12\n参与(300)",
        "宣讲,12,\r\n版本：1,,",
        "宣讲\t12\t\r\n版本：1\t\t"
      })
  void a_text_that_ends_with_its_last_sentence_or_an_empty_field_is_whole(String text) {
    assertThat(read(text).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"宣讲,12\n参与,300", "宣讲,12\n参与,", "宣讲,12\n参与（", "宣讲,12,\n参与,3", "宣讲\n参与300"})
  void a_text_that_ends_with_a_number_or_before_one_may_be_cut_off(String text) {
    assertThat(read(text).findings()).containsExactly(cutOff(2));
  }

  @Test
  void lines_above_a_pasted_table_are_no_rows_of_it() {
    assertThat(read("统计表\n填报单位：城桥镇\n" + "宣讲\t12\n".repeat(30)).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a,b", "a,b\n", "a,b\r", "a,b\r\n"})
  void a_line_that_is_there_to_its_end_is_whole(String text) {
    assertThat(read(text).findings()).isEmpty();
  }

  @Test
  void a_text_that_a_spreadsheet_was_told_to_keep_is_that_text() {
    assertThat(cellsOf("=\"12\",\"=\"\"012\"\"\",=12,=\"a\"\"b\",=\"\"\n"))
        .isEqualTo(
            Map.of(
                "A1", formula("\"12\"", text("12")),
                "B1", formula("\"012\"", text("012")),
                "C1", text("=12"),
                "D1", text("=\"a\"\"b\""),
                "E1", formula("\"\"", text(""))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html><table>", "\n  <?xml version='1.0'?>", "{\\rtf1\\ansi", "a,\0,b"})
  void documents_of_other_kinds_are_unsupported(String text) {
    assertRefused(read(text), UNSUPPORTED_FORMAT);
  }

  @Test
  void nothing_is_an_empty_file_and_blank_lines_are_an_empty_grid() {
    assertRefused(read(""), EMPTY_FILE);
    assertThat(cellsOf("\n,,\n\n")).isEmpty();
  }

  @Test
  void as_many_cells_as_allowed_are_read_and_one_more_is_too_large() {
    String allowed = ("1,".repeat(9_999) + "1\n").repeat(20);

    assertThat(onlyGrid(clean(read(allowed))).cells()).hasSize(200_000);
    assertRefused(read(allowed + "1"), TOO_LARGE);
  }

  @Test
  void more_columns_rows_or_bytes_than_a_sheet_has_are_too_large() {
    assertThat(cellsOf(",".repeat(16_383) + "a")).isEqualTo(Map.of("XFD1", text("a")));
    assertRefused(read(",".repeat(16_384)), TOO_LARGE);
    assertThat(cellsOf("\n".repeat(1_048_575) + "a\n")).isEqualTo(Map.of("A1048576", text("a")));
    assertRefused(read("\n".repeat(1_048_576) + "a"), TOO_LARGE);
    assertRefused(new CsvReader().read(new byte[(64 << 20) + 1]), TOO_LARGE);
  }
}
