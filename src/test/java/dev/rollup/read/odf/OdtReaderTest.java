package dev.rollup.read.odf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.PICTURE_ONLY;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.support.HandMadeOpenDocument.TEXT;
import static dev.rollup.support.HandMadeOpenDocument.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.filetype.FileType;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Note;
import dev.rollup.read.text.RunningText;
import dev.rollup.support.HandMadeZip;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of OpenDocument. Facts are data: what stands in the file, and what is read of it. */
class OdtReaderTest {

  /** A file in one part: what stands before its body, and what in it. */
  private static byte[] flat(String before, String body) {
    return TEXT.flat(before, body);
  }

  private static Outcome<Document> read(byte[] content) {
    return new OdtReader().read(content);
  }

  private static Document document(String before, String body) {
    return clean(read(flat(before, body)));
  }

  /** Returns each paragraph with its place, and behind it what is the matter with which words. */
  private static List<String> lines(Document document) {
    Grid grid = onlyGrid(document);
    var lines = new ArrayList<String>();
    for (var placed : grid.cells()) {
      var text = (Cell.Text) placed.cell();
      var line = new StringBuilder(grid.place(placed.at()).written() + " " + text.value());
      for (var span : text.spans()) {
        line.append(" {")
            .append(text.value(), span.from(), span.to())
            .append(' ')
            .append(span.mark())
            .append('}');
      }
      lines.add(line.toString().replace(RunningText.UNKNOWN, '▣'));
    }
    return lines;
  }

  private static List<String> notes(Document document) {
    return document.notes().stream().map(OdtReaderTest::written).toList();
  }

  private static String written(Note note) {
    var place = note.place();
    return note.kind() + " " + (place == null ? "-" : place.written()) + " " + note.text();
  }

  private static String p(String content) {
    return "<text:p>" + content + "</text:p>";
  }

  private static String span(String style, String content) {
    return "<text:span text:style-name='" + style + "'>" + content + "</text:span>";
  }

  private static String table(String... rows) {
    return "<table:table><table:table-column/>" + String.join("", rows) + "</table:table>";
  }

  private static String row(String... cells) {
    return "<table:table-row>" + String.join("", cells) + "</table:table-row>";
  }

  private static String cell(String attributes, String content) {
    return "<table:table-cell " + attributes + ">" + content + "</table:table-cell>";
  }

  private static String covered(String content) {
    return "<table:covered-table-cell>" + content + "</table:covered-table-cell>";
  }

  private static String frame(String anchor, String content) {
    return "<draw:frame text:anchor-type='" + anchor + "'>" + content + "</draw:frame>";
  }

  private static String box(String content) {
    return "<draw:text-box>" + content + "</draw:text-box>";
  }

  private static String field(String type, String parameters) {
    return "field:type='vnd.oasis.opendocument.field.%s'>%s".formatted(type, parameters);
  }

  private static String parameter(String name, String value) {
    return "<field:param field:name='%s' field:value='%s'/>".formatted(name, value);
  }

  /** What stands in the body, and all that is read of it. */
  private record Fact(String name, String body, List<String> lines) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Fact fact(String name, String body, String... lines) {
    return new Fact(name, body, List.of(lines));
  }

