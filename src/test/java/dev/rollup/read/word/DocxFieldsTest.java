package dev.rollup.read.word;

import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.Paragraphs.lines;
import static dev.rollup.read.Paragraphs.marks;
import static dev.rollup.support.HandMadeText.of;
import static dev.rollup.support.HandMadeText.run;
import static dev.rollup.support.HandMadeText.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.model.Grid;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a .docx where a person sees something that no text of it says. */
class DocxFieldsTest {

  private final DocxReader reader = new DocxReader();

  private Grid read(String elements) {
    return onlyGrid(
        clean(reader.read(of("<w:p>" + run("(") + elements + run(")") + "</w:p>").bytes())));
  }

  /** Returns what stands between the brackets. */
  private String between(String elements) {
    var lines = lines(read(elements));
    assertThat(lines.get(0)).startsWith("p1 (").endsWith(")");
    return lines.get(0).substring("p1 (".length(), lines.get(0).length() - 1);
  }

  private static String mark(String type, String content) {
    return "<w:r><w:fldChar w:fldCharType='" + type + "'>" + content + "</w:fldChar></w:r>";
  }

  private static String code(String code) {
    return "<w:r><w:instrText xml:space='preserve'>" + code + "</w:instrText></w:r>";
  }

  private static String form(String name, String data) {
    return mark("begin", "<w:ffData><w:name w:val='T1'/><w:enabled/>" + data + "</w:ffData>")
        + code(" " + name + " ");
  }

  private static final String SEPARATE = mark("separate", "");
  private static final String END = mark("end", "");

