package dev.rollup.read.word;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.EMPTY_FILE;
import static dev.rollup.finding.FindingCode.MACROS_IGNORED;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.finding.FindingCode.PICTURE_ONLY;
import static dev.rollup.finding.FindingCode.UNSUPPORTED_FORMAT;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.Paragraphs.columns;
import static dev.rollup.read.Paragraphs.lines;
import static dev.rollup.read.Paragraphs.marks;
import static dev.rollup.support.HandMadeText.of;
import static dev.rollup.support.HandMadeText.ofParagraphs;
import static dev.rollup.support.HandMadeText.paragraph;
import static dev.rollup.support.HandMadeText.row;
import static dev.rollup.support.HandMadeText.run;
import static dev.rollup.support.HandMadeText.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.filetype.FileType;
import dev.rollup.finding.Finding;
import dev.rollup.model.Location;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xlsx.HandMadeWorkbook;
import dev.rollup.support.HandMadeText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as text in a .docx, and where it stands. */
class DocxReaderTest {

  private static final String BOX =
      "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>%s"
          + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
          + "</w:drawing>";
  private static final String OLD_BOX =
      "<w:pict><v:shape><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict>";
  private static final String PICTURE =
      "<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
          + "<a:blip r:embed='rId1'/></pic:blipFill></pic:pic></a:graphicData></a:graphic>"
          + "</wp:inline></w:drawing>";

  private final DocxReader reader = new DocxReader();

  private List<String> read(HandMadeText text) {
    return lines(onlyGrid(clean(reader.read(text.bytes()))));
  }

  /** Reads the only paragraph, which holds these elements. */
  private String text(String elements) {
    var lines = read(of("<w:p>" + elements + "</w:p>"));
    assertThat(lines).hasSize(1);
    return lines.get(0).substring("p1 ".length());
  }

  private static String field(String type) {
    return "<w:r><w:fldChar w:fldCharType='" + type + "'/></w:r>";
  }

  private static String code(String code) {
    return "<w:r><w:instrText>" + code + "</w:instrText></w:r>";
  }

  @Test
  void paragraphs_are_rows_and_keep_their_numbers_where_empty() {
    var grid =
        onlyGrid(
            clean(
                reader.read(
                    of(paragraph("一") + "<w:p/>" + table(row("甲", "乙")) + paragraph("三"))
                        .bytes())));

    assertThat(grid.running()).isTrue();
    assertThat(grid.sheet()).isNull();
    assertThat(lines(grid))
        .containsExactly("p1 一", "p2 ", "t1.r1.c1.p1 甲", "t1.r1.c2.p1 乙", "p3 三");
    assertThat(columns(grid)).containsExactly(0, 1, 1, 0);
  }

  @Test
  void every_table_has_a_column_and_what_is_nested_in_it_stays_there() {
    String inner = table(row("内"));
    String cell = "<w:tc>" + paragraph("外") + inner + paragraph("后") + "</w:tc>";
    var grid =
        onlyGrid(
            clean(
                reader.read(
                    of(table(row("一")) + "<w:p/>" + table(row("二"), "<w:tr>" + cell + "</w:tr>"))
                        .bytes())));

    assertThat(lines(grid))
        .containsExactly(
            "t1.r1.c1.p1 一",
            "p1 ",
            "t2.r1.c1.p1 二",
            "t2.r2.c1.p1 外",
            "t2.r2.c1.t1.r1.c1.p1 内",
            "t2.r2.c1.p2 后");
    assertThat(columns(grid)).containsExactly(1, 2, 2, 2, 2);
  }

  @Test
  void cells_are_counted_within_their_row() {
    String wide = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + paragraph("宽") + "</w:tc>";
    String covered = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>";
    String exception = "<w:tblPrEx><w:tblW w:w='0'/></w:tblPrEx><w:trPr/>";

    assertThat(
            read(
                of(
                    table(
                        "<w:tr>" + wide + "<w:tc>" + paragraph("窄") + "</w:tc></w:tr>",
                        "<w:tr>"
                            + exception
                            + covered
                            + "<w:tc>"
                            + paragraph("右")
                            + "</w:tc></w:tr>"))))
        .containsExactly("t1.r1.c1.p1 宽", "t1.r1.c2.p1 窄", "t1.r2.c1.p1 ", "t1.r2.c2.p1 右");
  }