  private static Stream<Fact> paragraphs() {
    return Stream.of(
        fact(
            "paragraphs, headings and lists are numbered as they come",
            p("甲")
                + "<text:h text:outline-level='1'><text:number>3</text:number>乙</text:h>"
                + "<text:list><text:list-header>"
                + p("丙")
                + "</text:list-header><text:list-item>"
                + p("丁")
                + "<text:list><text:list-item>"
                + p("戊")
                + "</text:list-item></text:list></text:list-item></text:list>"
                + "<text:numbered-paragraph>"
                + p("己")
                + "</text:numbered-paragraph>",
            "p1 甲",
            "p2 乙",
            "p3 丙",
            "p4 丁",
            "p5 戊",
            "p6 己"),
        fact(
            "white space is one blank, and what stands for more is as many",
            p(
                "\n  参与 \n 12<text:s/> <text:s text:c='2'/>场<text:tab/>无<text:line-break/>3"
                    + "<text:soft-page-break/>0"),
            "p1 参与 12    场\t无\n30"),
        fact("a soft hyphen is no letter", p("3\u00AD00"), "p1 300"),
        fact(
            "what is deleted is not there, what is inserted is",
            "<text:tracked-changes><text:changed-region text:id='c'><text:deletion>"
                + p("28")
                + "</text:deletion></text:changed-region></text:tracked-changes>"
                + p(
                    "参与<text:change text:change-id='c'/><text:change-start text:change-id='d'/>35"
                        + "<text:change-end text:change-id='d'/>人"),
            "p1 参与35人"),
        fact(
            "what is hidden is not there",
            p(
                    "一<text:hidden-text text:string-value='2' text:is-hidden='true'/>"
                        + "<text:hidden-text text:string-value='3' text:is-hidden='false'/>")
                + p("4<text:hidden-paragraph text:is-hidden='true'/>5" + frame("char", box(p("6"))))
                + p("七<text:hidden-paragraph text:is-hidden='false'/>")
                + "<text:section text:display='none'>"
                + p("8")
                + "</text:section>"
                + "<text:section text:display='condition' text:is-hidden='true'>"
                + p("9")
                + "</text:section><text:section>"
                + p("十")
                + "</text:section>",
            "p1 一3",
            "p2 七",
            "p3 十"),
        fact(
            "an index is what is seen of it",
            "<text:table-of-content><text:table-of-content-source><text:index-title-template>5"
                + "</text:index-title-template></text:table-of-content-source><text:index-body>"
                + p("目录")
                + "</text:index-body></text:table-of-content>",
            "p1 目录"),
        fact(
            "links and marks stand in the text, and what they only name does not",
            p(
                "<text:a>第<text:bookmark-start text:name='b'/>12<text:bookmark-end text:name='b'/>"
                    + "</text:a>场<text:alphabetical-index-mark text:string-value='5'/>"
                    + "<office:event-listeners>6</office:event-listeners>"),
            "p1 第12场"),
        fact(
            "letters above others tell how they are spoken, numbers do not",
            p(
                "<text:ruby><text:ruby-base>场</text:ruby-base><text:ruby-text>chǎng</text:ruby-text>"
                    + "</text:ruby><text:ruby><text:ruby-base>30</text:ruby-base>"
                    + "<text:ruby-text>5</text:ruby-text></text:ruby>"),
            "p1 场30 {30 SHIFTED}"));
  }

