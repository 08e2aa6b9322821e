package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.support.CommandRun;
import dev.rollup.support.FilledBlank;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals beside those of other periods. */
@Tag("slow")
class OtherPeriodsTest {

  @TempDir Path folder;
  private String said;
  private String told;

  @ParameterizedTest
  @ValueSource(strings = {"", "/validation-report.json", "/return.xlsx", "/return.docx"})
  void stand_beside_those_of_this_run(String file) throws Exception {
    period("5月", Map.of("甲镇", "4", "乙镇", "6"), "0");
    period("6月", Map.of("甲镇", "5"), "", "--compare", folder.resolve("5月/out") + file + "=上期");

    try (InputStream in = Files.newInputStream(folder.resolve("6月/out/summary.xlsx"));
        var book = new XSSFWorkbook(in)) {
      Sheet sheet = book.getSheet("对比");
      assertThat(row(sheet, 2)).containsExactly("项目", "内容", "计量单位", "本期", "上期", "增减", "增减%");
      boolean report = !file.startsWith("/return");
      assertThat(row(sheet, 3)).containsExactly("报送单位数", "", "", "1", report ? "2" : "", "", "");
      // 3.2.1 went down from 10 to 5, and 1.1.1 was 0: no part of nothing.
      assertThat(line(sheet, "报道企业主要负责人")).containsExactly("次", "5", "10", "-5", "-50.0%");
      assertThat(line(sheet, "宣讲活动的场次")).containsExactly("场", "7", "0", "7", "");
      assertThat(book.getSheet("分单位对比") != null).isEqualTo(report);
      // Beside the form, out of what is printed: two blanks of one row stand in one cell.
      Sheet totals = book.getSheet("汇总表");
      assertThat(beside(totals, 2)).containsExactly("上期");
      assertThat(beside(totals, 3)).containsExactly("该期", "增减", "增减%");
      assertThat(beside(totals, 4)).containsExactly("0 / 0", "7 / 70", "– / –");
      assertThat(beside(totals, 10)).containsExactly("10", "-5", "-50.0%");
    }
  }

  /** The level above adds the form up, and nothing that stands beside it. */
  @Test
  void are_no_part_of_what_goes_up() throws Exception {
    period("5月", Map.of("甲镇", "4", "乙镇", "6"), "0");
    period("6月", Map.of("甲镇", "5"), "", "--compare", folder.resolve("5月/out") + "=上期");
    Path up = Files.createDirectories(folder.resolve("up"));
    Files.copy(folder.resolve("6月/out/summary.xlsx"), up.resolve("示例区.xlsx"));

    assertThat(run("validate", up.toString())).as(said + told).isZero();
    assertThat(said).doesNotContain("[");
  }

  @Test
  void units_are_compared_where_what_they_counted_is_as_it_was_written() throws Exception {
    Files.writeString(folder.resolve("units.csv"), "id,name,aliases\n1,甲镇,甲地镇\n2,乙镇,\n3,丙镇,\n");
    String units = folder.resolve("units.csv").toString();
    period("5月", Map.of("甲地镇", "4", "乙镇", "6"), "30");
    String compared = folder.resolve("5月/out") + "=上期";
    period("6月", Map.of("甲镇", "5", "丙镇", "1"), "", "--compare", compared, "--units", units);

    try (InputStream in = Files.newInputStream(folder.resolve("6月/out/summary.xlsx"));
        var book = new XSSFWorkbook(in)) {
      Sheet sheet = book.getSheet("分单位对比");
      assertThat(row(sheet, 2)).containsExactly("单位名称", "计量单位", "本期", "上期", "增减", "增减%");
      assertThat(row(sheet, 3)).containsExactly("甲镇", "人次", "70", "30", "40", "+133.3%");
      assertThat(row(sheet, 4)).containsExactly("乙镇", "人次", "", "30", "", "");
      assertThat(row(sheet, 5)).containsExactly("丙镇", "人次", "70", "", "", "");
    }

    Path counts = folder.resolve("5月/out/counts.csv");
    Files.writeString(counts, Files.readString(counts).replace("30", "31"));
    period("6月", Map.of("甲镇", "5", "丙镇", "1"), "", "--compare", compared, "--units", units);
    try (InputStream in = Files.newInputStream(folder.resolve("6月/out/summary.xlsx"));
        var book = new XSSFWorkbook(in)) {
      assertThat(book.getSheet("对比")).isNotNull();
      assertThat(book.getSheet("分单位对比")).isNull();
    }
  }

  @Test
  void the_level_above_does_not_read_them() throws Exception {
    period("5月", Map.of("甲镇", "4"), "1");
    period("6月", Map.of("甲镇", "5"), "1", "--compare", folder.resolve("5月/out") + "=上期");
    Path city = Files.createDirectories(folder.resolve("city"));
    Files.copy(folder.resolve("6月/out/summary.xlsx"), city.resolve("a.xlsx"));
    assertThat(
            run(
                "merge",
                city.toString(),
                "--out",
                folder.resolve("up").toString(),
                "--district",
                "某市"))
        .isZero();
    var report = new ObjectMapper().readTree(folder.resolve("up/validation-report.json").toFile());
    assertThat(report.at("/totals/3.2.1/value").asInt()).isEqualTo(5);
    assertThat(report.at("/files/0/findings")).isEmpty();
  }

