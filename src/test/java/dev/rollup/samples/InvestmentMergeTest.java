package dev.rollup.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.support.CommandRun;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second form of the samples through the command line: nobody described it, a blank is all. */
@Tag("slow")
class InvestmentMergeTest {

  private static final Path SAMPLE = Path.of("samples/investment");
  private static final String REPORT = "validation-report.json";

  @TempDir Path folder;

  @Test
  void a_blank_is_all_that_a_merge_needs() throws Exception {
    assertThat(merge(SAMPLE.resolve("submissions"), "out")).isEqualTo(1);
    JsonNode report = report("out");

    assertThat(statuses(report))
        .isEqualTo(
            Map.of(
                "三星镇.xlsx", "accepted-with-errors",
                "向化镇.xlsx", "accepted-with-errors",
                "城桥镇.xlsx", "accepted",
                "堡镇.xls", "accepted",
                "庙镇.xlsx", "accepted",
                "新河镇.xlsx", "accepted",
                "竖新镇.xlsx", "accepted-with-errors"));
    assertThat(codes(report))
        .containsExactly(
            "三星镇.xlsx approximate-count F7",
            "三星镇.xlsx rule-not-evaluable F7",
            "向化镇.xlsx field-ambiguous B6",
            "向化镇.xlsx field-ambiguous C6",
            "向化镇.xlsx field-ambiguous D6",
            "向化镇.xlsx field-ambiguous E6",
            "向化镇.xlsx field-ambiguous G6",
            "向化镇.xlsx field-ambiguous H6",
            "向化镇.xlsx fractional-count F6",
            "向化镇.xlsx number-elsewhere I6",
            "向化镇.xlsx rule-not-evaluable B6",
            "向化镇.xlsx rule-not-evaluable C6",
            "向化镇.xlsx rule-not-evaluable C6",
            "向化镇.xlsx rule-not-evaluable D6",
            "向化镇.xlsx rule-not-evaluable E6",
            "向化镇.xlsx rule-not-evaluable F6",
            "向化镇.xlsx rule-not-evaluable G6",
            "庙镇.xlsx coerced-count D5",
            "竖新镇.xlsx rule-violated B9");
  }

  @Test
  void the_totals_are_those_of_what_was_typed() throws Exception {
    merge(SAMPLE.resolve("submissions"), "out");
    JsonNode totals = report("out").get("totals");

    var typed = new TreeMap<String, BigDecimal>();
    for (var name : List.of("三星镇.xlsx", "城桥镇.xlsx", "堡镇.xls", "庙镇.xlsx", "向化镇.xlsx")) {
      add(SAMPLE.resolve("submissions").resolve(name), 0, typed);
    }
    add(SAMPLE.resolve("submissions/竖新镇.xlsx"), 0, typed);
    add(SAMPLE.resolve("submissions/新河镇.xlsx"), 1, typed);
    // The first and the fourth line of the form are untouched in all of them.
    for (int row : new int[] {1, 4}) {
      for (int column = 1; column <= 6; column++) {
        String id = "1." + row + "." + column;
        assertThat(totals.get(id).get("value").decimalValue())
            .as(id)
            .isEqualByComparingTo(typed.get(id));
      }
    }
    // A rate is that of the sums, and none where they are not made of the same returns.
    double rate = typed.get("1.1.6").doubleValue() * 100 / typed.get("1.1.5").doubleValue();
    assertThat(totals.get("1.1.7").get("value").asDouble()).isEqualTo(Math.round(rate * 10) / 10.0);
    assertThat(totals.get("1.2.7").get("value").isNull()).isTrue();
    assertThat(totals.get("1.3.7").get("value").isNull()).isTrue();
  }

  @Test
  void a_total_says_of_how_many_units_it_is_made() throws Exception {
    merge(SAMPLE.resolve("submissions"), "out");
    JsonNode totals = report("out").get("totals");

    // 三星镇 wrote 约 into one cell, 向化镇 half a project: both are left out of what is added up.
    assertThat(made(totals, "1.3.5")).isEqualTo("6 0 1");
    assertThat(made(totals, "1.2.5")).isEqualTo("6 0 1");
    assertThat(made(totals, "1.5.6")).isEqualTo("6 0 1");
    assertThat(made(totals, "1.5.5")).isEqualTo("5 0 2");
    assertThat(made(totals, "1.1.6")).isEqualTo("7 0 0");
    for (var total : totals) {
      int all = 0;
      for (var name : List.of("counted", "blank", "excluded")) {
        all += total.get(name).asInt();
      }
      assertThat(all).isEqualTo(7);
    }
  }

  private static String made(JsonNode totals, String field) {
    JsonNode total = totals.get(field);
    return total.get("counted") + " " + total.get("blank") + " " + total.get("excluded");
  }