  private static Stream<Fact> tables() {
    return Stream.of(
        fact(
            "cells count as one however many columns they span, covered ones above count",
            table(
                "<table:table-header-rows>"
                    + row(
                        cell("table:number-columns-spanned='2'", p("甲")),
                        covered(p("1")),
                        cell("table:number-rows-spanned='2'", p("乙")))
                    + "</table:table-header-rows>",
                row(cell("", p("丙")), cell("", p("丁")), covered(p("2"))),
                row(
                    cell("table:number-columns-spanned='2' table:number-rows-spanned='2'", p("戊")),
                    covered(""),
                    cell("", p("己"))),
                row(covered(p("3")), covered(p("4")), cell("", p("庚")))),
            "t1.r1.c1.p1 甲",
            "t1.r1.c2.p1 乙",
            "t1.r2.c1.p1 丙",
            "t1.r2.c2.p1 丁",
            "t1.r2.c3.p1 2 {2 HIDDEN}",
            "t1.r3.c1.p1 戊",
            "t1.r3.c2.p1 己",
            "t1.r4.c1.p1 3 {3 HIDDEN}",
            "t1.r4.c2.p1 庚"),
        fact(
            "what depends on a condition may be hidden, and what is computed may be another",
            "<text:section text:display='condition' text:condition='ooow:1==1'>"
                + p("1")
                + "</text:section>"
                + p("2<text:hidden-paragraph text:condition='ooow:1==1'/>3")
                + p(
                    "四<text:hidden-text text:condition='ooow:1==1' text:string-value='5'>6"
                        + "</text:hidden-text>")
                + p("<text:user-field-get text:name='n'>7</text:user-field-get>场"),
            "p1 1 {1 RESTYLED}",
            "p2 23 {23 RESTYLED}",
            "p3 四5 {5 RESTYLED}",
            "p4 7场 {7 RESTYLED}"),
        fact(
            "what is deleted where it stands is struck out",
            "<text:tracked-changes><text:changed-region text:id='c'><text:deletion/>"
                + "</text:changed-region></text:tracked-changes>"
                + p(
                    "1<text:change-start text:change-id='c'/>2<text:change-end"
                        + " text:change-id='c'/>3"),
            "p1 123 {2 STRUCK_OUT}"),
        fact(
            "a column of no width is hidden",
            "<table:table><table:table-column/><table:table-columns><table:table-column"
                + " table:visibility='collapse'/></table:table-columns>"
                + row(cell("", p("1")), cell("", p("2")))
                + "</table:table>",
            "t1.r1.c1.p1 1",
            "t1.r1.c2.p1 2 {2 HIDDEN}"),
        fact(
            "what others add to a paragraph is read through",
            p("1<q:x xmlns:q='urn:q'>2</q:x>3") + "<q:x xmlns:q='urn:q'>" + p("4") + "</q:x>",
            "p1 123",
            "p2 4"),
        fact(
            "a table in a cell goes on from there",
            p("前") + table(row(cell("", p("甲") + table(row(cell("", p("乙")))) + p("丙")))) + p("后"),
            "p1 前",
            "t1.r1.c1.p1 甲",
            "t1.r1.c1.t1.r1.c1.p1 乙",
            "t1.r1.c1.p2 丙",
            "p2 后"),
        fact(
            "what is repeated is there as often",
            table(
                "<table:table-row table:number-rows-repeated='2'>"
                    + cell("table:number-columns-repeated='2'", p(span("struck", "5")))
                    + "</table:table-row>"),
            "t1.r1.c1.p1 5 {5 STRUCK_OUT}",
            "t1.r1.c2.p1 5 {5 STRUCK_OUT}",
            "t1.r2.c1.p1 5 {5 STRUCK_OUT}",
            "t1.r2.c2.p1 5 {5 STRUCK_OUT}"),
        fact(
            "a row that nobody sees is hidden",
            table(
                "<table:table-row table:visibility='collapse'>"
                    + cell("", p("5"))
                    + "</table:table-row>",
                "<table:table-row table:style-name='flat'>"
                    + cell("", p("6"))
                    + "</table:table-row>",
                row(cell("", p("7")))),
            "t1.r1.c1.p1 5 {5 HIDDEN}",
            "t1.r2.c1.p1 6 {6 HIDDEN}",
            "t1.r3.c1.p1 7"));
  }

  private static Stream<Fact> drawings() {
    String image = "<draw:image/>";
    return Stream.of(
        fact(
            "a box is told behind the paragraph that holds it, at its place",
            p("甲" + frame("paragraph", box(p("12") + p("13"))) + "乙") + p("丙"),
            "p1 甲乙",
            "p1.b1.p1 12",
            "p1.b1.p2 13",
            "p2 丙"),
        fact(
            "what is drawn in the line shows, what floats shows in a blank",
            p("甲" + frame("as-char", image))
                + p("乙" + frame("char", image))
                + p("参与（" + frame("char", image) + "）人"),
            "p1 甲▣",
            "p2 乙",
            "p3 参与（▣）人"),
        fact(
            "what floats over a cell that holds nothing else shows",
            table(
                row(
                    cell("", p(frame("paragraph", image))),
                    cell("", p("1" + frame("char", image))))),
            "t1.r1.c1.p1 ▣",
            "t1.r1.c2.p1 1"),
        fact(
            "the text of a shape is a box, its description is none",
            p(
                "甲<draw:g text:anchor-type='char'><svg:title>5</svg:title><draw:rect>"
                    + p("12")
                    + "</draw:rect><draw:custom-shape><svg:desc>6</svg:desc>"
                    + p("")
                    + "<draw:enhanced-geometry/></draw:custom-shape></draw:g>"),
            "p1 甲",
            "p1.b1.p1 12"),
        fact(
            "a frame of the page is held by no paragraph",
            frame("page", box(p("12"))) + p("甲"),
            "b1.p1 12",
            "p1 甲"),
        fact(
            "nobody sees a drawing that is not displayed",
            p(
                "甲<draw:frame draw:display='none' text:anchor-type='as-char'>"
                    + box(p("5"))
                    + "</draw:frame>"),
            "p1 甲"));
  }

