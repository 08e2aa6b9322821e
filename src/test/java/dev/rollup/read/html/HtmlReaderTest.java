package dev.rollup.read.html;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.PICTURE_ONLY;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;
import static dev.rollup.finding.FindingCode.UNSUPPORTED_FORMAT;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.onlyGrid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.read.html.HtmlReader.As;
import dev.rollup.read.text.RunningText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Web pages. Facts are data: what stands in the page, and what is read of it. */
class HtmlReaderTest {

  private static Outcome<Document> read(As as, String page) {
    return new HtmlReader(as).read(page.getBytes(StandardCharsets.UTF_8));
  }

  private static Document text(String body) {
    return clean(read(As.TEXT, "<html><body>" + body + "</body></html>"));
  }

  private static Document sheet(String body) {
    return clean(read(As.SHEET, "<html><body>" + body + "</body></html>"));
  }

  /** Returns each cell or paragraph with its place, and behind it what is the matter with it. */
  private static String seen(Document document) {
    Grid grid = onlyGrid(document);
    var lines = new ArrayList<String>();
    for (var placed : grid.cells()) {
      lines.add(seen(grid, placed.at(), placed.cell()));
    }
    return String.join(" | ", lines).replace(RunningText.UNKNOWN, '▣').replace("\n", "⏎");
  }

  private static String seen(Grid grid, Position at, Cell cell) {
    var line = new StringBuilder(grid.place(at).written() + " " + cell.raw());
    if (cell instanceof Cell.Number number && !number.format().equals(Cell.Number.GENERAL)) {
      line.append(" as ").append(number.format());
    }
    if (cell instanceof Cell.Formula formula) {
      line.append(" by ").append(formula.expression());
    }
    if (cell instanceof Cell.Text text) {
      for (var span : text.spans()) {
        line.append(" {").append(text.value(), span.from(), span.to());
        line.append(' ').append(span.mark()).append('}');
      }
    }
    List<Mark> marks = grid.marks(at).stream().sorted().toList();
    return line + (marks.isEmpty() ? "" : " " + marks);
  }

  private static String notes(Document document) {
    return String.join(" | ", document.notes().stream().map(HtmlReaderTest::written).toList());
  }