  @Test
  void what_cannot_be_compared_is_told_before_anything_is_written() throws Exception {
    period("5月", Map.of("甲镇", "4"), "1");
    String in = folder.resolve("5月/in").toString();
    String out = folder.resolve("new").toString();
    Path other = folder.resolve("other.csv");
    Files.writeString(other, "a,b\n1,2\n");

    assertThat(run("merge", in, "--out", out, "--compare", folder + "/nowhere=x")).isEqualTo(3);
    assertThat(run("merge", in, "--out", out, "--compare", other + "=x")).isEqualTo(2);
    assertThat(told).startsWith(other + " 不是《");
    String report = folder.resolve("5月/out").toString();
    assertThat(run("merge", in, "--out", out, "--compare", report + "=")).isEqualTo(2);
    assertThat(
            run("merge", in, "--out", out, "--compare", report + "=x", "--compare", report + "=x"))
        .isEqualTo(2);
    assertThat(told).startsWith("--compare 的“" + report + "=x”");
    assertThat(
            run(
                "merge",
                "samples/investment/submissions",
                "--template",
                "samples/investment/blank.xlsx",
                "--out",
                out,
                "--compare",
                report + "=x"))
        .isEqualTo(2);
    assertThat(told).contains("是另一张表的（chongming-safety-month-2023，本次是 ");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void a_series_has_a_column_for_each_and_a_chart_for_each_measure() throws Exception {
    period("months/2023-04", Map.of("甲镇", "1"), "1");
    period("months/2023-05", Map.of("甲镇", "2", "乙镇", "3"), "1");
    period("months/2023-06", Map.of("甲镇", "4"), "");
    Path out = folder.resolve("series.xlsx");

    assertThat(run("series", folder.resolve("months").toString(), "--out", out.toString()))
        .isZero();
    assertThat(said).startsWith("3 期：2023-04、2023-05、2023-06\n");

    try (InputStream in = Files.newInputStream(out);
        var book = new XSSFWorkbook(in)) {
      Sheet table = book.getSheet("各期");
      assertThat(row(table, 1))
          .containsExactly("项目", "内容", "计量单位", "2023-04", "2023-05", "2023-06");
      assertThat(row(table, 2)).containsExactly("报送单位数", "", "", "1", "2", "1");
      assertThat(line(table, "报道企业主要负责人")).containsExactly("次", "1", "5", "4");
      assertThat(book.getSheet("趋势").getDrawingPatriarch().getCharts())
          .extracting(chart -> chart.getTitleText().getString())
          .containsExactly("各期合计（场）", "各期合计（人次）", "各期合计（次）");
    }
    byte[] first = Files.readAllBytes(out);
    assertThat(run("series", folder.resolve("months").toString(), "--out", out.toString()))
        .isEqualTo(3);
    assertThat(
            run("series", folder.resolve("months").toString(), "--out", out.toString(), "--force"))
        .isZero();
    assertThat(out).hasBinaryContent(first);
    assertThat(run("series", folder.resolve("months/2023-04/in").toString(), "--out", "x.xlsx"))
        .isEqualTo(2);
  }

  /** Merges a period: how often each unit did 3.2.1, and 1.1.1 (7 where nothing is said). */
  private void period(String name, Map<String, String> counts, String events, String... more)
      throws IOException {
    Path in = Files.createDirectories(folder.resolve(name).resolve("in"));
    for (var each : counts.entrySet()) {
      var typed = new HashMap<>(Map.of("h_unit", each.getKey(), "f_3_2_1", each.getValue()));
      typed.put("f_1_1_1", events.isEmpty() ? "7" : events);
      typed.put("f_1_1_2", events.isEmpty() ? "70" : events);
      Files.write(in.resolve(each.getKey() + ".xlsx"), FilledBlank.with(typed));
    }
    var args =
        new ArrayList<>(
            List.of("merge", in.toString(), "--out", folder.resolve(name + "/out").toString()));
    args.addAll(List.of("--district", "示例区", "--fail-on", "never"));
    args.addAll(List.of(more));
    assertThat(run(args.toArray(String[]::new))).as(told).isZero();
  }

  /** Returns what the other period was, beside the form and the three counters. */
  private static List<String> beside(Sheet sheet, int row) {
    var texts = new ArrayList<String>();
    for (Cell cell : sheet.getRow(row)) {
      if (cell.getColumnIndex() > 11) {
        texts.add(new DataFormatter().formatCellValue(cell));
      }
    }
    return texts;
  }

  private static List<String> row(Sheet sheet, int row) {
    var texts = new ArrayList<String>();
    var format = new DataFormatter();
    for (Cell cell : sheet.getRow(row)) {
      texts.add(format.formatCellValue(cell));
    }
    return texts;
  }

  /** Returns what stands behind the words of a blank. */
  private static List<String> line(Sheet sheet, String content) {
    for (var row : sheet) {
      List<String> texts = row(sheet, row.getRowNum());
      if (texts.size() > 2 && texts.get(1).startsWith(content)) {
        return texts.subList(2, texts.size());
      }
    }
    return List.of();
  }

  private int run(String... args) {
    CommandRun run = CommandRun.of(args);
    said = run.said();
    told = run.told();
    return run.status();
  }
}
