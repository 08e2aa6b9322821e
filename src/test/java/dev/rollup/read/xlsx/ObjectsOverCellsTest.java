package dev.rollup.read.xlsx;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.model.Addresses.address;
import static dev.rollup.model.Mark.DRAWN_OVER;
import static dev.rollup.model.Note.Kind.BOX;
import static dev.rollup.model.Note.Kind.COMMENT;
import static dev.rollup.model.Note.Kind.PAGE_MARGIN;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.xlsx.HandMadeWorkbook.MAIN;
import static dev.rollup.read.xlsx.HandMadeWorkbook.RELATIONSHIPS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.model.Document;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.read.BothEncodings;
import dev.rollup.read.sheet.CellReference;
import dev.rollup.support.HandMadePackage;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What lies over the cells of a sheet and hangs on them. The sheet has columns and rows of the same
 * size, 70 pixels by 20 points, that is 666,750 by 254,000 units; B2:C2 is one cell.
 */
@Tag("slow")
class ObjectsOverCellsTest {

  private static final int WIDTH = 666_750;
  private static final int HEIGHT = 254_000;

  private static final String CELLS =
      "<sheetFormatPr defaultColWidth='10' defaultRowHeight='20'/><sheetData>"
          + "<row r='1'><c r='A1'><v>1</v></c></row><row r='9'><c r='F9'/></row></sheetData>"
          + "<mergeCells><mergeCell ref='B2:C2'/></mergeCells>";

  private static final String SPREADSHEET_DRAWING =
      "<xdr:wsDr xmlns:xdr='http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'"
          + " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
          + " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>%s</xdr:wsDr>";

  private static final String PICTURE =
      "<xdr:pic><xdr:nvPicPr><xdr:cNvPr id='2' name=''/></xdr:nvPicPr></xdr:pic>";

  private static HandMadeWorkbook sheet(String more) {
    return new HandMadeWorkbook().sheet("表", CELLS + more);
  }

  private static HandMadeWorkbook drawing(String anchors) {
    return sheet("<drawing xmlns:r='%s' r:id='d'/>".formatted(RELATIONSHIPS))
        .beside("d", "drawing", "drawings/drawing1.xml", SPREADSHEET_DRAWING.formatted(anchors));
  }

  private static HandMadeWorkbook vml(String shapes) {
    return sheet("<legacyDrawing xmlns:r='%s' r:id='v'/>".formatted(RELATIONSHIPS))
        .beside(
            "v",
            "vmlDrawing",
            "drawings/vmlDrawing1.vml",
            "<xml xmlns:v='urn:schemas-microsoft-com:vml' xmlns:x='urn:schemas-microsoft-com:office:excel'>"
                + shapes
                + "</xml>");
  }

  private static Document read(HandMadeWorkbook workbook) {
    return clean(BothEncodings.read(workbook.bytes()));
  }

  /** Returns all cells of A1:H12 that something lies over. */
  private static String covered(Document document) {
    var places = new TreeSet<Position>();
    for (int row = 0; row < 12; row++) {
      for (int column = 0; column < 8; column++) {
        var at = new Position(row, column);
        if (onlyGrid(document).marks(at).contains(DRAWN_OVER)) {
          places.add(at);
        }
      }
    }
    return String.join(" ", places.stream().map(Position::a1).toList());
  }

  private static String corner(String name, String place, double across, double down) {
    long at = CellReference.parse(place);
    return ("<xdr:%s><xdr:col>%d</xdr:col><xdr:colOff>%d</xdr:colOff><xdr:row>%d</xdr:row>"
            + "<xdr:rowOff>%d</xdr:rowOff></xdr:%s>")
        .formatted(
            name,
            CellReference.column(at),
            Math.round(across * WIDTH),
            CellReference.row(at),
            Math.round(down * HEIGHT),
            name);
  }

  private static String twoCells(
      String from, double x1, double y1, String to, double x2, double y2, String content) {
    return "<xdr:twoCellAnchor>"
        + corner("from", from, x1, y1)
        + corner("to", to, x2, y2)
        + content
        + "<xdr:clientData/></xdr:twoCellAnchor>";
  }

  @Nested
  class Covering {