  private static Stream<Fact> fields() {
    String list = parameter("Dropdown_ListEntry", "100") + parameter("Dropdown_ListEntry", "300");
    String content = "<loext:content-control loext:showing-place-holder='true'>";
    return Stream.of(
        fact(
            "a list shows what is chosen",
            p(
                    "<text:drop-down><text:label text:value='1'/>"
                        + "<text:label text:value='3' text:current-selected='true'/>3</text:drop-down>人")
                + p(
                    "<text:drop-down><text:label text:value='3' text:current-selected='true'/>"
                        + "</text:drop-down>人")
                + p(
                    "<text:drop-down><text:label text:value='3' text:current-selected='true'/>5"
                        + "</text:drop-down>人"),
            "p1 3人",
            "p2 3人",
            "p3 ▣人"),
        fact(
            "form elements of Word show what is chosen",
            p(
                    "<field:fieldmark "
                        + field("FORMDROPDOWN", list + parameter("Dropdown_Selected", "1"))
                        + "</field:fieldmark>人")
                + p(
                    "<field:fieldmark "
                        + field("FORMCHECKBOX", parameter("Checkbox_Checked", "true"))
                        + "</field:fieldmark>是")
                + p(
                    "<field:fieldmark-start "
                        + field("FORMTEXT", "")
                        + "</field:fieldmark-start>"
                        + "9<field:fieldmark-separator/>12<field:fieldmark-end/>场")
                + p(
                    "<field:fieldmark-start "
                        + field("FORMTEXT", "")
                        + "</field:fieldmark-start>"
                        + "12<field:fieldmark-end/>场"),
            "p1 300人",
            "p2 ☑是",
            "p3 12场",
            "p4 12场"),
        fact(
            "a field of Word that shows something else than a text is not known",
            p(
                    "<field:fieldmark-start "
                        + field(
                            "UNHANDLED", parameter("vnd.oasis.opendocument.field.code", "QUOTE 5"))
                        + "</field:fieldmark-start><field:fieldmark-separator/><field:fieldmark-end/>场")
                + p(
                    "<field:fieldmark-start "
                        + field(
                            "UNHANDLED", parameter("vnd.oasis.opendocument.field.code", "QUOTE 5"))
                        + "</field:fieldmark-start><field:fieldmark-separator/>5<field:fieldmark-end/>"),
            "p1 ▣场",
            "p2 5"),
        fact(
            "words that tell where to type are none, unless they may be an answer",
            p("甲<text:placeholder>&lt;请填写数字&gt;</text:placeholder>")
                + p("乙" + content + "点击输入</loext:content-control>")
                + p("丙" + content + "12</loext:content-control>")
                + p("丁<loext:content-control>13</loext:content-control>"),
            "p1 甲",
            "p2 乙",
            "p3 丙12 {12 RESTYLED}",
            "p4 丁13"),
        fact(
            "what is computed is seen, be it that no text tells",
            p("<text:expression text:formula='5'>12</text:expression>场")
                + p("<text:expression text:formula='5'/>场")
                + p("<text:variable-set text:display='none'>5</text:variable-set>场")
                + p("第<text:page-number>3</text:page-number>页"),
            "p1 12场 {12 RESTYLED}",
            "p2 ▣场",
            "p3 场",
            "p4 第3页"),
        fact(
            "controls of a form show what they hold",
            """
            <office:forms><form:form>
            <form:text form:id='a' form:value='1' form:current-value='12'/>
            <form:checkbox form:id='b' form:label='是' form:current-state='checked'/>
            <form:radio form:id='c' form:label='否' form:selected='false'/>
            <form:listbox form:id='d'><form:option form:label='一'/>
            <form:option form:label='两' form:current-selected='true'/></form:listbox>
            <form:image form:id='e'/>
            </form:form></office:forms>"""
                + p(control("a") + "场")
                + p(control("b") + control("c"))
                + p(control("d") + "次")
                + p(control("e"))
                + p("浮<draw:control text:anchor-type='char' draw:control='a'/>"),
            "p1 12场",
            "p2 ☑是☐否",
            "p3 两次",
            "p4 ▣",
            "p5 浮",
            "p5.b1.p1 12"));
  }

  private static String control(String id) {
    return "<draw:control text:anchor-type='as-char' draw:control='" + id + "'/>";
  }

