package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Outcome;
import dev.rollup.match.FormMatcher;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.model.Document;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.word.DocReader;
import dev.rollup.read.word.DocxReader;
import dev.rollup.read.xls.XlsReader;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.rollup.Counters;
import dev.rollup.rollup.Origin;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Submission;
import dev.rollup.support.OtherProgram;
import dev.rollup.support.Values;
import dev.rollup.template.Template;
import dev.rollup.write.Forms;
import dev.rollup.write.form.ReturnDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples, saved by another program in an older format, say the same. */
@Tag("slow")
class SavedByLibreOfficeTest {

  @TempDir Path folder;

  @Test
  void every_sample_reads_the_same_as_xls() throws Exception {
    assumeTrue(OtherProgram.run("soffice", "--version") == 0, "LibreOffice is not here");
    var matcher = new FormMatcher(TemplateReader.read(TemplateReader.DEFAULT_ID));
    List<Path> samples = samples();
    assertThat(samples).hasSizeGreaterThan(15);
    var copies = new ArrayList<Path>();
    for (int i = 0; i < samples.size(); i++) {
      copies.add(Files.copy(samples.get(i), folder.resolve(i + ".xlsx")));
    }
    Path saved = folder.resolve("saved");
    assertThat(OtherProgram.convert("xls", saved, copies.toArray(Path[]::new))).isZero();

    for (int i = 0; i < samples.size(); i++) {
      var expected = form(matcher, new XlsxReader(), samples.get(i));
      var actual = form(matcher, new XlsReader(), saved.resolve(i + ".xls"));
      assertThat(actual).as(samples.get(i).toString()).isEqualTo(expected);
    }
  }

  @Test
  void a_roll_up_keeps_what_it_carries() throws Exception {
    assumeTrue(OtherProgram.run("soffice", "--version") == 0, "LibreOffice is not here");
    Template template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    var carried =
        new RollUpContents(
            Map.of("1.1.1", new RollUpContents.Total(BigDecimal.valueOf(7), new Counters(3, 2, 1))),
            List.of(
                new RollUpContents.Row(
                    "7.1", new Origin("T01", "城桥镇"), List.of("讲座<1>", "2", "30"))));
    Map<String, Object> values = Map.of("f_1_1_1", 7L);
    var messages = new Messages(Language.ZH);
    Path book = folder.resolve("return.xlsx");
    Path text = folder.resolve("return.docx");
    Files.write(book, Forms.returnWorkbook(template, Values.of(values), carried));
    Files.write(text, ReturnDocument.of(template, Values.of(values), carried, messages));
    Path saved = folder.resolve("saved");
    assertThat(OtherProgram.convert("xlsx", saved, book)).isZero();
    assertThat(OtherProgram.convert("docx", saved, text)).isZero();

    var matcher = new FormMatcher(template);
    for (var file :
        List.of(book, text, saved.resolve("return.xlsx"), saved.resolve("return.docx"))) {
      DocumentReader reader =
          file.toString().endsWith(".xlsx") ? new XlsxReader() : new DocxReader();
      Outcome<Submission> form = form(matcher, reader, file);
      assertThat(form.value().orElseThrow().carried()).as(file.toString()).isEqualTo(carried);
      assertThat(form.findings()).as(file.toString()).isEmpty();
    }
  }

  @Test
  void a_text_that_ends_with_its_table_is_no_damaged_file() throws Exception {
    assumeTrue(OtherProgram.run("soffice", "--version") == 0, "LibreOffice is not here");
    Path text = folder.resolve("table.docx");
    try (var document = new XWPFDocument();
        var out = Files.newOutputStream(text)) {
      document.createFooter(HeaderFooterType.DEFAULT).createParagraph().createRun().setText("页脚");
      document.createParagraph().createRun().setText("表");
      document.createTable(2, 5).getRow(1).getCell(4).setText("160");
      document.write(out);
    }
    Path saved = folder.resolve("saved");
    assertThat(OtherProgram.convert("doc", saved, text)).isZero();
    Outcome<Document> read = new DocReader().read(Files.readAllBytes(saved.resolve("table.doc")));
    assertThat(read.findings()).isEmpty();
    assertThat(read.value().orElseThrow().grids().get(0).cells())
        .extracting(placed -> placed.cell().raw())
        .contains("160");
  }

  private static List<Path> samples() throws Exception {
    try (var walk = Files.walk(Path.of("samples/submissions"))) {
      return walk.filter(file -> file.toString().endsWith(".xlsx"))
          .filter(SavedByLibreOfficeTest::isWhole)
          .sorted()
          .toList();
    }
  }

  private static boolean isWhole(Path file) {
    try {
      return new XlsxReader().read(Files.readAllBytes(file)).value().isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome<Submission> form(FormMatcher matcher, DocumentReader reader, Path file)
      throws Exception {
    return reader
        .read(Files.readAllBytes(file))
        .value()
        .map(form -> matcher.match(form).get(0))
        .orElseGet(() -> Outcome.none());
  }
}
