package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.cli.Rollup;
import dev.rollup.support.FilledBlank;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one run leaves behind for the next, and what it must not. */
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
    assertThat(out.resolve("changes.txt")).hasContent("与上次相比没有变化。\n");
    assertThat(out.resolve(REPORT)).hasBinaryContent(first);

    returned("乙镇", "8");
    merge();
    assertThat(out.resolve("changes.txt"))
        .hasContent(
            """
            新报送（1家）：乙镇
            已解决的问题（1处）：
              [须改正] 乙镇：尚未收到“乙镇”的统计表。
            有变动的合计（1项）：
              第1项宣讲活动的场次：5 → 13（+8）
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

  private void returned(String unit, String count) throws IOException {
    byte[] form = FilledBlank.with(Map.of("h_unit", unit, "f_1_1_1", count), workbook -> {});
    Files.write(folder.resolve("in/" + unit + ".xlsx"), form);
  }

  private String merge() {
    var printed = new ByteArrayOutputStream();
    var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    String[] args = {
      "merge",
      folder.resolve("in").toString(),
      "--units",
      folder.resolve("units.csv").toString(),
      "--out",
      out.toString()
    };
    var clock = Clock.fixed(Instant.parse("2023-07-01T00:00:00Z"), ZoneOffset.UTC);
    assertThat(Rollup.run(args, stream, stream, clock)).isLessThan(2);
    return printed.toString(StandardCharsets.UTF_8);
  }
}
