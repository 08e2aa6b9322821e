package dev.rollup.write.set;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.support.CommandRun;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.HandMadePdf;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Layout;
import dev.rollup.write.Forms;
import dev.rollup.write.letter.FileNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes back to the units, and what comes of it when it is sent in again. */
@Tag("slow")
class SlipsTest {

  private static final String AFTERWARDS = "2023-06-29T00:00:00Z";
  private static final String BEFORE = "2023-06-20T00:00:00Z";

  @TempDir Path folder;
  private Path submissions;
  private Path slips;

  @BeforeEach
  void prepare() throws IOException {
    submissions = Files.createDirectories(folder.resolve("submissions"));
    slips = folder.resolve("out/slips");
    roster("T01,城桥镇,乡镇", "T02,堡镇,乡镇", "D01,区应急局,部门", "D02,区教育局,部门");
  }

  @Test
  void the_form_that_goes_back_has_the_good_values_and_marks_the_others() throws Exception {
    submit(
        "堡镇.xlsx",
        "堡镇",
        Map.of("f_1_1_1", "5", "f_1_1_2", "约200", "f_1_3_1", "十二", "f_1_3_2", "90"));
    merge(AFTERWARDS);

    XSSFWorkbook slip = open("T02-堡镇-数据核实单.xlsx");
    assertThat(Forms.cell(slip, "h_unit").getStringCellValue()).isEqualTo("堡镇");
    assertThat(Forms.cell(slip, "f_1_1_1").getNumericCellValue()).isEqualTo(5);
    assertThat(Forms.cell(slip, "f_1_1_1").getCellComment()).isNull();
    XSSFCell bad = Forms.cell(slip, "f_1_1_2");
    assertThat(bad.getCellType()).isEqualTo(CellType.BLANK);
    assertThat(bad.getCellComment().getString().getString())
        .isEqualTo("须改正\n第1项宣讲活动的参与人次：填“约200”，请填准确整数，不用“约、余、多、近、以上”。（工作表“活动进展情况统计表”，G5）");
    XSSFCell converted = Forms.cell(slip, "f_1_3_1");
    assertThat(converted.getNumericCellValue()).isEqualTo(12);
    assertThat(converted.getCellComment().getString().getString()).contains("请核实").contains("十二");
    for (var cell : List.of(bad, converted)) {
      assertThat(cell.getCellStyle().getFillForegroundColorColor().getARGBHex())
          .isEqualTo("FFFFE14D");
      assertThat(cell.getCellStyle().getLocked()).isFalse();
    }
    // No day is asked for: the slip says itself what it comes after.
    assertThat(Forms.cell(slip, "h_date").getCellComment()).isNull();
    assertThat(Forms.cell(slip, "f_1_2_1").getCellStyle().getLocked()).isFalse();
    assertThat(slip.getSheetAt(0).isSheetLocked()).isTrue();
    assertThat(slip.getSheet("核实事项").getLastRowNum()).isEqualTo(3);
  }

  @Test
  void the_list_that_goes_back_repeats_its_heads_and_numbers_its_pages() throws Exception {
    roster("T02," + "名称很长的单位".repeat(9) + ",乡镇");
    submit("堡镇.xlsx", "名称很长的单位".repeat(9), Map.of("f_1_1_1", "5", "f_1_1_2", "约200"));
    merge(AFTERWARDS);

    try (var list = Files.list(slips)) {
      Path file = list.filter(f -> f.toString().endsWith(".xlsx")).findFirst().orElseThrow();
      try (var slip = new XSSFWorkbook(Files.newInputStream(file))) {
        XSSFSheet sheet = slip.getSheet("核实事项");
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:2");
        assertThat(sheet.getFooter().getCenter()).contains("&P", "&N");
        // Two lines of the title's type.
        assertThat(sheet.getRow(0).getHeightInPoints()).isGreaterThan(45);
      }
    }
  }

  @Test
  void a_mark_that_turns_the_order_of_words_stays_out_of_a_message() throws Exception {
    submit("堡镇.xlsx", "堡镇", Map.of("f_1_1_1", "5", "f_1_1_2", "\u202E约200"));
    merge(AFTERWARDS);

    assertThat(Files.readString(slips.resolve("T02-堡镇.txt"))).contains("填“约200”，请填");
  }

