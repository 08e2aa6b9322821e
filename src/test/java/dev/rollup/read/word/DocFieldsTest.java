package dev.rollup.read.word;

import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.Paragraphs.lines;
import static dev.rollup.support.HandMadeText.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollup.support.HandMadeText;
import dev.rollup.support.OtherProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a .doc shows where no text of it says so. {@code fields.doc} is the text that stands here as
 * .docx, saved by LibreOffice.
 */
class DocFieldsTest {

  private static final String ENTRIES = "<w:listEntry w:val='100'/><w:listEntry w:val='300'/>";

  private static String field(String data, String code, String result) {
    return "<w:r><w:fldChar w:fldCharType='begin'>"
        + (data.isEmpty()
            ? ""
            : "<w:ffData><w:name w:val='T1'/><w:enabled/>" + data + "</w:ffData>")
        + "</w:fldChar></w:r><w:r><w:instrText xml:space='preserve'> "
        + code
        + " </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        + (result.isEmpty() ? "" : run(result))
        + "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
  }

  private static HandMadeText text() {
    var body = new StringBuilder();
    for (String field :
        List.of(
            field("<w:ddList><w:result w:val='1'/>" + ENTRIES + "</w:ddList>", "FORMDROPDOWN", ""),
            field("<w:ddList>" + ENTRIES + "</w:ddList>", "FORMDROPDOWN", ""),
            field("<w:checkBox><w:checked/></w:checkBox>", "FORMCHECKBOX", ""),
            field("<w:checkBox><w:default w:val='0'/></w:checkBox>", "FORMCHECKBOX", ""),
            field("<w:textInput/>", "FORMTEXT", "12"))) {
      body.append("<w:p>" + run("(") + field + run(")场") + "</w:p>");
    }
    return HandMadeText.of(body.toString());
  }

  private static byte[] fields() throws IOException {
    return DocReaderTest.file("fields.doc");
  }

  private static List<String> expected() {
    return lines(onlyGrid(clean(new DocxReader().read(text().bytes()))));
  }

  @Test
  void form_elements_show_what_they_show_in_a_docx() throws IOException {
    List<String> lines = lines(onlyGrid(clean(new DocReader().read(fields()))));

    assertThat(lines)
        .containsExactly("p1 (300)场", "p2 (100)场", "p3 (☑)场", "p4 (☐)场", "p5 (12)场")
        .isEqualTo(expected());
  }

  /** LibreOffice writes content controls as fields, and calls what is in them special. */
  @Test
  void what_stands_in_content_controls_is_text() throws IOException {
    assertThat(lines(onlyGrid(clean(new DocReader().read(DocReaderTest.file("controls.doc"))))))
        .containsExactly("p1 宣讲(15)场，参与(782)人次", "p2 培训(38)场");
  }

  @TempDir Path folder;

  @Tag("slow")
  @Test
  void so_they_do_when_they_are_saved_today() throws Exception {
    assumeTrue(OtherProgram.run("soffice", "--version") == 0, "LibreOffice is not here");
    Path text = folder.resolve("fields.docx");
    Files.write(text, text().bytes());
    assertThat(OtherProgram.convert("doc", folder.resolve("saved"), text)).isZero();
    byte[] saved = Files.readAllBytes(folder.resolve("saved/fields.doc"));

    assertThat(lines(onlyGrid(clean(new DocReader().read(saved))))).isEqualTo(expected());
  }

  @Test
  void a_choice_that_nothing_tells_shows_that_it_is_there() throws IOException {
    byte[] without =
        DocReaderTest.changed(
            fields(),
            main -> {},
            root -> {
              try {
                root.getEntryCaseInsensitive("Data").delete();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });

    assertThat(lines(onlyGrid(clean(new DocReader().read(without)))))
        .containsExactly(
            "p1 (\uFFFC)场", "p2 (\uFFFC)场", "p3 (\uFFFC)场", "p4 (\uFFFC)场", "p5 (12)场");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FORMDROPDOWN", "FORMCHECKBOX"})
  void a_choice_without_an_element_is_not_what_stands_in_the_text(String code) {
    String docx = "<w:p>" + run("(") + field("", code, "12") + run(")场") + "</w:p>";

    assertThat(lines(onlyGrid(clean(new DocxReader().read(HandMadeText.of(docx).bytes())))))
        .containsExactly("p1 (12\uFFFC)场");
  }
}
