package dev.rollup.read.xlsb;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSUPPORTED_FORMAT;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.assertRefusedAt;
import static dev.rollup.read.Outcomes.cells;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.formula;
import static dev.rollup.read.Outcomes.number;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.Outcomes.text;
import static dev.rollup.read.xlsx.HandMadeWorkbook.ofCell;
import static dev.rollup.read.xlsx.HandMadeWorkbook.ofRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollup.filetype.FileType;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Position;
import dev.rollup.read.BothEncodings;
import dev.rollup.read.DocumentReaders;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.xlsx.HandMadeWorkbook;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.HandMadeZip;
import dev.rollup.support.xlsb.RecordWriter;
import dev.rollup.support.xlsb.SavedAsXlsb;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is peculiar to binary records. That a workbook says the same in both encodings is stated
 * wherever one is read through {@link BothEncodings}.
 */
class XlsbReaderTest {

  private static final int ROW = 0;
  private static final int REAL = 5;

  private static Outcome<Document> read(byte[] content) {
    return new XlsbReader().read(content);
  }

  /** A workbook with one sheet, whose part is written by hand. */
  private static byte[] withSheet(byte[] part) {
    return with("xl/worksheets/sheet1.bin", part);
  }

  /** A workbook with one sheet and one cell, in which a part is written by hand. */
  private static byte[] with(String name, byte[] part) {
    Map<String, byte[]> parts =
        SavedAsXlsb.partsOf(
            ofCell("<c t='s'><v>0</v></c>").strings("<si><t>一</t></si>").format(14).bytes());
    assertThat(parts).containsKey(name);
    parts.put(name, part);
    var zip = new HandMadeZip();
    parts.forEach(zip::add);
    return zip.bytes();
  }

  /** A sheet of which only the table of cells says anything. */
  private static RecordWriter sheet() {
    return new RecordWriter().record(129).record(145);
  }

  private static byte[] closed(RecordWriter sheet) {
    return sheet.record(146).record(130).part();
  }

  private static RecordWriter row(RecordWriter to, int row) {
    return to.record(ROW).i32(row).i32(0).u16(300).u8(0).u8(0).u8(0).i32(0);
  }

  private static RecordWriter real(RecordWriter to, int column, double value) {
    return to.record(REAL).i32(column).i32(0).real(value);
  }

  private static Grid grid(RecordWriter sheet) {
    return onlyGrid(clean(read(withSheet(closed(sheet)))));
  }

  @Test
  void the_blank_says_the_same_in_both_encodings() {
    var document =
        clean(
            BothEncodings.read(
                FilledBlank.with(Map.of("h_unit", "城桥镇", "f_1_1_1", "12", "f_1_1_2", "=10*20"))));

    assertThat(document.grids().get(0).names()).containsKeys("h_unit", "f_1_1_1", "f_7_1_2_10");
  }

  /** Returns a test for each file of others that has one of the names; one that is skipped else. */
  private static Stream<DynamicTest> forEach(String names, ThrowingConsumer<Path> test)
      throws IOException {
    String property = System.getProperty("rollup.shared", System.getenv("ROLLUP_SHARED"));
    Path corpora = Path.of(property == null ? "../shared" : property, "corpora");
    if (!Files.isDirectory(corpora)) {
      return Stream.of(
          DynamicTest.dynamicTest("no corpora", () -> assumeTrue(false, "no folder " + corpora)));
    }
    List<Path> files;
    try (var walk = Files.walk(corpora)) {
      files = walk.filter(file -> file.toString().matches(names)).sorted().toList();
    }
    return DynamicTest.stream(files.iterator(), file -> file.getFileName().toString(), test);
  }

  @TestFactory
  Stream<DynamicTest> workbooks_of_others_say_the_same_in_both_encodings() throws IOException {
    return forEach(".*\\.xls[xm]", file -> BothEncodings.read(Files.readAllBytes(file)));
  }

