package dev.rollup.read.word;

import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.onlyGrid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rollup.filetype.FileType;
import dev.rollup.read.Paragraphs;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.support.HandMadeText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs the readers of texts over real and hostile files and compares them with POI. */
@Tag("slow")
@Isolated("what it waits for is a time of its own, not that of its neighbours")
class WordOracleTest {

  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Path SHARED = Path.of("../shared");

  private static byte[] form(String ending) throws IOException {
    Path form = SHARED.resolve("form/blank-form." + ending);
    assumeThat(form).as("the issued form").exists();
    return Files.readAllBytes(form);
  }

  @Test
  void the_issued_form_is_the_same_in_both_formats() throws IOException {
    var docx = onlyGrid(clean(new DocxReader().read(form("docx"))));
    var doc = onlyGrid(clean(new DocReader().read(form("doc"))));

    var lines = Paragraphs.lines(docx);
    assertThat(Paragraphs.lines(doc)).isEqualTo(lines);
    assertThat(Paragraphs.columns(doc)).isEqualTo(Paragraphs.columns(docx));
    assertThat(lines).filteredOn(line -> line.startsWith("p")).hasSize(2);
    var rows = new TreeSet<String>();
    for (String line : lines.subList(2, lines.size())) {
      rows.add(line.replaceFirst("^(t1\\.r\\d)\\.c[12]\\.p\\d .*", "$1"));
    }
    assertThat(rows)
        .containsExactly("t1.r1", "t1.r2", "t1.r3", "t1.r4", "t1.r5", "t1.r6", "t1.r7", "t1.r8");
  }

  @Test
  void a_filled_form_is_the_same_as_poi_sees_it() throws IOException {
    byte[] doc = DocReaderTest.file("filled-form.doc");
    var texts = texts(Paragraphs.lines(onlyGrid(clean(new DocReader().read(doc)))));

    try (var extractor = new WordExtractor(new ByteArrayInputStream(doc))) {
      var seen = new ArrayList<String>();
      for (String paragraph : extractor.getParagraphText()) {
        // What ends rows is a paragraph to POI.
        if (!paragraph.equals("\u0007") && !paragraph.equals("\u0007\r\n")) {
          seen.add(paragraph.replaceAll("[\u0007\r\n]+$", ""));
        }
      }
      assertThat(texts).isEqualTo(seen);
    }
  }

  @TestFactory
  Stream<DynamicTest> every_file_has_an_outcome_in_time() throws IOException {
    return files("").map(file -> DynamicTest.dynamicTest(name(file), () -> readInTime(file)));
  }

  private static void readInTime(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    for (DocumentReader reader : List.of(new DocxReader(), new DocReader())) {
      long start = System.nanoTime();
      var outcome = reader.read(content);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
      assertThat(outcome.findings())
          .as("a refusal has one reason")
          .hasSizeBetween(outcome.value().isPresent() ? 0 : 1, 1);
    }
  }

  @TestFactory
  Stream<DynamicTest> plain_texts_are_as_poi_sees_them() throws IOException {
    var poi = files(".docx").filter(WordOracleTest::isPlain);
    return poi.map(
        file -> DynamicTest.dynamicTest(name(file), () -> compare(Files.readAllBytes(file))));
  }

  @Test
  void hand_made_texts_and_the_form_are_as_poi_sees_them() throws IOException {
    compare(
        HandMadeText.of(
                HandMadeText.paragraph("一 ")
                    + "<w:p/>"
                    + HandMadeText.table(HandMadeText.row("甲", "12"), HandMadeText.row("", "（  ）场"))
                    + HandMadeText.paragraph("末"))
            .bytes());
    compare(form("docx"));
  }

  /** Tells whether both see a text at all; what POI alone takes is none of a form's business. */
  private static boolean isPlain(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      return FileType.of(content) == FileType.DOCX
          && new DocxReader().read(content).value().isPresent();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void compare(byte[] content) throws IOException {
    var texts = texts(Paragraphs.lines(onlyGrid(clean(new DocxReader().read(content)))));
    try (var document = new XWPFDocument(new ByteArrayInputStream(content))) {
      var seen = new ArrayList<String>();
      addTexts(document.getBodyElements(), seen);
      assertThat(texts).isEqualTo(seen.isEmpty() ? List.of("") : seen);
    }
  }

  private static void addTexts(List<IBodyElement> elements, List<String> texts) {
    for (var element : elements) {
      if (element instanceof XWPFParagraph paragraph) {
        texts.add(paragraph.getText());
      } else if (element instanceof XWPFTable table) {
        table
            .getRows()
            .forEach(
                row ->
                    row.getTableCells().forEach(cell -> addTexts(cell.getBodyElements(), texts)));
      }
    }
  }

  private static List<String> texts(List<String> lines) {
    return lines.stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList();
  }

  private static Stream<Path> files(String ending) throws IOException {
    Path corpora = SHARED.resolve("corpora");
    assumeThat(corpora).as("the corpora").exists();
    try (var walk = Files.walk(corpora)) {
      return walk
          .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static String name(Path file) {
    return SHARED.relativize(file).toString();
  }
}
