package dev.rollup.read.spreadsheetml;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.cells;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.formula;
import static dev.rollup.read.Outcomes.number;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.Outcomes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.rollup.filetype.FileType;
import dev.rollup.finding.Finding;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.model.Span;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookReaderTest {

  private static final Position A1 = new Position(0, 0);

  /** A workbook: its styles, the table of its only sheet, and what stands behind that. */
  private static byte[] workbook(String styles, String table, String behind) {
    return ("""
        <?xml version="1.0"?>
        <?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
         xmlns:x="urn:schemas-microsoft-com:office:excel"
         xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
         xmlns:html="http://www.w3.org/TR/REC-html40">
        """
            + "<Styles>"
            + styles
            + "</Styles><Worksheet ss:Name='表'><Table>"
            + table
            + "</Table>"
            + behind
            + "</Worksheet></Workbook>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Outcome<Document> read(byte[] content) {
    return new WorkbookReader().read(content);
  }

  private static Grid grid(String styles, String table) {
    return onlyGrid(clean(read(workbook(styles, table, ""))));
  }

  private static String number12(String attributes) {
    return "<Cell " + attributes + "><Data ss:Type='Number'>12</Data></Cell>";
  }

  @Test
  void what_a_cell_holds_is_read_by_its_type() {
    Grid grid =
        grid(
            "<Style ss:ID='f'><NumberFormat ss:Format='Fixed'/></Style>",
            "<Row>"
                + number12("")
                + "<Cell><Data ss:Type='String'>十二&#10;次</Data></Cell>"
                + "<Cell><Data ss:Type='DateTime'>2023-06-28T00:00:00.000</Data></Cell>"
                + "<Cell><Data ss:Type='Boolean'>1</Data></Cell>"
                + "<Cell><Data ss:Type='Error'>#REF!</Data></Cell>"
                + "<Cell ss:Formula='=RC[-5]'><Data ss:Type='Number'>12</Data></Cell>"
                + "<Cell ss:Formula='=RC[-5]'/>"
                + number12("ss:StyleID='f'")
                + "<Cell><Data ss:Type='Number'>12人</Data></Cell><Cell/>"
                + "</Row>");

    assertThat(cells(grid))
        .containsOnly(
            entry("A1", number("12")),
            entry("B1", text("十二\n次")),
            entry("C1", new Cell.Date(LocalDate.of(2023, 6, 28).atStartOfDay())),
            entry("D1", new Cell.Bool(true)),
            entry("E1", new Cell.ErrorValue("#REF!")),
            entry("F1", formula("A1", number("12"))),
            entry("G1", formula("B1", Cell.EMPTY)),
            entry("H1", number("12", "0.00")),
            entry("I1", new Cell.ErrorValue("12人")));
  }

  @Test
  void cells_and_rows_stand_where_they_say() {
    Grid grid =
        grid(
            "",
            "<Row ss:Index='2'>"
                + number12("ss:Index='3' ss:MergeAcross='1' ss:MergeDown='1'")
                + number12("")
                + "</Row><Row>"
                + number12("")
                + "</Row><Row ss:Span='2'/><Row>"
                + number12("")
                + "</Row>");

    assertThat(cells(grid).keySet()).containsExactly("A3", "A7", "C2", "E2");
    assertThat(grid.mergedAt(new Position(2, 3)).orElseThrow().first())
        .isEqualTo(new Position(1, 2));
  }

  @Test
  void rows_columns_and_sheets_that_nobody_sees_are_hidden() {
    byte[] book =
        workbook(
            "",
            "<Column/><Column ss:Hidden='1' ss:Span='1'/><Column ss:Index='5' ss:Width='0.5'/>"
                + "<Row ss:Hidden='1'>"
                + number12("")
                + "</Row><Row ss:Height='1'/><Row/>",
            "<WorksheetOptions xmlns='urn:schemas-microsoft-com:office:excel'>"
                + "<Visible>SheetVeryHidden</Visible></WorksheetOptions>");
    Grid grid = onlyGrid(clean(read(book)));

    assertThat(grid.hidden()).isTrue();
    assertThat(List.of(0, 1, 2)).filteredOn(grid::rowHidden).containsExactly(0, 1);
    assertThat(List.of(0, 1, 2, 3, 4)).filteredOn(grid::columnHidden).containsExactly(1, 2, 4);
  }

  @ParameterizedTest
  @CsvSource({
    "<Font ss:StrikeThrough='1'/>, STRUCK_OUT",
    "<Font ss:VerticalAlign='Superscript'/>, SHIFTED",
    "<Font ss:Color='#FFFFFF'/>, HIDDEN",
    "<Font ss:Color='#FF0000'/><Interior ss:Color='#FF0000' ss:Pattern='Solid'/>, HIDDEN",
    "<Font ss:Color='#FFFFFF'/><Interior ss:Color='#FF0000' ss:Pattern='Solid'/>,",
    "<Font ss:Size='1'/>, HIDDEN",
    "<Font ss:FontName='Wingdings'/>, RESTYLED",
    "<Alignment ss:Horizontal='Fill'/>, RESTYLED",
    "<Font ss:FontName='宋体' ss:Size='12' ss:Color='#000000'/>,",
  })
  void the_look_of_a_cell_is_that_of_its_style_and_of_whose_heir_it_is(String look, Mark mark) {
    String styles =
        "<Style ss:ID='c'>%s</Style><Style ss:ID='heir' ss:Parent='c'><Borders/></Style>"
            .formatted(look);
    String ofDefault = "<Style ss:ID='Default'>%s</Style>".formatted(look);
    Set<Mark> expected = mark == null ? Set.of() : Set.of(mark);

    assertThat(grid(styles, "<Row>" + number12("ss:StyleID='c'") + "</Row>").marks(A1))
        .isEqualTo(expected);
    assertThat(grid(styles, "<Row>" + number12("ss:StyleID='heir'") + "</Row>").marks(A1))
        .isEqualTo(expected);
    assertThat(grid(styles, "<Row ss:StyleID='c'>" + number12("") + "</Row>").marks(A1))
        .isEqualTo(expected);
    assertThat(grid(styles, "<Column ss:StyleID='c'/><Row>" + number12("") + "</Row>").marks(A1))
        .isEqualTo(expected);
    assertThat(grid(ofDefault, "<Row>" + number12("") + "</Row>").marks(A1)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "S, STRUCK_OUT",
    "Sup, SHIFTED",
    "Sub, SHIFTED",
    "Font html:Color='#FFFFFF', HIDDEN",
    "Font html:Size='1', HIDDEN",
    "Font html:Face='Wingdings', RESTYLED",
    "B,",
    "Font html:Color='#FF0000',",
  })
  void a_stretch_of_a_text_has_a_look_of_its_own(String element, Mark mark) {
    String name = element.split(" ")[0];
    String data =
        "<Row><Cell><ss:Data ss:Type='String' xmlns='http://www.w3.org/TR/REC-html40'>共<"
            + element
            + ">12</"
            + name
            + ">场</ss:Data></Cell></Row>";

    Cell.Text read = (Cell.Text) grid("", data).at(A1);
    assertThat(read.value()).isEqualTo("共12场");
    assertThat(read.spans()).isEqualTo(mark == null ? List.of() : List.of(new Span(1, 3, mark)));
  }

  @Test
  void a_table_has_a_style_and_a_parent_may_come_late() {
    String styles =
        "<Style ss:ID='heir' ss:Parent='late'/><Style ss:ID='late'><Font ss:StrikeThrough='1'/>"
            + "</Style><Style ss:ID='gone'><Font ss:Color='yellow'/>"
            + "<Interior ss:Color='#FFFF00' ss:Pattern='Solid'/></Style>";
    byte[] ofTable =
        new String(workbook(styles, "<Row>" + number12("") + "</Row>", ""), StandardCharsets.UTF_8)
            .replace("<Table>", "<Table ss:StyleID='gone'>")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(grid(styles, "<Row>" + number12("ss:StyleID='heir'") + "</Row>").marks(A1))
        .containsExactly(Mark.STRUCK_OUT);
    assertThat(onlyGrid(clean(read(ofTable))).marks(A1)).containsExactly(Mark.HIDDEN);
  }

  /** A red cell of 12 on the sheet under a rule: for which values, and what is laid over it. */
  @ParameterizedTest
  @CsvSource({
    "<Qualifier>Greater</Qualifier><Value1>1</Value1>, background:red, HIDDEN",
    "<Qualifier>Less</Qualifier><Value1>1</Value1>, background:red,",
    "<Qualifier>Between</Qualifier><Value1>1</Value1><Value2>20</Value2>, color:white, HIDDEN",
    "<Value1>RC&gt;1</Value1>, color:white, HIDDEN",
    "<Qualifier>Greater</Qualifier><Value1>1</Value1>, color:white;background:red,",
  })
  void a_rule_is_judged_and_laid_over_the_look_of_the_cell(
      String condition, String look, Mark mark) {
    String rule =
        "<ConditionalFormatting xmlns='urn:schemas-microsoft-com:office:excel'>"
            + "<Range>R1C1</Range><Condition>"
            + condition
            + "<Format Style='"
            + look
            + "'/></Condition></ConditionalFormatting>";
    String red = "<Style ss:ID='c'><Font ss:Color='#FF0000'/></Style>";
    String row = "<Row>" + number12("ss:StyleID='c'") + "</Row>";

    assertThat(onlyGrid(clean(read(workbook(red, row, rule)))).marks(A1))
        .isEqualTo(mark == null ? Set.of() : Set.of(mark));
  }

  @Test
  void formats_that_depend_on_the_value_are_told_where_they_reach() {
    String rule =
        "<ConditionalFormatting xmlns='urn:schemas-microsoft-com:office:excel'>"
            + "<Range>R1C1:R1C1</Range><Condition><Qualifier>Greater</Qualifier><Value1>1</Value1>"
            + "<Format Style='color:%s'/></Condition></ConditionalFormatting>";
    String row = "<Row>" + number12("") + number12("") + "</Row>";

    Grid gone = onlyGrid(clean(read(workbook("", row, rule.formatted("white")))));
    Grid red = onlyGrid(clean(read(workbook("", row, rule.formatted("red")))));
    assertThat(gone.marks(A1)).containsExactly(Mark.HIDDEN);
    assertThat(gone.marks(new Position(0, 1))).isEmpty();
    assertThat(red.marks(A1)).isEmpty();
  }

  @Test
  void what_is_said_beside_the_cells_is_told() {
    byte[] book =
        workbook(
            "",
            "<Row><Cell><Data ss:Type='Number'>12</Data><Comment ss:Author='李'><ss:Data>"
                + "<B>李:</B>&#10;应为15</ss:Data></Comment></Cell></Row>",
            "<WorksheetOptions xmlns='urn:schemas-microsoft-com:office:excel'><PageSetup>"
                + "<Header x:Data='&amp;C另有12场'/><Footer x:Data='&amp;P'/></PageSetup>"
                + "</WorksheetOptions>");

    assertThat(clean(read(book)).notes())
        .containsExactly(
            new Note(Note.Kind.COMMENT, "表", A1, "应为15"),
            new Note(Note.Kind.PAGE_MARGIN, "表", null, "另有12场"));
  }

  @Test
  void names_and_properties_are_those_of_the_workbook() {
    byte[] book =
        new String(workbook("", "<Row>" + number12("") + "</Row>", ""), StandardCharsets.UTF_8)
            .replace(
                "<Styles>",
                "<CustomDocumentProperties xmlns='urn:schemas-microsoft-com:office:office'>"
                    + "<rollup_template>t</rollup_template></CustomDocumentProperties><Names>"
                    + "<NamedRange ss:Name='f_1' ss:RefersTo='=表!R1C1'/>"
                    + "<NamedRange ss:Name='far' ss:RefersTo='=表!R1C99999'/></Names><Styles>")
            .getBytes(StandardCharsets.UTF_8);

    Document read = clean(read(book));
    assertThat(onlyGrid(read).names()).isEqualTo(Map.of("f_1", A1));
    assertThat(read.properties()).isEqualTo(Map.of("rollup_template", "t"));
  }

  @Test
  void it_is_known_by_what_it_is_and_not_by_its_name() {
    String book = new String(workbook("", "", ""), StandardCharsets.UTF_8);
    String late = book.replace("<Workbook ", "<!--" + " ".repeat(5_000) + "--><Workbook ");
    for (String each : List.of(book.replace('"', '\''), late)) {
      assertThat(FileType.of(each.getBytes(StandardCharsets.UTF_8))).isEqualTo(FileType.XML_2003);
    }
    assertThat(FileType.of(book.getBytes(StandardCharsets.UTF_16))).isEqualTo(FileType.XML_2003);
    assertThat(FileType.of(workbook("", "", ""))).isEqualTo(FileType.XML_2003);
    assertThat(FileType.XML_2003.fits("a.xls")).isTrue();
    assertThat(FileType.of("<?xml version='1.0'?><a/>".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(FileType.XML);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Row ss:Index='0'/>",
        "<Row ss:Index='x'/>",
        "<Row ss:Index='3'/><Row ss:Index='2'/>",
        "<Row><Cell ss:Index='2'/><Cell ss:Index='1'/></Row>",
        "<Row><Cell><Data ss:Type='Number'>1</Data><Data ss:Type='Number'>2</Data></Cell></Row>",
        "</Table><Table>",
        "<Row>",
      })
  void what_cannot_be_meant_is_damage(String table) {
    assertThat(read(workbook("", table, "")).findings())
        .extracting(Finding::code)
        .containsExactly(DAMAGED_FILE);
  }

  @Test
  void what_is_beyond_any_form_is_too_large() {
    assertRefused(read(workbook("", "<Row ss:Index='99999999'/>", "")), TOO_LARGE);
    assertRefused(read(workbook("", "<Row><Cell ss:Index='99999'/></Row>", "")), TOO_LARGE);
  }

  @Test
  void a_document_type_is_not_looked_at() {
    byte[] typed =
        new String(workbook("", "", ""), StandardCharsets.UTF_8)
            .replace("<Workbook ", "<!DOCTYPE x [<!ENTITY e 'x'>]><Workbook ")
            .getBytes(StandardCharsets.UTF_8);

    assertRefused(read(typed), UNSAFE_CONTENT);
  }
}
