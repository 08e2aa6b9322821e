package dev.rollup.read.pdf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNMAPPED_TEXT;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.support.HandMadePdf.show;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.read.Seen;
import dev.rollup.read.page.Letters;
import dev.rollup.read.page.PagesDocument;
import dev.rollup.support.HandMadePdf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Portable Document Format: what a viewer shows of it, and what it does not. */
class PdfReaderTest {

  private static Outcome<Document> read(byte[] content) {
    return new PdfReader(PagesDocument.As.TEXT).read(content);
  }

  private static String seen(HandMadePdf pdf) {
    return Seen.texts(clean(read(pdf.bytes())));
  }

  private static String at(int x, int y, String operators) {
    return "BT /F1 10 Tf 1 0 0 1 " + x + " " + y + " Tm " + operators + " ET";
  }

  @Test
  void text_that_is_drawn_invisibly_is_not_there() {
    var pdf =
        HandMadePdf.a4()
            .raw(at(50, 700, "3 Tr " + show("99")))
            .raw(at(50, 680, "0 Tr " + show("宣讲7")));

    assertThat(seen(pdf)).isEqualTo("p1 宣讲7");
  }

  @Test
  void an_instruction_that_begins_a_line_and_shows_it_is_two() {
    String quote = show("7").replaceAll("Tj\\s*$", "'");
    String quotes = "0 0 " + show("8").replaceAll("Tj\\s*$", "\"");

    assertThat(seen(HandMadePdf.a4().raw(at(50, 700, "20 TL " + quote + " " + quotes))))
        .isEqualTo("p1 7 | p2 8");
  }

  @Test
  void text_that_lets_everything_through_is_not_there() {
    var pdf = HandMadePdf.a4().resources("/ExtGState<</G <</ca 0>>>>");

    assertThat(
            seen(pdf.raw("q /G gs " + at(50, 700, show("99")) + " Q").raw(at(50, 680, show("7")))))
        .isEqualTo("p1 7");
  }

  @ParameterizedTest
  @CsvSource({
    // How much is let through, the colour of the letters, and of what is behind them.
    "0.15, 0.7, 1, p1 99 {99 HIDDEN}",
    "0.5, 0, 1, p1 99",
    "0.15, 0.5, 0, p1 99",
    "0.5, 0.1, 0, p1 99 {99 HIDDEN}",
  })
  void what_is_seen_of_letters_that_let_through_what_is_behind_them(
      String opacity, String colour, String ground, String seen) {
    var pdf = HandMadePdf.a4().resources("/ExtGState<</G <</ca " + opacity + ">>>>");
    pdf.raw(ground + " g 0 600 500 200 re f q /G gs " + colour + " g ");

    assertThat(seen(pdf.raw(at(50, 700, show("99")) + " Q"))).isEqualTo(seen);
  }

  @Test
  void text_that_is_clipped_away_is_not_there_and_a_number_that_is_cut_is_in_doubt() {
    var pdf = HandMadePdf.a4().raw("q 50 690 60 20 re W n " + at(300, 700, show("99")) + " Q");
    pdf.raw("q 50 650 22 20 re W n " + at(50, 655, show("12345")) + " Q");

    assertThat(seen(pdf)).isEqualTo("p1 1234 {1234 DRAWN_OVER}");
  }

  @Test
  void text_outside_of_what_is_cropped_is_not_there() {
    var pdf = HandMadePdf.a4().pageEntries("/CropBox[0 400 595 842]");

    assertThat(seen(pdf.text(50, 100, 10, "宣讲7").text(50, 500, 10, "99"))).isEqualTo("p1 宣讲7");
  }

  @Test
  void a_turned_page_is_read_as_it_is_shown() {
    var pdf = HandMadePdf.a4().pageEntries("/Rotate 90");
    pdf.raw(
        "BT /F1 10 Tf 0 1 -1 0 100 200 Tm "
            + show("宣讲7")
            + " 0 1 -1 0 120 200 Tm "
            + show("培训8")
            + " ET");

    assertThat(seen(pdf)).isEqualTo("p1 宣讲7 | p2 培训8");
  }

  @Test
  void a_page_that_lies_on_its_side_is_read_as_a_reader_turns_it() {
    var pdf = HandMadePdf.a4();
    pdf.raw(
        "BT /F1 10 Tf 0 1 -1 0 100 200 Tm "
            + show("宣讲7")
            + " 0 1 -1 0 120 200 Tm "
            + show("培训8")
            + " ET");

    assertThat(seen(pdf)).isEqualTo("p1 宣讲7 | p2 培训8");
  }

