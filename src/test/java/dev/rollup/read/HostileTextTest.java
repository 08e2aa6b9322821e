package dev.rollup.read;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;
import static dev.rollup.finding.FindingCode.UNSUPPORTED_FORMAT;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.support.HandMadeText.of;
import static dev.rollup.support.HandMadeText.ofParagraphs;
import static dev.rollup.support.HandMadeText.paragraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.read.word.DocxReader;
import dev.rollup.support.HandMadeText;
import dev.rollup.support.HandMadeZip;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that would do harm, or take very long, or very much memory, if one let them. */
@Tag("slow")
@Isolated("what it waits for is a time of its own, not that of its neighbours")
class HostileTextTest {

  private static final String MAIN = "word/document.xml";

  private static Outcome<Document> read(HandMadeText text) {
    return read(text.bytes());
  }

  private static Outcome<Document> read(byte[] bytes) {
    return assertTimeout(Duration.ofSeconds(5), () -> new DocxReader().read(bytes));
  }

  private static HandMadeText main(String xml) {
    return ofParagraphs().part(MAIN, xml);
  }

  @Test
  void a_document_type_is_unsafe() {
    String document = paragraphs().document();
    assertRefused(read(main("<!DOCTYPE a>" + document)), UNSAFE_CONTENT);
    assertRefused(
        read(
            main(
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                    + document.replace("字", "&e;"))),
        UNSAFE_CONTENT);
    var bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'x'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY e%d '&e%d;&e%d;'>".formatted(i, i - 1, i - 1));
    }
    assertRefused(read(main(bomb + "]>" + document.replace("字", "&e29;"))), UNSAFE_CONTENT);
    assertRefused(
        read(paragraphs().part("word/_rels/document.xml.rels", "<!DOCTYPE a><a/>")),
        UNSAFE_CONTENT);
    assertRefused(
        read(
            paragraphs()
                .related("styles", "styles", "styles.xml")
                .part("word/styles.xml", "<!DOCTYPE a><a/>")),
        UNSAFE_CONTENT);
    assertRefused(
        read(
            paragraphs()
                .related("styles", "styles", "styles.xml")
                .part("word/styles.xml", new byte[0])),
        DAMAGED_FILE);
  }

  private static HandMadeText paragraphs() {
    return ofParagraphs("字", "字");
  }

  @Test
  void what_inflates_too_far_is_too_large() {
    assertRefused(read(paragraphs().part("word/other.xml", new byte[65 << 20])), TOO_LARGE);
    assertRefused(read(main(" ".repeat(65 << 20))), TOO_LARGE);
  }

  @Test
  void pictures_may_be_as_large_as_they_like() {
    assertThat(read(paragraphs().part("word/media/image1.bmp", new byte[65 << 20])).value())
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<w:p/>", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"})
  void too_many_paragraphs_are_too_large(String paragraph) {
    assertRefused(read(of(paragraph.repeat(300_000))), TOO_LARGE);
  }

  @Test
  void a_paragraph_of_a_million_runs_is_joined_in_time() {
    var grid =
        onlyGrid(clean(read(of("<w:p>" + "<w:r><w:t>字</w:t></w:r>".repeat(1_000_000) + "</w:p>"))));

    assertThat(grid.cells().get(0).cell().raw()).isEqualTo("字".repeat(1_000_000));
  }

  @Test
  void a_million_open_fields_are_damage() {
    assertRefused(
        read(
            of(
                "<w:p>"
                    + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>".repeat(300_000)
                    + "</w:p>")),
        DAMAGED_FILE);
  }

  @Test
  void what_is_nested_too_deep_is_unsafe() {
    String table = "<w:tbl><w:tr><w:tc>";
    String end = "</w:tc></w:tr></w:tbl>";
    assertRefused(read(of(table.repeat(20) + paragraph("1") + end.repeat(20))), UNSAFE_CONTENT);
    assertThat(read(of(table.repeat(10) + paragraph("1") + end.repeat(10))).value()).isPresent();
    String box = "<w:p><w:r><w:pict><w:txbxContent>";
    String boxEnd = "</w:txbxContent></w:pict></w:r></w:p>";
    assertRefused(read(of(box.repeat(20) + paragraph("1") + boxEnd.repeat(20))), UNSAFE_CONTENT);
    assertRefused(
        read(of("<w:sdt>".repeat(1_000) + paragraph("1") + "</w:sdt>".repeat(1_000))),
        UNSAFE_CONTENT);
  }

  @Test
  void a_missing_part_is_damage() {
    var zip = new HandMadeZip();
    zip.add("[Content_Types].xml", "<Types/>");
    zip.add("word/styles.xml", "<a/>");
    assertRefused(read(zip.bytes()), UNSUPPORTED_FORMAT);
    assertRefused(read(paragraphs().main("word/text.xml", "word/document.xml")), DAMAGED_FILE);
    assertRefused(
        read(of("<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr></w:p>").related("s", "styles", "s.xml")),
        DAMAGED_FILE);
  }

  @Test
  void relationships_that_go_round_lead_nowhere() {
    assertRefused(read(paragraphs().main(MAIN, "_rels/.rels")), UNSUPPORTED_FORMAT);
    assertThat(
            read(of("<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr></w:p>")
                    .related("s", "styles", "document.xml"))
                .value())
        .isPresent();
  }

  @Test
  void relationships_never_leave_the_package() {
    assertRefused(read(paragraphs().main(MAIN, "../document.xml")), DAMAGED_FILE);
    assertRefused(read(paragraphs().main(MAIN, "file:///etc/passwd")), DAMAGED_FILE);
    assertRefused(
        read(
            paragraphs()
                .part(
                    "_rels/.rels",
                    "<Relationships><Relationship Id='a' TargetMode='External'"
                        + " Type='urn:x/officeDocument' Target='http://x.invalid/document.xml'/>"
                        + "</Relationships>")
                .part("[Content_Types].xml", "<Types/>")),
        UNSUPPORTED_FORMAT);
  }

  @Test
  void two_parts_of_one_name_are_unsafe() {
    var zip = paragraphs().zip();
    zip.add("word/Document.xml", ofParagraphs("又").document());

    assertRefused(read(zip.bytes()), UNSAFE_CONTENT);
  }

  @Test
  void a_main_part_that_is_no_text_or_two_of_them_is_refused() {
    assertRefused(read(main("<document/>")), UNSUPPORTED_FORMAT);
    assertRefused(read(main("<w:document xmlns:w='" + HandMadeText.MAIN + "'/>")), DAMAGED_FILE);
    assertRefused(
        read(main(paragraphs().document().replace("</w:body>", "</w:body><w:body></w:body>"))),
        DAMAGED_FILE);
    assertRefused(read(main(paragraphs().document() + "<a/>")), DAMAGED_FILE);
    assertRefused(read(main(paragraphs().document().replace("</w:p>", ""))), DAMAGED_FILE);
  }
}