    @ParameterizedTest(name = "from {0} {1} {2} to {3} {4} {5}: {6}")
    @CsvSource({
      // Whole cells.
      "E5, 0, 0, F5, 0, 1, E5",
      "E5, 0, 0, E5, 1, 1, E5",
      "E5, 0, 0, F6, 1, 1, E5 F5 E6 F6",
      // No size at all: something is anchored there.
      "E5, 0, 0, F5, 0, 0, E5",
      "E5, 0.5, 0.5, E5, 0.5, 0.5, E5",
      // Small things in one cell.
      "E5, 0.1, 0.2, E5, 0.3, 0.6, E5",
      // A seal that touches cells, and covers others.
      "D4, 0.7, 0.7, F6, 0.3, 0.3, E5",
      "D4, 0.5, 0.5, F6, 0.5, 0.5, E4 D5 E5 F5 E6",
      "D4, 0.3, 0.3, F6, 0.5, 0.5, D4 E4 D5 E5 F5 E6",
      "D4, 0, 0.7, F4, 1, 1, ''",
      // Lines that strike cells out, and lines that frame them.
      "D4, 0, 0.5, F4, 1, 0.5, D4 E4 F4",
      "D4, 0, 0.45, F4, 1, 0.55, D4 E4 F4",
      "D4, 0, 1, G4, 1, 1, ''",
      "D4, 0.5, 0, D6, 0.5, 1, D4 D5 D6",
      // Merged cells are one.
      "B2, 0, 0, C2, 1, 1, B2",
      "C2, 0, 0, C2, 1, 1, B2",
      "C2, 0.6, 0, D2, 0, 1, B2",
      "B2, 0.8, 0, B3, 1, 1, B2 B3",
      // Corners the wrong way round; beyond the sheet.
      "F6, 0, 0, E5, 0, 0, E5",
      "F9, 0, 0, XFD1048576, 0, 0, F9",
      "A20, 0, 0, C30, 0, 0, ''",
    })
    void an_object_covers_cells(
        String from, double x1, double y1, String to, double x2, double y2, String cells) {
      var document = read(drawing(twoCells(from, x1, y1, to, x2, y2, PICTURE)));

      assertThat(covered(document)).isEqualTo(cells);
      assertThat(document.notes()).isEmpty();
    }

    @Test
    void an_object_may_have_one_anchor_or_none() {
      assertThat(
              covered(
                  read(
                      drawing(
                          "<xdr:oneCellAnchor>"
                              + corner("from", "E5", 0, 0)
                              + "<xdr:ext cx='%d' cy='%d'/>".formatted(2 * WIDTH, HEIGHT)
                              + PICTURE
                              + "</xdr:oneCellAnchor>"))))
          .isEqualTo("E5 F5");
      assertThat(
              covered(
                  read(
                      drawing(
                          "<xdr:absoluteAnchor><xdr:pos x='%d' y='%d'/><xdr:ext cx='%d' cy='%d'/>"
                                  .formatted(4 * WIDTH, 4 * HEIGHT, WIDTH, HEIGHT)
                              + PICTURE
                              + "</xdr:absoluteAnchor>"))))
          .isEqualTo("E5");
    }

    @Test
    void columns_and_rows_have_their_own_sizes() {
      var workbook =
          new HandMadeWorkbook()
              .sheet(
                  "表",
                  "<sheetFormatPr defaultColWidth='10' defaultRowHeight='20'/>"
                      + "<cols><col min='1' max='2' width='20'/><col min='3' max='3' hidden='1'/></cols>"
                      + "<sheetData><row r='1' ht='40'/><row r='2' hidden='1'/><row r='9'><c r='F9'/></row></sheetData>"
                      + "<drawing xmlns:r='%s' r:id='d'/>".formatted(RELATIONSHIPS))
              .beside(
                  "d",
                  "drawing",
                  "drawings/drawing1.xml",
                  SPREADSHEET_DRAWING.formatted(
                      "<xdr:absoluteAnchor><xdr:pos x='%d' y='%d'/><xdr:ext cx='%d' cy='%d'/>"
                              .formatted(4 * WIDTH, 2 * HEIGHT, WIDTH, HEIGHT)
                          + PICTURE
                          + "</xdr:absoluteAnchor>"));

      assertThat(covered(read(workbook))).isEqualTo("D3");
    }

