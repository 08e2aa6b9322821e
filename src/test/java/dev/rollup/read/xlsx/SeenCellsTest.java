package dev.rollup.read.xlsx;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.model.Mark.HIDDEN;
import static dev.rollup.model.Mark.RESTYLED;
import static dev.rollup.model.Mark.SHIFTED;
import static dev.rollup.model.Mark.STRUCK_OUT;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.assertRefusedAt;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.formula;
import static dev.rollup.read.Outcomes.number;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.xlsx.HandMadeWorkbook.ofCell;
import static dev.rollup.read.xlsx.HandMadeWorkbook.ofRows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Position;
import dev.rollup.model.Span;
import dev.rollup.read.BothEncodings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks keep a person from seeing what cells of a workbook hold. */
@Tag("slow")
class SeenCellsTest {

  private static final Position A1 = new Position(0, 0);
  private static final String WHITE = "<color rgb='FFFFFFFF'/>";

  /** What fonts say, and what that does to characters on a sheet without any fill. */
  private enum Look {
    PLAIN("<sz val='11'/>", null),
    STRUCK("<strike/>", STRUCK_OUT),
    STRUCK_AS_TRUE("<strike val='true'/>", STRUCK_OUT),
    NOT_STRUCK("<strike val='0'/>", null),
    RAISED("<vertAlign val='superscript'/>", SHIFTED),
    LOWERED("<vertAlign val='subscript'/>", SHIFTED),
    ON_THE_LINE("<vertAlign val='baseline'/>", null),
    TINY("<sz val='1'/>", HIDDEN),
    WHITE_ON_WHITE(WHITE, HIDDEN),
    BLACK("<color rgb='FF000000'/>", null),
    AUTOMATIC("<color auto='1'/>", null),
    PICTOGRAMS("<%s val='Wingdings'/>", RESTYLED);

    private final String xml;
    private final Mark mark;

    Look(String xml, Mark mark) {
      this.xml = xml;
      this.mark = mark;
    }

    String font() {
      return "<font>" + xml.formatted("name") + "</font>";
    }

    String run(String text) {
      return "<r><rPr>" + xml.formatted("rFont") + "</rPr><t>" + text + "</t></r>";
    }
  }

  private static Grid grid(HandMadeWorkbook workbook) {
    return onlyGrid(clean(BothEncodings.read(workbook.bytes())));
  }

  /** Returns all that is the matter with A1: with the whole cell, or with a stretch of it. */
  private static Set<Mark> marks(HandMadeWorkbook workbook) {
    var grid = grid(workbook);
    var marks = EnumSet.noneOf(Mark.class);
    marks.addAll(grid.marks(A1));
    if (grid.at(A1) instanceof Cell.Text text) {
      text.spans().forEach(span -> marks.add(span.mark()));
    }
    return marks;
  }

  /** Gives style 1 a font and a fill. */
  private static HandMadeWorkbook styled(HandMadeWorkbook workbook, String font, String fill) {
    return workbook.styles(
        "<fonts><font/>%s</fonts><fills><fill/>%s</fills>".formatted(font, fill)
            + "<cellXfs><xf/><xf fontId='1' fillId='1'/></cellXfs>");
  }

  private static HandMadeWorkbook inColors(String font, String fill) {
    return styled(
        ofCell("<c r='A1' s='1'><v>12</v></c>"),
        "<font>" + font + "</font>",
        "<fill>" + fill + "</fill>");
  }

  private static String solid(String color) {
    return "<patternFill patternType='solid'>" + color + "</patternFill>";
  }

  @Nested
  class Laws {

    static Stream<Arguments> looksAndKinds() {
      return Stream.of(Look.values())
          .flatMap(
              look ->
                  Stream.of(
                          "<v>12</v>",
                          "<f>6+6</f><v>12</v>",
                          " t='str'|<f>\"12\"</f><v>12</v>",
                          " t='str'|<v>12</v>",
                          " t='s'|<v>0</v>",
                          " t='s'|<v>1</v>",
                          " t='inlineStr'|<is><t>12</t></is>",
                          " t='inlineStr'|<is><r><t>1</t></r><r><t>2</t></r></is>",
                          " t='b'|<v>1</v>",
                          " t='e'|<v>#REF!</v>")
                      .map(value -> Arguments.of(look, value)));
    }

