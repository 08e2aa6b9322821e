package dev.rollup.read.odf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.PICTURE_ONLY;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;
import static dev.rollup.model.Addresses.address;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.cells;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.formula;
import static dev.rollup.read.Outcomes.number;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.Outcomes.text;
import static dev.rollup.support.HandMadeOpenDocument.SPREADSHEET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollup.filetype.FileType;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.model.Span;
import dev.rollup.support.HandMadeOpenDocument;
import dev.rollup.support.HandMadeZip;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OdsReaderTest {

  private static final Position A1 = new Position(0, 0);

  /** A file in one part: what stands before its body, and what in its only sheet. */
  private static byte[] flat(String before, String sheet) {
    return SPREADSHEET.flat(before, table(sheet));
  }

  private static HandMadeZip packed(String content) {
    return SPREADSHEET.packed(content);
  }

  private static String content(String sheet) {
    return HandMadeOpenDocument.part("content", SPREADSHEET.inBody(table(sheet)));
  }

  private static String table(String rows) {
    return "<table:table table:name='表'>" + rows + "</table:table>";
  }

  private static Outcome<Document> read(byte[] content) {
    return new OdsReader().read(content);
  }

  private static Grid grid(String sheet) {
    return onlyGrid(clean(read(flat("", sheet))));
  }

  private static String row(String... cells) {
    return "<table:table-row>" + String.join("", cells) + "</table:table-row>";
  }

  private static String cell(String attributes, String content) {
    return "<table:table-cell " + attributes + ">" + content + "</table:table-cell>";
  }

  private static String typed(String words) {
    return cell("office:value-type='string'", "<text:p>" + words + "</text:p>");
  }

  private static String twelve(String attributes) {
    return cell("office:value-type='float' office:value='12' " + attributes, "<text:p>12</text:p>");
  }

  /** Returns all that is the matter with A1: with the whole cell, or with a stretch of it. */
  private static Set<Mark> marks(Grid grid) {
    var marks = EnumSet.noneOf(Mark.class);
    marks.addAll(grid.marks(A1));
    if (grid.at(A1) instanceof Cell.Text words) {
      words.spans().forEach(span -> marks.add(span.mark()));
    }
    return marks;
  }

  @Nested
  class Values {

    @Test
    void what_a_cell_holds_is_read_by_its_type() {
      Grid grid =
          grid(
              row(
                  twelve(""),
                  typed("十二"),
                  cell(
                      "office:value-type='date' office:date-value='2023-06-28'",
                      "<text:p>2023/6/28</text:p>"),
                  cell(
                      "office:value-type='boolean' office:boolean-value='true'",
                      "<text:p>TRUE</text:p>"),
                  cell(
                      "table:formula='of:=SUM([.A1])' office:value-type='float' office:value='12'",
                      "<text:p>12</text:p>"),
                  cell("", ""),
                  cell(
                      "calcext:value-type='error' office:value-type='string'",
                      "<text:p>#REF!</text:p>")));

      assertThat(cells(grid))
          .containsOnly(
              entry("A1", number("12")),
              entry("B1", text("十二")),
              entry("C1", new Cell.Date(LocalDate.of(2023, 6, 28).atStartOfDay())),
              entry("D1", new Cell.Bool(true)),
              entry("E1", formula("SUM(A1)", number("12"))),
              entry("G1", new Cell.ErrorValue("#REF!")));
    }

    @ParameterizedTest
    @CsvSource({
      "12, 12, General",
      "12.5, 13, 0",
      "1200, '1,200', '#,##0'",
      "12.5, 12.50, 0.00",
      "0.125, 12.5%, 0.0%",
      "12, 12家, '0\"家\"'",
      "12, 二十, '\"二十\"'",
      "12, 120, '\"120\"'",
      "45000, 1.2E+04, '\"1.2E+04\"'",
    })
    void what_is_shown_is_the_format(String value, String shown, String format) {
      String formatted =
          "<office:automatic-styles><number:number-style style:name='N1'><number:number/>"
              + "<style:map style:apply-style-name='N2'/></number:number-style>"
              + "<style:style style:name='f' style:family='table-cell'"
              + " style:data-style-name='N1'/></office:automatic-styles>";
      String one =
          cell(
              "office:value-type='float' office:value='"
                  + value
                  + "'"
                  + (format.equals("General") ? "" : " table:style-name='f'"),
              "<text:p>" + shown + "</text:p>");

      assertThat(onlyGrid(clean(read(flat(formatted, row(one))))).at(A1))
          .isEqualTo(number(value, format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12人", "1e9999999", "NaN", "Infinity"})
    void a_number_that_is_none_is_an_error_and_no_text(String value) {
      Cell read =
          grid(row(cell("office:value-type='float' office:value='" + value + "'", ""))).at(A1);

      assertThat(read).isInstanceOf(Cell.ErrorValue.class);
    }

    @Test
    void what_programs_do_not_show_is_no_text_that_counts() {
      Grid grid =
          grid(
              row(
                  cell(
                      "office:value-type='time' office:time-value='PT552H'",
                      "<text:p>552</text:p>"),
                  cell("office:value-type='xyz'", "<text:p>12</text:p>"),
                  cell("office:value-type='date' office:date-value='x'", "<text:p>12</text:p>"),
                  cell("office:value-type='string'", "<text:p xmlns:text='urn:x'>12</text:p>"),
                  cell(
                      "table:formula='of:=IF(1;&quot;&quot;)' office:value-type='string'",
                      "<text:p/>"),
                  cell(
                      "office:value-type='float' office:value='23.000000000000004'",
                      "<text:p>23</text:p>")));

      assertThat(cells(grid))
          .containsOnly(
              entry("A1", new Cell.Date(LocalDate.of(1900, 1, 22).atStartOfDay())),
              entry("B1", new Cell.ErrorValue("12")),
              entry("C1", new Cell.ErrorValue("12")),
              entry("E1", formula("IF(1,\"\")", text(""))),
              entry("F1", number("23.0")));
    }

    @Test
    void blanks_tabs_and_lines_are_those_that_are_seen() {
      Grid grid =
          grid(
              row(
                  cell(
                      "office:value-type='string'",
                      "<text:p>开展<text:s text:c='3'/>场\n  次<text:tab/>12"
                          + "<text:line-break/>次</text:p><text:p>第二段</text:p>")));

      assertThat(grid.at(A1)).isEqualTo(text("开展   场 次\t12\n次\n第二段"));
    }

    @Test
    void a_text_that_is_stored_beside_another_one_is_not_what_is_seen() {
      assertThat(
              marks(
                  grid(
                      row(
                          cell(
                              "office:value-type='string' office:string-value='12'",
                              "<text:p>13</text:p>")))))
          .containsExactly(Mark.RESTYLED);
    }
  }

  @Nested
  class Places {

    @Test
    void what_is_repeated_is_there_as_often() {
      Grid grid =
          grid(
              "<table:table-row table:number-rows-repeated='2'>"
                  + cell("table:number-columns-repeated='2'", "")
                  + twelve("table:number-columns-repeated='2'")
                  + "</table:table-row>"
                  + row(typed("末")));

      assertThat(cells(grid).keySet()).containsExactly("A3", "C1", "C2", "D1", "D2");
    }

    @Test
    void cells_that_are_one_cover_the_others() {
      Grid grid =
          grid(
              row(
                  cell(
                      "office:value-type='string' table:number-columns-spanned='2'"
                          + " table:number-rows-spanned='2'",
                      "<text:p>一</text:p>"),
                  "<table:covered-table-cell/>",
                  typed("二")));

      assertThat(cells(grid).keySet()).containsExactly("A1", "C1");
      assertThat(grid.mergedAt(new Position(1, 1)).orElseThrow().first()).isEqualTo(A1);
    }

    @Test
    void rows_columns_and_sheets_that_nobody_sees_are_hidden() {
      String styles =
          "<office:automatic-styles>"
              + "<style:style style:name='narrow' style:family='table-column'>"
              + "<style:table-column-properties style:column-width='0.01cm'/></style:style>"
              + "<style:style style:name='low' style:family='table-row'>"
              + "<style:table-row-properties style:row-height='0.5pt'/></style:style>"
              + "</office:automatic-styles>";
      String sheet =
          "<table:table-column/><table:table-column table:visibility='collapse'/>"
              + "<table:table-column table:style-name='narrow'/>"
              + "<table:table-column-group table:display='false'><table:table-column/>"
              + "</table:table-column-group>"
              + row(typed("1"), typed("2"), typed("3"), typed("4"))
              + "<table:table-row table:visibility='filter'>"
              + typed("5")
              + "</table:table-row><table:table-row table:style-name='low'>"
              + typed("6")
              + "</table:table-row><table:table-row-group table:display='false'>"
              + row(typed("7"))
              + "</table:table-row-group><table:table-header-rows>"
              + row(typed("8"))
              + "</table:table-header-rows>";
      Grid grid = onlyGrid(clean(read(flat(styles, sheet))));

      assertThat(List.of(0, 1, 2, 3, 4)).filteredOn(grid::rowHidden).containsExactly(1, 2, 3);
      assertThat(List.of(0, 1, 2, 3)).filteredOn(grid::columnHidden).containsExactly(1, 2, 3);
    }

    @Test
    void what_a_program_hides_below_the_form_takes_no_time() {
      Grid grid =
          grid(
              row(typed("1"))
                  + "<table:table-row table:number-rows-repeated='1048575'"
                  + " table:visibility='collapse'><table:table-cell"
                  + " table:number-columns-repeated='16384'/></table:table-row>");

      assertThat(grid.height()).isEqualTo(1);
    }

    @Test
    void a_name_of_a_cell_is_its_name() {
      byte[] named =
          new String(flat("", row(typed("1"))), StandardCharsets.UTF_8)
              .replace(
                  "</office:spreadsheet>",
                  "<table:named-expressions><table:named-range table:name='f_1'"
                      + " table:cell-range-address=\"$'表'.$A$1\"/></table:named-expressions>"
                      + "</office:spreadsheet>")
              .getBytes(StandardCharsets.UTF_8);

      assertThat(onlyGrid(clean(read(named))).names()).isEqualTo(Map.of("f_1", A1));
    }
  }

  @Nested
  class Sight {

    @ParameterizedTest
    @CsvSource({
      "style:text-line-through-style='solid', STRUCK_OUT",
      "style:text-line-through-style='none',",
      "style:text-line-through-type='double', STRUCK_OUT",
      "style:text-line-through-text='X', STRUCK_OUT",
      "style:text-position='super 58%', SHIFTED",
      "style:text-position='0% 100%',",
      "fo:color='#ffffff', HIDDEN",
      "fo:color='#fefefe', HIDDEN",
      "fo:color='#000000',",
      "fo:color='#ffffff' style:use-window-font-color='true',",
      "fo:font-size='1pt', HIDDEN",
      "fo:font-size='10pt',",
      "text:display='none', HIDDEN",
      "xmlns:l='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0' l:opacity='0%', HIDDEN",
      "xmlns:l='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0' l:opacity='50%',",
      "style:text-scale='5%', HIDDEN",
      "fo:letter-spacing='-5mm', DRAWN_OVER",
      "style:font-name='Wingdings', RESTYLED",
    })
    void the_font_of_a_cell_and_of_a_stretch_of_it(String look, Mark mark) {
      Set<Mark> expected = mark == null ? Set.of() : Set.of(mark);
      String styles =
          "<office:automatic-styles><style:style style:name='c' style:family='table-cell'>"
              + "<style:text-properties %1$s/></style:style>"
              + "<style:style style:name='heir' style:family='table-cell'"
              + " style:parent-style-name='c'/>"
              + "<style:style style:name='t' style:family='text'>"
              + "<style:text-properties %1$s/></style:style></office:automatic-styles>";
      String before = styles.formatted(look);
      String stretch =
          cell(
              "office:value-type='string'",
              "<text:p>共<text:span text:style-name='t'>12</text:span></text:p>");

      assertThat(marks(onlyGrid(clean(read(flat(before, row(twelve("table:style-name='c'"))))))))
          .isEqualTo(expected);
      assertThat(marks(onlyGrid(clean(read(flat(before, row(twelve("table:style-name='heir'"))))))))
          .isEqualTo(expected);
      Grid stretched = onlyGrid(clean(read(flat(before, row(stretch)))));
      assertThat(((Cell.Text) stretched.at(A1)).spans())
          .isEqualTo(mark == null ? List.of() : List.of(new Span(1, 3, mark)));
    }

    /** Styles of A1, which holds 12: what it says itself, what its parent says, and the default. */
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          // The nearest one that says a colour says whether it is the usual one, too.
          "fo:color='#ffffff' | style:use-window-font-color='true' | | HIDDEN",
          "style:use-window-font-color='true' | fo:color='#ffffff' | |",
          " | | style:text-line-through-style='solid' | STRUCK_OUT",
          "fo:color='#ffff00' fo:background-color='#ffff00' | | | HIDDEN",
          "style:repeat-content='true' | | | RESTYLED",
          "fo:font-family='Wingdings' | | | RESTYLED",
          "style:font-name='alias' | | | RESTYLED",
        })
    void what_is_said_nearest_counts(String own, String parent, String usual, Mark mark) {
      String styles =
          ("<office:font-face-decls><style:font-face style:name='alias'"
                  + " svg:font-family='Wingdings'/></office:font-face-decls>"
                  + "<office:automatic-styles>"
                  + "<style:style style:name='Default' style:family='table-cell'>"
                  + "<style:text-properties %3$s/></style:style>"
                  + "<style:style style:name='p' style:family='table-cell'>"
                  + "<style:text-properties %2$s/></style:style>"
                  + "<style:style style:name='c' style:family='table-cell'"
                  + " style:parent-style-name='p'><style:table-cell-properties %1$s/>"
                  + "<style:text-properties %1$s/></style:style></office:automatic-styles>")
              .formatted(seen(own), seen(parent), seen(usual));
      String cell = twelve(usual == null ? "table:style-name='c'" : "");

      assertThat(marks(onlyGrid(clean(read(flat(styles, row(cell)))))))
          .isEqualTo(mark == null ? Set.of() : Set.of(mark));
    }

    private static String seen(String properties) {
      return properties == null ? "" : properties;
    }

    /** What a cell with 12 shows under a style for values, whatever is kept beside the number. */
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "<number:number number:decimal-places='0'/> | 12 | 0 | ",
          "<number:number number:min-integer-digits='1'/> | 12 | 0 | ",
          "<number:number number:decimal-places='0'/> | | 0 |",
          "<number:number number:decimal-places='2'/> | | 0.00 |",
          "<number:number number:min-integer-digits='1'/> | | General |",
          "<number:text>x</number:text> | | ;;; |",
          "<number:number/><number:text>万</number:text> | 12 | \"≠12\" |",
          "<number:number number:display-factor='10'/> | 12 | \"≠12\" |",
          "<number:text/> | 12 | \"≠12\" |",
          "<number:number number:decimal-places='0'/> | 12万 | \"≠12万\" |",
          "<number:number number:decimal-places='0'/> | 1,2 | \"1,2\" |",
          "<style:text-properties fo:color='#ffffff'/><number:number/> | 12 | 0 | RESTYLED",
          "<style:text-properties fo:color='#ff0000'/><number:number/> | 12 | 0 |",
        })
    void a_style_for_values_is_held_against_what_stands_beside_them(
        String style, String shown, String format, Mark mark) {
      String styles =
          "<office:automatic-styles><number:number-style style:name='N'>"
              + style
              + "</number:number-style><style:style style:name='c' style:family='table-cell'"
              + " style:data-style-name='N'/></office:automatic-styles>";
      String one =
          cell(
              "office:value-type='float' office:value='12' table:style-name='c'",
              shown == null ? "" : "<text:p>" + shown + "</text:p>");
      Grid grid = onlyGrid(clean(read(flat(styles, row(one)))));

      assertThat(grid.at(A1)).isEqualTo(number("12", format));
      assertThat(grid.marks(A1)).isEqualTo(mark == null ? Set.of() : Set.of(mark));
    }

    /** A red cell of 12 under a rule: what is laid over it, for which values. */
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "fo:background-color='#ff0000' | >1 | HIDDEN",
          "fo:background-color='#ff0000' | <1 |",
          "fo:color='#ffffff' | between(1,20) | HIDDEN",
          "fo:color='#ffffff' | not-between(1,20) |",
          "fo:color='#ffffff' | formula-is([.A1]>0) | HIDDEN",
          "fo:color='#0000ff' | >1 |",
        })
    void a_rule_is_judged_and_laid_over_the_look_of_the_cell(
        String look, String condition, Mark mark) {
      String styles =
          "<office:styles><style:style style:name='Default' style:family='table-cell'>"
              + "<style:text-properties fo:color='#000000'/></style:style>"
              + "<style:style style:name='c' style:family='table-cell'%s>"
              + "<style:text-properties fo:color='#ff0000'/>%s</style:style>"
              + "<style:style style:name='over' style:family='table-cell'"
              + " style:parent-style-name='Default'><style:table-cell-properties "
              + look
              + "/><style:text-properties "
              + look
              + "/></style:style></office:styles>";
      String written = condition.replace("<", "&lt;");
      String rules =
          "<calcext:conditional-formats><calcext:conditional-format"
              + " calcext:target-range-address='表.A1'><calcext:condition"
              + " calcext:apply-style-name='over' calcext:value='"
              + written
              + "'/></calcext:conditional-format></calcext:conditional-formats>";
      String mapped =
          "<style:map style:apply-style-name='over' style:condition='"
              + (written.startsWith("between")
                  ? "cell-content-is-" + written
                  : written.startsWith("not-between")
                      ? "cell-content-is-" + written
                      : written.startsWith("formula") ? written : "cell-content()" + written)
              + "'/>";
      String red = row(twelve("table:style-name='c'"));
      Set<Mark> expected = mark == null ? Set.of() : Set.of(mark);

      assertThat(onlyGrid(clean(read(flat(styles.formatted("", ""), red + rules)))).marks(A1))
          .isEqualTo(expected);
      assertThat(onlyGrid(clean(read(flat(styles.formatted("", mapped), red)))).marks(A1))
          .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "<number:text-content/>,",
      "<number:text-content/><number:text>万</number:text>, RESTYLED",
      "'', HIDDEN",
    })
    void a_text_under_a_style_for_texts_is_shown_as_that_says(String style, Mark mark) {
      String styles =
          "<office:automatic-styles><number:text-style style:name='N'>"
              + style
              + "</number:text-style><style:style style:name='c' style:family='table-cell'"
              + " style:data-style-name='N'/></office:automatic-styles>";
      String one = cell("office:value-type='string' table:style-name='c'", "<text:p>12</text:p>");

      assertThat(marks(onlyGrid(clean(read(flat(styles, row(one)))))))
          .isEqualTo(mark == null ? Set.of() : Set.of(mark));
    }

    @Test
    void zeros_that_are_not_shown_and_numbers_behind_symbols_are_not_seen() {
      String settings =
          "<office:settings><config:config-item-set><config:config-item"
              + " config:name='ShowZeroValues'>false</config:config-item>"
              + "</config:config-item-set></office:settings>";
      String zero = cell("office:value-type='float' office:value='0'", "<text:p>0</text:p>");
      String symbols =
          "<calcext:conditional-formats><calcext:conditional-format"
              + " calcext:target-range-address='表.A1:表.B1'><calcext:icon-set>"
              + "<calcext:formatting-entry calcext:show-value='false'/></calcext:icon-set>"
              + "</calcext:conditional-format></calcext:conditional-formats>";
      Grid zeros = onlyGrid(clean(read(flat(settings, row(zero, twelve(""))))));
      Grid hidden = onlyGrid(clean(read(flat("", row(twelve("")) + symbols))));

      assertThat(zeros.marks(A1)).containsExactly(Mark.RESTYLED);
      assertThat(zeros.marks(new Position(0, 1))).isEmpty();
      assertThat(hidden.marks(A1)).containsExactly(Mark.RESTYLED);
    }

    @Test
    void a_cell_takes_the_style_of_its_row_or_column() {
      String styles =
          "<office:automatic-styles><style:style style:name='c' style:family='table-cell'>"
              + "<style:text-properties fo:color='#ffffff'/></style:style>"
              + "</office:automatic-styles>";
      String byColumn = "<table:table-column table:default-cell-style-name='c'/>" + row(twelve(""));
      String byRow =
          "<table:table-row table:default-cell-style-name='c'>" + twelve("") + "</table:table-row>";

      assertThat(marks(onlyGrid(clean(read(flat(styles, byColumn)))))).containsExactly(Mark.HIDDEN);
      assertThat(marks(onlyGrid(clean(read(flat(styles, byRow)))))).containsExactly(Mark.HIDDEN);
    }

    @Test
    void formats_that_depend_on_the_value_are_told_where_they_reach() {
      String styles =
          "<office:styles><style:style style:name='gone' style:family='table-cell'>"
              + "<style:text-properties fo:color='#ffffff'/></style:style>"
              + "<style:style style:name='red' style:family='table-cell'>"
              + "<style:text-properties fo:color='#ff0000'/></style:style></office:styles>";
      String rules =
          "<calcext:conditional-formats>"
              + "<calcext:conditional-format calcext:target-range-address=\"'表 1'.A1:'表 1'.A1\">"
              + "<calcext:condition calcext:apply-style-name='%s' calcext:value='&gt;1'/>"
              + "</calcext:conditional-format></calcext:conditional-formats>";
      String rows = row(twelve(""), twelve(""));

      Grid gone = onlyGrid(clean(read(flat(styles, rows + rules.formatted("gone")))));
      Grid red = onlyGrid(clean(read(flat(styles, rows + rules.formatted("red")))));
      assertThat(gone.marks(A1)).containsExactly(Mark.HIDDEN);
      assertThat(gone.marks(new Position(0, 1))).isEmpty();
      assertThat(red.marks(A1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "svg:x='0cm' svg:y='0cm' svg:width='2cm' svg:height='0.4cm', A1",
      "svg:x='2.4cm' svg:y='0cm' svg:width='2cm' svg:height='0.4cm', B1",
      "svg:x='0cm' svg:y='0.6cm' svg:width='2cm' svg:height='0.4cm', A2",
      "svg:width='4cm' svg:height='1cm', A1 A2 B1 B2",
      "svg:width='2cm' svg:height='0.4cm' draw:transform='translate (2.4cm 0.6cm)', B2",
      "table:end-cell-address='表.B2', A1 A2 B1 B2",
      "svg:cx='1cm' svg:cy='0.2cm' svg:r='0.8cm', A1 A2",
      "svg:x='0cm' svg:y='0cm' svg:width='2.000000000000001cm' svg:height='0.4cm', A1",
      "svg:x='30cm' svg:y='30cm' svg:width='2cm' svg:height='2cm', ''",
    })
    void what_lies_over_cells_covers_them_on_the_page_and_on_a_cell(String where, String covered) {
      String sizes =
          "<office:automatic-styles><style:style style:name='w' style:family='table-column'>"
              + "<style:table-column-properties style:column-width='2.4cm'/></style:style>"
              + "<style:style style:name='h' style:family='table-row'>"
              + "<style:table-row-properties style:row-height='0.5cm'/></style:style>"
              + "</office:automatic-styles>";
      String shape =
          "<draw:custom-shape %s><text:p>另有3场</text:p></draw:custom-shape>".formatted(where);
      String columns =
          "<table:table-column table:style-name='w' table:number-columns-repeated='2'/>";
      String second =
          "<table:table-row table:style-name='h'>" + twelve("") + twelve("") + "</table:table-row>";
      String onPage = columns + "<table:shapes>" + shape + "</table:shapes>" + second + second;
      String onCell =
          columns
              + "<table:table-row table:style-name='h'>"
              + cell("office:value-type='float' office:value='12'", "<text:p>12</text:p>" + shape)
              + twelve("")
              + "</table:table-row>"
              + second;

      for (String sheet : List.of(onPage, onCell)) {
        if (sheet.equals(onPage) && where.startsWith("table:end")) {
          continue;
        }
        Document document = clean(read(flat(sizes, sheet)));
        Grid grid = onlyGrid(document);
        assertThat(cells(grid).keySet())
            .filteredOn(at -> grid.marks((Position) address(at)).contains(Mark.DRAWN_OVER))
            .containsExactlyElementsOf(covered.isEmpty() ? List.of() : List.of(covered.split(" ")));
        assertThat(document.notes())
            .extracting(Note::kind, Note::text)
            .containsExactly(tuple(Note.Kind.BOX, "另有3场"));
      }
    }

    @Test
    void what_is_said_beside_the_cells_is_told() {
      String before =
          "<office:master-styles><style:master-page style:name='M'>"
              + "<style:header><text:p>另有12场</text:p></style:header>"
              + "<style:footer><text:p>第<text:page-number>1</text:page-number>页</text:p>"
              + "</style:footer><style:footer-left style:display='false'><text:p>无</text:p>"
              + "</style:footer-left></style:master-page></office:master-styles>";
      String sheet =
          row(
              cell(
                  "office:value-type='float' office:value='12'",
                  "<office:annotation><dc:creator>李</dc:creator><text:p>应为15</text:p>"
                      + "</office:annotation><text:p>12</text:p>"));

      assertThat(clean(read(flat(before, sheet))).notes())
          .containsExactly(
              new Note(Note.Kind.COMMENT, "表", A1, "应为15"),
              new Note(Note.Kind.PAGE_MARGIN, null, null, "另有12场"));
    }
  }

  @Nested
  class Refused {

    @Test
    void a_package_that_was_packed_again_is_known() {
      var zip = new HandMadeZip();
      zip.add("content.xml", content(row(twelve(""))));
      zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet");

      assertThat(FileType.of(zip.bytes())).isEqualTo(FileType.ODS);
    }

    @Test
    void a_package_is_read_like_a_file_in_one_part() {
      byte[] zip = packed(content(row(twelve("")))).bytes();

      assertThat(FileType.of(zip)).isEqualTo(FileType.ODS);
      assertThat(cells(onlyGrid(clean(read(zip))))).containsOnly(entry("A1", number("12")));
      assertThat(FileType.of(flat("", ""))).isEqualTo(FileType.FODS);
    }

    @Test
    void a_document_without_cells_and_with_pictures_is_a_picture() {
      var zip = packed(content(""));
      zip.add("Pictures/1.png", "x");

      assertRefused(read(zip.bytes()), PICTURE_ONLY);
    }

    @Test
    void more_cells_than_any_form_has_are_not_laid_out() {
      assertRefused(
          read(
              flat(
                  "",
                  "<table:table-row table:number-rows-repeated='1000000'>"
                      + twelve("table:number-columns-repeated='16000'")
                      + "</table:table-row>")),
          TOO_LARGE);
    }

    /** Each is of a few thousand bytes, and would take minutes if it were done as it says. */
    @Test
    void what_is_hostile_costs_little() {
      String blanks = "<text:s text:c='999999'/>".repeat(20_000);
      String ranges =
          "<calcext:conditional-formats><calcext:conditional-format"
              + " calcext:target-range-address=\"'%s'.A1:%s\"/></calcext:conditional-formats>";
      String quoted = ranges.formatted("a".repeat(20_000), "b".repeat(100_000));
      String hidden =
          "<table:table-row table:number-rows-repeated='1000' table:visibility='collapse'/>"
              .repeat(1_000);

      String margin =
          "<office:master-styles><style:master-page style:name='M'><style:footer><text:p>"
              + "第页 ".repeat(20_000)
              + "</text:p></style:footer></style:master-page></office:master-styles>";

      assertThat(clean(read(flat(margin, row(typed("12"))))).notes()).isEmpty();
      assertRefused(read(flat("", row(typed(blanks)))), TOO_LARGE);
      assertThat(read(flat("", quoted)).value()).isPresent();
      assertThat(read(flat("", hidden)).value()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<table:table-row table:number-rows-repeated='0'/>",
          "<table:table-row table:number-rows-repeated='-1'/>",
          "<table:table-row table:number-rows-repeated='x'/>",
          "<table:table-row><table:table-cell table:number-columns-repeated='99999999999'/>"
              + "</table:table-row>",
          "<table:table-row><table:table-cell><table:table/></table:table-cell></table:table-row>",
          "</table:table><table:table table:name='表'>",
          "<table:table-row>",
        })
    void what_cannot_be_meant_is_damage(String sheet) {
      assertThat(read(flat("", sheet)).findings())
          .extracting(finding -> finding.code())
          .containsExactly(DAMAGED_FILE);
    }

    @Test
    void a_document_type_is_not_looked_at() {
      byte[] typed =
          new String(flat("", ""), StandardCharsets.UTF_8)
              .replace("<office:document ", "<!DOCTYPE x [<!ENTITY e 'x'>]><office:document ")
              .getBytes(StandardCharsets.UTF_8);

      assertRefused(read(typed), UNSAFE_CONTENT);
    }

    @Test
    void a_package_without_content_is_damage() {
      var zip = new HandMadeZip();
      zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet").stored();

      assertRefused(read(zip.bytes()), DAMAGED_FILE);
    }
  }
}
