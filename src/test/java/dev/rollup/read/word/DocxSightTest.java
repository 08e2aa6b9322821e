package dev.rollup.read.word;

import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.Paragraphs.lines;
import static dev.rollup.read.Paragraphs.marks;
import static dev.rollup.support.HandMadeText.of;
import static dev.rollup.support.HandMadeText.paragraph;
import static dev.rollup.support.HandMadeText.run;
import static dev.rollup.support.HandMadeText.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.model.Grid;
import dev.rollup.support.HandMadeText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a .docx says that its text looks like, in every way that there is of saying it. */
@Tag("slow")
class DocxSightTest {

  /** What is the matter, and how the properties of characters say it. */
  private record Look(String mark, String properties) {}

  private static final List<Look> LOOKS =
      List.of(
          new Look("STRUCK_OUT", "<w:strike/>"),
          new Look("STRUCK_OUT", "<w:dstrike w:val='1'/>"),
          new Look("SHIFTED", "<w:vertAlign w:val='superscript'/>"),
          new Look("SHIFTED", "<w:vertAlign w:val='subscript'/>"),
          new Look("SHIFTED", "<w:position w:val='6'/>"),
          new Look("SHIFTED", "<w:position w:val='-12'/>"),
          new Look("HIDDEN", "<w:color w:val='FFFFFF'/>"),
          new Look("HIDDEN", "<w:color w:val='fefefe'/>"),
          new Look("HIDDEN", "<w:color w:val='auto' w:themeColor='background1'/>"),
          new Look("HIDDEN", "<w:color w:val='000000'/><w:highlight w:val='black'/>"),
          new Look("HIDDEN", "<w:highlight w:val='black'/>"),
          new Look("HIDDEN", "<w:color w:val='FF0000'/><w:shd w:val='clear' w:fill='FF0000'/>"),
          new Look("HIDDEN", "<w:color w:val='FF0000'/><w:shd w:val='solid' w:color='FF0000'/>"),
          new Look("HIDDEN", "<w:sz w:val='2'/>"),
          new Look("HIDDEN", filled("<w14:noFill/>")),
          new Look(
              "HIDDEN", filled("<w14:solidFill><w14:srgbClr w14:val='FFFFFF'/></w14:solidFill>")),
          new Look(
              "HIDDEN",
              filled(
                  "<w14:solidFill><w14:srgbClr w14:val='0'><w14:alpha w14:val='100000'/>"
                      + "</w14:srgbClr></w14:solidFill>")),
          new Look(
              "HIDDEN", filled("<w14:solidFill><w14:schemeClr w14:val='bg1'/></w14:solidFill>")),
          new Look("HIDDEN", "<w:fitText w:val='20'/>"),
          new Look("DRAWN_OVER", "<w:spacing w:val='-240'/>"),
          new Look("HIDDEN", "<w:w w:val='1'/>"));

  private static String filled(String fill) {
    return "<w14:textFill xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'>"
        + fill
        + "</w14:textFill>";
  }