    @ParameterizedTest
    @MethodSource("looksAndKinds")
    void the_font_of_a_cell_is_that_of_whatever_it_holds(Look look, String value) {
      int bar = value.indexOf('|');
      String cell =
          "<c r='A1' s='1'%s>%s</c>"
              .formatted(bar < 0 ? "" : value.substring(0, bar), value.substring(bar + 1));
      var workbook = ofCell(cell).strings("<si><t>12</t></si><si><r><t>12</t></r></si>");

      assertThat(marks(styled(workbook, look.font(), "<fill/>")))
          .isEqualTo(look.mark == null ? Set.of() : Set.of(look.mark));
    }

    static Stream<Arguments> looksOfRuns() {
      return Stream.of(Look.values())
          .flatMap(run -> Stream.of(Look.values()).map(cell -> Arguments.of(run, cell)));
    }

    @ParameterizedTest
    @MethodSource("looksOfRuns")
    void a_run_has_its_own_font_and_the_rest_that_of_the_cell(Look run, Look cell) {
      String item = "<r><t>12</t></r>" + run.run("345") + "<r><t>6</t></r>";
      var spans = new ArrayList<Span>();
      if (cell.mark != null) {
        spans.add(new Span(0, 2, cell.mark));
      }
      if (run.mark != null) {
        spans.add(new Span(2, 5, run.mark));
      }
      if (cell.mark != null) {
        spans.add(new Span(5, 6, cell.mark));
      }
      for (var workbook :
          List.of(
              ofCell("<c r='A1' s='1' t='s'><v>0</v></c>").strings("<si>" + item + "</si>"),
              ofCell("<c r='A1' s='1' t='inlineStr'><is>" + item + "</is></c>"))) {
        var grid = grid(styled(workbook, cell.font(), "<fill/>"));

        assertThat(grid.at(A1)).isEqualTo(new Cell.Text("123456", spans));
        assertThat(grid.marks(A1)).isEmpty();
      }
    }
  }

  @Nested
  class Runs {

    @Test
    void one_text_may_look_different_in_two_cells() {
      var workbook =
          ofRows("<row><c t='s' s='0'><v>0</v></c><c t='s' s='1'><v>0</v></c></row>")
              .strings("<si><r><rPr><b/></rPr><t>1</t></r><r><t>2</t></r></si>");

      var grid = grid(styled(workbook, "<font><strike/></font>", "<fill/>"));

      assertThat(grid.at(A1)).isEqualTo(new Cell.Text("12"));
      assertThat(grid.at(new Position(0, 1)))
          .isEqualTo(new Cell.Text("12", List.of(new Span(1, 2, STRUCK_OUT))));
    }

    @Test
    void a_run_may_have_the_colour_of_the_fill() {
      var workbook =
          ofCell("<c r='A1' t='s' s='1'><v>0</v></c>")
              .strings(
                  "<si><r><rPr><color rgb='FFFFF9E5'/></rPr><t>28</t></r><r><t>35</t></r></si>");

      assertThat(
              grid(styled(
                      workbook, "<font/>", "<fill>" + solid("<fgColor rgb='FFF9E5'/>") + "</fill>"))
                  .at(A1))
          .isEqualTo(new Cell.Text("2835", List.of(new Span(0, 2, HIDDEN))));
    }

    @Test
    void a_stretch_of_spaces_is_nothing_to_see() {
      var workbook =
          ofCell("<c r='A1' t='s'><v>0</v></c>")
              .strings("<si><r><t>12</t></r><r><rPr><strike/></rPr><t> </t></r></si>");

      assertThat(grid(workbook).at(A1)).isEqualTo(new Cell.Text("12 "));
    }