  private static String written(Note note) {
    var place = note.place();
    return note.kind() + " " + (place == null ? "-" : place.written()) + " " + note.text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        // Letters.
        "1&#50;&#x33;&#52&nbsp;&lt;5&unknown; ¦ p1 1234\u00A0<5&unknown;",
        "&#128;&#0;&frac12;&sup2; ¦ p1 €\uFFFD½²",
        "安⏎ 全 生⏎<b>产⏎1</b>⏎2 ¦ p1 安全 生产 1 2",
        "1<br>2<br><p>3</p>4 ¦ p1 1⏎2 | p2 3 | p3 4",
        "<pre>1⏎ 2</pre> ¦ p1 1⏎ 2",
        "1 < 2 <3 </ 4 ¦ p1 1 < 2 <3",
        "1<!-- 5 --><!doctype x><?x 5?><![if !vml]>2<![endif]><!--[if mso]>5<![endif]-->3 ¦ p1 123",
        "<script>'</p>5'</script><STYLE>5</STYLE><template>5</template>1 ¦ p1 1",
        "<o:p></o:p>1<x:y>2</x:y><unknown/>3 ¦ p1 123",
        "a\u00ADb\u0007c ¦ p1 abc",
        // What takes no place.
        "1<span style='display : none'>5</span><i hidden>5</i><u style='mso-hide:all'>5</u>2 ¦ p1 12",
        "<span style='DISPLAY:NONE!important;display:inline'>5</span>1 ¦ p1 1",
        "<del cite='mailto:x'>5</del><span class=msoDel>5</span><ins>1</ins> ¦ p1 1",
        "<p><![if !supportLists]><span style='mso-list:Ignore'>5.</span><![endif]>1</p> ¦ p1 1",
        // What does not look like what it says.
        "<s>1</s><strike>2</strike><del>3</del><b style='text-decoration:line-through'>4</b> ¦ "
            + "p1 1234 {1 STRUCK_OUT} {2 STRUCK_OUT} {3 STRUCK_OUT} {4 STRUCK_OUT}",
        "1<sup>2</sup><b style='vertical-align:sub'>3</b><b style='mso-text-raise:3pt'>4</b> ¦ "
            + "p1 1234 {2 SHIFTED} {3 SHIFTED} {4 SHIFTED}",
        "<font color=white>1</font><b style='color:#fffffe'>2</b><b style='color:rgb(255,255,255)'>3"
            + "</b><b style='color:rgba(0,0,0,0)'>4</b><b style='color:transparent'>5</b> ¦ "
            + "p1 12345 {1 HIDDEN} {2 HIDDEN} {3 HIDDEN} {4 HIDDEN} {5 HIDDEN}",
        "<b style='background:#000'>1</b><b style='background:black;color:white'>2</b>"
            + "<font color=white><a href=x>3</a></font> ¦ p1 123 {1 HIDDEN}",
        "<b style='font-size:1pt'>1</b><b style='font:0/0 a'>2</b><b style='opacity:0'>3</b>"
            + "<b style='visibility:hidden'>4</b><b style='text-indent:-9999px'>5</b> ¦ "
            + "p1 12345 {1 HIDDEN} {2 HIDDEN} {3 HIDDEN} {4 HIDDEN} {5 HIDDEN}",
        "<b style='color:hsl(0,0%,100%)'>1</b><b style='color:hsla(0,0%,0%,0)'>2</b>"
            + "<b style='color:hsl(120deg 100% 25%)'>3</b><b style='zoom:.01'>4</b>"
            + "<b style='position:absolute;top:-999em'>5</b> ¦ "
            + "p1 12345 {1 HIDDEN} {2 HIDDEN} {4 HIDDEN} {5 HIDDEN}",
        "<b style='letter-spacing:-2em'>1</b><b style='letter-spacing:-.05em'>2</b>"
            + "<span style='float:left'>3</span><progress value=1>4</progress> ¦ "
            + "p1 123▣ {1 DRAWN_OVER} {3 RESTYLED}",
        "<bdo dir=rtl>1</bdo><b style='transform:scaleX(-1)'>2</b><noscript>3</noscript> ¦ "
            + "p1 123 {1 RESTYLED} {2 RESTYLED} {3 RESTYLED}",
        "<font face=Wingdings>&#xF08C;</font> ¦ p1 ❶",
        // Tags that do not close as they should.
        "<p>1<font color=white>2</p>3 ¦ p1 12 {2 HIDDEN} | p2 3 {3 HIDDEN}",
        "<p>1<font color=white>2<p>3</font>4 ¦ p1 12 {2 HIDDEN} | p2 34 {3 HIDDEN}",
        "<span style='color:white'><p>1</span>2</p> ¦ p1 12 {1 HIDDEN} {2 HIDDEN}",
        "</b></td></p>1</table> ¦ p1 1",
        // What forms, pictures and small letters show.
        "<input value=1><input type=hidden value=5><input type=checkbox checked><select><option>5"
            + "<option selected>2</select><textarea>3</textarea><input type=password value=5> ¦ "
            + "p1 1☑23▣",
        "<img src=a>1<img width=1 height=1><svg>5</svg><object style='display:none'>5</object> ¦ "
            + "p1 ▣1▣",
        "(<b style='position:absolute'><img></b>)1 ¦ p1 ()1",
        "<ruby>安<rt>an</rt></ruby><ruby>1<rt>2</rt></ruby> ¦ p1 安1 {1 SHIFTED}",
        "<w:Sdt ShowingPlcHdr=t>请选择内容</w:Sdt><w:Sdt ShowingPlcHdr=t>12</w:Sdt> ¦ "
            + "p1 12 {12 RESTYLED}",
        "1<!--[if gte vml 1]><v:shape><v:textbox><p>5</p></v:textbox></v:shape><![endif]-->2 ¦ "
            + "p1 12 | p1.b1.p1 5",
        // Tables.
        "<table>9<tr><td>1<td rowspan=2 colspan=2>2<tr><td>3<tr><th>4</table>5 ¦ "
            + "p1 9 | t1.r1.c1.p1 1 | t1.r1.c2.p1 2 | t1.r2.c1.p1 3 | t1.r3.c1.p1 4 | p2 5",
        "<table><tr><td rowspan=2>1<td>2<tr><td>3</table> ¦ "
            + "t1.r1.c1.p1 1 | t1.r1.c2.p1 2 | t1.r2.c2.p1 3",
        "<table><tr><td>1<table><tr><td>2</table>3</table> ¦ "
            + "t1.r1.c1.p1 1 | t1.r1.c1.t1.r1.c1.p1 2 | t1.r1.c1.p2 3",
        "<table><tr style='display:none'><td>1<tr bgcolor=black><td>2</table> ¦ "
            + "t1.r1.c1.p1 1 {1 HIDDEN} {1 HIDDEN} | t1.r2.c1.p1 2 {2 HIDDEN}",
      })
  void a_text_is_read_as_it_is_seen(String body, String seen) {
    assertThat(seen(text(body.replace('⏎', '\n')))).isEqualTo(seen.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        ".h{display:none} ¦ <b class='a h'>5</b>1 ¦ p1 1",
        "<!-- @import url(x); /* } */ #h , b.h{display:none} --> ¦ <b class=h>5</b><i id=h>5</i>1 ¦ p1 1",
        "@media print{.h{display:none}} @page{margin:0} ¦ <b class=h>1</b> ¦ p1 1",
        "@media screen{.h{display:none}} ¦ <b class=h>5</b>1 ¦ p1 1",
        "td>p .h{display:none} ¦ <table><tr><td><p><b class=h>5</b>1</table><b class=h>2</b> ¦ "
            + "t1.r1.c1.p1 1 | p1 2",
        ".h{color:white !important} .h{color:red} ¦ <b class=h style='color:red'>1</b> ¦ "
            + "p1 1 {1 HIDDEN}",
        "b{color:white} .h{color:red} #i{color:blue} ¦ <b>1</b><b class=h>2</b><b id=i>3</b> ¦ "
            + "p1 123 {1 HIDDEN}",
        // What nobody judges here may hide it.
        "b:nth-child(1){display:none} ¦ <b>1</b> ¦ p1 1 {1 RESTYLED}",
        "i + b{color:white} [x]{font-weight:bold} ¦ <i>1</i><b>2</b> ¦ p1 12 {2 RESTYLED}",
        ".h:hover{display:none} ¦ <b class=h>1</b> ¦ p1 1",
        ".h::before{content:'5'} .i:after{content:''} ¦ <b class=h>1</b><b class=i>2</b> ¦ p1 ▣12",
      })
  void style_sheets_decide_what_is_seen(String css, String body, String seen) {
    assertThat(seen(text("<style>" + css + "</style>" + body))).isEqualTo(seen.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "安全<table><tr><td>1<td>2<tr><td>3</table><table><tr><td>4</table> ¦ "
            + "A1 安全 | A2 1 | B2 2 | A3 3 | A4 4",
        "<table><tr><td colspan=2>1<td>2<tr><td rowspan=2>3<td>4<tr><td>5</table> ¦ "
            + "A1 1 | C1 2 | A2 3 | B2 4 | B3 5",
        // What reaches into a row that fills the table by itself was counted with hidden rows.
        "<table><colgroup><colgroup><tr><td rowspan=3>1<td>2<tr><td>3<tr><td>4<td>5</table> ¦ "
            + "A1 1 | B1 2 | B2 3 | A3 4 | B3 5",
        "<table><tr><td rowspan=2>1<td>2<tr><td>3<td>4</table> ¦ A1 1 | B1 2 | B2 3 | C2 4",
        // A table in a cell takes as many rows and columns as it has.
        "<table><tr><td>1<td><table><tr><td>2<td>3<tr><td>4</table><td>5<tr><td>6<td>7<td>8</table> ¦ "
            + "A1 1 | B1 2 | C1 3 | D1 5 | B2 4 | A3 6 | B3 7 | D3 8",
        "<table><caption>1</caption><thead><tr><td>2<tbody><form><tr><td>3</form></table> ¦ "
            + "A1 1 | A2 2 | A3 3",
        "<table><tr><td><p>1</p><p>2<br>3</p></table> ¦ A1 1⏎2⏎3",
        // What takes no place, or none that is seen.
        "<table><tr><td>1<td style='display:none'>5<td>2</table> ¦ A1 1 | B1 2",
        "<table><tr style='display:none'><td>1<tr height=0><td>2<tr><td>3</table> ¦ "
            + "A1 1 {1 HIDDEN} [HIDDEN] | A2 2 {2 HIDDEN} [HIDDEN] | A3 3",
        "<table><col><col width=0><tr><td>1<td>2<td>3</table> ¦ A1 1 | B1 2 [HIDDEN] | C1 3",
        "<table><col><col style='display:none'><tr><td>1<td style='display:none'>2<td>3</table> ¦ "
            + "A1 1 | B1 2 {2 HIDDEN} [HIDDEN] | C1 3",
        "<table><tr><td>1<img><td><img><td><b style='position:absolute'><img></b>2</table> ¦ "
            + "A1 1 [DRAWN_OVER] | C1 2 [DRAWN_OVER]",
        // What programs say that they stored.
        "<table><tr><td x:num>12<td x:num='12'>12.00<td x:num='12'>15<td x:str>12</table> ¦ "
            + "A1 12 | B1 12 | C1 12 as \"15\" | D1 12",
        "<table><tr><td x:num x:fmla='=A1+1'>3<td x:err>#REF!<td x:bool=TRUE>TRUE</table> ¦ "
            + "A1 3 by A1+1 | B1 #REF! | C1 TRUE",
        "<table><tr><td sdval='12' sdnum='1033;0;0'>12<td sdval='3' sdnum='1033;0;0%'>300%</table> ¦ "
            + "A1 12 as 0 | B1 3 as 0%",
        "<style>.p{mso-number-format:Percent}.w{mso-number-format:\"0\\0022万\\0022\"}.t{mso-number-format:"
            + "\"\\@\"}.n{mso-number-format:\"\\;\\;\\;\"}</style><table><tr><td class=p>3<td class=w>3"
            + "<td class=t>3<td class=n>安</table> ¦ "
            + "A1 3 as 0.00% | B1 3 as 0\"万\" | C1 3 | D1 安 [HIDDEN]",
        "<table><tr><td x:num><s>3</s><td>=\"12\"<td>=1+2</table> ¦ "
            + "A1 3 [STRUCK_OUT] | B1 12 by \"12\" | C1 =1+2",
      })
  void a_sheet_is_read_as_it_is_seen(String body, String seen) {
    assertThat(seen(sheet(body))).isEqualTo(seen.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "1<a href='#_ftn1' name=_ftnref1><span>[1]</span></a><div id=ftn1><p><a href='#_ftnref1'>[1]"
            + "</a> x</p></div> ¦ p1 1 ¦ FOOTNOTE p1 x",
        "<p>1<a class=sdfootnoteanc href='#sdfootnote1sym'><sup>1</sup></a></p><div id=sdfootnote1>"
            + "<p><a class=sdfootnotesym href='#sdfootnote1anc'>1</a>x</p></div> ¦ p1 1 ¦ FOOTNOTE p1 x",
        "1<a href='#_msocom_1'>[A1]</a><div style='mso-element:comment-list'><div id=_com_1>x</div>"
            + "</div>2 ¦ p1 1 | p2 2 ¦ COMMENT p1 x",
        // A number that leads somewhere is a number.
        "<a href='#_ftn1'>12</a><a href='#12'>3</a> ¦ p1 123 ¦ ``",
      })
  void what_leads_to_a_note_is_no_part_of_what_is_said(String body, String seen, String notes) {
    Document document = text(body);
    assertThat(seen(document)).isEqualTo(seen.strip());
    assertThat(notes(document)).isEqualTo(notes.strip());
  }

  @Test
  void what_lies_over_a_sheet_or_beside_it_is_a_note() {
    String page =
        "<style>@page{mso-header-data:\"&C\\9875\\7709\"}</style><!--[if gte mso 9]><xml>"
            + "<x:ExcelWorkbook><x:Name>表</x:Name></x:ExcelWorkbook></xml><![endif]-->"
            + "<table><tr><td>1<comment>x</comment><td>2<!--[if gte vml 1]><v:shape><v:textbox>y"
            + "</v:textbox></v:shape><![endif]--></table>";
    Document document = sheet(page);
    assertThat(seen(document)).isEqualTo("A1 1 | B1 2 [DRAWN_OVER]");
    assertThat(notes(document)).isEqualTo("COMMENT A1 x | PAGE_MARGIN - 页眉 | BOX B1 y");
    assertThat(onlyGrid(document).sheet()).isEqualTo("表");
  }

  @ParameterizedTest
  @CsvSource({
    "GBK, gb2312",
    "GBK, GBK",
    "GB18030, gb18030",
    "UTF-8, utf-8",
    "GBK, utf-8",
    "UTF-16, utf-16",
    "GBK, nonsense",
    "Big5, big5",
    "UTF-8, ''"
  })
  void characters_are_what_the_page_says_or_what_fits(String charset, String declared) {
    String head = "<meta http-equiv=Content-Type content='text/html; charset=" + declared + "'>";
    byte[] page = (head + "<p>安全生產</p>").getBytes(Charset.forName(charset));
    assertThat(seen(clean(new HtmlReader(As.TEXT).read(page)))).isEqualTo("p1 安全生產");
  }

  @Test
  void who_wrote_a_page_decides_what_it_is_where_its_name_does_not() {
    String word = "<html xmlns:w='urn:schemas-microsoft-com:office:word'><p>1</p></html>";
    assertThat(seen(clean(read(As.WRITTEN, word)))).isEqualTo("p1 1");
    assertThat(seen(clean(read(As.SHEET, word)))).isEqualTo("A1 1");
    assertThat(seen(clean(read(As.WRITTEN, "<p>1</p>")))).isEqualTo("A1 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table><tr><td>1",
        "<html><body><table><tr><td>1</table>",
        "<p>1<!-- 2",
        "<p>1<b class='2",
        "<p>1<script>2",
        "<p>1<select><option>2",
        "<table><tr><td>1</td></tr></table",
      })
  void what_was_cut_off_is_damaged(String page) {
    assertRefused(read(As.SHEET, page), DAMAGED_FILE);
    assertRefused(read(As.TEXT, page), DAMAGED_FILE);
  }

  @Test
  void what_shows_pictures_or_other_files_only_is_no_form() {
    assertRefused(read(As.SHEET, "<img src=a>"), PICTURE_ONLY);
    assertRefused(read(As.TEXT, "<img src=a>"), PICTURE_ONLY);
    assertRefused(
        read(As.SHEET, "<frameset><frame src=a><noframes>1</noframes></frameset>"),
        UNSUPPORTED_FORMAT);
  }

  /** Each takes no longer than it is long; anything else would take minutes. */
  @Test
  void what_is_pageis_gone_through_once() {
    String row = "<tr>" + "<td style='color:#000' x:num='12'>12</td>".repeat(10) + "</tr>";
    String style = "<td style='%s'>12</td>";
    for (String page :
        List.of(
            "<table>" + row.repeat(2_000) + "</table>",
            "<table><tr>"
                + style.formatted("filter:alpha(opacity(" + "0".repeat(100_000))
                + style.formatted("zoom:" + "0".repeat(100_000) + "x")
                + style.formatted("background:a" + " a".repeat(100_000))
                + "</tr></table>",
            "<style>a" + "[".repeat(100_000) + "{color:red}</style>12",
            "<style>a" + ":b(".repeat(50_000) + "{color:red}</style>12",
            "<ruby>" + "<rp ".repeat(50_000) + "<rt".repeat(50_000) + "</ruby>12",
            "<select>" + "<option ".repeat(50_000) + "</select>12",
            "<table><tr><td>12<comment>" + "<".repeat(100_000) + "</comment></table>")) {
      assertThat(seen(sheet(page))).contains("12");
    }
  }

  @Test
  void a_list_and_small_letters_are_read_as_tags_and_not_by_their_signs() {
    assertThat(
            seen(
                sheet(
                    "<table><tr><td><select><option value='>5'>1</option><option value='<' selected>2"
                        + "</select><td><ruby>安<rp>(</rp><rt>a<b>n</b></rt><rp>)</rp></ruby>"
                        + "<td><ruby><rb>三</rb><rt>3</rt></ruby></table>")))
        .isEqualTo("A1 2 | B1 安 | C1 三 {三 SHIFTED}");
  }

  @Test
  void hostile_pages_are_refused_and_not_followed() {
    assertRefused(read(As.TEXT, "<b>".repeat(100_000)), UNSAFE_CONTENT);
    assertRefused(read(As.SHEET, "<table><tr><td>".repeat(1_000)), UNSAFE_CONTENT);
    assertRefused(
        read(As.SHEET, "<table><tr>" + "<td colspan=1000>".repeat(100) + "</table>"), TOO_LARGE);
    assertRefused(
        read(As.SHEET, "<table>" + "<tr><td rowspan=65534>".repeat(8_000) + "</table>"), TOO_LARGE);
    assertThat(read(As.TEXT, "<i>".repeat(900) + "</x></i><p>".repeat(3_000) + "1").value())
        .isPresent();
    assertThat(read(As.TEXT, "<b>1".repeat(900) + "<table></b>".repeat(1)).findings()).hasSize(1);
    assertThat(read(As.TEXT, "&#49;&".repeat(20_000) + "<".repeat(20_000)).value()).isPresent();
    assertThat(read(As.TEXT, "<style>" + "a b c{color:red}".repeat(1_000) + "</style>1").value())
        .isPresent();
  }
}