  @Test
  void runs_are_joined_and_breaks_are_characters() {
    assertThat(text(run("1") + run("2"))).isEqualTo("12");
    assertThat(
            text(
                "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/>"
                    + "<w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t></w:r>"))
        .isEqualTo("a\tb\nc\n-d");
    assertThat(text("<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>" + run("a")))
        .isEqualTo("a");
    assertThat(text(run("  ") + run("_x0031_") + "<w:r><w:t><![CDATA[&]]>&#x4E00;</w:t></w:r>"))
        .isEqualTo("  _x0031_&一");
  }

  @ParameterizedTest
  @CsvSource({
    "宋体, 2460, ①",
    "宋体, F031, 1",
    "Symbol, F031, 1",
    "Symbol, F061, \uF061",
    "Wingdings, F0FC, \uF0FC",
    "Wingdings, 00FC, \uF0FC",
    "Wingdings, 2713, ✓",
    "宋体, D800, ''",
    "宋体, 0001, ''",
    "宋体, x, ''"
  })
  void symbols_are_what_they_look_like(String font, String code, String text) {
    assertThat(text("<w:r><w:sym w:font='%s' w:char='%s'/></w:r>".formatted(font, code)))
        .isEqualTo(text);
  }

  @Test
  void wrapping_does_not_matter() {
    for (String wrapped :
        List.of(
            "<w:hyperlink>%s</w:hyperlink>",
            "<w:smartTag><w:smartTagPr><w:attr/></w:smartTagPr>%s</w:smartTag>",
            "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>",
            "<w:customXml><w:customXmlPr/>%s</w:customXml>",
            "<w:bdo w:val='ltr'>%s</w:bdo>",
            "<w:dir w:val='ltr'>%s</w:dir>",
            "<w:r><w:ruby><w:rubyPr/><w:rt>"
                + run("9")
                + "</w:rt><w:rubyBase>%s</w:rubyBase>"
                + "</w:ruby></w:r>",
            "<w:fldSimple w:instr='DATE'><w:fldData>9</w:fldData>%s</w:fldSimple>",
            "<w:ins w:id='1'>%s</w:ins>",
            "<w:moveTo w:id='1'>%s</w:moveTo>",
            "<w:somethingNew>%s</w:somethingNew>",
            "<m:oMath><m:r><m:rPr/><m:t>1</m:t></m:r><m:r><m:t>2</m:t></m:r></m:oMath>")) {
      assertThat(text(run("(") + wrapped.formatted(run("12")) + run(")")))
          .as(wrapped)
          .isEqualTo("(12)");
    }
    String block = "<w:sdt><w:sdtPr/><w:sdtContent>%s</w:sdtContent></w:sdt>";
    assertThat(read(of(block.formatted(paragraph("一") + table(block.formatted(row("甲")))))))
        .containsExactly("p1 一", "t1.r1.c1.p1 甲");
  }

  @Test
  void what_is_not_part_of_the_text_is_left_out() {
    for (String other :
        List.of(
            "<w:r><w:footnoteReference w:id='1'/></w:r>",
            "<w:r><w:commentReference w:id='1'/></w:r>",
            "<w:commentRangeStart w:id='1'/>",
            "<w:bookmarkStart w:id='1' w:name='9'/>",
            "<w:r><w:lastRenderedPageBreak/></w:r>",
            "<x:unknown xmlns:x='urn:x'>" + run("9") + "</x:unknown>")) {
      assertThat(text(run("1") + other + run("2"))).as(other).isEqualTo("12");
    }
    assertThat(text("<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>" + run("一")))
        .isEqualTo("一");
  }

  @Test
  void deleted_text_is_not_there() {
    assertThat(
            text(
                run("参与(")
                    + "<w:del><w:r><w:delText>15</w:delText></w:r>"
                    + run("9")
                    + "</w:del>"
                    + "<w:moveFrom>"
                    + run("8")
                    + "</w:moveFrom>"
                    + "<w:ins>"
                    + run("12")
                    + "<w:del>"
                    + run("7")
                    + "</w:del></w:ins>"
                    + run(")人次")))
        .isEqualTo("参与(12)人次");
  }

