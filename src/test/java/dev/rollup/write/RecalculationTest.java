package dev.rollup.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollup.support.OtherProgram;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The live formulas of the summary come to the numbers that it shows. LibreOffice trusts the
 * results that stand in a file, so they are taken out first.
 */
@Tag("slow")
class RecalculationTest {

  @TempDir Path folder;

  @Test
  void libreoffice_calculates_what_the_summary_shows() throws Exception {
    assumeTrue(OtherProgram.run("soffice", "--version") == 0, "LibreOffice is not here");
    byte[] summary = SampleSummary.of(folder).bytes();

    Map<String, String> shown = results(summary);
    assertThat(shown).hasSizeGreaterThan(100);
    assertThat(results(saveAgain(edited(summary, "")))).isEqualTo(shown);
  }

  @Test
  void it_does_so_where_rows_of_lists_are_left_out() throws Exception {
    assumeTrue(OtherProgram.run("soffice", "--version") == 0, "LibreOffice is not here");
    byte[] summary = OneArithmeticTest.summary(SeededBatch.report(20230604));

    Map<String, String> shown = results(summary);
    assertThat(shown).hasSizeGreaterThan(100);
    assertThat(results(saveAgain(edited(summary, "")))).isEqualTo(shown);
  }

  @Test
  void a_wrong_formula_would_be_noticed() throws Exception {
    assumeTrue(OtherProgram.run("soffice", "--version") == 0, "LibreOffice is not here");
    byte[] summary = SampleSummary.of(folder).bytes();

    byte[] wrong = edited(summary, "SUM($E$14:$E$41)");
    assertThat(results(saveAgain(wrong))).isNotEqualTo(results(summary));
  }

  /** Takes the results out of all formulas and one unit out of a sum. */
  private static byte[] edited(byte[] workbook, String sum) throws IOException {
    var out = new ByteArrayOutputStream();
    boolean found = sum.isEmpty();
    try (var in = new ZipInputStream(new ByteArrayInputStream(workbook));
        var zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (entry.getName().startsWith("xl/worksheets/sheet")) {
          String xml = new String(content, StandardCharsets.UTF_8);
          found |= xml.contains(sum);
          content =
              xml.replaceAll("</f><v>[^<]*</v>", "</f>")
                  .replace(sum.isEmpty() ? "\0" : sum, "SUM($E$15:$E$41)")
                  .getBytes(StandardCharsets.UTF_8);
        }
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(content);
      }
    }
    assertThat(found).as("the formula to be spoilt is there").isTrue();
    return out.toByteArray();
  }

  /** Returns the result of every formula by sheet and cell. */
  private static Map<String, String> results(byte[] workbook) throws IOException {
    var results = new TreeMap<String, String>();
    try (XSSFWorkbook book = Forms.open(workbook)) {
      for (var sheet : book) {
        for (var row : sheet) {
          for (var cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              String at = sheet.getSheetName() + "!" + cell.getAddress();
              results.put(
                  at,
                  cell.getCachedFormulaResultType() == CellType.NUMERIC
                      ? String.valueOf(cell.getNumericCellValue())
                      : cell.getStringCellValue());
            }
          }
        }
      }
    }
    return results;
  }

  /** Has LibreOffice open a workbook and save it anew, and returns what it wrote. */
  private byte[] saveAgain(byte[] workbook) throws Exception {
    Path file = Files.write(folder.resolve("book.xlsx"), workbook);
    Path saved = folder.resolve("saved");
    assertThat(OtherProgram.convert("xlsx", saved, file)).isZero();
    return Files.readAllBytes(saved.resolve("book.xlsx"));
  }
}