  @ParameterizedTest
  @CsvSource({
    "<w:result w:val='1'/><w:listEntry w:val='100'/><w:listEntry w:val='300'/>, 300",
    "<w:default w:val='1'/><w:listEntry w:val='100'/><w:listEntry w:val='300'/>, 300",
    "<w:result w:val='0'/><w:default w:val='1'/><w:listEntry w:val='1'/><w:listEntry w:val='3'/>, 1",
    "<w:listEntry w:val='100'/><w:listEntry w:val='300'/>, 100",
    "<w:result w:val='9'/><w:listEntry w:val='100'/>, \uFFFC",
    "<w:result w:val='x'/><w:listEntry w:val='100'/>, 100",
    "'', ''"
  })
  void a_list_shows_the_chosen_entry(String list, String shown) {
    String data = form("FORMDROPDOWN", "<w:ddList>" + list + "</w:ddList>");

    assertThat(between(data + END)).isEqualTo(shown);
    assertThat(between(data + SEPARATE + END)).isEqualTo(shown);
    if (!shown.isEmpty()) {
      assertThat(between(data + SEPARATE + run(shown) + END)).isEqualTo(shown);
      assertThat(between(data + SEPARATE + run("7") + END)).isEqualTo("7\uFFFC");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<w:sizeAuto/><w:default w:val='0'/><w:checked/>, ☑",
    "<w:default w:val='1'/>, ☑",
    "<w:default w:val='1'/><w:checked w:val='0'/>, ☐",
    "<w:default w:val='0'/>, ☐",
    "'', ☐"
  })
  void a_check_box_shows_whether_it_is_ticked(String box, String shown) {
    assertThat(between(form("FORMCHECKBOX", "<w:checkBox>" + box + "</w:checkBox>") + END))
        .isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "'', = 5 + 7 \\# 0, 12",
    "'', = 5 + 8, 12\uFFFC",
    "'', =SUM(ABOVE), 12",
    "w:dirty='1', = 5 + 7, 12",
    "w:dirty='true', =SUM(ABOVE), 12\uFFFC",
    "w:dirty='0', =SUM(ABOVE), 12",
    "w:dirty='1', REF a, 12\uFFFC",
    "'', PAGE, 12\uFFFC",
    "'', SYMBOL 57, 12\uFFFC",
  })
  void a_result_that_will_be_another_is_in_doubt(String dirty, String code, String shown) {
    String begin = "<w:r><w:fldChar w:fldCharType='begin' " + dirty + "/></w:r>";
    String simple = "<w:fldSimple w:instr='" + code + "' " + dirty + ">" + run("12");

    assertThat(between(begin + code(code) + SEPARATE + run("12") + END)).isEqualTo(shown);
    assertThat(between(simple + "</w:fldSimple>")).isEqualTo(shown);
  }

  @Test
  void what_people_type_into_a_field_is_text() {
    String data = form("FORMTEXT", "<w:textInput><w:default w:val='0'/></w:textInput>");

    assertThat(between(data + SEPARATE + run("300") + END)).isEqualTo("300");
    assertThat(between(data + SEPARATE + run("\u2002\u2002\u2002") + END)).isBlank();
    assertThat(between(data + SEPARATE + END)).isEmpty();
    assertThat(between(data + END)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " eq \\o\\ac(○,5) | ⑤",
        "EQ \\o\\ac(〇,0) | ⓪",
        " eq \\o\\ac(○;20) | ⑳",
        " eq \\o\\ac(○,21) | ㉑",
        " eq \\o\\ac(○,50) | ㊿",
        " eq \\o\\ac(○,51) | \uFFFC",
        " eq \\o\\ac(○,05) | \uFFFC",
        " eq \\o\\ac(○,三) | ㊂",
        " eq \\o\\ac(○,十二) | \uFFFC",
        " eq \\o\\ac(□,5) | \uFFFC",
        " eq \\o(○,5) | ⑤",
        " eq \\o(3,5) | \uFFFC",
        " eq \\f(1,2) | \uFFFC",
        " eq \\s\\up5(2) | \uFFFC",
        " eq \\x(5) | \uFFFC",
        " eq | \uFFFC",
        " EQ \\* jc2 \\* \"Font:宋体\" \\* hps10 \\o\\ad(\\s\\up 9(sān),三) | 三",
        " EQ \\* jc2 \\* \"Font:宋体\" \\* hps10 \\o\\ad(\\s\\up 9(5),300) | \uFFFC",
        "=SUM(ABOVE) | \uFFFC",
        "= 38+45 | \uFFFC",
        "MERGEFIELD 人数 | \uFFFC",
        "FILENAME | \uFFFC",
        "AUTONUM | \uFFFC",
        "nobody knows | \uFFFC",
        "MACROBUTTON NoMacro [请在此填写] | ''",
        "MACROBUTTON NoMacro 12 | \uFFFC",
        "HYPERLINK \"http://x\" | ''",
        "XE \"12\" | ''",
        "TC \"一\" | ''",
        "SET a 12 | ''"
      })
  void a_field_without_a_result_shows_what_its_code_says(String code, String shown) {
    String escaped = code.replace("\"", "&quot;");

    assertThat(between(mark("begin", "") + code(escaped) + END)).isEqualTo(shown);
    assertThat(between(run("12") + mark("begin", "") + code(escaped) + SEPARATE + END))
        .isEqualTo("12" + shown);
    assertThat(between("<w:fldSimple w:instr='" + escaped + "'/>")).isEqualTo(shown);
    assertThat(between("<w:fldSimple w:instr='" + escaped + "'>" + run("83") + "</w:fldSimple>"))
        .isEqualTo("83");
    // In pieces, as Word writes it.
    int half = code.length() / 2;
    assertThat(
            between(
                mark("begin", "")
                    + code(code.substring(0, half).replace("\"", "&quot;"))
                    + code(code.substring(half).replace("\"", "&quot;"))
                    + END))
        .isEqualTo(shown);
    assertThat(between("<w:del>" + mark("begin", "") + code(escaped) + END + "</w:del>")).isEmpty();
  }

  @Test
  void the_result_of_an_inner_field_is_one_of_the_outer() {
    String inner = mark("begin", "") + code("=1+1") + SEPARATE + run("2") + END;

    assertThat(between(mark("begin", "") + code("REF a") + SEPARATE + inner + END)).isEqualTo("2");
    // An inner field makes the code of the outer one uncertain.
    assertThat(between(mark("begin", "") + code("eq \\o\\ac(○,") + inner + code("5)") + END))
        .isEqualTo("\uFFFC");
  }

  @Test
  void a_hidden_result_is_a_result() {
    String hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>";

    assertThat(between(mark("begin", "") + code("REF a") + SEPARATE + hidden + END)).isEmpty();
  }

  @Test
  void what_a_struck_field_shows_is_struck_out() {
    String struck = "<w:r><w:rPr><w:strike/></w:rPr>";
    String list =
        form("FORMDROPDOWN", "<w:ddList><w:listEntry w:val='300'/></w:ddList>")
            + END.replace("<w:r>", struck);

    assertThat(marks(read(list))).containsExactly("p1 STRUCK_OUT 300");
    assertThat(between(mark("begin", "") + code("eq \\o\\ac(○,5)").replace("<w:r>", struck) + END))
        .isEqualTo("\uFFFC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
            + "<a:blip r:embed='rId1'/></pic:blipFill></pic:pic></a:graphicData></a:graphic>"
            + "</wp:inline></w:drawing></w:r>",
        "<w:r><w:drawing><wp:anchor><wp:docPr id='1' name='a'/><a:graphic/></wp:anchor>"
            + "</w:drawing></w:r>",
        "<w:r><w:pict><v:shape><v:imagedata r:id='a'/></v:shape></w:pict></w:r>",
        "<w:r><w:object><v:shape><v:imagedata r:id='a'/></v:shape>"
            + "<w:control r:id='b' w:name='TextBox1'/></w:object></w:r>",
        "<w:r><mc:AlternateContent><mc:Choice Requires='wpi'><w:drawing><wp:inline><a:graphic>"
            + "<a:graphicData uri='ink'/></a:graphic></wp:inline></w:drawing></mc:Choice>"
            + "</mc:AlternateContent></w:r>",
        "<w:r><w14:contentPart xmlns:w14='urn:w14' r:id='a'/></w:r>",
        "<m:oMath><m:borderBox><m:e><m:r><m:t>1</m:t></m:r></m:e></m:borderBox></m:oMath>",
        "<w:r><w:pgNum/></w:r>"
      })
  void what_is_drawn_in_the_text_shows_that_it_is_there(String drawn) {
    assertThat(between(run("12") + drawn).replaceAll(" 1$", "")).isEqualTo("12\uFFFC");
    assertThat(between("<w:del>" + drawn + "</w:del>")).isEmpty();
  }

  @Test
  void a_drawing_that_says_that_it_is_hidden_is_not_there() {
    String hidden =
        "<w:r><w:drawing><wp:anchor><wp:docPr id='1' name='a' hidden='1'/></wp:anchor>"
            + "</w:drawing></w:r>";
    String vanished =
        "<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:shape><v:imagedata r:id='a'/></v:shape></w:pict>"
            + "</w:r>";

    assertThat(between(hidden)).isEmpty();
    assertThat(between(vanished)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<w:r><w:drawing><wp:anchor><wp:docPr id='1' name='a'/><a:graphic/></wp:anchor>"
            + "</w:drawing></w:r>",
        "<w:r><w:pict><v:shape style='position:absolute;left:0'><v:imagedata r:id='a'/></v:shape>"
            + "</w:pict></w:r>"
      })
  void what_floats_shows_in_blanks_only(String seal) {
    String empty = "<w:p>" + seal + "</w:p>";
    String body =
        "<w:p>"
            + seal
            + run("一(12)")
            + seal
            + run("场(3")
            + seal
            + run(")")
            + seal
            + "</w:p>"
            + "<w:p>"
            + run("共__")
            + seal
            + run("__场")
            + "</w:p>"
            + empty
            + table("<w:tr><w:tc>" + empty + "</w:tc></w:tr>");

    assertThat(lines(onlyGrid(clean(reader.read(of(body).bytes())))))
        .containsExactly("p1 一(12)场(3\uFFFC)", "p2 共__\uFFFC__场", "p3 ", "t1.r1.c1.p1 \uFFFC");
  }

  @Test
  void ornamental_letters_are_a_box() {
    String art =
        "<w:r><w:pict><v:shape><v:path textpathok='t'/><v:textpath on='t' string='20'/></v:shape>"
            + "</w:pict></w:r>";

    assertThat(lines(read(art))).isEqualTo(List.of("p1 (\uFFFC)", "p1.b1.p1 20"));
  }
}