  @Test
  void a_paragraph_whose_end_is_deleted_is_joined_to_the_next() {
    String gone = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>";
    String movedAway = "<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr>";
    String hidden = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>";

    assertThat(read(of(gone + run("1") + "</w:p>" + paragraph("2") + paragraph("3"))))
        .containsExactly("p1 12", "p2 3");
    assertThat(
            read(
                of(
                    movedAway
                        + "<w:moveFrom>"
                        + run("9")
                        + "</w:moveFrom></w:p>"
                        + hidden
                        + "</w:p>"
                        + paragraph("一"))))
        .containsExactly("p1 一");
    assertThat(
            read(
                of(
                    gone
                        + run("1")
                        + "</w:p>"
                        + table("<w:tr><w:tc>" + gone + "</w:p></w:tc></w:tr>", row("甲"))
                        + gone
                        + run("2")
                        + "</w:p>")))
        .containsExactly("p1 1", "t1.r2.c1.p1 甲", "p2 2");
  }

  @Test
  void deleted_rows_and_cells_are_not_there() {
    String goneRow = row("9", "9").replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>");
    String goneCell = "<w:tc><w:tcPr><w:cellDel/></w:tcPr>" + paragraph("9") + "</w:tc>";
    String insertedRow = row("丙").replace("<w:tr>", "<w:tr><w:trPr><w:ins/></w:trPr>");

    assertThat(
            read(
                of(
                    table(
                        row("甲"),
                        goneRow,
                        "<w:tr>" + goneCell + "<w:tc>" + paragraph("乙") + "</w:tc></w:tr>",
                        insertedRow))))
        .containsExactly("t1.r1.c1.p1 甲", "t1.r2.c1.p1 乙", "t1.r3.c1.p1 丙");
  }

  @Test
  void hidden_text_is_not_there() {
    assertThat(
            text(
                run("<w:vanish/>", "9")
                    + run("<w:vanish w:val='0'/>", "1")
                    + run("<w:vanish w:val='false'/>", "2")
                    + run("<w:vanish w:val='true'/>", "9")
                    + run("<w:webHidden/>", "3")
                    + run("<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>", "4")))
        .isEqualTo("1234");
  }

  @Test
  void text_hidden_by_a_style_is_not_there() {
    String styles =
        "<w:style w:styleId='h' w:type='character'><w:rPr><w:vanish/></w:rPr></w:style>"
            + "<w:style w:styleId='i'><w:basedOn w:val='h'/></w:style>"
            + "<w:style w:styleId='j'><w:basedOn w:val='i'/>"
            + "<w:rPr><w:vanish w:val='0'/></w:rPr></w:style>"
            + "<w:style w:styleId='k'><w:basedOn w:val='k'/></w:style>";
    String hidden = "<w:p><w:pPr><w:pStyle w:val='i'/></w:pPr>";

    assertThat(
            read(
                of("<w:p>"
                        + run("<w:rStyle w:val='h'/>", "9")
                        + run("<w:rStyle w:val='i'/>", "9")
                        + run("<w:rStyle w:val='j'/>", "1")
                        + run("<w:rStyle w:val='k'/>", "2")
                        + run("<w:rStyle w:val='h'/><w:vanish w:val='0'/>", "3")
                        + "</w:p>"
                        + hidden
                        + run("9")
                        + run("<w:vanish w:val='0'/>", "4")
                        + run("<w:rStyle w:val='h'/>", "5")
                        + "</w:p>"
                        + paragraph("6"))
                    .styles(styles)))
        .containsExactly("p1 123", "p2 456");
  }

  @Test
  void the_result_of_a_field_counts_and_its_code_does_not() {
    String simple = field("begin") + code("DATE") + field("separate") + run("12") + field("end");
    assertThat(text(run("(") + simple + run(")"))).isEqualTo("(12)");
    // A field in the code of another, and one in its result.
    assertThat(
            text(
                field("begin")
                    + code("IF ")
                    + simple
                    + run("9")
                    + field("separate")
                    + run("a")
                    + simple
                    + run("b")
                    + field("end")
                    + run("c")))
        .isEqualTo("a12bc");
    assertThat(text(field("begin") + code("XE") + field("end") + run("a") + field("end")))
        .isEqualTo("a");
    // What Word deletes of a field is the whole of it.
    assertThat(text("<w:del>" + simple + "</w:del>" + run("a"))).isEqualTo("a");
  }

