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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the content controls of a .docx show. */
class DocxControlsTest {

  private static final String STORE = "{0F5B9B3E-0000-4000-8000-000000000001}";

  private final DocxReader reader = new DocxReader();

  private Grid read(HandMadeText text) {
    return onlyGrid(clean(reader.read(text.bytes())));
  }

  private static String control(String properties, String content) {
    return "<w:sdt><w:sdtPr>"
        + properties
        + "</w:sdtPr><w:sdtContent>"
        + content
        + "</w:sdtContent></w:sdt>";
  }

  private static String inBrackets(String elements) {
    return "<w:p>" + run("(") + elements + run(")") + "</w:p>";
  }

  @ParameterizedTest
  @CsvSource({
    "<w:showingPlcHdr/><w:text/>, 单击或点击此处输入文字。, ''",
    "<w:showingPlcHdr/><w:dropDownList/>, 选择一项。, ''",
    "<w:showingPlcHdr w:val='0'/><w:text/>, 十二, 十二",
    "<w:text/>, 12, 12",
    "<w:text/>, 单击或点击此处输入文字。, 单击或点击此处输入文字。",
    "<w:date w:fullDate='2023-06-28T00:00:00Z'/>, 2023年6月28日, 2023年6月28日",
    "<w14:checkbox xmlns:w14='urn:w14'><w14:checked w14:val='1'/></w14:checkbox>, ☒, ☒",
    "<w:dropDownList><w:listItem w:displayText='12' w:value='12'/></w:dropDownList>, 12, 12"
  })
  void what_only_tells_where_to_type_is_blank(String properties, String content, String shown) {
    Grid grid = read(of(inBrackets(control(properties, run(content)))));

    assertThat(lines(grid)).containsExactly("p1 (" + shown + ")");
    assertThat(marks(grid)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"12", "0", "请填1-100", "无", "三"})
  void a_prompt_that_looks_like_an_answer_is_doubtful(String prompt) {
    String control = control("<w:showingPlcHdr/>", run(prompt));

    assertThat(marks(read(of(inBrackets(control))))).containsExactly("p1 RESTYLED " + prompt);
  }

  @ParameterizedTest
  @CsvSource({"单击此处输入, ''", "12, 12", "无, 无"})
  void the_style_of_prompts_tells_them_in_a_control(String text, String shown) {
    String styles =
        "<w:style w:type='character' w:styleId='a3'><w:name w:val='Placeholder Text'/></w:style>";
    String prompt = run("<w:rStyle w:val='a3'/>", text);

    assertThat(lines(read(of(inBrackets(control("", prompt))).styles(styles))))
        .containsExactly("p1 (" + shown + ")");
    assertThat(lines(read(of(inBrackets(prompt)).styles(styles))))
        .containsExactly("p1 (" + text + ")");
  }

  private static HandMadeText bound(String body, String data) {
    return of(body)
        .related("d", "customXml", "../customXml/item1.xml")
        .part("customXml/item1.xml", "<f:form xmlns:f='urn:f'>" + data + "</f:form>")
        .part(
            "customXml/_rels/item1.xml.rels",
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='p' Type='"
                + HandMadeText.RELATIONSHIPS
                + "/customXmlProps' Target='itemProps1.xml'/></Relationships>")
        .part(
            "customXml/itemProps1.xml",
            "<ds:datastoreItem xmlns:ds="
                + "'http://schemas.openxmlformats.org/officeDocument/2006/customXml' ds:itemID='"
                + STORE
                + "'/>");
  }

  private static String binding(String path) {
    return "<w:dataBinding w:prefixMappings=\"xmlns:ns0='urn:f'\" w:xpath='"
        + path
        + "' w:storeItemID='"
        + STORE.toLowerCase(java.util.Locale.ROOT)
        + "'/>";
  }

  @ParameterizedTest
  @CsvSource({
    "/ns0:form[1]/ns0:a[1], 12, ''",
    "/ns0:form[1]/ns0:a[1], 1 2, ''",
    "/ns0:form[1]/ns0:a[1], 13, RESTYLED 13",
    "/ns0:form[1]/ns0:a[2], 13, ''",
    "/ns0:form/ns0:b/@c, 14, ''",
    "/ns0:form/ns0:b/@c, 12, RESTYLED 12",
    // Nothing is stored there, or nobody knows where that is.
    "/ns0:form[1]/ns0:a[3], 12, ''",
    "/ns0:other[1]/ns0:a[1], 13, ''",
    "/ns0:form[1]/ns0:a[. = 1], 13, ''"
  })
  void a_control_whose_stored_data_differ_is_doubtful(String path, String content, String mark) {
    String data = "<f:a>12</f:a><f:a> 13 </f:a><f:b c='14'/>";
    var text = bound(inBrackets(control(binding(path) + "<w:text/>", run(content))), data);

    Grid grid = read(text);

    assertThat(lines(grid)).containsExactly("p1 (" + content + ")");
    assertThat(marks(grid))
        .isEqualTo(mark == null || mark.isEmpty() ? List.of() : List.of("p1 " + mark));
  }

  @ParameterizedTest
  @CsvSource({
    "<w:showingPlcHdr/><w:text/>, 单击此处输入, 12, RESTYLED",
    "<w:showingPlcHdr/><w:text/>, 单击此处输入, '', ''",
    "<w:date/>, 2023年6月28日, 2023-06-28T00:00:00, ''",
    "<w:date/>, 2023年6月29日, 2023-06-28T00:00:00, RESTYLED",
    "<w:comboBox><w:listItem w:displayText='十二' w:value='12'/></w:comboBox>, 十二, 12, ''",
    "<w:comboBox><w:listItem w:displayText='十二' w:value='12'/></w:comboBox>, 十三, 12, RESTYLED",
    "<w14:checkbox xmlns:w14='urn:w14'/>, ☒, true, ''"
  })
  void what_is_stored_is_compared_as_it_is_shown(
      String properties, String content, String stored, String mark) {
    var text =
        bound(
            inBrackets(control(binding("/ns0:form[1]/ns0:a[1]") + properties, run(content))),
            "<f:a>" + stored + "</f:a>");

    assertThat(marks(read(text)))
        .isEqualTo(mark.isEmpty() ? List.of() : List.of("p1 " + mark + " " + content));
  }

  @Test
  void a_blank_control_for_which_something_is_stored_shows_that_it_is_there() {
    String properties = binding("/ns0:form[1]/ns0:a[1]");
    String data = "<f:a>12</f:a>";

    assertThat(lines(read(bound(inBrackets(control(properties, run(" "))), data))))
        .containsExactly("p1 ( \uFFFC)");
    assertThat(lines(read(bound(control(properties, paragraph("")), data))))
        .containsExactly("p1 \uFFFC");
    String cell = control(properties, "<w:tc>" + paragraph("") + "</w:tc>");
    assertThat(lines(read(bound(table("<w:tr>" + cell + "</w:tr>"), data))))
        .containsExactly("t1.r1.c1.p1 \uFFFC");
  }

  @Test
  void controls_are_told_apart_whatever_is_left_out_between_them() {
    String prompt = control("<w:showingPlcHdr/>", run("请在此处填写"));
    String skipped =
        "<w:r><mc:AlternateContent><mc:Choice Requires='a'/><mc:Fallback>"
            + prompt
            + "</mc:Fallback></mc:AlternateContent></w:r><w:del>"
            + prompt
            + "</w:del>";

    assertThat(
            lines(
                read(
                    of(
                        inBrackets(
                            skipped
                                + control("", run("1") + control("", run("2")) + prompt)
                                + run("3"))))))
        .containsExactly("p1 (123)");
  }
}