  @Test
  void a_layer_that_is_off_is_not_there() {
    var pdf = HandMadePdf.a4();
    String layer = pdf.object("<</Type/OCG/Name(old)>>");
    pdf.catalogue("/OCProperties<</OCGs[" + layer + "]/D<</OFF[" + layer + "]>>>>");
    pdf.resources("/Properties<</L " + layer + ">>");
    pdf.raw("/OC /L BDC " + at(50, 700, show("99")) + " EMC " + at(50, 680, show("7")));

    assertThat(seen(pdf)).isEqualTo("p1 7");
  }

  @Test
  void a_layer_that_is_not_for_the_screen_is_not_there() {
    var pdf = HandMadePdf.a4();
    String layer = pdf.object("<</Type/OCG/Name(old)/Usage<</View<</ViewState/OFF>>>>>>");
    String usage = "<</Event/View/OCGs[" + layer + "]/Category[/View]>>";
    pdf.catalogue("/OCProperties<</OCGs[" + layer + "]/D<</AS[" + usage + "]>>>>");
    pdf.resources("/Properties<</L " + layer + ">>");
    pdf.raw("/OC /L BDC " + at(50, 700, show("99")) + " EMC " + at(50, 680, show("7")));

    assertThat(seen(pdf)).isEqualTo("p1 7");
  }

  @Test
  void forms_are_drawn_where_they_are_asked_for() {
    var pdf = HandMadePdf.a4();
    String form =
        pdf.stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</Font<</F1 3 0 R>>>>",
            at(10, 10, show("宣讲7")));