  @Test
  void a_field_without_an_end_is_damage() {
    String open = "<w:p>" + field("begin") + "</w:p>" + paragraph("12");
    assertRefused(reader.read(of(open).bytes()), DAMAGED_FILE);
    assertRefused(
        reader.read(of("<w:p><w:r>" + BOX.formatted(open) + "</w:r></w:p>").bytes()), DAMAGED_FILE);
    assertRefused(reader.read(of("<w:p>" + field("middle") + "</w:p>").bytes()), DAMAGED_FILE);
  }

  @Test
  void the_paragraphs_of_a_box_follow_the_one_that_holds_it() {
    String box = "<w:r>" + BOX.formatted(paragraph("1") + table(row("2"))) + "</w:r>";
    String oldBox = "<w:r>" + OLD_BOX.formatted(paragraph("3")) + "</w:r>";
    var grid =
        onlyGrid(
            clean(
                reader.read(
                    of("<w:p>"
                            + run("前")
                            + box
                            + oldBox
                            + run("后")
                            + "</w:p>"
                            + paragraph("末")
                            + table("<w:tr><w:tc><w:p>" + oldBox + "</w:p></w:tc></w:tr>"))
                        .bytes())));

    assertThat(lines(grid))
        .containsExactly(
            "p1 前\uFFFC后",
            "p1.b1.p1 1",
            "p1.b1.t1.r1.c1.p1 2",
            "p1.b2.p1 3",
            "p2 末",
            "t1.r1.c1.p1 \uFFFC",
            "t1.r1.c1.p1.b1.p1 3");
    assertThat(columns(grid)).containsExactly(0, 0, 1, 0, 0, 2, 2);
  }

  @Test
  void a_box_that_is_written_twice_is_read_once() {
    String both =
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>%s</mc:Choice><mc:Fallback>%s"
            + "</mc:Fallback></mc:AlternateContent></w:r>";

    assertThat(
            read(
                of(
                    "<w:p>"
                        + both.formatted(
                            BOX.formatted(paragraph("1")), OLD_BOX.formatted(paragraph("1")))
                        + "</w:p>")))
        .containsExactly("p1 ", "p1.b1.p1 1");
    assertThat(
            text(
                "<mc:AlternateContent><mc:Choice Requires='x'>"
                    + run("1")
                    + "</mc:Choice><mc:Choice Requires='y'>"
                    + run("2")
                    + "</mc:Choice></mc:AlternateContent>"))
        .as("what shows depends on the program")
        .isEqualTo("1\uFFFC");
    assertThat(
            text(
                "<mc:AlternateContent><mc:Choice Requires='x'>"
                    + run("12")
                    + "</mc:Choice><mc:Fallback>"
                    + run("1 2")
                    + "</mc:Fallback></mc:AlternateContent>"))
        .isEqualTo("12");
    assertThat(
            text(
                "<mc:AlternateContent><mc:Fallback>"
                    + run("1")
                    + "</mc:Fallback></mc:AlternateContent>"))
        .isEqualTo("1");
  }

  @Test
  void a_box_in_hidden_or_deleted_text_is_not_there() {
    String box = BOX.formatted(paragraph("9"));
    assertThat(
            read(
                of(
                    "<w:p><w:r><w:rPr><w:vanish/></w:rPr>"
                        + box
                        + "</w:r><w:del><w:r>"
                        + box
                        + "</w:r></w:del>"
                        + run("1")
                        + "</w:p>")))
        .containsExactly("p1 1");
  }

  @Test
  void what_does_not_stand_in_the_line_or_is_struck_out_is_marked() {
    var grid =
        onlyGrid(
            clean(
                reader.read(
                    of("<w:p>"
                            + run("12")
                            + run("<w:vertAlign w:val='superscript'/>", "1")
                            + run("<w:vertAlign w:val='baseline'/><w:strike w:val='0'/>", "2")
                            + run("<w:vertAlign w:val='subscript'/>", "注")
                            + run("<w:strike/>", " 15 ")
                            + run("<w:dstrike/>", "无")
                            + run("<w:strike/>", " ")
                            + "</w:p>")
                        .bytes())));

    assertThat(lines(grid)).containsExactly("p1 1212注 15 无 ");
    assertThat(marks(grid))
        .containsExactly("p1 SHIFTED 1", "p1 SHIFTED 注", "p1 STRUCK_OUT 15", "p1 STRUCK_OUT 无");
  }

