package dev.rollup.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.OtherProgram;
import dev.rollup.support.SavedAsXls;
import dev.rollup.template.Slip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A slip that was filled in and sent back, beside the return that it is about. */
@Tag("slow")
@Order(9)
class SlipSentBackTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LIST = "核实事项";
  private static final int ANSWERS = 8;
  private static final Path NAME = Path.of("T02-堡镇-数据核实单.xlsx");

  @TempDir Path folder;
  private Path submissions;

  @BeforeEach
  void prepare() throws IOException {
    submissions = Files.createDirectories(folder.resolve("submissions"));
    Files.writeString(folder.resolve("units.csv"), "id,name\nT02,堡镇\n");
    submit("堡镇.xlsx", Map.of("f_1_1_1", "5", "f_1_1_2", "约200", "f_1_2_1", "6"));
    merge();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2023-06-27", "2023-06-25", "2023-06-28"})
  void it_counts_whatever_day_is_on_it(String day) throws Exception {
    sendBack(
        slip -> {
          type(slip, "f_1_1_2", "180");
          type(slip, "h_date", day);
        });
    assertThat(merge())
        .containsExactly(
            "T02-堡镇-数据核实单.xlsx accepted []",
            "堡镇.xlsx superseded [error approximate-count 1.1.2, info superseded]",
            "1.1.1 = 5 of 1/0/0",
            "1.1.2 = 180 of 1/0/0",
            "1.2.1 = 6 of 1/0/0");
  }

  @Test
  void a_slip_of_a_slip_counts() throws Exception {
    sendBack(slip -> type(slip, "f_1_1_2", "近180"));
    merge();
    sendBack("再报.xlsx", slip -> type(slip, "f_1_1_2", "180"));
    assertThat(merge())
        .contains("再报.xlsx accepted []", "1.1.2 = 180 of 1/0/0")
        .noneMatch(line -> line.contains("rejected"));
  }

  @Test
  void sent_back_as_it_is_it_repairs_nothing() throws Exception {
    sendBack(slip -> {});
    assertThat(merge())
        .containsExactly(
            "T02-堡镇-数据核实单.xlsx rejected"
                + " [error rule-violated 1.1.2, error unchanged-after-return]",
            "堡镇.xlsx accepted-with-errors [error approximate-count 1.1.2]",
            "1.1.1 = 5 of 1/0/0",
            "1.1.2 = null of 0/0/1",
            "1.2.1 = 6 of 1/0/0");
  }

  @Test
  void copies_of_it_are_duplicates() throws Exception {
    sendBack(slip -> type(slip, "f_1_1_2", "180"));
    Files.copy(submissions.resolve(NAME), submissions.resolve("副本.xlsx"));
    assertThat(merge())
        .contains("T02-堡镇-数据核实单.xlsx accepted []", "副本.xlsx duplicate [info duplicate-file]");
  }

  @Test
  void it_answers_all_that_came_where_nobody_knows_which_counts() throws Exception {
    submit("另一份.xlsx", Map.of("f_1_1_1", "7", "f_1_1_2", "300", "f_1_2_1", "6"));
    assertThat(merge())
        .contains(
            "另一份.xlsx rejected [error conflicting-returns]",
            "堡镇.xlsx rejected [error approximate-count 1.1.2, error conflicting-returns]");
    sendBack(
        slip -> {
          type(slip, "f_1_1_1", "7");
          type(slip, "f_1_1_2", "300");
          type(slip, "f_1_2_1", "6");
          rules(slip);
        });
    assertThat(merge())
        .contains("T02-堡镇-数据核实单.xlsx accepted []", "1.1.2 = 300 of 1/0/0")
        .noneMatch(line -> line.contains("rejected"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"the property", "the name", "the property and the name"})
  void one_way_in_which_it_says_what_it_corrects_is_enough(String dropped) throws Exception {
    sendBack(
        slip -> {
          type(slip, "f_1_1_2", "180");
          if (dropped.contains("property")) {
            slip.getProperties()
                .getCustomProperties()
                .getUnderlyingProperties()
                .setPropertyArray(
                    new org.openxmlformats.schemas.officeDocument.x2006.customProperties.CTProperty
                        [0]);
          }
          if (dropped.contains("name")) {
            slip.removeName(slip.getName(Slip.PROPERTY));
          }
        });
    assertThat(merge()).contains("1.1.2 = 180 of 1/0/0").noneMatch(l -> l.contains("rejected"));
  }

  @Test
  void without_its_hidden_sheet_nobody_knows_which_notes_are_its_own() throws Exception {
    sendBack(
        slip -> {
          type(slip, "f_1_1_2", "180");
          slip.removeSheetAt(slip.getSheetIndex(Slip.SHEET));
        });
    assertThat(merge())
        .contains("堡镇.xlsx accepted-with-errors [error approximate-count 1.1.2]")
        .noneMatch(line -> line.contains("conflicting-returns"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void libreoffice_keeps_what_it_corrects_and_answers(String format) throws Exception {
    assumeTrue(OtherProgram.run("soffice", "--version") == 0, "LibreOffice is not here");
    sendBack(slip -> answer(slip, "180人次"));
    Path saved = folder.resolve("saved");
    assertThat(OtherProgram.convert(format, saved, submissions.resolve(NAME))).isZero();
    String first = NAME.toString().replace("xlsx", format);
    Files.delete(submissions.resolve(NAME));
    Files.copy(saved.resolve(first), submissions.resolve(first));
    assertThat(merge())
        .contains(
            "堡镇.xlsx superseded [error approximate-count 1.1.2, info superseded]",
            "1.1.2 = 180 of 1/0/0")
        .noneMatch(line -> line.contains("number-elsewhere"));
  }

  @Test
  void openpyxl_keeps_what_it_corrects() throws Exception {
    sendBack(slip -> answer(slip, "180"));
    Path file = submissions.resolve(NAME);
    int done =
        OtherProgram.run(
            "/usr/bin/python3",
            "-c",
            "import sys, openpyxl; b = openpyxl.load_workbook(sys.argv[1]); b.save(sys.argv[1])",
            file.toString());
    assumeTrue(done == 0, "openpyxl is not here");
    assertThat(merge()).contains("1.1.2 = 180 of 1/0/0", "T02-堡镇-数据核实单.xlsx accepted []");
  }

  @Test
  void saved_as_xls_it_counts() throws Exception {
    sendBack(slip -> answer(slip, "180"));
    byte[] xls = SavedAsXls.of(Files.readAllBytes(submissions.resolve(NAME)));
    Files.delete(submissions.resolve(NAME));
    Files.write(submissions.resolve("堡镇数据核实单.xls"), xls);
    assertThat(merge()).contains("1.1.2 = 180 of 1/0/0", "堡镇数据核实单.xls accepted []");
  }

  @Test
  void a_number_on_the_list_is_the_answer_of_an_empty_blank() throws Exception {
    sendBack(slip -> answer(slip, "180人次"));
    assertThat(merge())
        .containsExactly(
            "T02-堡镇-数据核实单.xlsx accepted [info coerced-count 1.1.2 核实事项!I3]",
            "堡镇.xlsx superseded [error approximate-count 1.1.2, info superseded]",
            "1.1.1 = 5 of 1/0/0",
            "1.1.2 = 180 of 1/0/0",
            "1.2.1 = 6 of 1/0/0");
    assertThat(Files.readString(folder.resolve("out/counts.csv")))
        .contains("1.1.2,,人次,180,180人次,coerced-count,T02-堡镇-数据核实单.xlsx,核实事项,I3");
  }

  @Test
  void the_same_number_on_list_and_form_is_one_answer() throws Exception {
    sendBack(
        slip -> {
          type(slip, "f_1_1_2", "180");
          answer(slip, "180");
        });
    assertThat(merge()).contains("T02-堡镇-数据核实单.xlsx accepted []", "1.1.2 = 180 of 1/0/0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"190", "约180", "不对，作废"})
  void another_number_on_the_list_makes_the_blank_ambiguous(String answer) throws Exception {
    sendBack(
        slip -> {
          type(slip, "f_1_1_2", "180");
          answer(slip, answer);
        });
    assertThat(merge())
        .contains(
            "堡镇.xlsx accepted-with-errors [error approximate-count 1.1.2]", "1.1.2 = null of 0/0/1")
        .anyMatch(
            line ->
                line.startsWith("T02-堡镇-数据核实单.xlsx rejected [")
                    && line.contains("error field-ambiguous 1.1.2")
                    && line.contains("number-elsewhere 核实事项!I3"));
  }

  @Test
  void an_answer_that_cannot_be_read_is_left_out_where_it_stands() throws Exception {
    sendBack(slip -> answer(slip, "180左右"));
    assertThat(merge())
        .contains(
            "T02-堡镇-数据核实单.xlsx rejected"
                + " [error approximate-count 1.1.2 核实事项!I3, info superseded]",
            "堡镇.xlsx accepted-with-errors [error approximate-count 1.1.2]");
  }

  @Test
  void a_word_of_consent_is_on_record() throws Exception {
    sendBack(
        slip -> {
          type(slip, "f_1_1_2", "180");
          answer(slip, "已改正，属实");
        });
    assertThat(merge())
        .contains(
            "T02-堡镇-数据核实单.xlsx accepted [info confirmed 1.1.2 核实事项!I3]", "1.1.2 = 180 of 1/0/0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"属实", "没有开展", "已改正", "见附件"})
  void words_alone_repair_no_number(String answer) throws Exception {
    sendBack(slip -> answer(slip, answer));
    assertThat(merge())
        .contains("堡镇.xlsx accepted-with-errors [error approximate-count 1.1.2]")
        .anyMatch(
            line ->
                line.startsWith("T02-堡镇-数据核实单.xlsx rejected [") && line.contains(" 1.1.2 核实事项!I3"));
  }

  @Test
  void a_warning_that_is_answered_asks_nothing_any_more() throws Exception {
    submit("堡镇.xlsx", Map.of("f_1_1_1", "5", "f_1_1_2", "20000", "f_1_2_1", "6"));
    merge();
    sendBack(slip -> answer(slip, "属实，线上线下都有"));
    assertThat(merge())
        .contains(
            "T02-堡镇-数据核实单.xlsx accepted"
                + " [info confirmed 1.1.2 核实事项!I3, info rule-violated 1.1.2]",
            "1.1.2 = 20000 of 1/0/0")
        .anyMatch(line -> line.startsWith("堡镇.xlsx superseded"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"应为2000", "不属实", "2000"})
  void a_number_beside_a_question_about_two_blanks_leaves_both_out(String answer) throws Exception {
    submit("堡镇.xlsx", Map.of("f_1_1_1", "5", "f_1_1_2", "20000", "f_1_2_1", "6"));
    merge();
    sendBack(slip -> answer(slip, answer));
    assertThat(merge())
        .anyMatch(
            line ->
                line.startsWith("T02-堡镇-数据核实单.xlsx rejected [")
                    && line.contains("warning number-elsewhere 核实事项!I3")
                    && line.contains("error field-ambiguous 1.1.1, error field-ambiguous 1.1.2"));
  }

  @ParameterizedTest
  @CsvSource({"1, B, 180", "4, E, 180人次", "5, F, 应为180", "9, J, 180", "12, M, 一百八十人次"})
  void an_answer_is_read_in_any_column_of_its_row(int column, String name, String text)
      throws Exception {
    sendBack(slip -> FilledBlank.type(slip.getSheet(LIST).getRow(2).createCell(column), text));
    assertThat(merge())
        .contains("1.1.2 = 180 of 1/0/0")
        .anyMatch(line -> line.startsWith("T02-堡镇-数据核实单.xlsx accepted ["));
    assertThat(Files.readString(folder.resolve("out/counts.csv")))
        .contains("T02-堡镇-数据核实单.xlsx,核实事项," + name + "3");
  }

  @Test
  void rows_that_were_sorted_or_added_keep_their_answers() throws Exception {
    submit("堡镇.xlsx", Map.of("f_1_1_1", "约5", "f_1_1_2", "约200", "f_1_2_1", "6"));
    merge();
    sendBack(
        slip -> {
          var list = slip.getSheet(LIST);
          list.shiftRows(2, 3, 2);
          Row first = list.getRow(4);
          Row second = list.getRow(5);
          for (int c = 0; c < ANSWERS; c++) {
            String text = text(first.getCell(c));
            first.getCell(c).setCellValue(text(second.getCell(c)));
            second.getCell(c).setCellValue(text);
          }
          first.createCell(ANSWERS).setCellValue(180);
          second.createCell(ANSWERS).setCellValue(5);
        });
    assertThat(merge())
        .contains("T02-堡镇-数据核实单.xlsx accepted []", "1.1.1 = 5 of 1/0/0", "1.1.2 = 180 of 1/0/0");
  }

  @Test
  void the_answer_of_a_row_of_a_list_belongs_to_that_row() throws Exception {
    submit(
        "堡镇.xlsx",
        Map.of(
            "f_1_1_1",
            "5",
            "f_1_1_2",
            "200",
            "f_1_2_1",
            "6",
            "f_7_1_1_1",
            "文艺",
            "f_7_1_2_1",
            "1",
            "f_7_1_3_1",
            "30",
            "f_7_1_1_2",
            "书画",
            "f_7_1_2_2",
            "1",
            "f_7_1_3_2",
            "很多"));
    merge();
    sendBack(slip -> answer(slip, "40"));
    assertThat(merge()).contains("T02-堡镇-数据核实单.xlsx accepted []", "7.1.3 = 70 of 2/0/0");
  }

  private void sendBack(Consumer<XSSFWorkbook> deed) throws IOException {
    sendBack(NAME.toString(), deed);
  }

  private void sendBack(String name, Consumer<XSSFWorkbook> deed) throws IOException {
    Path slip = folder.resolve("out/slips").resolve(NAME);
    try (var workbook = Forms.open(Files.readAllBytes(slip));
        var out = Files.newOutputStream(submissions.resolve(name))) {
      deed.accept(workbook);
      workbook.write(out);
    }
  }

  private static void type(XSSFWorkbook slip, String name, String value) {
    FilledBlank.type(Forms.cell(slip, name), value);
  }

  /** Writes into the column for answers beside the first thing to correct. */
  private static void answer(XSSFWorkbook slip, String text) {
    FilledBlank.type(slip.getSheet(LIST).getRow(2).getCell(ANSWERS), text);
  }

  private static String text(Cell cell) {
    return cell.getStringCellValue();
  }

  private static void rules(XSSFWorkbook slip) {
    RULES.forEach((name, value) -> type(slip, name, value));
  }

  /** What the rules of the form ask of every unit. */
  private static final Map<String, String> RULES =
      Map.of("f_5_3_1", "1", "f_5_3_2", "9", "f_6_1_1", "1", "f_6_1_2", "9");

  private void submit(String file, Map<String, String> values) throws IOException {
    var all = new HashMap<>(RULES);
    all.putAll(values);
    all.put("h_unit", "堡镇");
    all.put("h_date", "2023-06-27");
    Files.write(submissions.resolve(file), FilledBlank.with(all));
  }

  /** Merges; returns what became of every file, and the totals of the first item. */
  private List<String> merge() throws IOException {
    assertThat(SlipRun.merged(folder, submissions)).isZero();
    JsonNode report = JSON.readTree(folder.resolve("out/validation-report.json").toFile());
    var lines = new ArrayList<String>();
    for (var file : report.get("files")) {
      var findings = new ArrayList<String>();
      for (var finding : file.get("findings")) {
        if (!finding.get("code").asText().equals("rule-not-evaluable")) {
          findings.add(shown(finding));
        }
      }
      lines.add(file.get("path").asText() + " " + file.get("status").asText() + " " + findings);
    }
    for (var field : List.of("1.1.1", "1.1.2", "1.2.1", "7.1.3")) {
      JsonNode total = report.get("totals").get(field);
      String counters =
          total.get("counted") + "/" + total.get("blank") + "/" + total.get("excluded");
      if (!counters.equals("0/0/0")) {
        lines.add(field + " = " + total.get("value").asText() + " of " + counters);
      }
    }
    return lines;
  }

  private static String shown(JsonNode finding) {
    String sheet = finding.get("sheet").asText();
    String place = LIST.equals(sheet) ? " " + sheet + "!" + finding.get("cell").asText() : "";
    String field = finding.get("field").isNull() ? "" : " " + finding.get("field").asText();
    return finding.get("severity").asText() + " " + finding.get("code").asText() + field + place;
  }
}
