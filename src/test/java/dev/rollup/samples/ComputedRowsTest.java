package dev.rollup.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.support.CommandRun;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.RegionUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list whose last column the form computes itself, also in the rows that nobody filled in. */
@Tag("slow")
class ComputedRowsTest {

  private static final int FIRST = 2;
  private static final int ROWS = 6;

  @TempDir Path folder;

  /** What a program leaves behind in rows that are filled in, and in those that are not. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'IF(B#=\"\",\"\",C#*D#)', 20, '', -, 40 2 0",
        "C#*D#, 20, 0, -, 40 2 0",
        "C#*D#, 20, -, -, 40 2 0",
        "C#*D#, 20, #VALUE!, -, 40 2 0",
        "C#*D#, 0, #N/A, formula-without-value E3 formula-without-value E4, - 0 2",
        "C#*D#, -, -, formula-without-value E3 formula-without-value E4, - 0 2",
        "C#*D#, #VALUE!, 0, error-value E3 error-value E4, - 0 2",
      })
  void a_row_is_what_somebody_filled_in(
      String formula, String filled, String open, String findings, String total) throws Exception {
    Files.write(folder.resolve("blank.xlsx"), book(formula, 0, "", open));
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.write(in.resolve("甲.xlsx"), book(formula, 2, filled, open));

    merge(in);

    JsonNode report =
        new ObjectMapper().readTree(folder.resolve("out/validation-report.json").toFile());
    var found = new ArrayList<String>();
    for (var finding : report.get("files").get(0).get("findings")) {
      found.add(finding.get("code").asText() + " " + finding.get("cell").asText());
    }
    assertThat(String.join(" ", found)).isEqualTo(findings == null ? "" : findings);
    assertThat(report.get("lists").get("1.1")).hasSize(2);
    JsonNode money = report.get("totals").get("1.1.4");
    String value = money.get("value").isNull() ? "-" : money.get("value").asText();
    assertThat(value + " " + money.get("counted") + " " + money.get("excluded")).isEqualTo(total);
  }

  private static byte[] book(String formula, int rows, String filled, String open)
      throws Exception {
    try (var book = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var sheet = book.createSheet("表");
      sheet.createRow(0).createCell(0).setCellValue(rows == 0 ? "______镇物资登记表" : "甲镇物资登记表");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
      var head = sheet.createRow(1);
      String[] words = {"序号", "物资名称", "数量（件）", "单价（元）", "金额（元）"};
      for (int column = 0; column < words.length; column++) {
        head.createCell(column).setCellValue(words[column]);
      }
      for (int i = 0; i < ROWS; i++) {
        var row = sheet.createRow(FIRST + i);
        row.createCell(0).setCellValue(i + 1);
        if (i < rows) {
          row.createCell(1).setCellValue("口罩" + i);
          row.createCell(2).setCellValue(10);
          row.createCell(3).setCellValue(2);
        }
        Cell computed = row.createCell(4);
        computed.setCellFormula(formula.replace("#", String.valueOf(FIRST + i + 1)));
        cache(computed, i < rows ? filled : open);
      }
      for (int row = 1; row < FIRST + ROWS; row++) {
        for (int column = 0; column < words.length; column++) {
          var one = new CellRangeAddress(row, row, column, column);
          RegionUtil.setBorderTop(BorderStyle.THIN, one, sheet);
          RegionUtil.setBorderBottom(BorderStyle.THIN, one, sheet);
          RegionUtil.setBorderLeft(BorderStyle.THIN, one, sheet);
          RegionUtil.setBorderRight(BorderStyle.THIN, one, sheet);
        }
      }
      book.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void cache(Cell cell, String value) {
    if (value == null) {
      return;
    }
    if (value.startsWith("#")) {
      cell.setCellErrorValue(FormulaError.forString(value).getCode());
    } else if (value.isEmpty()) {
      cell.setCellValue("");
    } else {
      cell.setCellValue(Double.parseDouble(value));
    }
  }

  private void merge(Path returns) {
    CommandRun.at(
        "2024-02-01T00:00:00Z",
        "merge",
        returns.toString(),
        "--template",
        folder.resolve("blank.xlsx").toString(),
        "--out",
        folder.resolve("out").toString());
  }
}
