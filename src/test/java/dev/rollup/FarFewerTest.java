package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.support.CommandRun;
import dev.rollup.support.FilledBlank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is empty, wrong or half there takes nobody's results away. */
@Tag("slow")
class FarFewerTest {

  private static final List<String> UNITS = List.of("甲镇", "乙镇", "丙镇", "丁镇", "戊镇");

  @TempDir Path folder;
  private Path in;
  private Path out;
  private String said;

  @BeforeEach
  void roster() throws IOException {
    in = Files.createDirectories(folder.resolve("in"));
    out = folder.resolve("out");
    var roster = new StringBuilder("id,name\n");
    UNITS.forEach(unit -> roster.append(unit.charAt(0)).append(',').append(unit).append('\n'));
    Files.writeString(folder.resolve("units.csv"), roster);
  }

  @Test
  void an_empty_folder_makes_nothing() {
    assertThat(merge()).isEqualTo(5);
    assertThat(said)
        .isEqualTo(
            in
                + " 里的 0 个文件没有一份是《上海市崇明区“安全生产月”活动进展情况统计表》，所以什么也没有写出；"
                + "请核对文件夹是否选对、是否已连接（逐个文件的原因见 rollup validate），确实如此的请加 --allow-fewer。\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void a_folder_of_other_files_makes_nothing() throws IOException {
    Files.writeString(in.resolve("价格.csv"), "品名,单价\n水泥,400\n");
    Files.writeString(in.resolve("读我.txt"), "会议纪要");
    Files.write(in.resolve("照片.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    Files.write(in.resolve("空.xlsx"), new byte[0]);
    assertThat(merge("--slips", "--lang", "en")).isEqualTo(5);
    assertThat(said).startsWith("Of the 4 files in " + in + " none is ").hasLineCount(1);
    assertThat(out).doesNotExist();
  }

  @Test
  void a_form_that_nobody_filled_in_is_a_return() throws IOException {
    Files.write(in.resolve("空表.xlsx"), FilledBlank.with(Map.of(), workbook -> {}));
    assertThat(merge()).isEqualTo(1);
    assertThat(out).isDirectoryContaining("glob:**summary.xlsx");
  }

  @Test
  void under_half_of_what_was_there_changes_nothing() throws IOException {
    for (var unit : UNITS) {
      returned(unit);
    }
    assertThat(merge("--slips")).isLessThan(2);
    Map<String, byte[]> before = contents();
    for (var unit : UNITS.subList(2, 5)) {
      Files.delete(in.resolve(unit + ".xlsx"));
    }

    assertThat(merge("--slips")).isEqualTo(5);
    assertThat(said).startsWith(in + " 里这次只有 2 家单位的报表，上次有 5 家，").hasLineCount(1);
    assertThat(contents()).containsExactlyInAnyOrderEntriesOf(before);

    Path nowhere = Files.createDirectories(folder.resolve("nowhere"));
    assertThat(run("merge", nowhere.toString(), "--out", out.toString(), "-q")).isEqualTo(5);
    assertThat(said).startsWith(nowhere + " 里这次只有 0 家单位的报表，上次有 5 家，");
    assertThat(contents()).containsExactlyInAnyOrderEntriesOf(before);

    assertThat(merge("--slips", "--allow-fewer")).isEqualTo(1);
    assertThat(said).startsWith("应报5家，实报2家，未报3家");
    assertThat(out.resolve("slips/丙-丙镇.txt")).exists();
  }

  @Test
  void returns_that_cannot_be_opened_are_not_at_hand_and_those_that_go_back_are()
      throws IOException {
    for (var unit : UNITS) {
      returned(unit, "约5");
    }
    assertThat(merge()).isEqualTo(1);
    assertThat(merge("--strict")).isEqualTo(1);
    assertThat(said).startsWith("应报5家，实报0家，退回待重报5家");
    assertThat(merge()).isEqualTo(1);
    for (var unit : UNITS) {
      Files.write(in.resolve(unit + ".xlsx"), new byte[512]);
    }
    assertThat(merge()).isEqualTo(5);
    assertThat(said).startsWith(in + " 里这次只有 0 家单位的报表，上次有 5 家，");
  }

  @Test
  void half_of_what_was_there_is_enough() throws IOException {
    for (var unit : UNITS.subList(0, 4)) {
      returned(unit);
    }
    assertThat(merge()).isLessThan(2);
    Files.delete(in.resolve("甲镇.xlsx"));
    Files.delete(in.resolve("乙镇.xlsx"));
    assertThat(merge()).isLessThan(2);
    assertThat(said).startsWith("应报5家，实报2家");
  }

  @Test
  void another_form_is_not_held_against_the_last_run() throws IOException {
    String form = "samples/investment/";
    assertThat(
            run(
                "merge",
                form + "submissions",
                "--template",
                form + "blank.xlsx",
                "--units",
                form + "units.csv",
                "--out",
                out.toString()))
        .isLessThan(2);
    returned("甲镇");
    assertThat(merge()).isLessThan(2);
    assertThat(said).startsWith("应报5家，实报1家").doesNotContain("上次");
  }

  @Test
  void a_question_about_a_return_that_is_gone_is_not_settled() throws IOException {
    returned("甲镇");
    returned("乙镇", "约8");
    returned("丙镇", "约9");
    merge();
    Files.delete(in.resolve("乙镇.xlsx"));
    Files.move(in.resolve("丙镇.xlsx"), in.resolve("丙镇的.xlsx"));
    merge();
    assertThat(said)
        .contains(
            """
            不再计入（1家）：乙镇
            报表已不在文件夹里、又没有新报表的问题（1处，不算已解决）：
              [须改正] 乙镇：第3项报道企业主要负责人“五带头”的次数填“约8”，是约数，没有计入合计。
            新出现的问题（1处）：
              [须改正] 乙镇：尚未收到“乙镇”的统计表。
            """)
        .doesNotContain("已解决的问题");

    // Gone before, and sent anew: there is nothing left to settle but that it was missing.
    returned("乙镇", "8");
    merge();
    assertThat(said).contains("已解决的问题（1处）：\n  [须改正] 乙镇：尚未收到").doesNotContain("不算");
  }

  @Test
  void a_question_is_settled_by_another_return_of_the_unit_whatever_it_is_called()
      throws IOException {
    returned("甲镇", "约8");
    merge();
    Files.delete(in.resolve("甲镇.xlsx"));
    Files.write(in.resolve("更正.xlsx"), form("甲镇", "8"));
    merge();
    assertThat(said).contains("已解决的问题（1处）：\n  [须改正] 甲镇：第3项").doesNotContain("不算");
  }

  @Test
  void the_same_decimals_are_no_change() throws IOException {
    String form = "samples/investment/";
    for (int run = 1; run <= 2; run++) {
      run(
          "merge",
          form + "submissions",
          "--template",
          form + "blank.xlsx",
          "--units",
          form + "units.csv",
          "--out",
          out.toString());
    }
    assertThat(said).contains("\n与上次相比没有变化。\n");
  }

  private void returned(String unit) throws IOException {
    returned(unit, "5");
  }

  private void returned(String unit, String count) throws IOException {
    Files.write(in.resolve(unit + ".xlsx"), form(unit, count));
  }

  private static byte[] form(String unit, String count) {
    return FilledBlank.with(
        Map.of("h_unit", unit, "f_1_1_1", "2", "f_1_1_2", "30", "f_3_2_1", count), workbook -> {});
  }

  private Map<String, byte[]> contents() throws IOException {
    var contents = new TreeMap<String, byte[]>();
    try (var files = Files.walk(out)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        contents.put(out.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private int merge(String... more) {
    var args =
        new ArrayList<>(
            List.of(
                "merge",
                in.toString(),
                "--units",
                folder.resolve("units.csv").toString(),
                "--out",
                out.toString()));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private int run(String... args) {
    CommandRun run = CommandRun.of(args);
    said = run.said() + run.told();
    return run.status();
  }
}
