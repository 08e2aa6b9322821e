package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollup.finding.Outcome;
import dev.rollup.match.FormMatcher;
import dev.rollup.match.Submission;
import dev.rollup.read.DocumentReader;
import dev.rollup.read.TemplateReader;
import dev.rollup.read.XlsReader;
import dev.rollup.read.XlsxReader;
import dev.rollup.support.OtherProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples, saved by another program in an older format, say the same. */
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