    assertThat(
            seen(pdf.resources("/XObject<</X " + form + ">>").raw("q 1 0 0 1 50 600 cm /X Do Q")))
        .isEqualTo("p1 宣讲7");
  }

  @Test
  void a_form_in_itself_is_refused() {
    var pdf = HandMadePdf.a4();
    // The first object that is added is the sixth of the file.
    pdf.stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</XObject<</X 6 0 R>>>>",
        "/X Do /X Do");

    assertRefused(read(pdf.resources("/XObject<</X 6 0 R>>").raw("/X Do").bytes()), UNSAFE_CONTENT);
  }

  @Test
  void more_instructions_than_a_form_has_are_refused() {
    var pdf = HandMadePdf.a4();
    String form = pdf.stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]", "q Q ".repeat(10_000));

    assertRefused(
        read(pdf.resources("/XObject<</X " + form + ">>").raw("/X Do ".repeat(200)).bytes()),
        TOO_LARGE);
  }

  @Test
  void what_is_packed_too_tightly_is_refused() {
    assertRefused(read(HandMadePdf.a4().raw(" ".repeat(70 << 20)).packed().bytes()), TOO_LARGE);
  }

  @Test
  void letters_that_are_only_numbered_are_refused() {
    var pdf = HandMadePdf.a4();
    String letters =
        pdf.object(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>");
    String font =
        pdf.object(
            "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts["
                + letters
                + "]>>");

    assertRefused(
        read(pdf.font("F2", font).raw("BT /F2 10 Tf 50 700 Td <001100120013> Tj ET").bytes()),
        UNMAPPED_TEXT);
  }

  @Test
  void parts_of_characters_are_read_as_characters() {
    assertThat(seen(HandMadePdf.a4().text(50, 50, 10, "参与⼈次7"))).isEqualTo("p1 参与人次7");
    assertThat(letters("⺠⻓⼯⼾⿈⾭")).isEqualTo("民长工户黄青");
  }

  private static String letters(String mapped) {
    return Letters.read(mapped);
  }

  @Test
  void a_file_that_breaks_off_is_refused_and_a_scan_without_a_directory_is_not() {
    byte[] whole = HandMadePdf.a4().text(50, 50, 10, "宣讲7").bytes();
    assertRefused(read(Arrays.copyOf(whole, whole.length - 100)), DAMAGED_FILE);
    assertRefused(read("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8)), DAMAGED_FILE);

    String without =
        new String(HandMadePdf.a4().bytes(), StandardCharsets.ISO_8859_1)
            .replaceAll("startxref\n\\d+", "");
    assertThat(read(without.getBytes(StandardCharsets.ISO_8859_1)).findings()).isEmpty();
    String text = new String(whole, StandardCharsets.ISO_8859_1).replaceAll("startxref\n\\d+", "");
    assertRefused(read(text.getBytes(StandardCharsets.ISO_8859_1)), DAMAGED_FILE);
  }

  @Test
  void a_byte_that_was_changed_in_what_is_packed_is_found() {
    byte[] packed =
        HandMadePdf.a4().text(50, 50, 10, "宣讲7").text(50, 80, 10, "培训8").packed().bytes();
    int at = new String(packed, StandardCharsets.ISO_8859_1).indexOf("FlateDecode") + 60;
    packed[at] ^= 1;

    assertRefused(read(packed), DAMAGED_FILE);
  }

  @Test
  void an_instruction_that_there_is_none_of_is_damage() {
    assertRefused(read(HandMadePdf.a4().raw(at(50, 700, "<0031> Tk")).bytes()), DAMAGED_FILE);
  }

  @Test
  void a_password_is_asked_for() {
    String file =
        new String(HandMadePdf.a4().text(50, 50, 10, "7").bytes(), StandardCharsets.ISO_8859_1);
    String locked =
        file.replace(
            "/Root 1 0 R",
            "/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<"
                + "00".repeat(32)
                + ">/U<"
                + "11".repeat(32)
                + ">>>");

    assertRefused(read(locked.getBytes(StandardCharsets.ISO_8859_1)), PASSWORD_PROTECTED);
  }

  // --- what lies over a page

  private static String annotation(HandMadePdf pdf, String entries) {
    return pdf.object("<</Type/Annot" + entries + ">>");
  }

  private static String appearance(HandMadePdf pdf, String text) {
    return "/AP<</N "
        + pdf.stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 80 20]/Resources<</Font<</F1 3 0 R>>>>",
            at(2, 5, show(text)))
        + ">>";
  }

  @Test
  void a_sticky_note_is_a_comment_where_it_hangs() {
    var pdf = HandMadePdf.a4().table(50, 100, new double[] {100, 60}, 20, "宣讲", "3");
    String note = annotation((HandMadePdf) pdf, "/Subtype/Text/Rect[160 725 175 738]/Contents(12)");
    ((HandMadePdf) pdf).pageEntries("/Annots[" + note + "]");

    assertThat(Seen.notes(clean(read(pdf.bytes())))).isEqualTo("COMMENT t1.r1.c2.p1 12");
  }

  @Test
  void text_that_was_typed_over_a_page_is_there_and_hidden_one_is_not() {
    var pdf = HandMadePdf.a4().text(50, 100, 10, "宣讲");
    String typed =
        annotation(
            pdf, "/Subtype/FreeText/Rect[80 737 160 757]/Contents(7)" + appearance(pdf, "7"));
    String hidden =
        annotation(
            pdf, "/Subtype/FreeText/F 2/Rect[80 637 160 657]/Contents(9)" + appearance(pdf, "9"));

    assertThat(seen(pdf.pageEntries("/Annots[" + typed + hidden + "]"))).isEqualTo("p1 宣讲  7");
  }

  @Test
  void a_field_whose_value_is_another_than_it_shows_is_in_doubt() {
    var pdf = HandMadePdf.a4().text(50, 100, 10, "宣讲");
    String same =
        annotation(pdf, "/Subtype/Widget/FT/Tx/Rect[80 737 160 757]/V(7)" + appearance(pdf, "7"));
    String other =
        annotation(pdf, "/Subtype/Widget/FT/Tx/Rect[80 637 160 657]/V(12)" + appearance(pdf, "9"));
    String bare = annotation(pdf, "/Subtype/Widget/FT/Tx/Rect[80 537 160 557]/V(5)");

    assertThat(seen(pdf.pageEntries("/Annots[" + same + other + bare + "]")))
        .isEqualTo("p1 宣讲  7 | p2 9 {9 DRAWN_OVER} | p3 5 {5 DRAWN_OVER}");
  }

  @Test
  void a_line_through_words_may_lie_over_them() {
    var pdf = HandMadePdf.a4().text(50, 100, 10, "28");
    String line =
        annotation(
            pdf, "/Subtype/StrikeOut/Rect[49 738 62 752]/QuadPoints[49 752 62 752 49 740 62 740]");

    assertThat(seen(pdf.pageEntries("/Annots[" + line + "]"))).isEqualTo("p1 28 {28 STRUCK_OUT}");
  }
}
