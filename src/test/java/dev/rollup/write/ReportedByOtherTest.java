package dev.rollup.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.support.CommandRun;
import dev.rollup.support.FilledBlank;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where another unit reports for one, everything that must add up still does. */
@Tag("slow")
class ReportedByOtherTest {

  private static final int UNITS = 4;

  @TempDir Path folder;
  private Path out;
  private String printed;

  @BeforeEach
  void merge() throws Exception {
    out = folder.resolve("out");
    Path in = Files.createDirectories(folder.resolve("in"));
    Map<String, String> typed =
        Map.of("h_unit", "教育局", "h_date", "2023-06-20", "f_1_1_1", "5", "f_1_1_2", "约200");
    Files.write(in.resolve("教育局.xlsx"), FilledBlank.with(typed, workbook -> {}));
    Files.write(
        in.resolve("体育局.xlsx"),
        FilledBlank.with(Map.of("h_unit", "体育局", "f_1_1_1", "3"), workbook -> {}));
    Files.writeString(
        folder.resolve("units.csv"), "id,name,group\nA,教育局,部门\nB,体育局,部门\nC,中学,学校\nD,小学,学校\n");
    Files.writeString(folder.resolve("ledger.csv"), "单位,收到时间,代报单位\n体育局,,教育局\n中学,,体育局\n");
    CommandRun run =
        CommandRun.of(
            "merge",
            in.toString(),
            "--units",
            folder.resolve("units.csv").toString(),
            "--received",
            folder.resolve("ledger.csv").toString(),
            "--out",
            out.toString());
    assertThat(run.status()).isEqualTo(1);
    printed = run.said() + run.told();
  }

  @Test
  void counted_blank_excluded_and_not_reported_make_up_the_roster() throws Exception {
    JsonNode report = new ObjectMapper().readTree(out.resolve("validation-report.json").toFile());
    JsonNode reporting = report.get("reporting");
    assertThat(reporting.get("expected").asInt()).isEqualTo(UNITS);
    assertThat(reporting.get("actual").asInt()).isEqualTo(3);
    assertThat(reporting.get("onTime").asInt()).isEqualTo(3);
    assertThat(reporting.get("missing").asInt()).isEqualTo(1);
    for (var total : report.get("totals").properties()) {
      JsonNode tally = total.getValue();
      if (!total.getKey().startsWith("7.")) {
        assertThat(
                tally.get("counted").asInt()
                    + tally.get("blank").asInt()
                    + tally.get("excluded").asInt())
            .as(total.getKey())
            .isEqualTo(reporting.get("actual").asInt());
      }
    }
    assertThat(report.get("totals").get("1.1.1").get("value").asInt()).isEqualTo(5);
  }

  @Test
  void the_sheets_say_the_same() throws Exception {
    var words = new DataFormatter();
    try (var book = new XSSFWorkbook(Files.newInputStream(out.resolve("summary.xlsx")))) {
      Sheet units = book.getSheet("分单位");
      Map<String, Row> rows = new HashMap<>();
      units.forEach(row -> rows.put(words.formatCellValue(row.getCell(1)), row));
      for (int c = 4; c < 10; c++) {
        double all = 0;
        for (var counter : new String[] {"填报单位数", "空白", "未计入"}) {
          all += rows.get(counter).getCell(c).getNumericCellValue();
        }
        assertThat(all).as("column " + c).isEqualTo(3);
      }
      assertThat(words.formatCellValue(rows.get("体育局").getCell(3))).isEqualTo("已报");
      Sheet reporting = book.getSheet("报送情况");
      assertThat(reporting)
          .anySatisfy(
              row -> {
                assertThat(words.formatCellValue(row.getCell(1))).isEqualTo("中学");
                assertThat(words.formatCellValue(row.getCell(6))).isEqualTo("按时");
                assertThat(words.formatCellValue(row.getCell(15))).contains("“中学”由“教育局”代报");
              });
    }
  }

  @Test
  void nobody_chases_the_unit() {
    assertThat(printed).contains("未报（1家）：小学\n");
  }
}