  @TestFactory
  Stream<DynamicTest> what_excel_wrote_is_what_it_wrote_as_xlsx() throws IOException {
    return forEach(
        ".*/(issue127|issue_419|issues)\\.xlsb",
        file -> {
          Path xlsx = Path.of(file.toString().replace(".xlsb", ".xlsx"));
          assertThat(values(new XlsbReader(), file))
              .isNotEmpty()
              .isEqualTo(values(new XlsxReader(), xlsx));
        });
  }

  private static Map<String, Object> values(DocumentReader reader, Path file) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    var document = reader.read(Files.readAllBytes(file)).value().orElseThrow();
    document.grids().stream()
        .sorted(Comparator.comparing(Grid::sheet))
        .forEach(grid -> values.put(grid.sheet(), cells(grid)));
    return values;
  }

  @Nested
  class Cells {

    @Test
    void a_short_number_is_one_of_four_kinds() {
      var sheet = row(sheet(), 0);
      int[] stored = {12 << 2 | 2, -12 << 2 | 2, 1250 << 2 | 3, 0x40290000, 0x40290000 | 1};
      for (int i = 0; i < stored.length; i++) {
        sheet.record(2).i32(i).i32(0).i32(stored[i]);
      }

      assertThat(cells(grid(sheet)))
          .isEqualTo(
              Map.of(
                  "A1", number("12"),
                  "B1", number("-12"),
                  "C1", number("12.5"),
                  "D1", number("12.5"),
                  "E1", number("0.125")));
    }

    @Test
    void a_cell_without_a_column_stands_behind_the_one_before_it() {
      var sheet = row(sheet(), 4);
      sheet.record(13).i32(0).i32(7 << 2 | 2); // a number
      real(sheet, 3, 1.5);
      sheet.record(12).i32(0); // nothing
      sheet.record(14).i32(0).u8(0x17); // an error
      sheet.record(15).i32(0).u8(1); // a boolean
      sheet.record(16).i32(0).real(2.5);
      sheet.record(17).i32(0).text("乙");
      sheet.record(18).i32(0).i32(0);

      assertThat(cells(grid(sheet)))
          .isEqualTo(
              Map.of(
                  "A5", number("7"),
                  "D5", number("1.5"),
                  "F5", new Cell.ErrorValue("#REF!"),
                  "G5", new Cell.Bool(true),
                  "H5", number("2.5"),
                  "I5", text("乙"),
                  "J5", text("一")));
    }

    @ParameterizedTest
    @CsvSource({
      "3DD83100, \uFFFD1", // the first half of a pair, and a digit
      "31000DDC3200, 1\uFFFD2", // the second half between digits
      "3DD8, \uFFFD",
      "3DD80DDC3100, \uD83D\uDC0D1",
      "310000003200, 1\u00002",
    })
    void half_a_character_takes_no_other_with_it(String stored, String read) {
      byte[] characters = HexFormat.of().parseHex(stored);
      var sheet = row(sheet(), 0).record(6).i32(0).i32(0);
      sheet.i32(characters.length / 2).bytes(characters);

      assertThat(cells(grid(sheet))).isEqualTo(Map.of("A1", text(read)));
    }

    @Test
    void a_number_that_is_none_is_an_error_value() {
      assertThat(cells(grid(real(row(sheet(), 0), 0, Double.NaN))))
          .isEqualTo(Map.of("A1", new Cell.ErrorValue("NaN")));
    }

    @Test
    void an_error_that_is_not_known_is_an_error_all_the_same() {
      assertThat(cells(grid(row(sheet(), 0).record(3).i32(0).i32(0).u8(99))))
          .isEqualTo(Map.of("A1", new Cell.ErrorValue("#99")));
    }
  }

  @Nested
  class Formulas {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "1+2*3",
          "(1+2)*3",
          "-A1%",
          "SUM(A1:B2,D4)",
          "SUM(A1:B2)",
          "$A$1+A$1-$A1",
          "A:A",
          "SUM($1:$3)",
          "表!B2",
          "'下 半'!B2&\"a\"\"b\"",
          "SUM('表:下 半'!B2)",
          "IF(A1>=1,\"是\",0)",
          "ROUND(A1/3,2)<>0.25",
          "f_1+1",
          "TRUE",
          "IF(A1,,2)",
          "COUNTIF(A1:A9,\"<>\")",
          "#REF!+1"
        })
    void a_formula_is_told_in_the_notation_of_excel(String formula) {
      String escaped = formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      var workbook =
          ofRows("<row r='9'><c r='C9'><f>" + escaped + "</f><v>7</v></c></row>")
              .sheet("下 半", "<sheetData/>")
              .name("f_1", "", "表!$A$1");

      var grid = clean(read(SavedAsXlsb.of(workbook.bytes()))).grids().get(0);

      assertThat(cells(grid)).isEqualTo(Map.of("C9", formula(formula, number("7"))));
    }

    @Test
    void functions_that_came_with_the_format_are_told_by_their_numbers() {
      String tokens = "1e01001e020041e001" + "1e01001e02004202e101" + "03";
      byte[] bytes = HexFormat.of().parseHex(tokens);
      var sheet = row(sheet(), 0).record(9).i32(0).i32(0).real(7).u16(0);
      sheet.i32(bytes.length).bytes(bytes).i32(0);

      assertThat(cells(grid(sheet)))
          .isEqualTo(Map.of("A1", formula("IFERROR(1,2)+COUNTIFS(1,2)", number("7"))));
    }

    @Test
    void a_formula_of_several_cells_is_told_for_each() {
      var workbook =
          ofRows(
              "<row r='2'><c r='C2'><f t='shared' ref='C2:D3' si='0'>A2+$B$1</f><v>1</v></c>"
                  + "<c r='D2'><f t='shared' si='0'/><v>2</v></c></row>"
                  + "<row r='3'><c r='C3'><f t='shared' si='0'/><v>3</v></c></row>");

      assertThat(cells(onlyGrid(clean(read(SavedAsXlsb.of(workbook.bytes()))))))
          .isEqualTo(
              Map.of(
                  "C2", formula("A2+$B$1", number("1")),
                  "D2", formula("B2+$B$1", number("2")),
                  "C3", formula("A3+$B$1", number("3"))));
    }

    @Test
    void further_results_of_a_formula_are_values() {
      var workbook =
          ofRows(
              "<row r='1'><c r='A1'><f t='array' ref='A1:A2'>B1:B2*2</f><v>1</v></c></row>"
                  + "<row r='2'><c r='A2'><v>2</v></c></row>");

      assertThat(cells(onlyGrid(clean(read(SavedAsXlsb.of(workbook.bytes()))))))
          .isEqualTo(Map.of("A1", formula("B1:B2*2", number("1")), "A2", number("2")));
    }

    @Test
    void results_of_a_table_are_values_but_for_the_first() {
      var sheet = row(sheet(), 0);
      sheet.record(9).i32(0).i32(0).real(7).u16(0).i32(5).u8(1).i32(0).i32(4).i32(0);
      sheet.record(428).zeros(32);
      sheet.record(9).i32(1).i32(0).real(0).u16(0).i32(5).u8(1).i32(0).i32(4).i32(0);

      assertThat(cells(grid(sheet)))
          .isEqualTo(Map.of("A1", formula("?", number("7")), "B1", number("0")));
    }

    @Test
    void a_name_as_long_as_none_is_not_repeated() {
      var book = new Book(List.of(), List.of(), List.of("n".repeat(1 << 20)));
      byte[] call = HexFormat.of().parseHex("2301000000");
      var tokens = ByteBuffer.wrap(call).order(ByteOrder.LITTLE_ENDIAN);

      assertThat(new StoredFormula(tokens, ByteBuffer.allocate(0)).text(book, null)).isEqualTo("?");
    }

    @Test
    void what_a_rule_lays_over_numbers_has_a_code_and_an_id_that_is_none() {
      String rule =
          "<conditionalFormatting sqref='A1'><cfRule type='expression' dxfId='0' priority='1'>"
              + "<formula>TRUE</formula></cfRule></conditionalFormatting>";
      var workbook =
          new HandMadeWorkbook()
              .sheet("表", "<sheetData><row><c><v>1</v></c></row></sheetData>" + rule)
              .styles(
                  "<cellXfs><xf/></cellXfs><dxfs><dxf>"
                      + "<numFmt numFmtId='1' formatCode='0&quot;万&quot;'/></dxf></dxfs>");

      var grid = onlyGrid(clean(BothEncodings.read(workbook.bytes())));

      assertThat(grid.marks(new Position(0, 0))).containsExactly(Mark.RESTYLED);
    }

    @ParameterizedTest
    @CsvSource({
      "181900000000000000000000000000, a column of a table",
      "03, an operator without operands",
      "1e01001e0200, two operands without an operator",
      "2301000000, a name that there is not",
      "5a09000000000000c0, a sheet that there is not",
      "24ffffff7f0000, a row that there is not",
      "41ff7f, a function that there is not",
      "17ff0041, a text that breaks off",
      "'', nothing",
    })
    void one_that_cannot_be_told_has_its_result_all_the_same(String tokens, String why) {
      byte[] bytes = HexFormat.of().parseHex(tokens);
      var sheet = row(sheet(), 0).record(9).i32(0).i32(0).real(7).u16(0);
      sheet.i32(bytes.length).bytes(bytes).i32(0);

      assertThat(cells(grid(sheet))).as(why).isEqualTo(Map.of("A1", formula("?", number("7"))));
    }

    @Test
    void one_as_long_as_none_takes_no_time() {
      var tokens = new RecordWriter().u8(0x1E).u16(1);
      for (int i = 0; i < 1_000_000; i++) {
        tokens.u8(0x13);
      }
      byte[] bytes = tokens.body();
      var sheet = row(sheet(), 0).record(9).i32(0).i32(0).real(7).u16(0);
      sheet.i32(bytes.length).bytes(bytes).i32(0);

      assertThat(cells(grid(sheet))).isEqualTo(Map.of("A1", formula("?", number("7"))));
    }
  }

  @Nested
  class Strictness {

    static Stream<Consumer<RecordWriter>> tables() {
      return Stream.of(
          sheet -> real(row(row(sheet, 0), 0), 0, 1), // a row twice
          sheet -> real(real(row(sheet, 0), 0, 1), 0, 2), // two cells at one place
          sheet -> real(sheet, 0, 1), // a cell outside of rows
          sheet -> real(row(sheet, 1 << 20), 0, 1), // a row beyond the last
          sheet -> real(row(sheet, 0), 1 << 14, 1), // a column beyond the last
          sheet -> row(sheet, 0).record(REAL).i32(0).i32(0).i32(0), // half a number
          sheet -> row(sheet, 0).record(7).i32(0).i32(0).i32(1), // a text that there is not
          sheet -> row(sheet, 0).record(6).i32(0).i32(0).i32(1 << 30), // a text without an end
          sheet -> row(sheet, 0).record(19).i32(0), // what may have been a cell
          sheet -> real(row(sheet, 0).record(37).u16(0), 0, 1).record(38), // for some programs
          sheet -> real(row(sheet, 0).record(35).i32(0), 0, 1).record(36),
          sheet -> row(sheet, 0).record(36), // an end without a beginning
          sheet -> row(sheet, 0).record(35).i32(0), // a beginning without an end
          sheet -> row(sheet, 0).record(427).zeros(24), // a formula for no cell
          sheet -> row(sheet, 0).record(REAL).i32(0).i32(9).real(1)); // a style there is not
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_of_cells_that_may_hold_others_is_damage(Consumer<RecordWriter> table) {
      var sheet = sheet();
      table.accept(sheet);

      var outcome = read(withSheet(closed(sheet)));

      assertThat(outcome.value()).isEmpty();
      assertThat(outcome.findings())
          .extracting(finding -> finding.code())
          .containsOnly(DAMAGED_FILE);
    }

    @Test
    void the_cell_is_named_whose_text_there_is_not() {
      assertRefusedAt(
          read(withSheet(closed(row(sheet(), 2).record(7).i32(1).i32(0).i32(5)))),
          DAMAGED_FILE,
          "表",
          "B3");
    }

    @Test
    void a_part_is_whole_or_none() {
      byte[] whole = closed(real(row(sheet(), 0), 0, 1));
      assertThat(cells(onlyGrid(clean(read(withSheet(whole)))))).hasSize(1);

      for (int length = 0; length < whole.length; length++) {
        assertRefused(read(withSheet(Arrays.copyOf(whole, length))), DAMAGED_FILE);
      }
      var behind = new RecordWriter().bytes(whole).bytes(whole).body();
      assertRefused(read(withSheet(behind)), DAMAGED_FILE);
      assertRefused(read(withSheet("<worksheet/>".getBytes(StandardCharsets.UTF_8))), DAMAGED_FILE);
    }

    @Test
    void two_tables_of_cells_and_cells_outside_of_them_are_damage() {
      var two = real(row(sheet(), 0), 0, 1).record(146).record(145);
      var outside = real(row(new RecordWriter().record(129), 0), 0, 1);

      assertRefused(read(withSheet(closed(two))), DAMAGED_FILE);
      assertRefused(read(withSheet(outside.record(130).part())), DAMAGED_FILE);
    }

    @Test
    void a_list_that_says_it_is_longer_than_any_is_too_large() {
      byte[] strings =
          new RecordWriter()
              .record(159)
              .record(19)
              .u8(1)
              .text("一")
              .i32(Integer.MAX_VALUE)
              .record(160)
              .part();

      assertRefused(read(with("xl/sharedStrings.bin", strings)), TOO_LARGE);
    }

    @Test
    void more_about_columns_than_there_are_is_too_large() {
      var sheet = new RecordWriter().record(129).record(390);
      for (int i = 0; i <= 1 << 14; i++) {
        sheet.record(60).i32(0).i32(16_383).i32(2_304).i32(0).u16(0);
      }
      byte[] part = closed(row(sheet.record(391).record(145), 0));

      assertRefused(read(withSheet(part)), TOO_LARGE);
    }

    @Test
    void objects_without_a_drawing_lie_nobody_knows_where() {
      byte[] sheet =
          sheet().record(146).record(644).i32(1).text("rId1").text("x").record(130).part();

      assertRefusedAt(read(withSheet(sheet)), DAMAGED_FILE, "表", null);
    }

    @Test
    void the_two_encodings_are_not_taken_for_each_other() {
      byte[] xml = HandMadeWorkbook.ofRows("").bytes();
      byte[] records = SavedAsXlsb.of(xml);

      assertRefused(read(xml), UNSUPPORTED_FORMAT);
      assertRefused(new XlsxReader().read(records), UNSUPPORTED_FORMAT);
    }
  }

  @Test
  void how_one_user_looks_at_a_sheet_is_not_how_the_others_do() {
    byte[] sheet =
        real(row(sheet(), 0), 0, 1)
            .record(146)
            .record(422)
            .record(479)
            .u16(0)
            .text("&C12")
            .i32(-1)
            .i32(-1)
            .i32(-1)
            .i32(-1)
            .i32(-1)
            .record(425)
            .record(130)
            .part();

    assertThat(clean(read(withSheet(sheet))).notes()).isEmpty();
  }

  @Test
  void it_is_told_by_its_main_part_whatever_that_is_called() {
    Map<String, byte[]> parts = SavedAsXlsb.partsOf(ofCell("<c><v>12</v></c>").bytes());
    var zip = new HandMadeZip();
    parts.forEach(
        (name, bytes) -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          boolean words = name.endsWith(".rels") || name.endsWith(".xml");
          zip.add(
              name.replace("workbook.bin", "book.bin"),
              words
                  ? text.replace("workbook.bin", "book.bin").getBytes(StandardCharsets.UTF_8)
                  : bytes);
        });
    byte[] renamed = zip.bytes();

    assertThat(FileType.of(SavedAsXlsb.of(ofCell("").bytes()))).isEqualTo(FileType.XLSB);
    assertThat(FileType.of(renamed)).isEqualTo(FileType.XLSB);
    var reader = DocumentReaders.of(FileType.XLSB).orElseThrow();
    assertThat(cells(onlyGrid(clean(reader.read(renamed))))).isEqualTo(Map.of("A1", number("12")));
  }
}
