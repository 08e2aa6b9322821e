package dev.rollup.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.support.CommandRun;
import dev.rollup.support.DrawnForm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a form says of its own numbers is held against each return, through the command line: sums
 * of parts, of the rows of a list, rates.
 */
@Tag("slow")
class BrokenRelationsTest {

  private static final List<String> FORM =
      List.of(
          "T ______镇隐患整改统计表",
          "| 项目 | 查出隐患（处） | 已整改（处） | 整改率（%） |",
          "| 工矿 | | | |",
          "| 交通 | | | |",
          "| 合计 | | | |");
  private static final List<String> LIST =
      List.of(
          "T ______镇重大隐患清单",
          "| 序号 | 企业名称 | 投入资金（万元） |",
          "| 1 | | |",
          "| 2 | | |",
          "| 3 | | |",
          "| 合计 | < | |");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // As it should be; nothing in the totals; a rate cut off or rounded.
        "B3=8 B4=2 B5=10 C3=4 C4=1 C5=5 D3=50 D4=50 D5=50, -, 13 4 0",
        "B3=8 B4=2 C3=4 C4=1 D3=50, -, 13 4 0",
        "B3=3 C3=2 D3=66.6, -, 6 4 0",
        "B3=3 C3=2 D3=66.67, -, 6 4 0",
        // A total that is not the sum of its parts, one without parts, one without a part.
        "B3=8 B4=2 B5=11, sum-1.3.1 B5, 13 4 0",
        "B5=11, sum-1.3.1 B5, 3 3 1",
        "B3=8 B5=11, sum-1.3.1 B5, 11 4 0",
        "B3=3 C3=2 D3=60, ratio-1.1.3 D3, 6 4 0",
      })
  void of_a_matrix(String answers, String broken, String total) throws Exception {
    judged(FORM, "B3=1 B5=1 C3=1 D3=100", answers, broken, "1.3.1", total);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "B3=甲 C3=1.5 B4=乙 C4=2 C6=3.5, -, 6.5 4 0",
        "B3=甲 C3=1.5, -, 4.5 4 0",
        "B3=甲 C3=1.5 B4=乙 C4=2 C6=4, rows-2.1.1 C6, 6.5 4 0",
        "C6=4, rows-2.1.1 C6, 3 3 1",
      })
  void of_a_list(String answers, String broken, String total) throws Exception {
    judged(LIST, "B3=丁 C3=1 C6=1", answers, broken, "2.1.1", total);
  }

  private void judged(
      List<String> form,
      String others,
      String answers,
      String broken,
      String field,
      String expected)
      throws Exception {
    byte[] blank = new DrawnForm(form).xlsx();
    Files.write(folder.resolve("blank.xlsx"), blank);
    Path returns = Files.createDirectories(folder.resolve("in"));
    Files.write(returns.resolve("甲镇.xlsx"), filled(blank, "A1=甲镇隐患统计表 " + answers));
    // What the words of a form only suggest, the returns must bear out.
    for (var name : List.of("乙镇", "丙镇", "丁镇")) {
      String right = "A1=" + name + "隐患统计表 " + others;
      Files.write(returns.resolve(name + ".xlsx"), filled(blank, right));
    }
    Files.writeString(folder.resolve("units.csv"), "id,name\n1,甲镇\n2,乙镇\n3,丙镇\n4,丁镇\n");

    merge(returns);

    JsonNode report =
        new ObjectMapper().readTree(folder.resolve("out/validation-report.json").toFile());
    var found = new ArrayList<String>();
    for (var file : report.get("files")) {
      for (var finding : file.get("findings")) {
        if (finding.get("code").asText().equals("rule-violated")) {
          assertThat(file.get("path").asText()).isEqualTo("甲镇.xlsx");
          found.add(finding.get("rule").asText() + " " + finding.get("cell").asText());
        }
      }
    }
    assertThat(String.join(", ", found)).isEqualTo(broken == null ? "" : broken);
    JsonNode total = report.get("totals").get(field);
    String value = total.get("value").isNull() ? "-" : total.get("value").asText();
    assertThat(value + " " + total.get("counted") + " " + total.get("excluded"))
        .isEqualTo(expected);
  }

  private static byte[] filled(byte[] blank, String answers) throws Exception {
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(blank));
        var bytes = new ByteArrayOutputStream()) {
      for (var answer : answers.split(" ")) {
        String[] parts = answer.split("=");
        var at = new CellReference(parts[0]);
        Cell cell =
            book.getSheetAt(0)
                .getRow(at.getRow())
                .getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        if (parts[1].matches("[0-9.]+")) {
          cell.setCellValue(Double.parseDouble(parts[1]));
        } else {
          cell.setCellValue(parts[1]);
        }
      }
      book.write(bytes);
      return bytes.toByteArray();
    }
  }

  private void merge(Path returns) {
    CommandRun.at(
        "2024-02-01T00:00:00Z",
        "merge",
        returns.toString(),
        "--template",
        folder.resolve("blank.xlsx").toString(),
        "--units",
        folder.resolve("units.csv").toString(),
        "--out",
        folder.resolve("out").toString());
  }
}
