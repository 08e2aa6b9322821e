package dev.rollup.read.xlsx;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.EMPTY_FILE;
import static dev.rollup.finding.FindingCode.MACROS_IGNORED;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;
import static dev.rollup.finding.FindingCode.UNSUPPORTED_FORMAT;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.assertRefusedAt;
import static dev.rollup.read.Outcomes.cells;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.formula;
import static dev.rollup.read.Outcomes.number;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.Outcomes.text;
import static dev.rollup.read.xlsx.HandMadeWorkbook.MAIN;
import static dev.rollup.read.xlsx.HandMadeWorkbook.RELATIONSHIPS;
import static dev.rollup.read.xlsx.HandMadeWorkbook.ofCell;
import static dev.rollup.read.xlsx.HandMadeWorkbook.ofRows;
import static dev.rollup.support.HandMadePackage.relationship;
import static dev.rollup.support.HandMadePackage.relationships;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Position;
import dev.rollup.read.BothEncodings;
import dev.rollup.support.HandMadeZip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("sets what the whole machine shares")
class XlsxReaderTest {

  private static Outcome<Document> read(HandMadeWorkbook workbook) {
    return BothEncodings.read(workbook.bytes());
  }

  private static Grid grid(HandMadeWorkbook workbook) {
    return onlyGrid(clean(read(workbook)));
  }

  /** Returns A1 after making sure that there is nothing else. */
  private static Cell onlyCell(HandMadeWorkbook workbook) {
    var cells = cells(grid(workbook));
    assertThat(cells).containsOnlyKeys("A1");
    return cells.get("A1");
  }

