package dev.rollup.read.rtf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.PICTURE_ONLY;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.onlyGrid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Note;
import dev.rollup.read.text.RunningText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rich Text Format. Facts are data: what stands in the file, and what is read of it. */
class RtfReaderTest {

  private static final String HEAD =
      """
      {\\rtf1\\ansi\\ansicpg936\\deff0
      {\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1\\froman\\fcharset0 Times New Roman;}
      {\\f2\\fnil\\fcharset2 Wingdings;}{\\f3\\froman\\fcharset2 Symbol;}{\\f4\\fcharset128 MS;}}
      {\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;}
      {\\stylesheet{\\s0 Normal;}{\\s1\\v Unseen;}{\\*\\cs10\\strike Struck;}{\\s3\\fs21 Usual;}}
      """;

  private static Outcome<Document> read(String file) {
    return new RtfReader().read(file.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Document document(String body) {
    return clean(read(HEAD + body + "}"));
  }

  /** Returns each paragraph with its place, and behind it what is the matter with which words. */
  private static String seen(Document document) {
    Grid grid = onlyGrid(document);
    var lines = new ArrayList<String>();
    for (var placed : grid.cells()) {
      var text = (Cell.Text) placed.cell();
      var line = new StringBuilder(grid.place(placed.at()).written() + " " + text.value());
      for (var span : text.spans()) {
        line.append(" {").append(text.value(), span.from(), span.to());
        line.append(' ').append(span.mark()).append('}');
      }
      lines.add(line.toString().replace(RunningText.UNKNOWN, '▣').replace("\n", "⏎"));
    }
    return String.join(" | ", lines);
  }

  private static String notes(Document document) {
    return String.join(" | ", document.notes().stream().map(RtfReaderTest::written).toList());
  }

  private static String written(Note note) {
    var place = note.place();
    String said = note.text().replace("\n", "⏎");
    return note.kind() + " " + (place == null ? "-" : place.written()) + " " + said;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        // Characters by their bytes and their numbers.
        "\\'b0\\'b2\\'c8\\'ab ¦ p1 安全 ",
        "\\u23433\\'b0\\'b2\\u20840\\'c8\\'ab ¦ p1 安\uFFFC全\uFFFC",
        "\\uc2\\u23433\\'b0\\'b2\\u20840\\'c8\\'ab ¦ p1 安全 ",
        "{\\f1 \\'b0\\'b2}{\\f1 \\'e9t\\'e9} ¦ p1 安été ",
        "{\\f4 \\'83n\\'83\\'8d\\'81[} ¦ p1 ハロー ",
        "\\u-10179?\\u-8704?12 ¦ p1 😀12",
        "\\uc0\\u54 82 ¦ p1 682",
        "1\\u50\\'32{3} ¦ p1 123 ",
        "1\\'ff ¦ p1 1▣ ",
        "a\\~b\\_c\\-d\\line e\\tab f ¦ p1 a\u00A0b-cd⏎e\tf",
        "{\\f2 \\'8c} ¦ p1 ❶ ",
        "{\\bin3 {}}}12 ¦ p1 12",
        // What is no text of the document.
        "1{\\*\\unknown 5}{\\xe 5}{\\listtext 5}{\\pntext 5}{\\nonesttables 5}2 ¦ p1 12",
        "{\\upr{5}{\\*\\ud 12}} ¦ p1 12",
        "{\\v 5}{\\deleted 6}{\\revised 12}{\\v\\plain 3} ¦ p1 123",
        "a{\\v\\par}b\\par c ¦ p1 ab | p2 c",
        "a{\\deleted\\par}b ¦ p1 ab",
        // What does not look like what it says.
        "{\\strike 1}{\\striked1 2}{\\strike0 3} ¦ p1 123 {1 STRUCK_OUT} {2 STRUCK_OUT}",
        "12{\\super 3}{\\sub 4}{\\up8 5}{\\up2 6} ¦ p1 123456 {3 SHIFTED} {4 SHIFTED} {5 SHIFTED}",
        "{\\cf2 1}{\\fs2 2}{\\charscalex5 3}{\\cf1\\chcbpat1 4} ¦ "
            + "p1 1234 {1 HIDDEN} {2 HIDDEN} {3 HIDDEN} {4 HIDDEN}",
        "{\\expndtw-200 12}{\\expnd-20 3}{\\expndtw-10 4}{\\expndtw200 5} ¦ "
            + "p1 12345 {12 DRAWN_OVER} {3 DRAWN_OVER}",
        "{\\cf2\\chcbpat1 1}{\\cf2\\highlight1 2} ¦ p1 12",
        "{\\highlight1 1}{\\cb1\\cf1 2} ¦ p1 12 {1 HIDDEN} {2 RESTYLED}",
        "\\cbpat1{\\cf1 1}{\\cf2 2} ¦ p1 12 {1 HIDDEN}",
        "\\sl-20\\slmult0 12 ¦ p1 12 {12 HIDDEN}",
        // Programs differ in whether a style holds where it is not repeated.
        "\\s1 12 ¦ p1 12 {12 RESTYLED}",
        "\\s1{\\v0 12} ¦ p1 12",
        "{\\cs10 1}{\\cs10\\strike 2}\\pard\\s3 3 ¦ p1 123 {1 RESTYLED} {2 STRUCK_OUT}",
        // Fields.
        "{\\field{\\*\\fldinst REF x}{\\fldrslt 12}} ¦ p1 12",
        "{\\field{\\*\\fldinst PAGE}{\\fldrslt 12}} ¦ p1 12▣",
        "{\\field{\\*\\fldinst =5+7}{\\fldrslt 12}} ¦ p1 12",
        "{\\field{\\*\\fldinst =5+8}{\\fldrslt 12}} ¦ p1 12▣",
        "{\\field\\flddirty{\\*\\fldinst =5+7}{\\fldrslt 12}} ¦ p1 12",
        "{\\field\\flddirty{\\*\\fldinst =SUM(ABOVE)}{\\fldrslt 12}} ¦ p1 12▣",
        "{\\field{\\*\\fldinst REF x}{\\fldrslt }} ¦ p1 ▣",
        "{\\field{\\*\\fldinst{ HYPERLINK \"5\" }}{\\fldrslt{1{\\b 2}}}} ¦ p1 12",
        "{\\field{\\*\\fldinst{IF {\\field{\\*\\fldinst 5}{\\fldrslt 6}}}}{\\fldrslt 12}} ¦ p1 12",
        "{\\field{\\*\\fldinst FORMTEXT{\\*\\formfield{\\fftype0{\\*\\ffname 5}}}}{\\fldrslt 12}} ¦"
            + " p1 12",
        "{\\field{\\*\\fldinst FORMDROPDOWN{\\*\\formfield\\fftype2\\ffres1{\\*\\ffl 5}{\\*\\ffl 12}}}"
            + "{\\fldrslt }} ¦ p1 12",
        "{\\field{\\*\\fldinst FORMCHECKBOX{\\*\\formfield\\fftype1\\ffres25\\ffdefres1}}"
            + "{\\fldrslt }} ¦ p1 ☑",
        "{\\field{\\*\\fldinst{\\strike EQ \\\\o(\\u9675?,5)}}{\\fldrslt }} ¦ p1 ▣",
        "{\\field{\\*\\fldinst EQ \\\\o(\\u9675?,5)}{\\fldrslt }} ¦ p1 ⑤",
        // What is drawn.
        "1{\\*\\shppict{\\pict 89}}{\\nonshppict{\\pict 89}}2 ¦ p1 1▣2",
        "({\\shp{\\*\\shpinst{\\sp{\\sn fHidden}{\\sv 0}}}}) ¦ p1 (▣)",
        "({\\shp{\\*\\shpinst{\\sp{\\sn fHidden}{\\sv 1}}}}) ¦ p1 ()",
        "1{\\shp{\\*\\shpinst{\\shptxt\\pard a\\par b}}{\\shprslt 5}}2 ¦ "
            + "p1 12 | p1.b1.p1 a | p1.b1.p2 b",
        "{\\*\\do{\\dptxbxtext 5\\par}} ¦ p1.b1.p1 5",
        "1{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv 5}}}}2 ¦ p1 12 | p1.b1.p1 5",
        "{\\object{\\*\\objdata 00}{\\result 12}}{\\object{\\*\\objdata 00}} ¦ p1 12▣",
        "{\\mmath{\\mf{\\mnum 1}{\\mden 2}}} ¦ p1 1/2",
        "\\chpgn ¦ p1 ▣",
        // Tables.
        "\\trowd\\cellx1\\cellx2\\pard\\intbl a\\cell b\\par c\\cell\\row\\pard d ¦ "
            + "t1.r1.c1.p1 a | t1.r1.c2.p1 b | t1.r1.c2.p2 c | p1 d",
        "\\trowd\\cellx1 a\\cell\\row\\cellx1 b\\cell\\row ¦ t1.r1.c1.p1 a | t1.r2.c1.p1 b",
        "\\trowd\\clvmgf\\cellx1\\pard\\intbl 1\\cell\\row\\trowd\\clvmrg\\cellx1 2\\cell\\row ¦ "
            + "t1.r1.c1.p1 1 | t1.r2.c1.p1 2 {2 HIDDEN}",
        "\\trowd\\clmgf\\cellx1\\clmrg\\cellx2\\pard\\intbl 1\\cell 2\\cell\\row ¦ "
            + "t1.r1.c1.p1 1 | t1.r1.c2.p1 2 {2 HIDDEN}",
        "\\pard\\intbl{\\cf1 1}\\cell{\\cf2 2}\\cell\\trowd\\clcbpat1\\cellx1\\clshdng10000\\cellx2"
            + "\\row ¦ t1.r1.c1.p1 1 {1 HIDDEN} | t1.r1.c2.p1 2",
        "\\trowd\\trrh-20\\cellx1\\pard\\intbl 1\\cell\\row ¦ t1.r1.c1.p1 1 {1 HIDDEN}",
        "\\trowd\\cellx1\\pard\\intbl{\\deleted 1\\cell}{\\deleted\\row}\\trowd\\cellx1 2\\cell\\row"
            + " ¦ t1.r1.c1.p1 2",
        "\\pard\\intbl\\itap1 a\\par\\pard\\intbl\\itap2 1\\nestcell{\\*\\nesttableprops\\trowd"
            + "\\clcbpat1\\cellx1\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1 b\\cell"
            + "\\trowd\\cellx9\\row ¦ t1.r1.c1.p1 a | t1.r1.c1.t1.r1.c1.p1 1 | t1.r1.c1.p2 b",
        "\\trowd\\cellx1\\pard\\intbl 1\\cell 2\\row ¦ t1.r1.c1.p1 1 | t1.r1.c2.p1 2",
      })
  void is_read_as_it_is_seen(String body, String seen) {
    assertThat(seen(document(body)).strip().replace('\uFFFC', '▣'))
        .isEqualTo(seen.strip().replace('\uFFFC', '▣'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "{\\*\\atrfstart 0}1{\\*\\atrfend 0}\\par 2{\\*\\atnid A}\\chatn{\\*\\annotation{\\*\\atnref 0}"
            + "{\\*\\atndate 9}\\pard x\\par y} ¦ COMMENT p1 x⏎y",
        "1\\par 2{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn} x}} ¦ FOOTNOTE p2 x",
        "1{\\footnote\\ftnalt x}{\\*\\footnote y} ¦ FOOTNOTE p1 y | FOOTNOTE p1 x",
        "{\\header\\pard x\\par}{\\footerf y \\chpgn{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}}1 ¦ "
            + "PAGE_MARGIN - x | PAGE_MARGIN - y",
        "1{\\v{\\footnote x}}{\\deleted{\\footnote y}} ¦ ''",
        "1{\\footnote\\trowd\\cellx1\\pard\\intbl x\\cell\\row} ¦ FOOTNOTE p1 x",
      })
  void what_stands_beside_is_a_note(String body, String notes) {
    assertThat(notes(document(body))).isEqualTo(notes);
  }

  @Test
  void properties_are_read() {
    String info =
        "{\\info{\\title T}{\\author 5}}"
            + "{\\*\\userprops{\\propname a}\\proptype30{\\staticval b}}1";
    assertThat(document(info).properties()).containsOnly(entry("title", "T"), entry("a", "b"));
    assertThat(seen(document(info))).isEqualTo("p1 1");
  }

  private static java.util.Map.Entry<String, String> entry(String name, String value) {
    return java.util.Map.entry(name, value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12",
        "{12}{",
        "{\\field{\\*\\fldinst PAGE}",
        "\\trowd\\cellx1\\pard\\intbl 1\\cell\\pard 2}",
        "\\trowd\\cellx1\\pard\\intbl 1\\par\\pard 2}",
        "\\bin900 }",
      })
  void what_was_cut_off_or_does_not_close_is_damaged(String body) {
    assertRefused(read(HEAD + body), DAMAGED_FILE);
  }

  @Test
  void a_picture_is_no_form() {
    assertRefused(read(HEAD + "{\\pict\\pngblip 8950}}"), PICTURE_ONLY);
  }

  @Test
  void hostile_files_are_refused_and_not_followed() {
    assertRefused(read(HEAD + "{".repeat(100_000)), UNSAFE_CONTENT);
    assertRefused(read(HEAD + "\\par".repeat(200_001) + "}"), TOO_LARGE);
    assertRefused(read(HEAD + "{\\shp{\\*\\shpinst{\\shptxt 1".repeat(30)), UNSAFE_CONTENT);
    assertRefused(
        read(HEAD + "\\pard\\intbl\\itap20 1\\nestcell\\nestrow\\cell\\row}"), UNSAFE_CONTENT);
    assertThat(read(HEAD + "{\\pict " + "0".repeat(3_000_000) + "}12}").value()).isPresent();
  }
}
