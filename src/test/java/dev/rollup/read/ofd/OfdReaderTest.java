package dev.rollup.read.ofd;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.clean;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.read.Seen;
import dev.rollup.read.page.PagesDocument;
import dev.rollup.support.HandMadeOfd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The open fixed layout document: what a viewer shows of it, and what it does not. */
class OfdReaderTest {

  private static Outcome<Document> read(HandMadeOfd ofd) {
    return new OfdReader(PagesDocument.As.TEXT).read(ofd.bytes());
  }

  private static String seen(HandMadeOfd ofd) {
    return Seen.texts(clean(read(ofd)));
  }

  private static String object(String attributes, String inside) {
    return "<ofd:TextObject ID=\"7\" Boundary=\"20 20 100 10\" Font=\"1\" Size=\"4\""
        + attributes
        + ">"
        + inside
        + "</ofd:TextObject>";
  }

  private static String code(String attributes, String text) {
    return "<ofd:TextCode X=\"0\" Y=\"4\"" + attributes + ">" + text + "</ofd:TextCode>";
  }

  @ParameterizedTest
  @ValueSource(strings = {"ofd", "o", ""})
  void the_prefix_does_not_matter(String prefix) {
    assertThat(seen(HandMadeOfd.a4().text(50, 50, 10, "宣讲7场").prefix(prefix))).isEqualTo("p1 宣讲7场");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "4 4 2 2 ¦ p1 宣讲12场",
        "g 2 4 g 2 2 ¦ p1 宣讲12场",
        "4 4 12 2 ¦ p1 宣讲1     2场",
      })
  void letters_stand_where_their_distances_put_them(String deltas, String seen) {
    assertThat(seen(HandMadeOfd.a4().raw(object("", code(" DeltaX=\"" + deltas + "\"", "宣讲12场")))))
        .isEqualTo(seen);
  }

  @ParameterizedTest
  @ValueSource(strings = {" Visible=\"false\"", " Alpha=\"0\"", " Fill=\"false\" Stroke=\"false\""})
  void what_is_not_shown_is_not_there(String attributes) {
    assertThat(seen(HandMadeOfd.a4().raw(object(attributes, code("", "9"))).text(50, 200, 10, "7")))
        .isEqualTo("p1 7");
  }

  @Test
  void what_is_outside_of_its_boundary_is_not_there() {
    String far = "<ofd:TextCode X=\"150\" Y=\"4\">9</ofd:TextCode>";

    assertThat(seen(HandMadeOfd.a4().raw(object("", far)).text(50, 200, 10, "7")))
        .isEqualTo("p1 7");
  }

  @Test
  void a_matrix_moves_turns_and_stretches() {
    String twice =
        object(
            " CTM=\"2 0 0 2 0 0\"", "<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"4\">宣讲</ofd:TextCode>");

    assertThat(seen(HandMadeOfd.a4().raw(twice))).isEqualTo("p1 宣讲");
  }

  @Test
  void a_colour_may_come_from_a_way_to_draw() {
    var ofd =
        HandMadeOfd.a4()
            .part(
                "Doc_0/DocumentRes.xml",
                "<ofd:Res BaseLoc=\"Res\"><ofd:DrawParams><ofd:DrawParam ID=\"3\"><ofd:FillColor Value=\"255 255 255\"/></ofd:DrawParam></ofd:DrawParams></ofd:Res>");
    ofd.common("<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>")
        .raw(object(" DrawParam=\"3\"", code("", "9")));

    assertThat(seen(ofd)).isEqualTo("p1 9 {9 HIDDEN}");
  }

  @Test
  void a_letter_without_a_character_is_unknown() {
    String glyphs =
        "<ofd:CGTransform CodePosition=\"0\" CodeCount=\"1\" GlyphCount=\"1\"><ofd:Glyphs>8</ofd:Glyphs></ofd:CGTransform>";
    var ofd = HandMadeOfd.a4().text(50, 20, 10, "安全生产月");

    assertThat(seen(ofd.raw(object("", glyphs + code("", "\u00A4"))))).isEqualTo("p1 安全生产月 | p2 ▣");
  }

  @Test
  void templates_lie_under_pages_and_drawings_are_put_down_where_asked_for() {
    var ofd = HandMadeOfd.a4();
    ofd.common(
        "<ofd:TemplatePage ID=\"2\" BaseLoc=\"Tpls/T.xml\"/><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>");
    ofd.part(
        "Doc_0/Tpls/T.xml",
        "<ofd:Page><ofd:Content><ofd:Layer ID=\"1\">"
            + object("", code(" DeltaX=\"4\"", "宣讲"))
            + "</ofd:Layer></ofd:Content></ofd:Page>");
    ofd.part(
        "Doc_0/DocumentRes.xml",
        "<ofd:Res><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"5\" Width=\"50\" Height=\"50\"><ofd:Content>"
            + object("", code("", "7"))
            + "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>");
    ofd.part(
        "Doc_0/Pages/Page_0/Content.xml",
        "<ofd:Page><ofd:Template TemplateID=\"2\"/><ofd:Content><ofd:Layer ID=\"3\"><ofd:CompositeObject ID=\"4\" Boundary=\"10 0 100 100\" ResourceID=\"5\"/></ofd:Layer></ofd:Content></ofd:Page>");

    assertThat(seen(ofd)).isEqualTo("p1 宣讲 7");
  }

  @Test
  void a_drawing_in_itself_is_refused() {
    var ofd = HandMadeOfd.a4().common("<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>");
    String again = "<ofd:CompositeObject ID=\"4\" Boundary=\"0 0 100 100\" ResourceID=\"5\"/>";
    ofd.part(
        "Doc_0/DocumentRes.xml",
        "<ofd:Res><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"5\" Width=\"50\" Height=\"50\"><ofd:Content>"
            + again
            + "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>");

    assertRefused(read(ofd.raw(again)), UNSAFE_CONTENT);
  }

  @Test
  void what_was_typed_over_a_page_is_there_and_a_seal_lies_over_what_it_covers() {
    var ofd =
        (HandMadeOfd)
            HandMadeOfd.a4().table(50, 100, new double[] {100, 60}, 20, "宣讲", "", "培训", "");
    ofd.document("<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>");
    ofd.part(
        "Doc_0/Annots/Annotations.xml",
        "<ofd:Annotations><ofd:Page PageID=\"1\"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>");
    ofd.part(
        "Doc_0/Annots/Page_0/Annotation.xml",
        "<ofd:PageAnnot><ofd:Annot ID=\"1\" Type=\"Stamp\"><ofd:Appearance Boundary=\"56 35 20 10\"><ofd:TextObject ID=\"7\" Boundary=\"0 0 10 10\" Size=\"4\">"
            + code("", "8")
            + "</ofd:TextObject></ofd:Appearance></ofd:Annot></ofd:PageAnnot>");
    ofd.body("<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>");
    ofd.part(
        "Doc_0/Signs/Signatures.xml",
        "<ofd:Signatures><ofd:Signature ID=\"1\" BaseLoc=\"S/Signature.xml\"/></ofd:Signatures>");
    ofd.part(
        "Doc_0/Signs/S/Signature.xml",
        "<ofd:Signature><ofd:SignedInfo><ofd:StampAnnot ID=\"1\" PageRef=\"1\" Boundary=\"55 43 15 6\"/></ofd:SignedInfo></ofd:Signature>");

    assertThat(seen(ofd))
        .isEqualTo("t1.r1.c1.p1 宣讲 | t1.r1.c2.p1 8 | t1.r2.c1.p1 培训 | t1.r2.c2.p1 ▣");
  }

  @Test
  void a_part_that_is_missing_is_damage() {
    assertRefused(
        read(
            HandMadeOfd.a4()
                .part(
                    "Doc_0/Document.xml",
                    "<ofd:Document><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/None.xml\"/></ofd:Pages></ofd:Document>")),
        DAMAGED_FILE);
  }
}