    @Test
    void stretches_are_counted_in_what_is_read() {
      var workbook =
          ofCell("<c r='A1' t='s'><v>0</v></c>")
              .strings("<si><r><t>a_x000D_</t></r><r><rPr><strike/></rPr><t>12</t></r></si>");

      assertThat(grid(workbook).at(A1))
          .isEqualTo(new Cell.Text("a\r12", List.of(new Span(2, 4, STRUCK_OUT))));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<t>12</t><t>15</t>",
          "<t>12</t><r><t>15</t></r>",
          "<r><t>15</t></r><t>12</t>",
          "<r><t>1</t><t>2</t></r>"
        })
    void two_texts_in_one_are_damage(String item) {
      assertRefused(
          new XlsxReader()
              .read(
                  ofCell("<c r='A1' t='s'><v>0</v></c>").strings("<si>" + item + "</si>").bytes()),
          DAMAGED_FILE);
    }
  }

  @Nested
  class Colours {

    @ParameterizedTest
    @CsvSource({
      "rgb='FFFFFFFF', none, HIDDEN",
      "rgb='00FFFFFF', none, HIDDEN",
      "rgb='FFFFFF', none, HIDDEN",
      "rgb='FFFEFDFF', none, HIDDEN",
      "rgb='FFF0F0F0', none, ",
      "indexed='9', none, HIDDEN",
      "indexed='1', none, HIDDEN",
      "indexed='65', none, HIDDEN",
      "indexed='64', none, ",
      "indexed='8', none, ",
      "theme='0', none, HIDDEN",
      "theme='1', none, ",
      "theme='1' tint='1', none, HIDDEN",
      "theme='0' tint='-0.5', none, ",
      "theme='99', none, ",
      "rgb='FFFFFFFF', rgb='FFF9E5', HIDDEN",
      "rgb='FFFFF9E5', rgb='FFF9E5', HIDDEN",
      "rgb='FF000000', rgb='FF000000', HIDDEN",
      "auto='1', rgb='FF000000', HIDDEN",
      "theme='1', rgb='FF000000', HIDDEN",
      "theme='1', indexed='8', HIDDEN",
      "theme='1', theme='1', HIDDEN",
      "theme='0', theme='1', ",
      "theme='4', rgb='FF4F81BD', HIDDEN",
      "theme='4' tint='0.5', rgb='FFA7C0DE', HIDDEN",
      "theme='3', rgb='FF1F497D', HIDDEN",
      "theme='2', rgb='FFEEECE1', HIDDEN",
      "theme='0' tint='-0.15', rgb='FFD9D9D9', HIDDEN",
      "rgb='FFFF0000', indexed='10', HIDDEN",
      "rgb='FFFF0000', indexed='2', HIDDEN",
      "auto='1', indexed='64', ",
      "auto='1', auto='1', ",
      "rgb='red', rgb='FF000000', HIDDEN",
    })
    void characters_of_the_colour_behind_them_are_hidden(String font, String fill, Mark mark) {
      String behind = fill.equals("none") ? "" : solid("<fgColor " + fill + "/>");

      assertThat(marks(inColors("<color " + font + "/>", behind)))
          .isEqualTo(mark == null ? Set.of() : Set.of(mark));
    }

    @ParameterizedTest
    @CsvSource({
      "<patternFill patternType='none'><fgColor rgb='FF000000'/></patternFill>, HIDDEN",
      "<patternFill><fgColor rgb='FF000000'/></patternFill>, HIDDEN",
      "<patternFill patternType='gray125'/>, ",
      "<patternFill patternType='darkUp'><fgColor rgb='FFFFFFFF'/><bgColor rgb='FFFFFFFF'/></patternFill>, HIDDEN",
      "<patternFill patternType='darkUp'><fgColor rgb='FFFF0000'/><bgColor rgb='FFFFFFFF'/></patternFill>, ",
      "<gradientFill><stop position='0'><color theme='0'/></stop><stop position='1'><color indexed='9'/></stop></gradientFill>, HIDDEN",
      "<gradientFill><stop position='0'><color theme='0'/></stop><stop position='1'><color indexed='10'/></stop></gradientFill>, ",
    })
    void white_is_hidden_before_whatever_is_white(String fill, Mark mark) {
      assertThat(marks(inColors(WHITE, fill))).isEqualTo(mark == null ? Set.of() : Set.of(mark));
    }

    @Test
    void a_workbook_may_have_a_theme_and_a_palette_of_its_own() {
      String theme =
          "<a:theme xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:themeElements>"
              + "<a:clrScheme name=''><a:dk1><a:sysClr val='windowText' lastClr='FFFFFF'/></a:dk1>"
              + "<a:lt1><a:sysClr val='window' lastClr='000000'/></a:lt1>"
              + "<a:dk2><a:srgbClr val='112233'/></a:dk2><a:lt2><a:srgbClr val='FFFFFF'/></a:lt2>"
              + "</a:clrScheme></a:themeElements></a:theme>";

      for (var hidden : List.of("theme='0'", "theme='2'")) {
        assertThat(
                marks(
                    inColors("<color " + hidden + "/>", "")
                        .related("theme", "theme", "theme/theme1.xml")
                        .part("xl/theme/theme1.xml", theme)))
            .containsExactly(HIDDEN);
      }
      assertThat(
              marks(
                  inColors("<color theme='3'/>", solid("<fgColor rgb='FF112233'/>"))
                      .related("theme", "theme", "theme/theme1.xml")
                      .part("xl/theme/theme1.xml", theme)))
          .containsExactly(HIDDEN);
      assertThat(
              marks(
                  ofCell("<c r='A1' s='1'><v>12</v></c>")
                      .styles(
                          "<fonts><font/><font><color indexed='1'/></font></fonts>"
                              + "<cellXfs><xf/><xf fontId='1'/></cellXfs><colors><indexedColors>"
                              + "<rgbColor rgb='00000000'/><rgbColor rgb='00FF0000'/>"
                              + "</indexedColors></colors>")))
          .isEmpty();
    }
  }

  @Nested
  class Formats {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "General | ",
          "@ | ",
          "0 | ",
          "0\"万\" | ",
          "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"_);_(@_) | ",
          "0;-0;0;[Red]@ | ",
          "0;@ | ",
          ";; | ",
          ";;; | HIDDEN",
          "0;0;0;\"\" | HIDDEN",
          "@\"万\" | RESTYLED",
          "0;0;0;\"约\"@ | RESTYLED",
          "0;0;0;@@ | RESTYLED",
        })
    void a_format_may_show_a_text_otherwise(String code, Mark mark) {
      assertThat(marks(ofCell("<c r='A1' s='1' t='str'><v>12</v></c>").format(code)))
          .isEqualTo(mark == null ? Set.of() : Set.of(mark));
      assertThat(marks(ofCell("<c r='A1' s='1'><v>12</v></c>").format(code))).isEmpty();
    }

    @Test
    void what_is_repeated_to_fill_the_cell_is_not_what_is_stored() {
      assertThat(
              marks(
                  ofCell("<c r='A1' s='1'><v>1</v></c>")
                      .styles("<cellXfs><xf/><xf><alignment horizontal='fill'/></xf></cellXfs>")))
          .containsExactly(RESTYLED);
    }

    @Test
    void zeros_may_be_hidden_on_the_whole_sheet() {
      var grid =
          grid(
              new HandMadeWorkbook()
                  .sheet(
                      "表",
                      "<sheetViews><sheetView showZeros='0'/></sheetViews><sheetData><row>"
                          + "<c><v>0</v></c><c><v>12</v></c><c><f>1-1</f><v>0</v></c>"
                          + "<c t='str'><v>0</v></c></row></sheetData>"));

      assertThat(Stream.of(0, 1, 2, 3).map(column -> grid.marks(new Position(0, column))))
          .containsExactly(Set.of(RESTYLED), Set.of(), Set.of(RESTYLED), Set.of());
    }

    @Test
    void formulas_may_be_shown_in_the_place_of_results() {
      var grid =
          grid(
              new HandMadeWorkbook()
                  .sheet(
                      "表",
                      "<sheetViews><sheetView showFormulas='1'/></sheetViews><sheetData><row>"
                          + "<c><v>3</v></c><c><f>1+2</f><v>3</v></c></row></sheetData>"));

      assertThat(grid.marks(A1)).isEmpty();
      assertThat(grid.marks(new Position(0, 1))).containsExactly(RESTYLED);
    }
  }

  @Nested
  class Sizes {

    @ParameterizedTest
    @CsvSource({
      "<cols><col min='1' max='1' hidden='1'/></cols>, , true",
      "<cols><col min='1' max='1' width='0' customWidth='1'/></cols>, , true",
      "<cols><col min='1' max='1' width='0.1'/></cols>, , true",
      "<cols><col min='1' max='1' width='3'/></cols>, , false",
      "<sheetFormatPr defaultColWidth='0'/>, , true",
      "<sheetFormatPr defaultColWidth='0'/><cols><col min='1' max='1' width='9'/></cols>, , false",
      "'', ht='0' customHeight='1', true",
      "'', ht='0.75', true",
      "'', hidden='true', true",
      "'', ht='15', false",
      "'', ht='x', false",
    })
    void a_cell_of_no_size_is_not_seen(String before, String row, boolean hidden) {
      var workbook =
          new HandMadeWorkbook()
              .sheet(
                  "表",
                  before
                      + "<sheetData><row r='1' "
                      + (row == null ? "" : row)
                      + "><c r='A1'><v>12</v></c></row></sheetData>");

      assertThat(grid(workbook).marks(A1)).isEqualTo(hidden ? Set.of(HIDDEN) : Set.of());
    }

    @Test
    void only_the_first_of_merged_cells_is_seen() {
      var grid =
          grid(
              new HandMadeWorkbook()
                  .sheet(
                      "表",
                      "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>"
                          + "<mergeCells><mergeCell ref='B2:A1'/><mergeCell ref='C1'/></mergeCells>")
                  .name("f_1_1_1", "", "表!$A$1:$B$2"));

      assertThat(grid.marks(A1)).isEmpty();
      assertThat(grid.marks(new Position(0, 1))).containsExactly(HIDDEN);
      assertThat(grid.names()).containsOnlyKeys("f_1_1_1");
    }
  }

  @Nested
  class ConditionalLooks {

    private static final String WAN =
        "<dxf><numFmt numFmtId='170' formatCode='0&quot;万&quot;'/></dxf>";

    private static Set<Mark> marks(String cell, String rules, String looks) {
      return SeenCellsTest.marks(
          new HandMadeWorkbook()
              .sheet("表", "<sheetData><row>" + cell + "</row></sheetData>" + rules)
              .styles("<cellXfs><xf/></cellXfs><cellStyles/><dxfs>" + looks + "</dxfs>"));
    }

    private static String rule(String attributes, String content) {
      return "<conditionalFormatting sqref='C9 A1:B2'><cfRule dxfId='0' %s>%s</cfRule></conditionalFormatting>"
          .formatted(attributes, content);
    }

    @ParameterizedTest
    @CsvSource({
      "type='cellIs' operator='greaterThan', <formula>0</formula>, RESTYLED",
      "type='cellIs' operator='greaterThan', <formula>40</formula>, ",
      "type='cellIs' operator='greaterThanOrEqual', <formula>40</formula>, RESTYLED",
      "type='cellIs' operator='lessThan', <formula>40</formula>, ",
      "type='cellIs' operator='lessThan', <formula> 40.5 </formula>, RESTYLED",
      "type='cellIs' operator='lessThanOrEqual', <formula>-40</formula>, ",
      "type='cellIs' operator='equal', <formula>40</formula>, RESTYLED",
      "type='cellIs' operator='equal', <formula>41</formula>, ",
      "type='cellIs' operator='notEqual', <formula>40</formula>, ",
      "type='cellIs' operator='between', <formula>50</formula><formula>30</formula>, RESTYLED",
      "type='cellIs' operator='between', <formula>50</formula><formula>60</formula>, ",
      "type='cellIs' operator='notBetween', <formula>30</formula><formula>50</formula>, ",
      "type='cellIs' operator='between', <formula>50</formula>, RESTYLED",
      "type='cellIs' operator='equal', <formula>$Z$1</formula>, RESTYLED",
      "type='cellIs' operator='equal', <formula>41+0</formula>, RESTYLED",
      "type='cellIs', <formula>41</formula>, RESTYLED",
      "type='expression', <formula>A1&gt;100</formula>, RESTYLED",
      "type='duplicateValues', '', RESTYLED",
      "type='containsBlanks', <formula>LEN(A1)=0</formula>, ",
      "type='containsErrors', '', ",
      "type='notContainsBlanks', '', RESTYLED",
    })
    void a_rule_counts_unless_it_certainly_does_not_apply(
        String attributes, String content, Mark mark) {
      Set<Mark> expected = mark == null ? Set.of() : Set.of(mark);

      assertThat(marks("<c><v>40</v></c>", rule(attributes, content), WAN)).isEqualTo(expected);
      assertThat(marks("<c><f>20*2</f><v>40</v></c>", rule(attributes, content), WAN))
          .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "<numFmt numFmtId='3'/>, ",
      "<numFmt numFmtId='170' formatCode='General'/>, ",
      "<numFmt numFmtId='9'/>, RESTYLED",
      "<numFmt numFmtId='170' formatCode=';;;'/>, RESTYLED",
      "<font><strike/></font>, STRUCK_OUT",
      "<font><vertAlign val='superscript'/></font>, SHIFTED",
      "<font><b/><color rgb='FFFF0000'/></font>, ",
      "<font><color rgb='FFFFFFFF'/></font>, HIDDEN",
      "<font><color theme='0'/></font>, HIDDEN",
      "<fill><patternFill><bgColor rgb='FFFF0000'/></patternFill></fill>, ",
      "<fill><patternFill><bgColor rgb='FF000000'/></patternFill></fill>, HIDDEN",
      "<font><color rgb='FFFF0000'/></font><fill><patternFill patternType='solid'><bgColor rgb='FFFF0000'/></patternFill></fill>, HIDDEN",
      "<font><color rgb='FFFFFFFF'/></font><fill><patternFill><bgColor rgb='FFFF0000'/></patternFill></fill>, ",
      "<border/>, ",
    })
    void a_rule_lays_its_look_over_that_of_the_cell(String look, Mark mark) {
      assertThat(
              marks("<c><v>40</v></c>", rule("type='expression'", ""), "<dxf>" + look + "</dxf>"))
          .isEqualTo(mark == null ? Set.of() : Set.of(mark));
    }

    @Test
    void an_icon_may_stand_in_the_place_of_the_number() {
      String rules =
          "<conditionalFormatting sqref='A1'><cfRule type='iconSet'><iconSet %s/></cfRule></conditionalFormatting>";

      assertThat(marks("<c><v>40</v></c>", rules.formatted("showValue='0'"), ""))
          .containsExactly(RESTYLED);
      assertThat(marks("<c><v>40</v></c>", rules.formatted(""), "")).isEmpty();
    }

    @Test
    void rules_of_newer_programs_count_too() {
      String rules =
          "<extLst><ext uri='{78C0D931-6437-407d-A8EE-F0AAD7539E65}'><x14:conditionalFormattings"
              + " xmlns:x14='http://schemas.microsoft.com/office/spreadsheetml/2009/9/main'"
              + " xmlns:xm='http://schemas.microsoft.com/office/excel/2006/main'>"
              + "<x14:conditionalFormatting><x14:cfRule type='cellIs' operator='greaterThan'>"
              + "<xm:f>%d</xm:f><x14:dxf><numFmt numFmtId='170' formatCode='0&quot;万&quot;'/></x14:dxf>"
              + "</x14:cfRule><xm:sqref>A1</xm:sqref></x14:conditionalFormatting>"
              + "</x14:conditionalFormattings></ext></extLst>";

      assertThat(marks("<c><v>40</v></c>", rules.formatted(39), "")).containsExactly(RESTYLED);
      assertThat(marks("<c><v>40</v></c>", rules.formatted(40), "")).isEmpty();
    }

    @Test
    void a_rule_for_other_cells_or_without_a_look_is_nothing() {
      assertThat(
              marks(
                  "<c><v>40</v></c>",
                  "<conditionalFormatting sqref='A2:B9'><cfRule type='expression' dxfId='0'/></conditionalFormatting>"
                      + "<conditionalFormatting sqref='A1'><cfRule type='expression' dxfId='7'/></conditionalFormatting>"
                      + "<conditionalFormatting sqref='A1'><cfRule type='colorScale'/></conditionalFormatting>",
                  WAN))
          .isEmpty();
      assertThat(marks("<c t='str'><v>40</v></c>", rule("type='expression'", ""), WAN)).isEmpty();
    }
  }

  @Nested
  class Formulas {

    @ParameterizedTest
    @CsvSource({
      "fullCalcOnLoad='1', true",
      "forceFullCalc='true', true",
      "calcId='191029' fullCalcOnLoad='0', false",
      "calcMode='manual', false",
    })
    void a_workbook_that_asks_to_be_calculated_holds_no_results(String asks, boolean none) {
      var workbook =
          ofRows("<row><c><f>38+45</f><v>83</v></c><c><v>5</v></c></row>").calculation(asks);

      var grid = grid(workbook);

      assertThat(grid.at(A1)).isEqualTo(formula("38+45", none ? Cell.EMPTY : number("83")));
      assertThat(grid.at(A1).raw()).isEqualTo(none ? "=38+45" : "83");
      assertThat(grid.at(new Position(0, 1))).isEqualTo(number("5"));
    }
  }

  @Nested
  class OneMeaning {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<c r='A1'><v>12</v><v>15</v></c>",
          "<c r='A1'><f>1</f><f>2</f><v>1</v></c>",
          "<c r='A1' t='inlineStr'><is><t>12</t></is><is><t>15</t></is></c>",
          "<c r='A1' t='inlineStr'><is><t>12</t></is><v>15</v></c>",
          "<c r='A1'><v>15</v><is><t>12</t></is></c>",
          "<c r='A1' t='s'><v>0</v><is><t>12</t></is></c>",
        })
    void two_values_in_a_cell_are_damage(String cell) {
      assertRefusedAt(
          new XlsxReader().read(ofCell(cell).strings("<si><t>15</t></si>").bytes()),
          DAMAGED_FILE,
          "表",
          "A1");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<c r='A1' t='inlineStr'><is><t>12</t></is><v>12</v></c>",
          "<c r='A1' t='inlineStr'><v/><is><t>12</t></is></c>",
          "<c r='A1'><v>12</v><is><t>12</t></is></c>",
          "<c r='A1' t='inlineStr'><v>12.0</v><is><t>12</t></is></c>",
        })
    void one_value_said_twice_is_one(String cell) {
      assertThat(grid(ofCell(cell)).at(A1)).isEqualTo(new Cell.Text("12"));
    }

    @Test
    void a_row_twice_or_two_tables_of_cells_are_damage() {
      assertRefusedAt(
          new XlsxReader()
              .read(ofRows("<row r='1'><c r='A1'><v>1</v></c></row><row r='1'/>").bytes()),
          DAMAGED_FILE,
          "表",
          null);
      assertRefusedAt(
          new XlsxReader()
              .read(new HandMadeWorkbook().sheet("表", "<sheetData/><sheetData/>").bytes()),
          DAMAGED_FILE,
          "表",
          null);
    }

    @Test
    void rows_may_come_in_any_order() {
      assertThat(
              grid(ofRows(
                      "<row r='2'><c r='A2'><v>2</v></c></row><row r='1'><c r='A1'><v>1</v></c></row>"))
                  .at(A1))
          .isEqualTo(number("1"));
    }
  }
}
