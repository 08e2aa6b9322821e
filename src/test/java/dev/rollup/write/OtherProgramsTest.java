package dev.rollup.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollup.template.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs make of the blank: a unit fills it in with whatever it has. */
class OtherProgramsTest {

  private static final String FILL_BY_NAME =
      """
      import sys, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      names = book.defined_names
      items = names.definedName if hasattr(names, 'definedName') else names.values()
      for name in items:
          if name.name.startswith('f_'):
              sheet, cell = next(name.destinations)
              book[sheet][cell] = 12
      book.save(sys.argv[2])
      """;

  @TempDir Path folder;

  @Test
  void openpyxl_fills_it_in_by_name_and_keeps_the_names() throws Exception {
    assumeTrue(run("/usr/bin/python3", "-c", "import openpyxl") == 0, "openpyxl is not here");
    Path blank = blank();
    Path filled = folder.resolve("filled.xlsx");
    assertThat(run("/usr/bin/python3", "-c", FILL_BY_NAME, blank.toString(), filled.toString()))
        .isZero();
    try (XSSFWorkbook workbook = Forms.open(Files.readAllBytes(filled))) {
      assertThat(Forms.cell(workbook, "f_3_4_2").getNumericCellValue()).isEqualTo(12);
      assertThat(Forms.cell(workbook, "f_7_1_2_10").getNumericCellValue()).isEqualTo(12);
      assertThat(workbook.getName(Template.ID_PROPERTY).isHidden()).isTrue();
    }
  }

  @Test
  void libreoffice_keeps_the_names_and_prints_one_page() throws Exception {
    assumeTrue(run("soffice", "--version") == 0, "LibreOffice is not here");
    Path blank = blank();
    assertThat(convert(blank, "xlsx", folder.resolve("saved"))).isZero();
    byte[] saved = Files.readAllBytes(folder.resolve("saved/blank.xlsx"));
    try (XSSFWorkbook workbook = Forms.open(saved)) {
      assertThat(workbook.getName("f_7_1_3_10").getRefersToFormula()).endsWith("!$G$34");
      assertThat(workbook.getName(Template.ID_PROPERTY).getRefersToFormula())
          .isEqualTo("\"chongming-safety-month-2023\"");
      assertThat(
              workbook
                  .getProperties()
                  .getCustomProperties()
                  .getProperty(Template.VERSION_PROPERTY)
                  .getLpwstr())
          .isEqualTo("1");
    }
    assertThat(convert(blank, "pdf", folder)).isZero();
    String pdf = Files.readString(folder.resolve("blank.pdf"), StandardCharsets.ISO_8859_1);
    assertThat(pdf).containsPattern("/Type/Pages[^>]*/Count 1\\b");
  }

  private Path blank() throws IOException {
    return Files.write(
        folder.resolve("blank.xlsx"), BlankWorkbook.of(Forms.TEMPLATE, null, Forms.ZH));
  }

  private int convert(Path file, String format, Path to) throws Exception {
    return run(
        "soffice",
        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
        "--headless",
        "--convert-to",
        format,
        "--outdir",
        to.toString(),
        file.toString());
  }

  /** Returns the exit status; not zero where the program is missing. */
  private static int run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroy();
        return -1;
      }
      return process.exitValue();
    } catch (IOException e) {
      return -1;
    }
  }
}
