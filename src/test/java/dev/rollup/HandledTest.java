package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.support.CommandRun;
import dev.rollup.support.FilledBlank;
import dev.rollup.write.Forms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the clerk writes beside a problem in the summary is there again after the next run. */
@Tag("slow")
class HandledTest {

  private static final DataFormatter SHOWN = new DataFormatter();
  private static final int PROBLEM = 5;
  private static final int LEVEL = 6;
  private static final int HANDLED = 8;

  @TempDir private Path folder;
  private Path in;
  private Path out;

  @BeforeEach
  void returns() throws IOException {
    in = Files.createDirectories(folder.resolve("in"));
    out = folder.resolve("out");
    Files.writeString(folder.resolve("units.csv"), "id,name\n甲,甲镇\n乙,乙镇\n");
    returned("甲镇", "十二", "200");
    returned("乙镇", "8", "约90");
  }

  @Test
  void what_is_right_is_no_question_any_more_and_stays_answered() throws IOException {
    merge();
    assertThat(levels("数字写法已换算（汉字、万）")).containsExactly("请核实");
    write("数字写法已换算（汉字、万）", "属实，有签到表");
    for (int run = 0; run < 2; run++) {
      merge("--contact", "李某", "--as-of", "2023-06-30 09:00");
      assertThat(levels("数字写法已换算（汉字、万）")).containsExactly("已核实");
      assertThat(notes("数字写法已换算（汉字、万）")).containsExactly("属实，有签到表");
      assertThat(report()).contains("属实，有签到表", "李某 2023-06-30").doesNotContain("side-file");
    }
  }

  @Test
  void what_was_noted_beside_a_problem_stays_and_settles_nothing_that_is_to_be_corrected()
      throws IOException {
    merge();
    write("填了约数", "已电话通知，周三重报");
    merge();
    assertThat(notes("填了约数")).containsExactly("已电话通知，周三重报");
    assertThat(levels("填了约数")).containsExactly("须改正");
    write("填了约数", "属实");
    merge();
    assertThat(levels("填了约数")).containsExactly("须改正");
    assertThat(notes("填了约数")).containsExactly("属实");
    assertThat(report()).contains("不能以核实代替");
  }

  @ParameterizedTest
  @ValueSource(strings = {"属实？待核", "属实，应为30", "属实与否，周三答复", "属实，但并非全部", "不属实", "核实"})
  void what_may_mean_something_else_settles_nothing(String note) throws IOException {
    merge();
    write("数字写法已换算（汉字、万）", note);
    merge();
    assertThat(levels("数字写法已换算（汉字、万）")).containsExactly("请核实");
    assertThat(notes("数字写法已换算（汉字、万）")).containsExactly(note);
  }

  @Test
  void another_number_is_asked_about_again() throws IOException {
    merge();
    write("数字写法已换算（汉字、万）", "属实");
    returned("甲镇", "十三", "200");
    merge();
    assertThat(levels("数字写法已换算（汉字、万）")).containsExactly("请核实");
    assertThat(notes("数字写法已换算（汉字、万）")).containsExactly("");
  }

  private String report() throws IOException {
    return Files.readString(out.resolve("validation-report.json"));
  }

  private List<String> levels(String problem) throws IOException {
    return column(problem, LEVEL);
  }

  private List<String> notes(String problem) throws IOException {
    return column(problem, HANDLED);
  }

  private List<String> column(String problem, int column) throws IOException {
    var found = new ArrayList<String>();
    try (XSSFWorkbook book = Forms.open(Files.readAllBytes(out.resolve("summary.xlsx")))) {
      for (var row : book.getSheet("问题清单")) {
        if (text(row, PROBLEM).equals(problem)) {
          found.add(text(row, column));
        }
      }
    }
    return found;
  }

  private void write(String problem, String note) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook book = Forms.open(Files.readAllBytes(out.resolve("summary.xlsx")))) {
      for (var row : book.getSheet("问题清单")) {
        if (text(row, PROBLEM).equals(problem)) {
          // POI would leave the old text of an inline string in its place.
          row.createCell(HANDLED).setCellValue(note);
        }
      }
      book.write(bytes);
    }
    Files.write(out.resolve("summary.xlsx"), bytes.toByteArray());
  }

  private static String text(Row row, int column) {
    return SHOWN.formatCellValue(row.getCell(column));
  }

  private void returned(String unit, String reports, String attendance) throws IOException {
    Files.write(
        in.resolve(unit + ".xlsx"),
        FilledBlank.with(
            Map.of("h_unit", unit, "f_3_2_1", reports, "f_1_1_1", "3", "f_1_1_2", attendance),
            workbook -> {}));
  }

  private void merge(String... more) {
    var args = new ArrayList<>(List.of("merge", in.toString(), "--out", out.toString()));
    args.addAll(List.of("--units", folder.resolve("units.csv").toString()));
    args.addAll(List.of(more));
    CommandRun run = CommandRun.of(args.toArray(String[]::new));
    assertThat(run.status()).as(run.told()).isLessThan(2);
  }
}
