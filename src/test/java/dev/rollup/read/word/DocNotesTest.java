package dev.rollup.read.word;

import static dev.rollup.model.Addresses.address;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.support.HandMadeText.paragraph;
import static dev.rollup.support.HandMadeText.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Note;
import dev.rollup.support.HandMadeText;
import dev.rollup.support.OtherProgram;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands beside the text of a .doc. {@code notes.doc} is the text that stands here as .docx,
 * saved by LibreOffice.
 */
class DocNotesTest {

  /** Where the first block tells where the places of comments, and their texts, stand. */
  private static final int COMMENTS = 0x9A + 4 * 8;

  private static final int COMMENT_TEXTS = 0x9A + 5 * 8;

  private static final int STRETCH_STARTS = 0x9A + 42 * 8;
  private static final String TABLES = "1Table";

  private static String comment(int id, String... lines) {
    var content = new StringBuilder();
    for (String line : lines) {
      content.append(paragraph(line));
    }
    return "<w:comment w:id='%d' w:author='甲' w:initials='J' w:date='2023-06-28T10:00:00Z'>%s</w:comment>"
        .formatted(id, content);
  }

  private static String from(int id) {
    return "<w:commentRangeStart w:id='" + id + "'/>";
  }

  private static String to(int id) {
    return "<w:commentRangeEnd w:id='%1$d'/><w:r><w:commentReference w:id='%1$d'/></w:r>"
        .formatted(id);
  }

  private static String cell(String content) {
    return "<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/></w:tcPr>" + content + "</w:tc>";
  }

  private static HandMadeText text() {
    String note =
        "<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r>"
            + run("含线上3")
            + "</w:p></w:footnote>";
    String body =
        paragraph("一")
            + "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='2000'/></w:tblGrid>"
            + "<w:tr>"
            + cell("<w:p>" + run("12") + "</w:p>")
            + cell("<w:p>" + from(0) + run("35") + to(0) + run("场") + "</w:p>" + paragraph("二"))
            + "</w:tr></w:tbl>"
            + "<w:p>"
            + run("前")
            + from(1)
            + run("7")
            + to(1)
            + "</w:p><w:p>"
            + run("8")
            + "</w:p><w:p>"
            + run("9")
            + "<w:r><w:footnoteReference w:id='2'/></w:r></w:p><w:p>"
            + run("10")
            + "<w:r><w:commentReference w:id='2'/></w:r></w:p>";
    String namespace = " xmlns:w='" + HandMadeText.MAIN + "'";
    return HandMadeText.of(body)
        .related("c", "comments", "comments.xml")
        .related("f", "footnotes", "footnotes.xml")
        .part(
            "word/comments.xml",
            "<w:comments"
                + namespace
                + ">"
                + comment(0, "应为15", "李")
                + comment(1, "一段")
                + comment(2, "无段")
                + "</w:comments>")
        .part(
            "word/footnotes.xml",
            "<w:footnotes"
                + namespace
                + ">"
                + "<w:footnote w:type='separator' w:id='0'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
                + "<w:footnote w:type='continuationSeparator' w:id='1'><w:p/></w:footnote>"
                + note
                + "</w:footnotes>");
  }

  private static byte[] notes() throws IOException {
    return DocReaderTest.file("notes.doc");
  }

  private static List<Note> expected() {
    return clean(new DocxReader().read(text().bytes())).notes();
  }

  @Test
  void notes_have_the_places_that_they_have_in_a_docx() throws IOException {
    List<Note> notes = clean(new DocReader().read(notes())).notes();

    assertThat(notes)
        .containsExactly(
            new Note(Note.Kind.COMMENT, null, address("t1.r1.c2.p1"), "应为15\n李"),
            new Note(Note.Kind.COMMENT, null, address("p2"), "一段"),
            new Note(Note.Kind.COMMENT, null, address("p5"), "无段"),
            new Note(Note.Kind.FOOTNOTE, null, address("p4"), "含线上3"))
        .isEqualTo(expected());
  }

  @TempDir Path folder;

  @Tag("slow")
  @Test
  void so_they_have_when_they_are_saved_today() throws Exception {
    assumeTrue(OtherProgram.run("soffice", "--version") == 0, "LibreOffice is not here");
    Path text = folder.resolve("notes.docx");
    Files.write(text, text().bytes());
    assertThat(OtherProgram.convert("doc", folder.resolve("saved"), text)).isZero();
    byte[] saved = Files.readAllBytes(folder.resolve("saved/notes.doc"));

    assertThat(clean(new DocReader().read(saved)).notes()).isEqualTo(expected());
  }

  @Test
  void comments_that_nothing_leads_to_are_named_without_a_place() throws IOException {
    byte[] lost = DocReaderTest.changed(notes(), main -> clear(main, COMMENTS + 4), root -> {});

    assertThat(clean(new DocReader().read(lost)).notes())
        .filteredOn(note -> note.kind() == Note.Kind.COMMENT)
        .extracting(Note::place, Note::text)
        .containsExactly(
            tuple(null, "应为15"), tuple(null, "李"), tuple(null, "一段"), tuple(null, "无段"));
  }

  @Test
  void a_comment_hangs_on_the_first_paragraph_of_what_it_is_about() throws IOException {
    // LibreOffice tells of no stretch that goes on in another paragraph.
    byte[] longer =
        DocReaderTest.changed(
            notes(),
            main -> {},
            root -> {
              try (var in = root.createDocumentInputStream(TABLES)) {
                byte[] tables = in.readAllBytes();
                int starts = firstBlock(notes()).getInt(STRETCH_STARTS);
                assertThat(tables[starts]).as("before 35").isEqualTo((byte) 5);
                tables[starts] = 2;
                root.createOrUpdateDocument(TABLES, new ByteArrayInputStream(tables));
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });

    assertThat(clean(new DocReader().read(longer)).notes().get(0))
        .isEqualTo(new Note(Note.Kind.COMMENT, null, address("t1.r1.c1.p1"), "应为15\n李"));
  }

  private static ByteBuffer firstBlock(byte[] doc) throws IOException {
    try (var file = new POIFSFileSystem(new ByteArrayInputStream(doc));
        var in = file.getRoot().createDocumentInputStream("WordDocument")) {
      return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  @Test
  void tables_that_do_not_fit_are_damage() throws IOException {
    assertRefused(
        new DocReader()
            .read(
                DocReaderTest.changed(
                    notes(),
                    main -> {
                      clear(main, COMMENT_TEXTS + 4);
                      main[COMMENT_TEXTS + 4] = 4;
                    },
                    root -> {})),
        FindingCode.DAMAGED_FILE);
    assertRefused(
        new DocReader()
            .read(DocReaderTest.changed(notes(), main -> main[COMMENTS + 3] = 0x7F, root -> {})),
        FindingCode.DAMAGED_FILE);
  }

  private static void clear(byte[] bytes, int at) {
    for (int i = 0; i < Integer.BYTES; i++) {
      bytes[at + i] = 0;
    }
  }
}
