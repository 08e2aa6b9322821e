package dev.rollup.support.xlsb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollup.model.Cell;
import dev.rollup.read.Outcomes;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.OtherProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tests write is a binary workbook to somebody else, too. */
@Tag("slow")
class SavedAsXlsbTest {

  @TempDir Path folder;

  @Test
  void libreoffice_sees_the_same_in_both_encodings() throws Exception {
    assumeTrue(OtherProgram.run("soffice", "--version") == 0, "LibreOffice is not here");
    byte[] workbook =
        FilledBlank.with(
            Map.of("h_unit", "城桥镇", "f_1_1_1", "12", "f_1_1_2", "=10*20", "f_1_2_1", "约2"));
    Path saved = Files.write(folder.resolve("a.xlsb"), SavedAsXlsb.of(workbook));

    assertThat(OtherProgram.convert("xlsx", folder.resolve("out"), saved)).isZero();

    byte[] seen = Files.readAllBytes(folder.resolve("out/a.xlsx"));
    assertThat(values(seen)).isNotEmpty().isEqualTo(values(workbook));
  }

  private static Map<String, String> values(byte[] workbook) {
    var document = new XlsxReader().read(workbook).value().orElseThrow();
    Map<String, String> values = new TreeMap<>();
    Outcomes.cells(document.grids().get(0))
        .forEach(
            (place, cell) -> {
              boolean empty = cell instanceof Cell.Text text && text.value().isEmpty();
              if (!empty) {
                values.put(place, cell.raw());
              }
            });
    return values;
  }
}