  @Test
  void an_ordinary_workbook_is_read_as_it_was_written() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new XSSFWorkbook()) {
      var sheet = workbook.createSheet("安全生产月");
      sheet.createRow(0).createCell(0).setCellValue("单位");
      sheet.createRow(4).createCell(2).setCellValue(12);
      sheet.getRow(4).createCell(3).setCellFormula("C5*2");
      sheet.getRow(4).createCell(4).setCellValue(true);
      sheet.addMergedRegion(new CellRangeAddress(4, 4, 5, 7));
      workbook.createName().setNameName("f_3_4_2");
      workbook.getName("f_3_4_2").setRefersToFormula("安全生产月!$F$5:$H$5");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      workbook.getProperties().getCustomProperties().addProperty("rollup.template", "id 1");
      workbook.getProperties().getCoreProperties().setTitle("统计表");
      workbook.write(out);
    }

    var document = clean(new XlsxReader().read(out.toByteArray()));

    assertThat(document.properties())
        .containsExactlyInAnyOrderEntriesOf(Map.of("rollup.template", "id 1", "title", "统计表"));
    var grid = onlyGrid(document);
    assertThat(grid.sheet()).isEqualTo("安全生产月");
    assertThat(grid.hidden()).isFalse();
    assertThat(grid.names()).isEqualTo(Map.of("f_3_4_2", new Position(4, 5)));
    assertThat(cells(grid))
        .isEqualTo(
            Map.of(
                "A1", text("单位"),
                "C5", number("12.0"),
                "D5", formula("C5*2", number("24.0")),
                "E5", new Cell.Bool(true)));
  }

  @Nested
  class Texts {

    @Test
    void rich_runs_are_joined_and_phonetic_hints_left_out() {
      var workbook =
          ofCell("<c t='s'><v>1</v></c>")
              .strings(
                  "<si><t>unused</t></si><si><r><rPr><b/></rPr><t>安全</t></r><r><t>生产</t></r>"
                      + "<rPh sb='0' eb='1'><t>anquan</t></rPh><phoneticPr fontId='1'/></si>");

      assertThat(onlyCell(workbook)).isEqualTo(text("安全生产"));
    }

    @Test
    void white_space_is_kept_whether_marked_or_not() {
      var workbook =
          ofRows("<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>")
              .strings("<si><t xml:space='preserve'> a\n</t></si><si><t> b </t></si>");

      assertThat(cells(grid(workbook))).isEqualTo(Map.of("A1", text(" a\n"), "B1", text(" b ")));
    }

    @Test
    void an_empty_text_is_a_text() {
      assertThat(onlyCell(ofCell("<c t='s'><v>0</v></c>").strings("<si><t/></si>")))
          .isEqualTo(text(""));
    }

    @Test
    void escaped_characters_are_decoded() {
      assertThat(
              onlyCell(
                  ofCell("<c t='s'><v>0</v></c>")
                      .strings("<si><t>a_x000D_b_x005F_x000D_</t></si>")))
          .isEqualTo(text("a\rb_x000D_"));
      assertThat(onlyCell(ofCell("<c t='str'><v>a_x0009_b</v></c>"))).isEqualTo(text("a\tb"));
    }

    @Test
    void inline_strings_are_texts() {
      assertThat(onlyCell(ofCell("<c t='inlineStr'><is><t>12</t></is></c>"))).isEqualTo(text("12"));
      assertThat(
              onlyCell(
                  ofCell(
                      "<c t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>")))
          .isEqualTo(text("ab"));
      assertThat(onlyCell(ofCell("<c t='inlineStr'><v>as value</v></c>")))
          .isEqualTo(text("as value"));
    }

    @Test
    void references_cdata_comments_and_long_texts_are_put_together() {
      String lengthy = "字".repeat(30_000);
      assertThat(
              onlyCell(
                  ofCell(
                      "<c t='inlineStr'><is><t>a&amp;&#x5B57;<![CDATA[<b>]]><!-- c -->d"
                          + lengthy
                          + "</t></is></c>")))
          .isEqualTo(text("a&字<b>d" + lengthy));
    }

    @Test
    void an_index_without_a_text_is_damage() {
      assertRefusedAt(
          read(ofCell("<c r='A1' t='s'><v>1</v></c>").strings("<si><t>a</t></si>")),
          DAMAGED_FILE,
          "表",
          "A1");
      assertRefusedAt(read(ofCell("<c r='A1' t='s'><v>0</v></c>")), DAMAGED_FILE, "表", "A1");
      assertRefusedAt(read(ofCell("<c r='A1' t='s'><v>x</v></c>")), DAMAGED_FILE, "表", "A1");
    }
  }

  @Nested
  class Values {

    @Test
    void booleans_and_errors_keep_their_kind() {
      var workbook =
          ofRows("<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#REF!</v></c></row>");

      assertThat(cells(grid(workbook)))
          .isEqualTo(
              Map.of(
                  "A1", new Cell.Bool(true),
                  "B1", new Cell.Bool(false),
                  "C1", new Cell.ErrorValue("#REF!")));
    }

    @ParameterizedTest
    @CsvSource({
      "2023-06-28, 2023-06-28T00:00",
      "2023-06-28T10:20:30, 2023-06-28T10:20:30",
      "2023-06-28T10:20:30.500Z, 2023-06-28T10:20:30.500",
      "T10:20:30, 1899-12-31T10:20:30",
      "10:20:30, 1899-12-31T10:20:30"
    })
    void iso_dates_are_dates(String stored, LocalDateTime time) {
      assertThat(onlyCell(ofCell("<c t='d'><v>" + stored + "</v></c>")))
          .isEqualTo(new Cell.Date(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20230628", "12", "2023-02-30", "x"})
    void what_claims_to_be_a_date_and_is_none_is_an_error_value(String stored) {
      assertThat(onlyCell(ofCell("<c t='d'><v>" + stored + "</v></c>")))
          .isEqualTo(new Cell.ErrorValue(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "INF", "-INF", "１２", "1,200", "0x10", "12d", "1E999999999"})
    void what_claims_to_be_a_number_and_is_none_is_an_error_value(String stored) {
      assertThat(onlyCell(ofCell("<c><v>" + stored + "</v></c>")))
          .isEqualTo(new Cell.ErrorValue(stored));
    }

    @Test
    void a_boolean_that_is_none_is_an_error_value() {
      assertThat(onlyCell(ofCell("<c t='b'><v>2</v></c>"))).isEqualTo(new Cell.ErrorValue("2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "s", "b", "e", "d"})
    void a_cell_with_an_empty_value_is_empty(String type) {
      assertThat(cells(grid(ofCell("<c t='" + type + "'><v/></c>")))).isEmpty();
      assertThat(cells(grid(ofCell("<c t='" + type + "'/>")))).isEmpty();
    }

    @Test
    void an_unknown_kind_of_value_is_damage() {
      assertRefusedAt(read(ofCell("<c r='A1' t='q'><v>1</v></c>")), DAMAGED_FILE, "表", "A1");
    }
  }

  @Nested
  class Formulas {

    @Test
    void a_formula_holds_what_was_cached() {
      var workbook =
          ofRows(
              "<row><c><f>B1*2</f><v>24</v></c><c t='str'><f>A2&amp;\"x\"</f><v>ax</v></c>"
                  + "<c t='e'><f>1/0</f><v>#DIV/0!</v></c><c t='b'><f>A1=1</f><v>1</v></c></row>");

      assertThat(cells(grid(workbook)))
          .isEqualTo(
              Map.of(
                  "A1", formula("B1*2", number("24")),
                  "B1", formula("A2&\"x\"", text("ax")),
                  "C1", formula("1/0", new Cell.ErrorValue("#DIV/0!")),
                  "D1", formula("A1=1", new Cell.Bool(true))));
    }

    @Test
    void a_formula_without_a_value_holds_nothing() {
      assertThat(onlyCell(ofCell("<c><f>SUM(B1:B9)</f></c>")))
          .isEqualTo(formula("SUM(B1:B9)", Cell.EMPTY));
      assertThat(onlyCell(ofCell("<c><f>SUM(B1:B9)</f><v/></c>")))
          .isEqualTo(formula("SUM(B1:B9)", Cell.EMPTY));
      assertThat(onlyCell(ofCell("<c t='str'><f>B1</f></c>"))).isEqualTo(formula("B1", Cell.EMPTY));
    }

    @Test
    void an_empty_text_is_a_value() {
      assertThat(onlyCell(ofCell("<c t='str'><f>B1</f><v></v></c>")))
          .isEqualTo(formula("B1", text("")));
    }

    @Test
    void a_formula_that_was_filled_right_is_read_at_every_cell() {
      var workbook =
          ofRows(
              "<row><c><f t='shared' ref='A1:B1' si='0'>C1</f><v>1</v></c>"
                  + "<c><f t='shared' si='0'/><v>2</v></c></row>");

      assertThat(cells(grid(workbook)))
          .isEqualTo(Map.of("A1", formula("C1", number("1")), "B1", formula("D1", number("2"))));
    }

    @Test
    void a_picture_in_a_cell_as_wps_stores_it_is_a_formula() {
      assertThat(
              onlyCell(
                  ofCell(
                      "<c t='str'><f>_xlfn.DISPIMG(\"ID_1\",1)</f><v>=DISPIMG(\"ID_1\",1)</v></c>")))
          .isEqualTo(formula("_xlfn.DISPIMG(\"ID_1\",1)", text("=DISPIMG(\"ID_1\",1)")));
    }

    @Test
    void the_result_of_a_formula_can_be_a_date() {
      assertThat(onlyCell(ofCell("<c s='1'><f>TODAY()</f><v>45105</v></c>").format(14)))
          .isEqualTo(formula("TODAY()", new Cell.Date(LocalDateTime.of(2023, 6, 28, 0, 0))));
    }
  }

  @Nested
  class Formats {

    @Test
    void a_number_carries_its_format_code() {
      assertThat(onlyCell(ofCell("<c><v>12</v></c>"))).isEqualTo(number("12", "General"));
      assertThat(onlyCell(ofCell("<c s='1'><v>12</v></c>").format(3)))
          .isEqualTo(number("12", "#,##0"));
      assertThat(onlyCell(ofCell("<c s='1'><v>12</v></c>").format("0\"万\"")))
          .isEqualTo(number("12", "0\"万\""));
    }

    @Test
    void a_cell_without_a_style_has_the_first_one() {
      assertThat(
              onlyCell(
                  ofCell("<c><v>45105</v></c>").styles("<cellXfs><xf numFmtId='14'/></cellXfs>")))
          .isEqualTo(new Cell.Date(LocalDateTime.of(2023, 6, 28, 0, 0)));
    }

    @Test
    void formats_of_other_things_than_cells_do_not_count() {
      var workbook =
          ofCell("<c s='0'><v>12</v></c>")
              .styles(
                  "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                      + "<cellXfs><xf numFmtId='1'/></cellXfs>"
                      + "<dxfs><dxf><numFmt numFmtId='1' formatCode='yyyy'/></dxf></dxfs>");

      assertThat(onlyCell(workbook)).isEqualTo(number("12", "0"));
    }

    @Test
    void a_definition_goes_before_what_is_built_in() {
      var workbook =
          ofCell("<c s='0'><v>12</v></c>")
              .styles(
                  "<numFmts><numFmt numFmtId='14' formatCode='0.0'/></numFmts>"
                      + "<cellXfs><xf numFmtId='14'/></cellXfs>");

      assertThat(onlyCell(workbook)).isEqualTo(number("12", "0.0"));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 22, 27, 31, 36, 50, 58})
    void built_in_dates_are_dates(int id) {
      assertThat(onlyCell(ofCell("<c s='1'><v>45105.75</v></c>").format(id)))
          .isEqualTo(new Cell.Date(LocalDateTime.of(2023, 6, 28, 18, 0)));
    }

    @Test
    void days_can_be_counted_from_1904() {
      assertThat(
              onlyCell(
                  ofCell("<c s='1'><v>43643</v></c>")
                      .format(14)
                      .workbookProperties("date1904='1'")))
          .isEqualTo(new Cell.Date(LocalDateTime.of(2023, 6, 28, 0, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2958466", "1E10"})
    void a_number_that_is_no_day_stays_a_number(String stored) {
      var cell = onlyCell(ofCell("<c s='1'><v>" + stored + "</v></c>").format(14));

      assertThat(cell).isInstanceOf(Cell.Number.class);
    }

    @Test
    void a_number_in_an_unknown_style_is_damage() {
      assertRefusedAt(
          read(ofCell("<c r='A1' s='2'><v>1</v></c>").format(14)), DAMAGED_FILE, "表", "A1");
      assertRefusedAt(
          read(ofCell("<c r='A1' s='x'><v>1</v></c>").format(14)), DAMAGED_FILE, "表", "A1");
    }

    @Test
    void without_any_styles_every_number_is_general() {
      assertThat(onlyCell(ofCell("<c s='3'><v>1</v></c>"))).isEqualTo(number("1"));
    }
  }

  @Nested
  class Places {

    @Test
    void rows_and_cells_without_a_reference_follow_the_one_before() {
      var workbook =
          ofRows(
              "<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row>"
                  + "<row r='5'><c><v>4</v></c></row><row><c><v>5</v></c></row>");

      assertThat(cells(grid(workbook)).keySet()).containsExactly("A1", "A5", "A6", "D1", "E1");
    }

    @Test
    void the_last_row_and_column_are_inside() {
      assertThat(
              cells(grid(ofRows("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"))).keySet())
          .containsExactly("XFD1048576");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<row r='1048577'/>",
          "<row r='0'/>",
          "<row r='-1'/>",
          "<row r='99999999999'/>",
          "<row r='x'/>",
          "<row r='1048576'/><row/>",
          "<row r='1'><c r='XFE1'/></row>",
          "<row r='1'><c r='AAAAAAAAAAAAA1'/></row>",
          "<row r='1'><c r='XFD1'/><c/></row>",
          "<row r='1'><c r='1A'/></row>",
          "<row r='1'><c r=''/></row>"
        })
    void a_place_outside_every_sheet_is_damage(String rows) {
      assertRefused(read(ofRows(rows)), DAMAGED_FILE);
    }

    @Test
    void a_cell_in_another_row_than_it_says_is_damage() {
      assertRefusedAt(
          read(ofRows("<row r='2'><c r='B7'><v>1</v></c></row>")), DAMAGED_FILE, "表", "B7");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
              + "<mc:Fallback><row r='1'/></mc:Fallback></mc:AlternateContent>",
          "<row><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
              + "<mc:Fallback><c><v>1</v></c></mc:Fallback></mc:AlternateContent></row>"
        })
    void cells_that_are_others_for_other_programs_are_damage(String rows) {
      assertRefused(read(ofRows(rows)), DAMAGED_FILE);
    }

    @Test
    void two_cells_at_one_place_are_damage() {
      assertRefusedAt(
          read(ofRows("<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>")),
          DAMAGED_FILE,
          "表",
          null);
    }

    @Test
    void the_stated_dimension_is_not_believed() {
      var workbook =
          new HandMadeWorkbook()
              .sheet(
                  "表",
                  "<dimension ref='A1:XFD1048576'/><sheetData><row><c><v>1</v></c></row></sheetData>");

      assertThat(cells(grid(workbook))).isEqualTo(Map.of("A1", number("1")));
    }

    @Test
    void hidden_rows_columns_and_sheets_are_marked() {
      var workbook =
          new HandMadeWorkbook()
              .sheet(
                  "甲",
                  "<cols><col min='2' max='3' hidden='1'/><col min='4' max='4'/></cols><sheetData>"
                      + "<row r='2' hidden='true'><c><v>1</v></c></row><row hidden='0'/></sheetData>")
              .sheet("乙", "state='hidden'", "<sheetData/>")
              .sheet("丙", "state='veryHidden'", "<sheetData/>");

      var grids = clean(read(workbook)).grids();

      assertThat(grids).extracting(Grid::sheet).containsExactly("甲", "乙", "丙");
      assertThat(grids).extracting(Grid::hidden).containsExactly(false, true, true);
      var grid = grids.get(0);
      assertThat(IntStream.range(0, 5).filter(grid::rowHidden)).containsExactly(1);
      assertThat(IntStream.range(0, 5).filter(grid::columnHidden)).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"min='3' max='2'", "min='1' max='16385'", "min='0' max='2'", ""})
    void hidden_columns_that_cannot_be_are_damage(String range) {
      assertRefused(
          read(
              new HandMadeWorkbook()
                  .sheet("表", "<cols><col " + range + " hidden='1'/></cols><sheetData/>")),
          DAMAGED_FILE);
    }
  }

  @Nested
  class Names {
    private static final String MERGED =
        "<sheetData/><mergeCells><mergeCell ref='B2:D2'/></mergeCells>";

    @Test
    void a_name_points_at_one_cell_of_its_sheet() {
      var workbook =
          new HandMadeWorkbook()
              .sheet("表", MERGED)
              .sheet("Tom's 表", MERGED)
              .name("plain", "", "表!$C$5")
              .name("quoted", "", "'Tom''s 表'!$C$6")
              .name("merged", "", "表!$B$2:$D$2")
              .name("range", "", "表!$B$2:$D$3")
              .name("gone", "", "表!#REF!")
              .name("relative", "", "表!C5")
              .name("elsewhere", "", "[1]表!$A$1")
              .name("several", "", "表!$A$1,表!$B$2")
              .name("unknown", "", "没有!$A$1")
              .name("sum", "", "SUM(表!$A$1)")
              .name("_xlnm.Print_Area", "localSheetId='0'", "表!$A$1");

      var document = clean(read(workbook));

      assertThat(document.grids().get(0).names())
          .isEqualTo(Map.of("plain", new Position(4, 2), "merged", new Position(1, 1)));
      assertThat(document.grids().get(1).names()).isEqualTo(Map.of("quoted", new Position(5, 2)));
      assertThat(document.properties()).isEmpty();
    }

    @Test
    void the_name_of_a_sheet_hides_that_of_the_workbook() {
      var workbook =
          new HandMadeWorkbook()
              .sheet("甲", "<sheetData/>")
              .sheet("乙", "<sheetData/>")
              .name("f_1", "localSheetId='0'", "乙!$A$3")
              .name("f_1", "", "乙!$A$2")
              .name("f_1", "localSheetId='1'", "乙!$A$1")
              .name("f_2", "localSheetId='0'", "乙!$B$3")
              .name("f_2", "", "乙!$B$2");

      var document = clean(read(workbook));

      assertThat(document.grids().get(0).names()).isEmpty();
      assertThat(document.grids().get(1).names())
          .isEqualTo(Map.of("f_1", new Position(0, 0), "f_2", new Position(1, 1)));
    }

    @Test
    void a_name_that_is_a_text_is_a_property() {
      var workbook =
          ofRows("")
              .name("template", "hidden='1'", "\"a \"\"b\"\"\"")
              .name("number", "", "12")
              .name("joined", "", "\"a\"&amp;\"b\"");

      assertThat(clean(read(workbook)).properties()).isEqualTo(Map.of("template", "a \"b\""));
    }

    @Test
    void custom_properties_go_before_names_and_these_before_core_properties() {
      var workbook =
          ofRows("")
              .packageRelated(RELATIONSHIPS + "/custom-properties", "docProps/custom.xml")
              .packageRelated(
                  "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                  "docProps/core.xml")
              .part(
                  "docProps/custom.xml",
                  "<Properties xmlns='c' xmlns:vt='v'><property name='a'><vt:lpwstr>custom</vt:lpwstr>"
                      + "</property><property name='n'><vt:i4>7</vt:i4></property></Properties>")
              .part(
                  "docProps/core.xml",
                  "<c xmlns:dc='d'><dc:title>core</dc:title><dc:identifier>id</dc:identifier>"
                      + "<dc:creator>who</dc:creator></c>")
              .name("a", "", "\"name\"")
              .name("title", "", "\"name\"");

      assertThat(clean(read(workbook)).properties())
          .isEqualTo(Map.of("a", "custom", "n", "7", "title", "name", "identifier", "id"));
    }
  }

  @Nested
  class Packages {

    @ParameterizedTest
    @CsvSource({"表, true", "'', true", "另, false"})
    void two_parts_of_properties_may_say_the_same(String other, boolean read) {
      String type =
          "http://schemas.openxmlformats.org/%s/2006/relationships/metadata/core-properties";
      String part = "<c xmlns:dc='d'><dc:title>%s</dc:title></c>";
      var workbook =
          ofRows("")
              .packageRelated(type.formatted("package"), "docProps/core.xml")
              .packageRelated(type.formatted("officedocument"), "docProps/core0.xml")
              .part("docProps/core.xml", part.formatted("表"))
              .part("docProps/core0.xml", part.formatted(other));

      if (read) {
        assertThat(clean(read(workbook)).properties()).isEqualTo(Map.of("title", "表"));
      } else {
        assertRefused(read(workbook), DAMAGED_FILE);
      }
    }

    @Test
    void strict_files_with_prefixes_and_absolute_targets_are_read() {
      String main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
      String strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
      var workbook =
          new HandMadeWorkbook()
              .part(
                  "_rels/.rels",
                  relationships(relationship("a", strict + "/officeDocument", "/book/main.xml")))
              .part(
                  "book/main.xml",
                  "<x:workbook xmlns:x='%s' xmlns:q='%s'><x:sheets><x:sheet name='表' sheetId='1' q:id='s'/></x:sheets></x:workbook>"
                      .formatted(main, strict))
              .part(
                  "book/_rels/main.xml.rels",
                  relationships(
                      relationship("s", strict + "/worksheet", "/book/../sheets/./%E8%A1%A8.xml")
                          + relationship("t", strict + "/sharedStrings", "../strings.xml")))
              .part(
                  "sheets/表.xml",
                  "<x:worksheet xmlns:x='%s'><x:sheetData><x:row r='1'><x:c r='B1' t='s'><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>"
                      .formatted(main))
              .part(
                  "STRINGS.xml",
                  "<x:sst xmlns:x='%s'><x:si><x:t>a</x:t></x:si></x:sst>".formatted(main));
      var zip = workbook.zip();

      var grid = onlyGrid(clean(new XlsxReader().read(zip.bytes())));

      assertThat(cells(grid)).isEqualTo(Map.of("B1", text("a")));
    }

    @Test
    void elements_of_foreign_namespaces_are_passed_over() {
      var workbook =
          ofRows(
              "<f:row xmlns:f='foreign'><c xmlns='"
                  + MAIN
                  + "'><v>9</v></c></f:row><row><f:c xmlns:f='foreign'/><c f:r='Z9' xmlns:f='foreign'><v>1</v><extLst><ext><v>2</v></ext></extLst></c></row>");

      assertThat(cells(grid(workbook))).isEqualTo(Map.of("A1", number("1")));
    }

    @Test
    void the_workbook_is_found_by_its_type_where_no_relationship_leads_to_it() {
      assertThat(onlyCell(ofCell("<c><v>1</v></c>").part("_rels/.rels", relationships(""))))
          .isEqualTo(number("1"));
    }

    @Test
    void charts_and_dialogs_are_left_out() {
      var workbook =
          ofCell("<c><v>1</v></c>")
              .sheetEntry("图", "", "chartsheet", "chartsheets/sheet1.xml")
              .sheetEntry("框", "", "dialogsheet", "dialogsheets/sheet1.xml");

      assertThat(onlyCell(workbook)).isEqualTo(number("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vbaProject", "externalLink"})
    void macros_and_external_links_are_ignored_and_mentioned(String type) {
      var outcome = read(ofCell("<c><v>1</v></c>").related("x", type, "x.bin"));

      assertThat(cells(onlyGrid(outcome.value().orElseThrow())))
          .isEqualTo(Map.of("A1", number("1")));
      assertThat(outcome.findings()).containsExactly(Finding.of(MACROS_IGNORED, Location.NOWHERE));
    }

    @Test
    void a_binary_workbook_is_unsupported() {
      var workbook =
          new HandMadeWorkbook()
              .part(
                  "_rels/.rels",
                  relationships(
                      relationship("a", RELATIONSHIPS + "/officeDocument", "xl/workbook.bin")))
              .part(
                  "[Content_Types].xml",
                  "<Types><Override PartName='/xl/workbook.bin' ContentType='application/vnd.ms-excel.sheet.binary.macroEnabled.main'/></Types>")
              .part("xl/workbook.bin", new byte[] {(byte) 0x83, 1, 0});

      assertRefused(read(workbook), UNSUPPORTED_FORMAT);
    }

    @Test
    void a_word_document_is_unsupported() {
      var word =
          new HandMadeWorkbook()
              .part(
                  "_rels/.rels",
                  relationships(
                      relationship("a", RELATIONSHIPS + "/officeDocument", "word/document.xml")))
              .part("word/document.xml", "<w:document xmlns:w='w'/>");

      assertRefused(read(word), UNSUPPORTED_FORMAT);
    }

    @Test
    void a_zip_of_other_things_is_unsupported() {
      var zip = new HandMadeZip();
      zip.add("a.txt", "a");

      assertRefused(new XlsxReader().read(zip.bytes()), UNSUPPORTED_FORMAT);
      assertRefused(new XlsxReader().read(new HandMadeZip().bytes()), UNSUPPORTED_FORMAT);
    }

    @Test
    void what_is_no_zip_is_unsupported() {
      assertRefused(
          new XlsxReader().read("单位,数量".getBytes(StandardCharsets.UTF_8)), UNSUPPORTED_FORMAT);
      assertRefused(new XlsxReader().read(new byte[] {'P'}), UNSUPPORTED_FORMAT);
    }

    @Test
    void nothing_is_an_empty_file() {
      assertRefused(new XlsxReader().read(new byte[0]), EMPTY_FILE);
    }

    @Test
    void an_encrypted_workbook_is_password_protected_and_an_old_one_unsupported()
        throws IOException {
      assertRefused(new XlsxReader().read(ole2("EncryptedPackage")), PASSWORD_PROTECTED);
      assertRefused(new XlsxReader().read(ole2("Workbook")), UNSUPPORTED_FORMAT);
    }

    private static byte[] ole2(String stream) throws IOException {
      var out = new ByteArrayOutputStream();
      try (var files = new POIFSFileSystem()) {
        files.getRoot().createDocument(stream, new ByteArrayInputStream(new byte[5000]));
        files.writeFilesystem(out);
      }
      return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[Content_Types].xml",
          "_rels/.rels",
          "xl/workbook.xml",
          "xl/_rels/workbook.xml.rels",
          "xl/sharedStrings.xml",
          "xl/styles.xml",
          "xl/worksheets/sheet1.xml"
        })
    void a_document_type_is_unsafe_in_every_part(String part) {
      for (String root : new String[] {"workbook", "worksheet", "sst", "styleSheet", "Types"}) {
        for (String subset : new String[] {"", "[]", "[<!ENTITY a 'b'>]", "SYSTEM 'file:///x'"}) {
          var workbook =
              ofCell("<c/>")
                  .strings("")
                  .format(1)
                  .part(
                      part,
                      "<!DOCTYPE " + root + " " + subset + "><" + root + ">&a;</" + root + ">");

          assertRefused(read(workbook), UNSAFE_CONTENT);
        }
      }
    }

    @Test
    void an_undeclared_entity_is_damage() {
      assertRefused(read(ofCell("<c t='str'><v>1&a;2</v></c>")), DAMAGED_FILE);
    }

    @Test
    void elements_nested_without_end_are_unsafe() {
      assertRefused(read(ofCell("<c><v>" + "<a>".repeat(100_000) + "</v></c>")), UNSAFE_CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "<worksheet",
          "<worksheet/>x",
          "<worksheet></work>",
          "<worksheet/><worksheet/>",
          "<worksheet a='1' a='2'/>",
          "<worksheet>\u0001</worksheet>",
          "<other/>"
        })
    void malformed_or_misplaced_xml_is_damage(String xml) {
      assertRefused(
          read(
              ofRows("")
                  .part(
                      "xl/worksheets/sheet1.xml",
                      xml.replace("worksheet", "worksheet xmlns='" + MAIN + "'")
                          .replace("/worksheet xmlns='" + MAIN + "'", "/worksheet"))),
          DAMAGED_FILE);
    }

    @Test
    void bytes_that_are_no_utf_8_are_damage_and_nobody_prints_it() {
      byte[] xml =
          ("<worksheet xmlns='" + MAIN + "'><sheetData>\u00e4</sheetData></worksheet>")
              .getBytes(StandardCharsets.ISO_8859_1);
      var standardError = System.err;
      var printed = new ByteArrayOutputStream();
      System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
      try {
        assertRefused(read(ofRows("").part("xl/worksheets/sheet1.xml", xml)), DAMAGED_FILE);
      } finally {
        System.setErr(standardError);
      }
      assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "UTF-16, UTF-16",
      "UTF-16, UTF-16LE",
      "utf-8, UTF-8",
      "GB18030, GB18030",
      "gbk, GBK",
      "ISO-8859-1, ISO-8859-1"
    })
    void parts_are_read_in_their_own_encoding(String declared, String actual) {
      String letter = actual.startsWith("ISO") ? "\u00e4" : "字";
      String xml =
          "<?xml version='1.0' encoding='%s' ?><worksheet xmlns='%s'><sheetData><row><c t='str'><v>%s</v></c></row></sheetData></worksheet>"
              .formatted(declared, MAIN, letter);
      var workbook =
          ofRows("").part("xl/worksheets/sheet1.xml", xml.getBytes(Charset.forName(actual)));

      assertThat(onlyCell(workbook)).isEqualTo(text(letter));
    }

    @Test
    void a_byte_order_mark_is_no_text_and_a_replacement_character_is() {
      String xml =
          "\uFEFF<worksheet xmlns='%s'><sheetData><row><c t='str'><v>\uFFFD</v></c></row></sheetData></worksheet>"
              .formatted(MAIN);

      assertThat(
              onlyCell(
                  ofRows("")
                      .part("xl/worksheets/sheet1.xml", xml.getBytes(StandardCharsets.UTF_8))))
          .isEqualTo(text("\uFFFD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none-such", "!", ""})
    void an_unknown_encoding_is_damage(String name) {
      byte[] xml =
          ("<?xml version='1.0' encoding='" + name + "'?><worksheet/>")
              .getBytes(StandardCharsets.UTF_8);

      assertRefused(read(ofRows("").part("xl/worksheets/sheet1.xml", xml)), DAMAGED_FILE);
    }

    @Test
    void a_part_that_is_missing_is_damage() {
      assertRefused(
          read(ofCell("<c/>").sheetEntry("无", "", "worksheet", "worksheets/none.xml")),
          DAMAGED_FILE);
      assertRefused(read(ofCell("<c/>").related("s", "styles", "none.xml")), DAMAGED_FILE);
      assertRefused(read(ofCell("<c/>").related("s", "sharedStrings", "none.xml")), DAMAGED_FILE);
      assertRefused(
          read(
              new HandMadeWorkbook()
                  .part(
                      "_rels/.rels",
                      relationships(
                          relationship("a", RELATIONSHIPS + "/officeDocument", "none.xml")))),
          DAMAGED_FILE);
      assertRefused(
          read(ofRows("").related("x", "styles", "../../../../etc/passwd")), DAMAGED_FILE);
    }
  }

  @Nested
  class Sizes {

    private static Grid xml(String rows) {
      return onlyGrid(clean(new XlsxReader().read(ofRows(rows).bytes())));
    }

    private static String row(int cells) {
      return "<row>" + "<c><v>1</v></c>".repeat(cells) + "</row>";
    }

    @Test
    void as_many_cells_as_allowed_are_read() {
      assertThat(xml(row(10_000).repeat(20)).cells()).hasSize(200_000);
    }

    @Test
    void one_cell_more_in_all_sheets_together_is_too_large() {
      var workbook =
          ofRows(row(10_000).repeat(20)).sheet("另", "<sheetData>" + row(1) + "</sheetData>");

      assertRefused(read(workbook), TOO_LARGE);
    }

    @Test
    void cells_that_are_only_formatted_do_not_count() {
      assertThat(cells(xml(("<row>" + "<c s='0'/>".repeat(10_000) + "</row>").repeat(21))))
          .isEmpty();
    }

    @Tag("slow")
    @Test
    void a_million_empty_rows_cost_little() {
      String rows =
          IntStream.rangeClosed(1, 1_000_000)
              .mapToObj(row -> "<row r='" + row + "' hidden='1'/>")
              .collect(Collectors.joining());
      byte[] bytes = ofRows(rows).bytes();

      var outcome = assertTimeout(Duration.ofSeconds(60), () -> new XlsxReader().read(bytes));

      assertThat(onlyGrid(clean(outcome)).cells()).isEmpty();
    }
  }
}
