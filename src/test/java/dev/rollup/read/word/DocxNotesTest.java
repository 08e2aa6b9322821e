package dev.rollup.read.word;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.model.Addresses.address;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.support.HandMadeText.of;
import static dev.rollup.support.HandMadeText.ofParagraphs;
import static dev.rollup.support.HandMadeText.paragraph;
import static dev.rollup.support.HandMadeText.run;
import static dev.rollup.support.HandMadeText.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.model.Note;
import dev.rollup.support.HandMadeText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands beside the text of a .docx, and what of it is seen. */
class DocxNotesTest {

  private final DocxReader reader = new DocxReader();

  private List<Note> read(HandMadeText text) {
    return clean(reader.read(text.bytes())).notes();
  }

  private static String part(String root, String content) {
    return "<w:%s xmlns:w='%s' xmlns:v='urn:schemas-microsoft-com:vml'>%s</w:%s>"
        .formatted(root, HandMadeText.MAIN, content, root);
  }

  private static String note(String name, String id, String content) {
    return "<w:" + name + " w:id='" + id + "'>" + content + "</w:" + name + ">";
  }

  @Test
  void a_comment_has_the_place_where_it_begins() {
    String range = "<w:commentRangeStart w:id='%s'/>";
    String reference = "<w:r><w:commentReference w:id='%s'/></w:r>";
    String body =
        paragraph("一")
            + table(
                "<w:tr><w:tc><w:p>"
                    + range.formatted("3")
                    + run("12")
                    + "</w:p><w:p>"
                    + reference.formatted("3")
                    + "</w:p></w:tc></w:tr>")
            + "<w:p>"
            + reference.formatted("4")
            + "</w:p><w:p><w:del>"
            + reference.formatted("5")
            + "</w:del></w:p>";
    String comments =
        note("comment", "4", paragraph("乙"))
            + note("comment", "3", paragraph("应为15") + paragraph("李") + table())
            + note("comment", "5", paragraph("9"))
            + note("comment", "6", paragraph("9"));

    assertThat(
            read(
                of(body)
                    .related("c", "comments", "comments.xml")
                    .part("word/comments.xml", part("comments", comments))))
        .containsExactly(
            new Note(Note.Kind.COMMENT, null, address("p2"), "乙"),
            new Note(Note.Kind.COMMENT, null, address("t1.r1.c1.p1"), "应为15\n李"));
  }

  @Test
  void notes_at_the_foot_and_at_the_end_are_read_without_what_separates_them() {
    String body =
        "<w:p>"
            + run("12")
            + "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:endnoteReference w:id='2'/></w:r>"
            + "</w:p>";
    String separators =
        "<w:%1$s w:type='separator' w:id='0'><w:p><w:r><w:separator/></w:r></w:p></w:%1$s>"
            + "<w:%1$s w:type='continuationNotice' w:id='1'>%2$s</w:%1$s>";

    assertThat(
            read(
                of(body)
                    .related("f", "footnotes", "footnotes.xml")
                    .related("e", "endnotes", "endnotes.xml")
                    .part(
                        "word/footnotes.xml",
                        part(
                            "footnotes",
                            separators.formatted("footnote", paragraph("9"))
                                + note(
                                    "footnote",
                                    "2",
                                    "<w:p><w:r><w:footnoteRef/></w:r>" + run(" 含线上3") + "</w:p>")
                                + note("footnote", "3", paragraph("没人提到"))))
                    .part(
                        "word/endnotes.xml",
                        part(
                            "endnotes",
                            separators.formatted("endnote", paragraph("9"))
                                + note("endnote", "2", paragraph("末"))))))
        .containsExactly(
            new Note(Note.Kind.FOOTNOTE, null, address("p1"), "含线上3"),
            new Note(Note.Kind.FOOTNOTE, null, address("p1"), "末"));
  }

  private static String field(String code, String result) {
    return "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>"
        + code
        + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        + run(result)
        + "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
  }

  @Test
  void numbers_of_pages_are_none_of_the_margins() {
    String body =
        "<w:p><w:pPr><w:sectPr><w:headerReference r:id='h1' w:type='default'/></w:sectPr></w:pPr>"
            + run("一")
            + "</w:p><w:sectPr><w:headerReference r:id='h1'/><w:footerReference r:id='f1'/></w:sectPr>";
    String footer =
        "<w:p>"
            + run("第")
            + field(" PAGE ", "1")
            + run("页 共")
            + "<w:fldSimple w:instr='NUMPAGES  \\* Arabic'>"
            + run("2")
            + "</w:fldSimple>"
            + run("页 ")
            + field("DATE \\@ yyyy", "2023")
            + field("=1+1", "2")
            + "</w:p>";
    String header =
        "<w:p>"
            + run("<w:vanish/>", "9")
            + run("<w:color w:val='FFFFFF'/>", "8")
            + run("补报12篇")
            + "<w:r><w:pict><v:shape><v:textpath string='样稿7'/></v:shape></w:pict></w:r></w:p>";

    assertThat(
            read(
                of(body)
                    .related("h1", "header", "header1.xml")
                    .related("f1", "footer", "footer1.xml")
                    .related("f2", "footer", "footer2.xml")
                    .part("word/header1.xml", part("hdr", header))
                    .part("word/footer1.xml", part("ftr", footer))
                    .part("word/footer2.xml", part("ftr", paragraph("9")))))
        .containsExactly(
            new Note(Note.Kind.PAGE_MARGIN, null, null, "补报12篇\n样稿7"),
            new Note(Note.Kind.PAGE_MARGIN, null, null, "第页 共页 2"));
  }

  @Test
  void where_there_are_none_nothing_is_looked_for() {
    assertThat(read(ofParagraphs("一"))).isEmpty();
    assertThat(read(ofParagraphs("一").related("c", "comments", "comments.xml"))).isEmpty();
  }

  @Test
  void what_people_see_must_not_be_damaged() {
    assertRefused(
        reader.read(
            ofParagraphs("一")
                .related("c", "comments", "comments.xml")
                .part("word/comments.xml", "<w:comments")
                .bytes()),
        DAMAGED_FILE);
  }
}