  @Test
  void what_is_sent_back_is_a_return_like_any_other() throws Exception {
    submit(
        "堡镇.xlsx",
        "堡镇",
        Map.of(
            "f_1_1_1",
            "5",
            "f_1_1_2",
            "约200",
            "f_7_1_1_1",
            "文艺",
            "f_7_1_2_1",
            "1",
            "f_7_1_3_1",
            "多"));
    assertThat(merge(AFTERWARDS)).contains("accepted-with-errors");
    try (var slip = open("T02-堡镇-数据核实单.xlsx")) {
      Forms.cell(slip, "f_1_1_2").setCellValue(180);
      Forms.cell(slip, "f_7_1_3_1").setCellValue(20);
      Forms.cell(slip, "h_date").setCellValue(LocalDate.of(2023, 6, 28));
      try (var out = Files.newOutputStream(submissions.resolve("T02-堡镇-数据核实单.xlsx"))) {
        slip.write(out);
      }
    }
    String report = merge(AFTERWARDS);
    assertThat(report).contains("\"superseded\"").doesNotContain("accepted-with-errors");
    assertThat(report.replaceAll("\\s+", ""))
        .contains("\"1.1.2\":{\"value\":180,\"counted\":1")
        .contains("\"7.1.3\":{\"value\":20,\"counted\":1")
        .contains("\"state\":\"reported\",\"timeliness\":\"on-time\"");
    assertThat(slips.resolve("T02-堡镇.txt")).doesNotExist();
    assertThat(slips.resolve("T02-堡镇-数据核实单.xlsx")).doesNotExist();
  }

  @Test
  void a_unit_of_which_something_came_is_never_said_to_be_missing() throws Exception {
    Files.writeString(submissions.resolve("堡镇.xlsx"), "this is no workbook");
    Files.write(submissions.resolve("区应急局.pdf"), HandMadePdf.a4().picture(0, 0, 595, 842).bytes());
    merge(AFTERWARDS);
    assertThat(text("催报-乡镇.txt")).contains("以下1家单位的统计表：城桥镇。").doesNotContain("堡镇");
    assertThat(text("商请-部门.txt"))
        .contains("商请尽快报送")
        .contains("：区教育局。")
        .doesNotContain("区应急局")
        .doesNotContain("催报");
    assertThat(text("T02-堡镇.txt")).startsWith("【退回重报】堡镇您好：贵单位报送的文件（堡镇.xlsx）");
    assertThat(text("D01-区应急局.txt"))
        .startsWith("区应急局您好：贵单位的盖章扫描件已收到，尚缺可编辑的统计表")
        .doesNotContain("退回");
    assertThat(text("D02-区教育局.txt")).contains("商请贵单位尽快报送");
    assertThat(text("T01-城桥镇.txt")).contains("尚未收到贵单位报送的上海市崇明区");
    assertThat(Forms.cell(open("T02-堡镇-数据核实单.xlsx"), "h_unit").getStringCellValue())
        .isEqualTo("堡镇");
  }

  @Test
  void before_the_deadline_units_are_reminded_and_not_chased() throws Exception {
    merge(BEFORE, "--as-of", "2023-06-20 09:30", "--contact", "张三", "--phone", "021-1");
    assertThat(names()).containsExactlyInAnyOrder("报送提醒-乡镇.txt", "报送提醒-部门.txt");
    assertThat(text("报送提醒-乡镇.txt"))
        .contains("请于6月28日（星期三）下午5点前通过政务微信报送区安委办。截至6月20日（星期二）上午9点30分，尚待报送：城桥镇、堡镇。")
        .endsWith("区安委办张三，电话021-1");
  }

  @Test
  void two_forms_that_differ_are_asked_about() throws Exception {
    submit("一.xlsx", "堡镇", Map.of("f_1_1_1", "5"));
    submit("二.xlsx", "堡镇", Map.of("f_1_1_1", "7"));
    merge(AFTERWARDS, "--on-duplicate", "reject");
    assertThat(text("T02-堡镇.txt"))
        .isEqualTo("堡镇您好：收到贵单位2份内容不同的统计表（一.xlsx、二.xlsx），请告知以哪一份为准。本表填6月1日起的累计数。");
  }

  @Test
  void a_message_is_short_and_speaks_of_items() throws Exception {
    var values = new HashMap<String, String>();
    for (var field : Forms.TEMPLATE.fields().values()) {
      values.put(Layout.name(field.id(), 0), "约" + "很多".repeat(40));
    }
    values.keySet().removeIf(name -> name.startsWith("f_7"));
    values.put("f_1_1_1", "5");
    submit("堡镇" + "的统计表".repeat(20) + ".xlsx", "堡镇", values);
    merge(AFTERWARDS, "--resubmit-by", "2023-07-01 17:00", "--contact", "张三");
    String text = text("T02-堡镇.txt");
    assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(400);
    assertThat(text)
        .contains("以下32处须改正")
        .containsPattern("\n其余\\d+处见附件《数据核实单》\n")
        .contains("请于7月1日（星期六）下午5点前报送改正后的完整表格")
        .doesNotContain("1.1.2")
        .doesNotContain("退回");
    assertThat(open("T02-堡镇-数据核实单.xlsx").getSheet("核实事项").getLastRowNum()).isEqualTo(33);
  }

