package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.support.CommandRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is chosen and ticked is counted by answer, and a return may hold nothing else. */
@Tag("slow")
class AnswersTest {

  private static final List<String> PRINTED = List.of("□有　□无", "□已开展　□未开展");

  @TempDir Path folder;

  @Test
  void answers_are_counted_each_and_named_with_their_units() throws Exception {
    form(folder.resolve("blank.xlsx"), "", PRINTED, null);
    Path returns = Files.createDirectory(folder.resolve("returns"));
    form(returns.resolve("1.xlsx"), "城桥镇", List.of("☑有　□无", "☑已开展　□未开展"), 12);
    form(returns.resolve("2.xlsx"), "堡镇", List.of("☑有　□无", "□已开展　☑未开展"), 3);
    form(returns.resolve("3.xlsx"), "庙镇", List.of("□有　☑无", "□已开展　√未开展"), null);
    form(returns.resolve("4.xlsx"), "新村乡", PRINTED, null);
    Files.writeString(folder.resolve("units.csv"), "id,name\nA,城桥镇\nB,堡镇\nC,庙镇\nD,新村乡\n");
    String template = folder.resolve("t.json").toString();
    Path out = folder.resolve("out");

    assertThat(
            CommandRun.of(
                    "schema", "infer", folder.resolve("blank.xlsx").toString(), "--out", template)
                .status())
        .isZero();
    CommandRun.of(
        "merge",
        returns.toString(),
        "--template",
        template,
        "--units",
        folder.resolve("units.csv").toString(),
        "--out",
        out.toString());

    try (var book = new XSSFWorkbook(Files.newInputStream(out.resolve("summary.xlsx")))) {
      var lines = new ArrayList<String>();
      for (Row row : book.getSheet("选项汇总")) {
        if (row.getRowNum() > 1) {
          lines.add(
              row.getCell(1) + "|" + row.getCell(2) + "|" + row.getCell(3) + "|" + row.getCell(4));
        }
      }
      assertThat(lines)
          .containsExactly(
              "应急预案|有|2.0|城桥镇；堡镇", "应急预案|无|1.0|庙镇", "应急演练|未开展|2.0|堡镇；庙镇", "应急演练|已开展|1.0|城桥镇");
    }
    assertThat(Files.readString(out.resolve("validation-report.json")))
        .containsOnlyOnce("\"empty-return\"");
  }

  private static void form(Path path, String unit, List<String> chosen, Integer number)
      throws IOException {
    try (var book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(path)) {
      var framed = book.createCellStyle();
      framed.setBorderTop(BorderStyle.THIN);
      framed.setBorderBottom(BorderStyle.THIN);
      framed.setBorderLeft(BorderStyle.THIN);
      framed.setBorderRight(BorderStyle.THIN);
      var sheet = book.createSheet("表");
      sheet.createRow(0).createCell(0).setCellValue("企业应急准备情况调查表");
      sheet.createRow(1).createCell(0).setCellValue("填报单位（盖章）：" + unit);
      String[][] rows = {
        {"项目", "是否落实"},
        {"应急预案", chosen.get(0)},
        {"应急演练", chosen.get(1)},
        {"物资数量（件）", null}
      };
      for (int i = 0; i < rows.length; i++) {
        var row = sheet.createRow(3 + i);
        for (int j = 0; j < 2; j++) {
          var cell = row.createCell(j);
          cell.setCellStyle(framed);
          if (rows[i][j] != null) {
            cell.setCellValue(rows[i][j]);
          } else if (number != null) {
            cell.setCellValue(number);
          }
        }
      }
      sheet.createRow(7).createCell(0).setCellValue("填表人：");
      sheet.getRow(7).createCell(1).setCellValue("联系电话：");
      book.write(out);
    }
  }
}