  private static final String STYLES =
      "<office:automatic-styles>"
          + "<style:style style:name='struck' style:family='text'>"
          + "<style:text-properties style:text-line-through-style='solid'/></style:style>"
          + "<style:style style:name='flat' style:family='table-row'>"
          + "<style:table-row-properties style:row-height='1pt'/></style:style>"
          + "</office:automatic-styles>";

  @ParameterizedTest
  @MethodSource({"paragraphs", "tables", "drawings", "fields"})
  void what_is_seen_is_told(Fact fact) {
    assertThat(lines(document(STYLES, fact.body()))).isEqualTo(fact.lines());
  }

  /** Of a look: what is said, and what is the matter with it; nothing where it is plain. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "style:text-line-through-style='solid'                         | STRUCK_OUT",
        "style:text-line-through-type='double'                         | STRUCK_OUT",
        "style:text-line-through-style='none' style:text-line-through-type='double' | STRUCK_OUT",
        "style:text-line-through-text='X'                              | STRUCK_OUT",
        "style:text-combine='lines'                                    | RESTYLED",
        "style:font-size-asian='1pt'                                   | HIDDEN",
        "style:text-line-through-style='none'                          |",
        "style:text-position='super 58%'                               | SHIFTED",
        "style:text-position='-33% 58%'                                | SHIFTED",
        "style:text-position='30% 100%'                                | SHIFTED",
        "style:text-position='10% 100%'                                |",
        "style:text-position='0% 100%'                                 |",
        "fo:color='#ffffff'                                            | HIDDEN",
        "fo:color='#ffffff' style:use-window-font-color='true'         |",
        "fo:color='#ffffff' fo:background-color='#000000'              |",
        "fo:background-color='#000000'                                 | HIDDEN",
        "fo:color='#000000' loext:opacity='0%'                         | HIDDEN",
        "fo:font-size='1pt'                                            | HIDDEN",
        "fo:font-size='10%'                                            | HIDDEN",
        "fo:font-size='9pt' fo:color='#123456'                         |",
        "loext:opacity='0%'                                            | HIDDEN",
        "style:use-window-font-color='true' loext:opacity='0%'         |",
        "fo:color='#bbbbbb' loext:opacity='15%'                        | HIDDEN",
        "fo:color='#000000' loext:opacity='50%'                        |",
        "fo:letter-spacing='-5mm'                                      | DRAWN_OVER",
        "fo:letter-spacing='-0.5pt'                                    |",
        "style:text-scale='5%'                                         | HIDDEN",
        "text:display='none'                                           | GONE",
      })
  void it_does_not_matter_where_a_look_is_said(String properties, String mark) {
    String look = "<style:text-properties " + properties + "/>";
    var ways =
        List.of(
            List.of(style("a", "text", "", look), p(span("a", "12"))),
            List.of(style("b", "text", "a", "") + style("a", "text", "", look), p(span("b", "12"))),
            List.of(style("a", "text", "", look), p(span("a", span("c", "12")))),
            List.of(style("a", "paragraph", "", look), "<text:p text:style-name='a'>12</text:p>"),
            List.of(
                style("b", "paragraph", "a", "") + style("a", "paragraph", "", look),
                "<text:h text:style-name='b'>12</text:h>"),
            List.of(
                "<style:default-style style:family='paragraph'>" + look + "</style:default-style>",
                p("12")));

    for (var way : ways) {
      var lines = lines(document("<office:styles>" + way.get(0) + "</office:styles>", way.get(1)));

      assertThat(lines)
          .as(way.get(0))
          .isEqualTo(
              mark == null
                  ? List.of("p1 12")
                  : mark.equals("GONE") ? List.of() : List.of("p1 12 {12 " + mark + "}"));
    }
  }

  private static String style(String name, String family, String parent, String properties) {
    return "<style:style style:name='%s' style:family='%s' %s>%s</style:style>"
        .formatted(
            name,
            family,
            parent.isEmpty() ? "" : "style:parent-style-name='" + parent + "'",
            properties);
  }

  @Test
  void letters_are_seen_before_what_is_behind_them() {
    String styles =
        "<office:automatic-styles>"
            + style("red", "text", "", "<style:text-properties fo:color='#ff0000'/>")
            + style(
                "p", "paragraph", "", "<style:paragraph-properties fo:background-color='#ff0000'/>")
            + style(
                "c",
                "table-cell",
                "",
                "<style:table-cell-properties fo:background-color='#ff0000'/>")
            + style("low", "paragraph", "", "<style:paragraph-properties fo:line-height='1pt'/>")
            + "</office:automatic-styles>";
    String red = span("red", "5");

    assertThat(
            lines(
                document(
                    styles,
                    p(red)
                        + "<text:p text:style-name='p'>"
                        + red
                        + "</text:p>"
                        + table(row(cell("table:style-name='c'", p(red))))
                        + "<text:p text:style-name='low'>6</text:p>")))
        .containsExactly("p1 5", "p2 5 {5 HIDDEN}", "t1.r1.c1.p1 5 {5 HIDDEN}", "p3 6 {6 HIDDEN}");
  }

  @Test
  void a_font_of_pictures_shows_something_else() {
    String styles =
        "<office:font-face-decls><style:font-face style:name='W1' "
            + "svg:font-family=\"'Wingdings'\"/></office:font-face-decls><office:styles>"
            + style("w", "text", "", "<style:text-properties style:font-name='W1'/>")
            + "</office:styles>";

    assertThat(lines(document(styles, p(span("w", "\uF083") + span("w", "1")))))
        .containsExactly("p1 ③\uF031");
  }

  @Test
  void a_paragraph_whose_end_is_hidden_is_joined_by_the_next() {
    String styles =
        "<office:styles>"
            + style("h", "paragraph", "", "<style:text-properties text:display='none'/>")
            + style("s", "text", "", "<style:text-properties text:display='true'/>")
            + "</office:styles>";

    assertThat(
            lines(
                document(
                    styles,
                    "<text:p text:style-name='h'>5" + span("s", "甲") + "</text:p>" + p("乙"))))
        .containsExactly("p1 甲乙");
  }

  @Test
  void a_table_is_told_by_its_rows_too() {
    var tables = document("", table(row(cell("", p("甲") + p("乙")), cell("", p("12"))))).tables();

    assertThat(tables).hasSize(1);
    assertThat(tables.get(0).cells())
        .extracting(placed -> tables.get(0).place(placed.at()).written() + " " + placed.cell())
        .containsExactly(
            "t1.r1.c1 " + new Cell.Text("甲" + Document.PARAGRAPH + "乙"),
            "t1.r1.c2 " + new Cell.Text("12"));
  }

  @Test
  void notes_and_comments_are_told_beside_the_text() {
    String note =
        "<text:note text:note-class='%s'><text:note-citation>7</text:note-citation><text:note-body>"
            + p("%s<text:page-number>9</text:page-number>")
            + "</text:note-body></text:note>";
    String body =
        p("甲" + note.formatted("endnote", "尾12"))
            + p("乙" + note.formatted("footnote", "脚13"))
            + p(
                "丙<office:annotation office:name='a'><dc:creator>李5</dc:creator><dc:date>2023"
                    + "</dc:date>"
                    + p("应为15")
                    + "<text:list><text:list-item>"
                    + p("不是16")
                    + "</text:list-item></text:list></office:annotation>丁"
                    + "<office:annotation-end office:name='a'/>")
            + p(
                "6<office:annotation>"
                    + p("17")
                    + "</office:annotation>"
                    + "<text:hidden-paragraph text:is-hidden='true'/>");

    var document = document("", body);

    assertThat(lines(document)).containsExactly("p1 甲", "p2 乙", "p3 丙丁");
    assertThat(notes(document))
        .containsExactly("COMMENT p3 应为15\n不是16", "FOOTNOTE p2 脚13", "FOOTNOTE p1 尾12");
  }

  @Test
  void the_margins_of_pages_that_are_there_are_told_once() {
    String page =
        "<style:master-page style:name='%s' style:next-style-name='%s'><style:header>"
            + "<text:p>%s</text:p></style:header><style:footer>"
            + p("共同")
            + "</style:footer><style:footer-left style:display='false'>"
            + p("无")
            + "</style:footer-left></style:master-page>";
    String before =
        "<office:automatic-styles><style:style style:name='b' style:family='paragraph' "
            + "style:master-page-name='B'/></office:automatic-styles><office:master-styles>"
            + page.formatted("Standard", "Standard", "首<text:page-count>4</text:page-count>")
            + page.formatted("B", "C", "乙12")
            + page.formatted("C", "C", "丙")
            + page.formatted("D", "D", "丁")
            + "</office:master-styles>";

    assertThat(notes(document(before, p("甲") + "<text:p text:style-name='b'>乙</text:p>")))
        .containsExactly(
            "PAGE_MARGIN - 首", "PAGE_MARGIN - 共同", "PAGE_MARGIN - 乙12", "PAGE_MARGIN - 丙");
    assertThat(notes(document(before, "<text:p text:style-name='b'>乙</text:p>")))
        .containsExactly("PAGE_MARGIN - 乙12", "PAGE_MARGIN - 共同", "PAGE_MARGIN - 丙");
  }

  @Test
  void properties_are_the_title_and_those_of_the_user() {
    String meta =
        "<office:meta><dc:title>表</dc:title><dc:creator>李</dc:creator>"
            + "<meta:user-defined meta:name='template'>x</meta:user-defined></office:meta>";

    assertThat(document(meta, p("甲")).properties())
        .isEqualTo(Map.of("title", "表", "template", "x"));
  }

  @Test
  void automatic_styles_are_those_of_their_part() {
    String struck = "<style:text-properties style:text-line-through-style='solid'/>";
    var zip =
        TEXT.packed(
            part(
                "content",
                "<office:automatic-styles>"
                    + style("T1", "text", "", "")
                    + "</office:automatic-styles><office:body><office:text>"
                    + p(span("T1", "12") + span("T2", "13") + span("common", "14"))
                    + "</office:text></office:body>"));
    zip.add(
        "styles.xml",
        part(
            "styles",
            "<office:styles>"
                + style("common", "text", "", struck)
                + "</office:styles><office:automatic-styles>"
                + style("T1", "text", "", struck)
                + style("T2", "text", "", struck)
                + "</office:automatic-styles>"));
    zip.add("meta.xml", part("meta", "<office:meta><dc:title>表</dc:title></office:meta>"));

    var document = clean(read(zip.bytes()));

    assertThat(lines(document)).containsExactly("p1 121314 {14 STRUCK_OUT}");
    assertThat(document.properties()).containsEntry("title", "表");
    assertThat(FileType.of(zip.bytes())).isEqualTo(FileType.ODT);
    assertThat(FileType.of(flat("", ""))).isEqualTo(FileType.FODT);
  }

  @Test
  void a_text_of_nothing_but_pictures_is_a_picture() {
    String picture = p(frame("as-char", "<draw:image/>"));

    assertRefused(read(flat("", picture)), PICTURE_ONLY);
    assertThat(lines(document("", picture + p("甲")))).containsExactly("p1 ▣", "p2 甲");
  }

  @Test
  void more_than_any_form_has_is_not_laid_out() {
    String cells = cell("table:number-columns-repeated='999999'", p("1"));
    String rows = "<table:table-row table:number-rows-repeated='999999'/>";

    assertRefused(read(flat("", table(row(cells)))), TOO_LARGE);
    assertRefused(read(flat("", table(rows))), TOO_LARGE);
    assertRefused(read(flat("", nested(20))), UNSAFE_CONTENT);
  }

  private static String nested(int depth) {
    return depth == 0 ? p("1") : table(row(cell("", nested(depth - 1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<text:p>", "</office:text><office:text>"})
  void what_cannot_be_meant_is_damage(String body) {
    assertRefused(read(flat("", body)), DAMAGED_FILE);
  }

  @Test
  void a_document_type_is_not_looked_at_and_a_package_without_content_is_damage() {
    byte[] typed =
        new String(flat("", ""), StandardCharsets.UTF_8)
            .replace("<office:document ", "<!DOCTYPE x [<!ENTITY e 'x'>]><office:document ")
            .getBytes(StandardCharsets.UTF_8);
    var empty = new HandMadeZip();
    empty.add("mimetype", TEXT.mimeType()).stored();

    assertRefused(read(typed), UNSAFE_CONTENT);
    assertRefused(read(empty.bytes()), DAMAGED_FILE);
    assertRefused(read(TEXT.packed(part("content", "<office:body/>")).bytes()), DAMAGED_FILE);
  }
}