  @Test
  void names_that_fit_no_message_make_several() throws Exception {
    var units = new ArrayList<String>();
    for (int i = 100; i < 220; i++) {
      units.add("U" + i + ",第" + i + "号单位,企业");
    }
    roster(units.toArray(String[]::new));
    merge(AFTERWARDS);
    String[] messages = text("催报-企业.txt").split("\n\n");
    assertThat(messages).hasSizeGreaterThan(1);
    assertThat(messages).allMatch(message -> message.length() <= 400);
    assertThat(String.join("", messages)).contains("第100号单位").contains("第219号单位");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "con",
        "a/b\\c:d*e?f\"g<h>i|j",
        "..",
        "長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長",
        "a\u0007b\u202Ec"
      })
  void any_name_makes_files_that_every_system_takes(String name) throws Exception {
    roster("X1," + quoted(name) + "," + quoted(name));
    submit("x.xlsx", name, Map.of("f_1_1_1", "约2", "f_1_1_2", "2"));
    merge(AFTERWARDS);
    merge(AFTERWARDS);
    assertThat(names())
        .isNotEmpty()
        .allMatch(file -> file.matches("[^\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}]+\\.(txt|xlsx)"))
        .allMatch(file -> file.getBytes(StandardCharsets.UTF_8).length < 250);
    try (var list = Files.list(slips)) {
      for (var file : list.filter(f -> f.toString().endsWith(".xlsx")).toList()) {
        Forms.open(Files.readAllBytes(file)).close();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"a., a", "' . ', _", "'', _", "T/1, T_1", "'\u202E', _"})
  void a_part_of_a_name_is_safe(String name, String safe) {
    assertThat(FileNames.part(name)).isEqualTo(safe);
  }

  @Test
  void a_time_that_is_over_is_no_time_to_ask_for() throws Exception {
    assertThat(run(AFTERWARDS, "--resubmit-by", "2023-06-01")).isEqualTo(2);
    assertThat(run(AFTERWARDS, "--resubmit-by", "2023-06-29")).isZero();
  }

  @Test
  void without_the_option_the_slips_of_an_earlier_run_go() throws Exception {
    merge(AFTERWARDS);
    assertThat(names()).isNotEmpty();
    CommandRun.at(AFTERWARDS, args());
    assertThat(slips).doesNotExist();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private void roster(String... units) throws IOException {
    Files.writeString(
        folder.resolve("units.csv"), "id,name,group\n" + String.join("\n", units) + "\n");
  }

  private void submit(String file, String unit, Map<String, String> values) throws IOException {
    // What the rules of the form ask of every unit.
    var all = new HashMap<>(Map.of("f_5_3_1", "1", "f_5_3_2", "9", "f_6_1_1", "1", "f_6_1_2", "9"));
    all.putAll(values);
    all.put(HeaderField.UNIT.id(), unit);
    all.put(HeaderField.DATE.id(), "2023-06-27");
    Files.write(submissions.resolve(file), FilledBlank.with(all));
  }

  /** Merges with slips and returns the report. */
  private String merge(String now, String... more) throws IOException {
    assertThat(run(now, more)).isZero();
    return Files.readString(folder.resolve("out/validation-report.json"));
  }

  private int run(String now, String... more) {
    String[] args =
        Stream.of(args(), new String[] {"--slips"}, more)
            .flatMap(Stream::of)
            .toArray(String[]::new);
    return CommandRun.at(now, args).status();
  }

  private String[] args() {
    return new String[] {
      "merge",
      submissions.toString(),
      "--units",
      folder.resolve("units.csv").toString(),
      "--out",
      folder.resolve("out").toString(),
      // Units are reminded before anything came.
      "--allow-fewer",
      "--fail-on",
      "never"
    };
  }

  private XSSFWorkbook open(String name) throws IOException {
    return Forms.open(Files.readAllBytes(slips.resolve(name)));
  }

  private String text(String name) throws IOException {
    return Files.readString(slips.resolve(name))
        .replace("\uFEFF", "")
        .replace("\r\n", "\n")
        .strip();
  }

  private List<String> names() throws IOException {
    try (var list = Files.list(slips)) {
      return list.map(file -> file.getFileName().toString()).toList();
    }
  }
}
