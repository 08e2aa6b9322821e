package dev.rollup.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollup.support.OtherProgram;
import dev.rollup.template.Template;
import dev.rollup.write.form.BlankWorkbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs make of the blank: a unit fills it in with whatever it has. */
@Tag("slow")
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
    assumeTrue(
        OtherProgram.run("/usr/bin/python3", "-c", "import openpyxl") == 0, "openpyxl is not here");
    Path blank = blank();
    Path filled = folder.resolve("filled.xlsx");
    assertThat(
            OtherProgram.run(
                "/usr/bin/python3", "-c", FILL_BY_NAME, blank.toString(), filled.toString()))
        .isZero();
    try (XSSFWorkbook workbook = Forms.open(Files.readAllBytes(filled))) {
      assertThat(Forms.cell(workbook, "f_3_4_2").getNumericCellValue()).isEqualTo(12);
      assertThat(Forms.cell(workbook, "f_7_1_2_10").getNumericCellValue()).isEqualTo(12);
      assertThat(workbook.getName(Template.ID_PROPERTY).isHidden()).isTrue();
    }
  }

  @Test
  void libreoffice_keeps_the_names_and_prints_one_page() throws Exception {
    assumeTrue(OtherProgram.run("soffice", "--version") == 0, "LibreOffice is not here");
    Path blank = blank();
    assertThat(OtherProgram.convert("xlsx", folder.resolve("saved"), blank)).isZero();
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
    assertThat(OtherProgram.convert("pdf", folder, blank)).isZero();
    String pdf = Files.readString(folder.resolve("blank.pdf"), StandardCharsets.ISO_8859_1);
    assertThat(pdf).containsPattern("/Type/Pages[^>]*/Count 1\\b");
  }

  private Path blank() throws IOException {
    return Files.write(
        folder.resolve("blank.xlsx"), BlankWorkbook.of(Forms.TEMPLATE, null, Forms.ZH));
  }
}