  @Test
  void the_structure_of_an_equation_shows() {
    assertThat(
            text(
                "<m:oMath><m:f><m:fPr/><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r>"
                    + "<m:t>2</m:t></m:r></m:den></m:f></m:oMath>"))
        .isEqualTo("1/2");
    assertThat(text("<m:oMath><m:rad><m:e><m:r><m:t>9</m:t></m:r></m:e></m:rad></m:oMath>"))
        .isEqualTo("√ 9");
  }

  @Test
  void a_text_of_pictures_only_is_none() {
    String picture = "<w:p><w:r>" + PICTURE + "</w:r></w:p>";
    String old =
        "<w:p><w:r><w:pict><v:shape><v:imagedata r:id='a'/></v:shape></w:pict></w:r></w:p>";
    assertRefused(reader.read(of(paragraph("　 \u00A0") + picture).bytes()), PICTURE_ONLY);
    assertRefused(
        reader.read(of(table("<w:tr><w:tc>" + old + "</w:tc></w:tr>")).bytes()), PICTURE_ONLY);
    assertThat(read(of(picture + paragraph("一")))).containsExactly("p1 \uFFFC", "p2 一");
    assertThat(read(of("<w:p><w:del><w:r>" + PICTURE + "</w:r></w:del></w:p>")))
        .containsExactly("p1 ");
    assertThat(read(of(""))).containsExactly("p1 ");
  }

  @Test
  void the_main_part_is_where_the_package_says() {
    assertThat(read(ofParagraphs("一").namespace(HandMadeText.STRICT))).containsExactly("p1 一");
    assertThat(read(ofParagraphs("一").main("doc/text.xml", "/doc/text.xml")))
        .containsExactly("p1 一");
    assertThat(read(ofParagraphs("一").main("text.xml", "./text.xml"))).containsExactly("p1 一");
    assertThat(
            read(
                ofParagraphs("二")
                    .main("word/document2.xml", "word/document2.xml")
                    .part("word/document.xml", ofParagraphs("一").document())))
        .containsExactly("p1 二");
  }

  @Test
  void properties_come_along() {
    var text =
        ofParagraphs("一")
            .packageRelated(
                HandMadeText.RELATIONSHIPS + "/custom-properties", "docProps/custom.xml")
            .part(
                "docProps/custom.xml",
                "<Properties xmlns='urn:p' xmlns:vt='urn:v'><property name='rollup'>"
                    + "<vt:lpwstr>2023</vt:lpwstr></property></Properties>")
            .packageRelated("urn:x/core-properties", "docProps/core.xml")
            .part("docProps/core.xml", "<c:p xmlns:c='urn:c'><c:title>统计表</c:title></c:p>");

    assertThat(clean(reader.read(text.bytes())).properties())
        .isEqualTo(Map.of("rollup", "2023", "title", "统计表"));
  }

  @Test
  void macros_are_ignored_and_named() {
    var outcome =
        reader.read(ofParagraphs("一").related("m", "vbaProject", "vbaProject.bin").bytes());

    assertThat(outcome.value()).isPresent();
    assertThat(outcome.findings()).containsExactly(Finding.of(MACROS_IGNORED, Location.NOWHERE));
  }

  @Test
  void what_is_no_text_is_refused() throws Exception {
    assertRefused(reader.read(new byte[0]), EMPTY_FILE);
    assertRefused(reader.read("统计表".getBytes(StandardCharsets.UTF_8)), UNSUPPORTED_FORMAT);
    assertRefused(reader.read(HandMadeWorkbook.ofRows("").bytes()), UNSUPPORTED_FORMAT);
    try (var file = new POIFSFileSystem()) {
      var plain = new ByteArrayOutputStream();
      file.writeFilesystem(plain);
      assertRefused(reader.read(plain.toByteArray()), UNSUPPORTED_FORMAT);
      file.createDocument(new ByteArrayInputStream(new byte[5_000]), "EncryptedPackage");
      var encrypted = new ByteArrayOutputStream();
      file.writeFilesystem(encrypted);
      assertRefused(reader.read(encrypted.toByteArray()), PASSWORD_PROTECTED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"altChunk", "subDoc"})
  void a_text_that_takes_in_other_files_cannot_be_read(String element) {
    var outcome = reader.read(of(paragraph("一") + "<w:" + element + " r:id='a'/>").bytes());

    assertThat(outcome.value()).isEmpty();
    assertThat(outcome.findings())
        .containsExactly(Refusal.unsupported(element, FileType.Family.DOCUMENT).finding());
  }
}