    @Test
    void too_many_cells_are_too_large() {
      var workbook =
          new HandMadeWorkbook()
              .sheet(
                  "表",
                  "<sheetData><row r='1048576'><c r='XFD1048576'/></row></sheetData>"
                      + "<drawing xmlns:r='%s' r:id='d'/>".formatted(RELATIONSHIPS))
              .beside(
                  "d",
                  "drawing",
                  "drawings/drawing1.xml",
                  SPREADSHEET_DRAWING.formatted(twoCells("A1", 0, 0, "XFD1048576", 1, 1, PICTURE)));

      assertRefused(BothEncodings.read(workbook.bytes()), TOO_LARGE);
    }
  }

  @Nested
  class Objects {

    private static String overE5(String content) {
      return twoCells("E5", 0, 0, "E5", 1, 1, content);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<xdr:pic/>",
          "<xdr:sp/>",
          "<xdr:cxnSp/>",
          "<xdr:grpSp><xdr:pic/></xdr:grpSp>",
          "<xdr:graphicFrame/>",
          "<xdr:contentPart/>",
          "<mc:AlternateContent><mc:Choice Requires='xdr14'><xdr:contentPart/></mc:Choice>"
              + "<mc:Fallback><xdr:pic/></mc:Fallback></mc:AlternateContent>"
        })
    void every_kind_of_object_lies_over_cells(String object) {
      assertThat(covered(read(drawing(overE5(object))))).isEqualTo("E5");
    }

    @Test
    void what_only_some_programs_draw_lies_there_too() {
      String anchors =
          "<mc:AlternateContent><mc:Choice Requires='a14'>%s</mc:Choice><mc:Fallback/></mc:AlternateContent>";

      assertThat(covered(read(drawing(anchors.formatted(overE5("<xdr:sp/>")))))).isEqualTo("E5");
    }

    @Test
    void a_hidden_object_is_none() {
      var document =
          read(
              drawing(
                  overE5(
                      "<xdr:sp><xdr:nvSpPr><xdr:cNvPr hidden='1'/></xdr:nvSpPr>"
                          + "<xdr:txBody><a:p><a:r><a:t>20</a:t></a:r></a:p></xdr:txBody></xdr:sp>")));

      assertThat(covered(document)).isEmpty();
      assertThat(document.notes()).isEmpty();
    }

    @Test
    void what_is_written_in_an_object_is_a_note() {
      var document =
          read(
              drawing(
                  overE5(
                          "<xdr:sp><xdr:txBody><a:p><a:r><a:t>2</a:t></a:r><a:r><a:t>0</a:t></a:r></a:p>"
                              + "<a:p><a:fld type='TxLink'><a:t>35</a:t></a:fld><a:br/><a:r><a:t>篇</a:t></a:r></a:p>"
                              + "</xdr:txBody></xdr:sp>")
                      + overE5(
                          "<xdr:grpSp><xdr:sp><xdr:txBody><a:p><a:r><a:t>一</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
                              + "<xdr:sp><xdr:txBody><a:p><a:r><a:t>二</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:grpSp>")));

      assertThat(document.notes())
          .containsExactly(
              new Note(BOX, "表", address("E5"), "20\n35\n篇"),
              new Note(BOX, "表", address("E5"), "一\n二"));
    }

    @Test
    void a_drawing_that_the_sheet_does_not_show_is_none() {
      var workbook =
          sheet("")
              .beside(
                  "d",
                  "drawing",
                  "drawings/drawing1.xml",
                  SPREADSHEET_DRAWING.formatted(overE5(PICTURE)));

      assertThat(covered(read(workbook))).isEmpty();
    }

    @Test
    void a_drawing_that_is_missing_is_damage() {
      var workbook =
          sheet("<drawing xmlns:r='%s' r:id='d'/>".formatted(RELATIONSHIPS))
              .part(
                  "xl/worksheets/_rels/sheet1.xml.rels",
                  HandMadePackage.relationships(
                      HandMadePackage.relationship(
                          "d", RELATIONSHIPS + "/drawing", "../drawings/drawing1.xml")));

      assertRefused(BothEncodings.read(workbook.bytes()), DAMAGED_FILE);
    }