  /**
   * A way of saying how characters look.
   *
   * @param styles the styles of the text, %s for what they say
   * @param paragraph of what is said about the paragraph
   * @param run of what is said about the run, %s for what it says
   */
  private record Way(String styles, String paragraph, String run) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("", "", "%s"),
          new Way(style("character", "a", "", "%s"), "", "<w:rStyle w:val='a'/>"),
          new Way(
              style("character", "b", "<w:basedOn w:val='a'/>", "<w:b/>")
                  + style("character", "a", "", "%s"),
              "",
              "<w:rStyle w:val='b'/><w:b/>"),
          new Way(style("paragraph", "p", "", "%s"), "<w:pStyle w:val='p'/>", ""),
          new Way(
              style("paragraph", "p", "", "%s")
                  + style("paragraph", "q", "<w:basedOn w:val='p'/>", "")
                  + style("paragraph", "r", "<w:basedOn w:val='q'/>", ""),
              "<w:pStyle w:val='r'/>",
              ""),
          new Way(
              "<w:style w:type='paragraph' w:default='1' w:styleId='n'><w:rPr>%s</w:rPr></w:style>",
              "", ""),
          new Way(
              "<w:docDefaults><w:rPrDefault><w:rPr>%s</w:rPr></w:rPrDefault></w:docDefaults>",
              "", ""),
          new Way(style("table", "t", "", "%s"), "", ""),
          new Way(
              style("paragraph", "p", "", "<w:strike w:val='0'/><w:sz w:val='24'/>"),
              "<w:pStyle w:val='p'/>",
              "%s"));

  private static String style(String type, String id, String more, String properties) {
    return "<w:style w:type='%s' w:styleId='%s'>%s<w:rPr>%s</w:rPr></w:style>"
        .formatted(type, id, more, properties.replace("%", "%%"))
        .replace("%%", "%");
  }

  private final DocxReader reader = new DocxReader();

  private Grid read(HandMadeText text) {
    return onlyGrid(clean(reader.read(text.bytes())));
  }

  private static Stream<Arguments> looks_in_all_ways() {
    var all = new ArrayList<Arguments>();
    for (var look : LOOKS) {
      for (var way : WAYS) {
        for (String words : List.of("12", "无", "十二场")) {
          all.add(Arguments.of(look, way, words));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("looks_in_all_ways")
  void it_does_not_matter_where_a_look_is_said(Look look, Way way, String words) {
    String properties = look.properties();
    String body =
        "<w:tbl><w:tblPr><w:tblStyle w:val='t'/></w:tblPr><w:tr><w:tc><w:p><w:pPr>%s</w:pPr>%s"
                .formatted(way.paragraph(), run(way.run().replace("%s", properties), words))
            + "</w:p></w:tc></w:tr></w:tbl>";

    Grid grid = read(of(body).styles(way.styles().replace("%s", properties)));

    assertThat(lines(grid)).containsExactly("t1.r1.c1.p1 " + words);
    assertThat(marks(grid)).containsExactly("t1.r1.c1.p1 " + look.mark() + " " + words);
  }

  private static Stream<Arguments> looks_of_runs() {
    return looks_in_all_ways()
        .filter(all -> !((Way) all.get()[1]).run().isEmpty())
        .filter(all -> ((Way) all.get()[1]).paragraph().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("looks_of_runs")
  void part_of_a_number_is_marked_alone(Look look, Way way, String words) {
    String own = way.run().replace("%s", look.properties());
    String body = "<w:p>" + run("35") + run(own, words) + run("6") + "</w:p>";

    Grid grid = read(of(body).styles(way.styles().replace("%s", look.properties())));

    assertThat(lines(grid)).containsExactly("p1 35" + words + "6");
    assertThat(marks(grid)).containsExactly("p1 " + look.mark() + " " + words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<w:strike w:val='0'/>",
        "<w:dstrike w:val='false'/>",
        "<w:vertAlign w:val='baseline'/>",
        "<w:position w:val='2'/>",
        "<w:position w:val='0'/>",
        "<w:color w:val='auto'/>",
        "<w:color w:val='000000'/>",
        "<w:color w:val='808080'/>",
        "<w:color w:val='FFFFFF'/><w:highlight w:val='black'/>",
        "<w:color w:val='FFFFFF'/><w:shd w:val='clear' w:color='auto' w:fill='1F497D'/>",
        "<w:color w:val='FFFFFF'/><w:shd w:val='pct50' w:color='000000' w:fill='FFFFFF'/>",
        "<w:color w:val='auto'/><w:shd w:val='clear' w:fill='000000'/>",
        "<w:sz w:val='10'/>",
        "<w:w w:val='50'/>",
        "<w:webHidden/>",
        "<w:rPrChange><w:rPr><w:strike/><w:color w:val='FFFFFF'/></w:rPr></w:rPrChange>"
      })
  void what_is_seen_has_no_mark(String properties) {
    Grid grid = read(of("<w:p>" + run(properties, "12") + "</w:p>"));

    assertThat(lines(grid)).containsExactly("p1 12");
    assertThat(marks(grid)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // What a run says itself holds, whatever its styles say.
    "<w:rStyle w:val='s'/><w:strike w:val='0'/>, '', ''",
    // Two styles that strike out undo each other (ECMA-376 17.7.3).
    "<w:rStyle w:val='s'/>, <w:pStyle w:val='p'/>, ''",
    "<w:rStyle w:val='s'/><w:strike/>, <w:pStyle w:val='p'/>, STRUCK_OUT",
    "<w:rStyle w:val='none'/>, <w:pStyle w:val='p'/>, STRUCK_OUT",
    "<w:rStyle w:val='none'/>, '', ''",
    "<w:rStyle w:val='round'/>, '', STRUCK_OUT"
  })
  void styles_are_stacked_as_word_stacks_them(String run, String paragraph, String mark) {
    String styles =
        style("character", "s", "", "<w:strike/>")
            + style("paragraph", "p", "", "<w:strike/>")
            + style("character", "round", "<w:basedOn w:val='way'/>", "")
            + style("character", "way", "<w:basedOn w:val='round'/>", "<w:strike/>");
    Grid grid =
        read(
            of("<w:p><w:pPr>" + paragraph + "</w:pPr>" + run(run, "12") + "</w:p>").styles(styles));

    assertThat(marks(grid)).isEqualTo(mark.isEmpty() ? List.of() : List.of("p1 " + mark + " 12"));
  }

  private static String cell(String properties, String content) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
  }

  @Test
  void white_is_seen_on_what_is_dark_behind_it() {
    String white = "<w:p>%s" + run("<w:color w:val='FFFFFF'/>", "白") + "</w:p>";
    String black = "<w:p>" + run("<w:color w:val='000000'/>", "黑") + "</w:p>";
    String dark = "<w:shd w:val='clear' w:color='auto' w:fill='000000'/>";
    String none = "<w:shd w:val='clear' w:color='auto' w:fill='auto'/>";
    String row = "<w:tr>" + cell("", white.formatted("")) + "</w:tr>";

    assertThat(marks(read(of(white.formatted("<w:pPr>" + dark + "</w:pPr>"))))).isEmpty();
    assertThat(marks(read(of(table("<w:tr>" + cell(dark, white.formatted("")) + "</w:tr>")))))
        .isEmpty();
    assertThat(marks(read(of("<w:tbl><w:tblPr>" + dark + "</w:tblPr>" + row + "</w:tbl>"))))
        .isEmpty();
    assertThat(
            marks(
                read(
                    of("<w:tbl><w:tblPr><w:tblStyle w:val='t'/></w:tblPr>" + row + "</w:tbl>")
                        .styles(
                            "<w:style w:type='table' w:styleId='t'><w:tcPr>"
                                + dark
                                + "</w:tcPr></w:style>"))))
        .isEmpty();
    assertThat(marks(read(of(table("<w:tr>" + cell(dark, black) + "</w:tr>")))))
        .containsExactly("t1.r1.c1.p1 HIDDEN 黑");
    assertThat(marks(read(of(white.formatted("<w:pPr>" + none + "</w:pPr>")))))
        .containsExactly("p1 HIDDEN 白");
  }

  @Test
  void nobody_knows_what_is_behind_a_box() {
    String box =
        "<w:p><w:r><w:pict><v:shape fillcolor='navy'><v:textbox><w:txbxContent><w:p>"
            + run("<w:color w:val='FFFFFF'/>", "白")
            + "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";

    Grid grid = read(of(box));

    assertThat(lines(grid)).containsExactly("p1 \uFFFC", "p1.b1.p1 白");
    assertThat(marks(grid)).isEmpty();
  }

  @Test
  void white_space_has_no_looks() {
    Grid grid =
        read(
            of(
                "<w:p>"
                    + "<w:r><w:rPr><w:sz w:val='2'/></w:rPr><w:t xml:space='preserve'> \u3000</w:t></w:r>"
                    + run("12")
                    + "<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space='preserve'> 3 </w:t></w:r>"
                    + "</w:p>"));

    assertThat(lines(grid)).containsExactly("p1  \u300012 3 ");
    assertThat(marks(grid)).containsExactly("p1 STRUCK_OUT 3");
  }

  @ParameterizedTest
  @CsvSource({
    "<w:trPr><w:hidden/></w:trPr>, true",
    "<w:trPr><w:hidden w:val='0'/></w:trPr>, false",
    "<w:trPr><w:trHeight w:val='20' w:hRule='exact'/></w:trPr>, true",
    "<w:trPr><w:trHeight w:val='20'/></w:trPr>, false",
    "<w:trPr><w:trHeight w:val='20' w:hRule='atLeast'/></w:trPr>, false",
    "<w:trPr><w:trHeight w:val='400' w:hRule='exact'/></w:trPr>, false"
  })
  void a_row_that_is_not_seen_is_marked(String properties, boolean hidden) {
    String rows =
        "<w:tr>"
            + cell("", paragraph("甲"))
            + "</w:tr><w:tr>"
            + properties
            + cell("", paragraph("12"))
            + "</w:tr>";

    Grid grid = read(of(table(rows, "<w:tr>" + cell("", paragraph("丙")) + "</w:tr>")));

    assertThat(lines(grid)).containsExactly("t1.r1.c1.p1 甲", "t1.r2.c1.p1 12", "t1.r3.c1.p1 丙");
    assertThat(marks(grid)).isEqualTo(hidden ? List.of("t1.r2.c1.p1 HIDDEN 12") : List.of());
  }

  @Test
  void what_a_merged_cell_covers_is_marked() {
    String first = "<w:vMerge w:val='restart'/>";
    String next = "<w:vMerge/>";
    Grid grid =
        read(
            of(
                table(
                    "<w:tr>" + cell(next, paragraph("1")) + cell(first, paragraph("2")) + "</w:tr>",
                    "<w:tr>" + cell(next, paragraph("3")) + cell(next, paragraph("4")) + "</w:tr>",
                    "<w:tr>"
                        + cell("<w:hMerge w:val='restart'/>", paragraph("5"))
                        + cell("<w:hMerge w:val='continue'/>", paragraph("6"))
                        + "</w:tr>")));

    assertThat(marks(grid))
        .containsExactly("t1.r2.c1.p1 HIDDEN 3", "t1.r2.c2.p1 HIDDEN 4", "t1.r3.c2.p1 HIDDEN 6");
  }

  @Test
  void lines_of_no_height_are_marked() {
    String low = "<w:spacing w:line='20' w:lineRule='exact'/>";
    String high = "<w:spacing w:line='330' w:lineRule='exact'/>";
    String styles = "<w:style w:type='paragraph' w:styleId='l'><w:pPr>%s</w:pPr></w:style>";
    Grid grid =
        read(
            of("<w:p><w:pPr>"
                    + low
                    + "</w:pPr>"
                    + run("1")
                    + "</w:p>"
                    + "<w:p><w:pPr>"
                    + high
                    + "</w:pPr>"
                    + run("2")
                    + "</w:p>"
                    + "<w:p><w:pPr><w:pStyle w:val='l'/></w:pPr>"
                    + run("3")
                    + "</w:p>"
                    + "<w:p><w:pPr><w:pStyle w:val='l'/>"
                    + high
                    + "</w:pPr>"
                    + run("4")
                    + "</w:p>")
                .styles(styles.formatted(low)));

    assertThat(marks(grid)).containsExactly("p1 HIDDEN 1", "p3 HIDDEN 3");
  }

  @ParameterizedTest
  @CsvSource({
    "Wingdings, 12, \uF031\uF032",
    "Wingdings, \u008C, ❶",
    "Wingdings, \uF085, ⑤",
    "Wingdings 2, \uF085, \uF085",
    "Webdings, 1 2, \uF031 \uF032",
    "wingdings 3, 一, 一",
    "IDAutomation Barcode, 12, \uF031\uF032",
    "Symbol, 12, 12",
    "仿宋, 12, 12"
  })
  void fonts_of_pictures_show_no_digits(String font, String text, String shown) {
    String fonts = "<w:rFonts w:ascii='%s' w:hAnsi='%s'/>".formatted(font, font);

    assertThat(lines(read(of("<w:p>" + run(fonts, text) + "</w:p>"))))
        .containsExactly("p1 " + shown);
    assertThat(
            lines(
                read(
                    of("<w:p>" + run("<w:rStyle w:val='f'/>", text) + "</w:p>")
                        .styles(style("character", "f", "", fonts)))))
        .containsExactly("p1 " + shown);
    // A run says that it is written in a plain one.
    assertThat(
            lines(
                read(
                    of("<w:p>"
                            + run("<w:rStyle w:val='f'/><w:rFonts w:ascii='宋体'/>", text)
                            + "</w:p>")
                        .styles(style("character", "f", "", fonts)))))
        .containsExactly("p1 " + text);
  }

  @Test
  void digits_that_run_backwards_are_marked() {
    assertThat(marks(read(of("<w:p><w:bdo w:val='rtl'>" + run("12") + "</w:bdo></w:p>"))))
        .containsExactly("p1 RESTYLED 12");
    assertThat(marks(read(of("<w:p><w:bdo w:val='ltr'>" + run("12") + "</w:bdo></w:p>"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5, 300, SHIFTED 300", "五, 300, SHIFTED 300", "sān, 三, ''", "ㄙㄢ, 三, ''"})
  void what_stands_above_a_number_makes_it_doubtful(String above, String base, String mark) {
    String ruby =
        "<w:r><w:t>a</w:t><w:ruby><w:rubyPr/><w:rt>%s</w:rt><w:rubyBase>%s</w:rubyBase></w:ruby></w:r>"
            .formatted(run(above), run(base));

    Grid grid = read(of("<w:p>" + run("(") + ruby + run(")") + "</w:p>"));

    assertThat(lines(grid)).containsExactly("p1 (a" + base + ")");
    assertThat(marks(grid)).isEqualTo(mark.isEmpty() ? List.of() : List.of("p1 " + mark));
  }

  @Test
  void a_number_above_nothing_shows_that_it_is_there() {
    String ruby =
        "<w:r><w:ruby><w:rubyPr/><w:rt>%s</w:rt><w:rubyBase/></w:ruby></w:r>".formatted(run("5"));

    assertThat(lines(read(of("<w:p>" + run("(") + ruby + run(")") + "</w:p>"))))
        .containsExactly("p1 (\uFFFC)");
  }
}