  @Test
  void the_form_that_goes_up_is_the_offices_own() throws Exception {
    merge(SAMPLE.resolve("submissions"), "out");
    JsonNode totals = report("out").get("totals");

    try (Workbook blank =
            WorkbookFactory.create(SAMPLE.resolve("blank.xlsx").toFile(), null, true);
        Workbook up =
            WorkbookFactory.create(folder.resolve("out/return.xlsx").toFile(), null, true)) {
      Sheet own = blank.getSheetAt(0);
      Sheet filled = up.getSheetAt(0);
      assertThat(filled.getMergedRegions()).isEqualTo(own.getMergedRegions());
      for (int row = 4; row < 9; row++) {
        for (int column = 1; column < 7; column++) {
          JsonNode total = totals.get("1." + (row - 3) + "." + column).get("value");
          assertThat(filled.getRow(row).getCell(column).getNumericCellValue())
              .isEqualTo(total.asDouble());
        }
        assertThat(filled.getRow(row).getCell(0).getStringCellValue())
            .isEqualTo(own.getRow(row).getCell(0).getStringCellValue());
      }
    }
  }

  @Test
  void a_slip_holds_what_was_said_and_mends_it_when_it_comes_back() throws Exception {
    merge(SAMPLE.resolve("submissions"), "out", "--slips");
    Path in = Files.createDirectories(folder.resolve("in"));
    try (var files = Files.list(SAMPLE.resolve("submissions"))) {
      for (var file : files.toList()) {
        Files.copy(file, in.resolve(file.getFileName().toString()));
      }
    }
    Path slip = in.resolve("三星镇-重报.xlsx");
    Files.copy(folder.resolve("out/slips/T07-三星镇-数据核实单.xlsx"), slip);
    try (Workbook book =
            WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(slip)));
        OutputStream to = Files.newOutputStream(slip)) {
      Sheet form = book.getSheetAt(0);
      assertThat(form.getRow(6).getCell(5).getCellType()).isEqualTo(CellType.BLANK);
      assertThat(form.getRow(6).getCell(5).getCellComment().getString().getString())
          .contains("约30");
      // What the other lines and the total leave for it.
      form.getRow(6)
          .getCell(5)
          .setCellValue(2 * form.getRow(8).getCell(5).getNumericCellValue() - sum(form, 5));
      book.write(to);
    }

    assertThat(merge(in, "again")).isEqualTo(1);
    JsonNode report = report("again");

    assertThat(statuses(report)).containsEntry("三星镇-重报.xlsx", "accepted");
    assertThat(statuses(report)).containsEntry("三星镇.xlsx", "superseded");
    assertThat(report.get("totals").get("1.3.5").get("counted").asInt()).isEqualTo(7);
    assertThat(report.get("totals").get("1.3.7").get("value").isNumber()).isTrue();
  }

  private static double sum(Sheet form, int column) {
    double sum = 0;
    for (int row = 4; row < 9; row++) {
      Cell cell = form.getRow(row).getCell(column);
      sum += cell.getCellType() == CellType.NUMERIC ? cell.getNumericCellValue() : 0;
    }
    return sum;
  }

  /** Adds up what stands in the cells of a return, whatever it means. */
  private static void add(Path file, int down, Map<String, BigDecimal> sums) throws Exception {
    try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
      for (int row = 1; row <= 5; row++) {
        for (int column = 1; column <= 6; column++) {
          Cell cell = book.getSheetAt(0).getRow(row + 3 + down).getCell(column);
          BigDecimal number =
              switch (cell.getCellType()) {
                case NUMERIC -> BigDecimal.valueOf(cell.getNumericCellValue());
                case STRING -> new BigDecimal(cell.getStringCellValue().replaceAll("[^0-9.]", ""));
                default -> BigDecimal.ZERO;
              };
          sums.merge("1." + row + "." + column, number, BigDecimal::add);
        }
      }
    }
  }

  private int merge(Path in, String out, String... more) {
    var args =
        new ArrayList<>(
            List.of(
                "merge",
                in.toString(),
                "--template",
                SAMPLE.resolve("blank.xlsx").toString(),
                "--units",
                SAMPLE.resolve("units.csv").toString(),
                "--out",
                folder.resolve(out).toString(),
                "-q"));
    args.addAll(List.of(more));
    return CommandRun.at("2024-02-01T00:00:00Z", args.toArray(String[]::new)).status();
  }

  private JsonNode report(String out) throws Exception {
    return new ObjectMapper().readTree(folder.resolve(out).resolve(REPORT).toFile());
  }

  private static Map<String, String> statuses(JsonNode report) {
    var statuses = new TreeMap<String, String>();
    report
        .get("files")
        .forEach(file -> statuses.put(file.get("path").asText(), file.get("status").asText()));
    return statuses;
  }

  private static List<String> codes(JsonNode report) {
    var codes = new ArrayList<String>();
    for (var file : report.get("files")) {
      for (var finding : file.get("findings")) {
        codes.add(
            file.get("path").asText()
                + " "
                + finding.get("code").asText()
                + " "
                + finding.get("cell").asText());
      }
    }
    return codes.stream().sorted().toList();
  }
}