    @Test
    void embedded_documents_and_controls_lie_where_the_sheet_says() {
      String anchor =
          "<anchor xmlns:xdr='http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'>"
              + corner("from", "E5", 0, 0).replace("xdr:from", "from")
              + corner("to", "E5", 1, 1).replace("xdr:to", "to")
              + "</anchor>";
      for (String element : List.of("oleObject", "control")) {
        String listed =
            "<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
                + "<mc:Choice Requires='x14'><%1$ss><%1$s shapeId='1'><%1$sPr>%2$s</%1$sPr></%1$s></%1$ss></mc:Choice></mc:AlternateContent>";
        var workbook =
            sheet(listed.formatted(element, anchor))
                .beside("o", "oleObject", "embeddings/x.xml", "<x/>");

        assertThat(covered(read(workbook))).isEqualTo("E5");
      }
    }
  }

  @Nested
  class OlderObjects {

    private static String shape(String kind, String more, String text) {
      return "<v:shape style='position:absolute'><v:textbox><div>%s</div></v:textbox>"
              .formatted(text)
          + "<x:ClientData ObjectType='%s'><x:Anchor>4, 0, 4, 0, 5, 0, 5, 0</x:Anchor>%s</x:ClientData></v:shape>"
              .formatted(kind, more);
    }

    @ParameterizedTest
    @CsvSource({
      "Rect, '', E5",
      "Pict, '', E5",
      "Button, '', E5",
      "Note, <x:Row>4</x:Row><x:Column>4</x:Column>, ''",
      "Spin, <x:FmlaLink>$E$5</x:FmlaLink>, ''",
      "Spin, <x:FmlaLink>E5</x:FmlaLink>, ''",
      "Spin, <x:FmlaLink>'表'!$E$5</x:FmlaLink>, ''",
      "Scroll, <x:FmlaLink>表!$E$5</x:FmlaLink>, ''",
      "Spin, <x:FmlaLink>$E$6</x:FmlaLink>, E5",
      "Spin, <x:FmlaLink>其他!$E$5</x:FmlaLink>, E5",
      "Spin, '', E5",
      // What these leave in their cells is not what they show.
      "Drop, <x:FmlaLink>$E$5</x:FmlaLink>, E5",
      "List, <x:FmlaLink>$E$5</x:FmlaLink>, E5",
      "Checkbox, <x:FmlaLink>$E$5</x:FmlaLink>, E5",
    })
    void controls_and_boxes_lie_over_cells(String kind, String more, String cells) {
      var document = read(vml(shape(kind, more, "")));

      assertThat(covered(document)).isEqualTo(cells);
      assertThat(document.notes()).isEmpty();
    }

    @Test
    void what_is_written_in_them_is_a_note() {
      assertThat(
              read(vml(
                      shape("Rect", "", "<font>2</font><font>0</font><br/>篇")
                          + shape("Note", "", "一")
                          + "<v:shape style='visibility: hidden'><x:ClientData ObjectType='Rect'>"
                          + "<x:Anchor>0,0,0,0,9,0,9,0</x:Anchor></x:ClientData></v:shape>"
                          + "<v:shapetype><v:path/></v:shapetype><v:rect/>"))
                  .notes())
          .containsExactly(new Note(BOX, "表", address("E5"), "20\n篇"));
    }

    @Test
    void line_breaks_that_are_left_open_are_known_from_excel() {
      assertThat(read(vml(shape("Rect", "", "20<br>篇"))).notes())
          .containsExactly(new Note(BOX, "表", address("E5"), "20\n篇"));
    }

    @Test
    void an_anchor_that_is_none_is_damage() {
      for (var anchor : List.of("", "1,2,3", "a,0,0,0,0,0,0,0")) {
        assertRefused(
            new XlsxReader()
                .read(
                    vml("<v:rect><x:ClientData><x:Anchor>"
                            + anchor
                            + "</x:Anchor></x:ClientData></v:rect>")
                        .bytes()),
            DAMAGED_FILE);
      }
    }
  }

  @Nested
  class Notes {

    private static String comments(String list) {
      return "<comments xmlns='%s'><authors><author>张三</author><author>李四2</author></authors>"
              .formatted(MAIN)
          + "<commentList>"
          + list
          + "</commentList></comments>";
    }

    @Test
    void a_comment_is_a_note_without_the_name_of_its_author() {
      var workbook =
          sheet("")
              .beside(
                  "c",
                  "comments",
                  "comments1.xml",
                  comments(
                      "<comment ref='E5' authorId='0'><text><r><rPr><b/></rPr><t>张三:</t></r><r><t>\n应为15</t></r></text></comment>"
                          + "<comment ref='E6' authorId='1'><text><t>李四2：20</t></text></comment>"
                          + "<comment ref='E7' authorId='0'><text><t>李四2: 20</t></text></comment>"
                          + "<comment ref='E8' authorId='9'><text><t> </t></text></comment>"));

      assertThat(read(workbook).notes())
          .containsExactly(
              new Note(COMMENT, "表", address("E5"), "应为15"),
              new Note(COMMENT, "表", address("E6"), "20"),
              new Note(COMMENT, "表", address("E7"), "李四2: 20"));
    }

    @Test
    void a_conversation_goes_before_the_comment_that_repeats_it() {
      var workbook =
          sheet("")
              .beside(
                  "c",
                  "comments",
                  "comments1.xml",
                  comments(
                      "<comment ref='E5' authorId='0'><text><t>[线程批注] 应为15</t></text></comment>"
                          + "<comment ref='E6' authorId='0'><text><t>另有3</t></text></comment>"))
              .beside(
                  "t",
                  "threadedComment",
                  "threadedComments/threadedComment1.xml",
                  "<ThreadedComments xmlns='http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments'>"
                      + "<threadedComment ref='E5' id='1'><text>应为15</text></threadedComment>"
                      + "<threadedComment ref='E5' id='2' parentId='1'><text>是16</text></threadedComment></ThreadedComments>");

      assertThat(read(workbook).notes())
          .containsExactly(
              new Note(COMMENT, "表", address("E5"), "应为15"),
              new Note(COMMENT, "表", address("E5"), "是16"),
              new Note(COMMENT, "表", address("E6"), "另有3"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'' | &C第 &P 页，共 &N 页 | 第  页，共  页",
          "'' | &C&\"宋体,Regular\"&12更正：1.1.2 应为&U300&U人次 | 更正：1.1.2 应为300人次",
          "'' | &L左&C&B中&R右 | '左\n中\n右'",
          "'' | &P+10 | ",
          "'' | &P-1 of &N | of",
          "'' | &D &T &F &A &Z &G | ",
          "'' | &KFF00002023年 | 2023年",
          "'' | &K01+0002023年 | 2023年",
          "'' | A&&B& | A&B&",
          "'' | &\"未完 | ",
        })
    void page_margins_are_notes_without_codes(String attributes, String codes, String text) {
      String escaped = codes.replace("&", "&amp;").replace("\"", "&quot;");
      var notes =
          read(sheet("<headerFooter><oddFooter>" + escaped + "</oddFooter></headerFooter>"))
              .notes();

      assertThat(notes)
          .isEqualTo(text == null ? List.of() : List.of(new Note(PAGE_MARGIN, "表", null, text)));
    }

    @Test
    void only_the_margins_that_are_printed_are_notes() {
      String margins =
          "<headerFooter %s><oddHeader>一</oddHeader><evenHeader>二</evenHeader>"
              + "<firstHeader>三</firstHeader></headerFooter>";

      assertThat(read(sheet(margins.formatted(""))).notes())
          .extracting(Note::text)
          .containsExactly("一");
      assertThat(read(sheet(margins.formatted("differentFirst='1' differentOddEven='1'"))).notes())
          .extracting(Note::text)
          .containsExactly("一", "二", "三");
    }

    @Test
    void nobody_sees_what_stands_beside_a_hidden_sheet() {
      var workbook =
          new HandMadeWorkbook()
              .sheet(
                  "旧",
                  "state='veryHidden'",
                  "<headerFooter><oddHeader>一</oddHeader></headerFooter>")
              .sheet("表", CELLS);

      assertThat(read(workbook).notes()).isEmpty();
    }
  }
}
