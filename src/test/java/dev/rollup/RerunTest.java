package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.support.CommandRun;
import dev.rollup.support.FilledBlank;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one run leaves behind for the next, and what it must not. */
@Tag("slow")
class RerunTest {

  private static final String REPORT = "validation-report.json";

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void receive() throws IOException {
    out = folder.resolve("out");
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("units.csv"), "id,name\nA,甲镇\nB,乙镇\n");
    returned("甲镇", "5");
  }

  @Test
  void only_changes_txt_knows_of_earlier_runs() throws IOException {
    merge();
    assertThat(out.resolve("changes.txt")).doesNotExist();
    byte[] first = Files.readAllBytes(out.resolve(REPORT));

    merge();
    assertThat(out.resolve("changes.txt"))
        .hasBinaryContent("\uFEFF与上次相比没有变化。\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(out.resolve(REPORT)).hasBinaryContent(first);

    returned("乙镇", "8");
    merge();
    assertThat(out.resolve("changes.txt"))
        .hasContent(
            """
            \uFEFF新报送（1家）：乙镇
            已解决的问题（1处）：
              [须改正] 乙镇：尚未收到“乙镇”的统计表。
            有变动的合计（1项）：
              第3项报道企业主要负责人“五带头”的次数：5 → 13（+8）
            """);
    assertThat(out.resolve(REPORT)).content().doesNotContain("changes.txt");

    Files.delete(folder.resolve("in/乙镇.xlsx"));
    merge();
    assertThat(out.resolve(REPORT)).hasBinaryContent(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"schemaVersion\": 2, \"template\": {\"id\": \"chongming-safety-month-2023\"}, \"outputs\": {}}",
        "{\"schemaVersion\": 1, \"template\": {\"id\": \"another\"}, \"outputs\": {}}",
        "{\"schemaVersion\": 1, \"template\": 7, \"files\": 3, \"units\": {}, \"outputs\": {}}"
      })
  void a_report_that_cannot_be_trusted_is_no_earlier_run(String report) throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve(REPORT), report);

    assertThat(merge()).contains("应报2家").doesNotContain("上次");
    assertThat(out.resolve("changes.txt")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void changes_that_nothing_is_compared_for_do_not_stay(String language) throws IOException {
    merge("--lang", language);
    merge("--lang", language);
    assertThat(out.resolve("changes.txt")).exists();
    Files.writeString(out.resolve(REPORT), "{\"sch");
    returned("乙镇", "8");
    merge();
    assertThat(out.resolve("changes.txt")).doesNotExist();

    Files.delete(folder.resolve("in/乙镇.xlsx"));
    merge("--lang", language);
    assertThat(out.resolve("changes.txt")).exists();
    Files.delete(out.resolve(REPORT));
    merge();
    assertThat(out.resolve("changes.txt")).doesNotExist();
  }

  @Test
  void changes_that_somebody_else_wrote_stay() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("changes.txt"), "6月28日：已电话通知堡镇\n");
    merge();
    assertThat(out.resolve("changes.txt")).hasContent("6月28日：已电话通知堡镇\n");
  }

  private void returned(String unit, String count) throws IOException {
    byte[] form = FilledBlank.with(Map.of("h_unit", unit, "f_3_2_1", count), workbook -> {});
    Files.write(folder.resolve("in/" + unit + ".xlsx"), form);
  }

  private String merge(String... more) {
    var args =
        new ArrayList<>(
            List.of(
                "merge",
                folder.resolve("in").toString(),
                "--units",
                folder.resolve("units.csv").toString(),
                "--out",
                out.toString()));
    args.addAll(List.of(more));
    CommandRun run = CommandRun.of(args.toArray(String[]::new));
    assertThat(run.status()).isLessThan(2);
    return run.said() + run.told();
  }
}
