package dev.rollup.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.support.CommandRun;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sign that somebody left in the last cell of a sheet says nothing, and hides nothing. */
@Tag("slow")
class LastRowTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "submissions/城桥镇.xlsx, false",
    "submissions/港沿.xlsx, false",
    "submissions/附件：统计表(1)最终版.xlsx, false",
    "investment/submissions/三星镇.xlsx, true",
    "investment/submissions/堡镇.xls, true",
  })
  void says_what_it_said_without_it(String sample, boolean bound) throws Exception {
    Path samples = Path.of("samples").toAbsolutePath();
    Path original = samples.resolve(sample);
    Path marked = folder.resolve(original.getFileName());
    try (Workbook book = WorkbookFactory.create(Files.newInputStream(original));
        OutputStream out = Files.newOutputStream(marked)) {
      var last = book.getSpreadsheetVersion();
      book.getSheetAt(0).createRow(last.getLastRowIndex()).createCell(0).setCellValue(".");
      book.getSheetAt(0)
          .getRow(last.getLastRowIndex())
          .createCell(last.getLastColumnIndex())
          .setCellValue("。");
      book.write(out);
    }
    List<String> template =
        bound
            ? List.of("--template", samples.resolve("investment/blank.xlsx").toString())
            : List.of();

    assertThat(validate(marked, template)).isEqualTo(validate(original, template));
  }

  private static CommandRun validate(Path file, List<String> template) {
    var args = new ArrayList<>(List.of("validate", file.toString()));
    args.addAll(template);
    return CommandRun.of(args.toArray(String[]::new));
  }
}
