package dev.rollup.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.support.CommandRun;
import dev.rollup.support.DrawnForm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of an office's own form, too, all returns merged at once tell the same as the roll-ups of any
 * part of them merged: sums, rates, the largest and smallest, choices, rows, and of how many units
 * each is made.
 */
@Tag("slow")
class RollUpsOfBoundFormsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> FORM =
      List.of(
          "T 安全检查情况统计表",
          "L 填报单位：　　　　　　　　|填报日期：　　　　　　　　",
          "| 项目 | 应检数（家） | 已检数（家） | 检查率（%） | 投入资金（万元） | 最长用时（小时） | 是否挂牌 | 最短用时（小时） |",
          "| 工矿 |  |  |  |  |  |  |  |",
          "| 交通 |  |  |  |  |  |  |  |",
          "| 合计 |  |  |  |  |  |  |  |",
          "L 隐患清单",
          "| 隐患名称 | 整改资金（万元） | 是否整改 |",
          "|  |  |  |",
          "|  |  |  |");

  /** Unit by unit. One leaves part of a rate out, one a part of a sum; one total is wrong. */
  private static final Map<String, String> RETURNS =
      new TreeMap<>(
          Map.of(
              "甲镇",
                  "B4=10 C4=8 D4=80 E4=1.25 F4=3.5 G4=是 H4=2.5 B5=20 C5=10 D5=50 E5=2.5 B6=30 C6=18 D6=60",
              "乙镇",
                  "B4=12 C4=约9 D4=75 E4=0.1 F4=7 G4=否 H4=1.5 B5=20 C5=11 D5=55 E5=0.2 B6=32 C6=20 A9=井 B9=1.5",
              "丙镇",
                  "B4=14 C4=7 D4=50 E4=若干 F4=1 G4=是 H4=9 B5=8 C5=6 D5=75 B6=22 C6=13 A9=桥 B9=2 C9=是",
              "丁镇", "B4=9 C4=9 D4=100 E4=3 G4=是 B5=10 C5=5 B6=19 C6=14 D6=99 E6=3"));

  @TempDir static Path folder;

  private static JsonNode all;

  @BeforeAll
  static void units_send_their_forms() throws IOException {
    byte[] blank = new DrawnForm(FORM).xlsx();
    Files.write(folder.resolve("blank.xlsx"), blank);
    Files.writeString(folder.resolve("all.csv"), "id,name\n1,甲镇\n2,乙镇\n3,丙镇\n4,丁镇\n");
    Files.writeString(folder.resolve("east.csv"), "id,name\n1,甲镇\n2,乙镇\n");
    Files.writeString(folder.resolve("west.csv"), "id,name\n3,丙镇\n4,丁镇\n");
    Files.writeString(folder.resolve("districts.csv"), "id,name\ne,东区\nw,西区\n");
    for (var each : RETURNS.entrySet()) {
      boolean east = "甲镇乙镇".contains(each.getKey());
      for (var to : List.of("all", east ? "east" : "west")) {
        Path in = Files.createDirectories(folder.resolve(to));
        Files.write(
            in.resolve(each.getKey() + ".xlsx"), filled(blank, each.getKey(), each.getValue()));
      }
    }
    Path template = folder.resolve("T.json");
    CommandRun.of(
        "schema", "infer", folder.resolve("blank.xlsx").toString(), "--out", template.toString());
    // What no form says: of the longest times the longest counts, of the shortest the shortest.
    String json = Files.readString(template, StandardCharsets.UTF_8);
    Files.writeString(
        template,
        json.replaceAll("(\"最长用时[^\\n]*\"adds\":)\"[a-z]+\"", "$1\"max\"")
            .replaceAll("(\"最短用时[^\\n]*\"adds\":)\"[a-z]+\"", "$1\"min\""));
    all = merged("all", "all");
    merged("east", "east", "--district", "东区");
    merged("west", "west", "--district", "西区");
  }

  /** One district sends its form up, the other its whole summary. */
  @Test
  void roll_ups_tell_what_all_returns_tell() throws IOException {
    send("return.xlsx", "east", "up", "东区");
    send("summary.xlsx", "west", "up", "西区");
    JsonNode above = merged("up", "districts");

    assertThat(told(above)).isEqualTo(told(all));
    assertThat(told(all).values())
        .as("something of every kind")
        .contains("7 3/1/0", "1.5 3/1/0", "null 3/0/1", "55.2 4/0/0");
    assertThat(lists(above)).isEqualTo(lists(all));
    assertThat(answers("up-out")).isEqualTo(answers("all-out"));
    assertThat(above.at("/files").findValuesAsText("code")).isEmpty();
  }

  @Test
  void what_is_changed_in_a_roll_up_is_named_and_counts_as_it_stands() throws IOException {
    send("return.xlsx", "west", "edited", "西区");
    Path sent = folder.resolve("edited/西区.xlsx");
    Files.write(sent, filled(Files.readAllBytes(sent), "", "B5=9"));

    JsonNode above = merged("edited", "districts");

    assertThat(above.at("/files").findValuesAsText("code")).containsExactly("rollup-edited");
    assertThat(told(above)).containsEntry("1.2.1", "9 1/0/0").containsEntry("1.1.1", "23 2/0/0");
  }

  /** Whoever computes with a summary finds its totals by name, wherever lists have moved them. */
  @Test
  void the_summary_names_the_cell_of_every_total() throws IOException {
    var named = new TreeMap<String, String>();
    var totals = new TreeMap<String, String>();
    for (var each : all.at("/totals").properties()) {
      totals.put(each.getKey(), each.getValue().get("value").asText());
    }
    // What is listed has its names row by row, on 特色活动.
    all.at("/lists")
        .fieldNames()
        .forEachRemaining(item -> totals.keySet().removeIf(id -> id.startsWith(item + ".")));
    try (var book = WorkbookFactory.create(folder.resolve("all-out/summary.xlsx").toFile())) {
      for (var id : totals.keySet()) {
        var name = book.getName("f_" + id.replace('.', '_'));
        var at = new CellReference(name.getRefersToFormula());
        var cell = book.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
        named.put(
            id,
            cell.getCellType() == CellType.BLANK
                ? "null"
                : new BigDecimal(Double.toString(cell.getNumericCellValue()))
                    .stripTrailingZeros()
                    .toPlainString());
        assertThat(at.getSheetName()).isEqualTo("汇总表");
      }
    }

    assertThat(named).isEqualTo(totals);
  }

  private static JsonNode merged(String returns, String units, String... more) throws IOException {
    Path out = folder.resolve(returns + "-out");
    var args =
        new ArrayList<>(
            List.of(
                "merge",
                folder.resolve(returns).toString(),
                "--template",
                folder.resolve("T.json").toString(),
                "--units",
                folder.resolve(units + ".csv").toString(),
                "--out",
                out.toString()));
    args.addAll(List.of(more));
    CommandRun.of(args.toArray(String[]::new));
    return JSON.readTree(out.resolve("validation-report.json").toFile());
  }

  private static void send(String kind, String from, String to, String name) throws IOException {
    Path up = Files.createDirectories(folder.resolve(to));
    Files.copy(folder.resolve(from + "-out").resolve(kind), up.resolve(name + ".xlsx"));
  }

  /** Returns by field its total, and of how many units it is made. */
  private static Map<String, String> told(JsonNode report) {
    var told = new TreeMap<String, String>();
    for (var each : report.get("totals").properties()) {
      JsonNode of = each.getValue().get("madeOf");
      String made = of.get("counted") + "/" + of.get("blank") + "/" + of.get("excluded");
      told.put(each.getKey(), each.getValue().get("value").asText() + " " + made);
    }
    return told;
  }

  private static List<String> lists(JsonNode report) {
    var rows = new ArrayList<String>();
    report
        .get("lists")
        .forEach(list -> list.forEach(row -> rows.add(row.get("values").toString())));
    return rows;
  }

  private static List<String> answers(String out) throws IOException {
    var answers = new ArrayList<String>();
    try (var book =
        WorkbookFactory.create(
            new ByteArrayInputStream(Files.readAllBytes(folder.resolve(out + "/summary.xlsx"))))) {
      for (var row : book.getSheet("选项汇总")) {
        if (row.getCell(3) != null && row.getCell(3).getCellType() == CellType.NUMERIC) {
          answers.add(row.getCell(1) + " " + row.getCell(2) + " " + row.getCell(3));
        }
      }
    }
    return answers;
  }

  private static byte[] filled(byte[] blank, String unit, String cells) throws IOException {
    try (var book = WorkbookFactory.create(new ByteArrayInputStream(blank));
        var bytes = new ByteArrayOutputStream()) {
      var sheet = book.getSheetAt(0);
      if (!unit.isEmpty()) {
        sheet.getRow(1).getCell(0).setCellValue("填报单位：" + unit);
        sheet.getRow(1).getCell(1).setCellValue("填报日期：2023年6月28日");
      }
      for (var cell : cells.split(" ")) {
        var at = new CellReference(cell.substring(0, cell.indexOf('=')));
        String value = cell.substring(cell.indexOf('=') + 1);
        var to = sheet.getRow(at.getRow()).getCell(at.getCol());
        if (value.matches("[0-9.]+")) {
          to.setCellValue(Double.parseDouble(value));
        } else {
          to.setCellValue(value);
        }
      }
      book.write(bytes);
      return bytes.toByteArray();
    }
  }
}
