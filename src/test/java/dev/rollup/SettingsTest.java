package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.support.CommandRun;
import dev.rollup.support.FilledBlank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is set once, and which of several settings holds. */
@Tag("slow")
class SettingsTest {

  @TempDir Path folder;
  private Path in;
  private Path file;
  private final Map<String, String> environment = new TreeMap<>();
  private String said;
  private String told;

  @BeforeEach
  void receive() throws IOException {
    in = Files.createDirectories(folder.resolve("in"));
    file = folder.resolve("rollup.json");
    Files.writeString(folder.resolve("list.csv"), "id,name\nA,甲镇\nB,乙镇\n");
    Files.write(
        in.resolve("甲镇.xlsx"),
        FilledBlank.with(Map.of("h_unit", "甲镇", "f_1_1_1", "2", "f_1_1_2", "30")));
  }

  @Test
  void options_win_over_the_environment_and_that_over_the_file() throws IOException {
    set(
        "{\"district\": \"file\", \"contact\": \"file\",\n \"phone\": \"file\", \"received\": \"\"}");
    environment.put("ROLLUP_CONTACT", "variable");
    environment.put("ROLLUP_PHONE", "variable");

    assertThat(run("config", in.toString(), "--phone", "option")).isZero();

    assertThat(held("district")).isEqualTo("district file rollup.json 第 1 行");
    assertThat(held("contact")).isEqualTo("contact variable 环境变量 ROLLUP_CONTACT");
    assertThat(held("phone")).isEqualTo("phone option 选项 --phone");
    assertThat(held("failOn")).isEqualTo("failOn error 缺省");
    assertThat(held("received")).isEqualTo("received - 缺省");
    assertThat(said).endsWith("设置文件：" + file + "\n");

    environment.put("ROLLUP_DEADLIN", "2023-06-28");
    environment.put("ROLLUP_JAVA_OPTS", "-Xmx1g");
    run("config", in.toString());
    assertThat(said)
        .endsWith("环境变量 ROLLUP_DEADLIN 不是设置，没有用到；是不是 ROLLUP_DEADLINE？\n")
        .doesNotContain("JAVA_OPTS");
  }

  @Test
  void a_merge_does_what_is_set() throws IOException {
    set(
        """
        {
          "units": "list.csv", "out": "results", "district": "示例区", "contact": "王敏",
          "phone": "021-1", "date": "today", "deadline": "2023-07-02 09:00",
          "slips": true, "failOn": "never", "language": "en"
        }
        """);

    assertThat(run("merge", in.toString())).isZero();

    assertThat(said).startsWith("1 of 2 units").contains("results");
    Path out = folder.resolve("results");
    assertThat(out.resolve("slips")).isDirectory();
    assertThat(Files.readString(out.resolve("validation-report.html"))).contains("王敏");
    // Not over yet: nobody is missing.
    var report = new ObjectMapper().readTree(out.resolve("validation-report.json").toFile());
    assertThat(report.at("/reporting/awaited").asInt()).isEqualTo(1);

    assertThat(run("merge", in.toString(), "--no-slips", "--fail-on", "error", "--lang", "zh"))
        .isZero();
    assertThat(out.resolve("slips")).doesNotExist();
    assertThat(said).startsWith("应报2家");
  }

  @Test
  void the_file_in_the_folder_of_returns_is_no_return() throws IOException {
    file = in.resolve("rollup.json");
    set("{\"units\": \"../list.csv\", \"out\": \"../results\"}");

    run("merge", in.toString());

    var report =
        new ObjectMapper().readTree(folder.resolve("results/validation-report.json").toFile());
    assertThat(report.at("/files/0/path").asText()).isEqualTo("rollup.json");
    assertThat(report.at("/files/0/status").asText()).isEqualTo("skipped");
    assertThat(report.at("/reporting/expected").asInt()).isEqualTo(2);

    assertThat(run("validate", in.toString())).isZero();
    assertThat(said).contains("rollup.json　-　非报表文件");
  }

  @Test
  void paths_and_forms_are_found_beside_the_file() throws IOException {
    Path other = Files.createDirectories(folder.resolve("form"));
    Files.copy(Path.of("samples/investment/blank.xlsx"), other.resolve("blank.xlsx"));
    file = other.resolve("any name.json");
    set("{\"template\": \"blank.xlsx\"}");

    assertThat(run("config", in.toString(), "--config", file.toString())).isZero();
    assertThat(held("template")).contains(other.resolve("blank.xlsx").toString());

    Path blank = folder.resolve("out.xlsx");
    environment.put("ROLLUP_CONFIG", file.toString());
    assertThat(run("template", "--out", blank.toString())).isZero();
    assertThat(blank).exists();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"out": "o", "uints": "u"}      | 第 1 行：不认识“uints”，是不是“units”？
          {"deadlines": ["x"]}            | 第 1 行：不认识“deadlines”，是不是“deadline”？
          {"colour": 1}                   | 第 1 行：不认识“colour”，可用的有：submissions、template、
          {"out": "a\\u0000b"}             | 第 1 行：“out”的值应写成 "…" 的样式。
          {"slips": "yes"}                | 第 1 行：“slips”的值应写成 true | false 的样式。
          {"phone": 2100}                 | 第 1 行：“phone”的值应写成 "…" 的样式。
          {"template": ""}                | 第 1 行：“template”的值应写成 "…" 的样式。
          {"failOn": "errors"}            | 第 1 行：“failOn”的值应写成 "error" | "warning" | "never" 的样式。
          {"jobs": 0}                     | 第 1 行：“jobs”的值应写成 1, 2, … 的样式。
          {"out": "a", "out": "b"}        | 第 1 行不是正确的 JSON
          {"out": "a",}                   | 第 1 行不是正确的 JSON
          ["out"]                         | 第 1 行不是正确的 JSON
          """)
  void what_is_not_understood_is_told_with_its_line(String json, String expected)
      throws IOException {
    set(json);
    assertThat(run("merge", in.toString())).isEqualTo(2);
    assertThat(told).startsWith("设置文件 " + file + " " + expected).hasLineCount(1);
    assertThat(said).isEmpty();
    assertThat(folder.resolve("o")).doesNotExist();
  }

  @Test
  void all_that_is_wrong_is_told_at_once() throws IOException {
    set("{\n\"uints\": \"u\",\n\"slips\": 1\n}");
    assertThat(run("validate", in.toString(), "--lang", "en")).isEqualTo(2);
    assertThat(told)
        .isEqualTo(
            """
            Settings %1$s, line 2: “uints” is not known; did you mean “units”?
            Settings %1$s, line 3: the value of “slips” is to be written as true | false.
            """
                .formatted(file));
    assertThat(run("merge", "--help")).isZero();
  }

  @Test
  void several_files_and_wrong_variables_are_refused() throws IOException {
    set("{}");
    Files.copy(file, in.resolve("rollup.json"));
    assertThat(run("config", in.toString())).isEqualTo(2);
    assertThat(told).startsWith("有多份设置文件（").contains(file.toString());

    assertThat(run("config", in.toString(), "--config", file.toString())).isZero();
    environment.put("ROLLUP_SLIPS", "perhaps");
    assertThat(run("config", in.toString(), "--config", file.toString())).isEqualTo(2);
    assertThat(told).isEqualTo("环境变量 ROLLUP_SLIPS 的值“perhaps”不对，应为 true | false。\n");
    environment.put("ROLLUP_SLIPS", "YES");
    assertThat(run("config", in.toString(), "--config", file.toString())).isZero();
    assertThat(held("slips")).isEqualTo("slips true 环境变量 ROLLUP_SLIPS");

    assertThat(run("merge", in.toString(), "--config", "nowhere.json")).isEqualTo(3);
    assertThat(told).startsWith("找不到 nowhere.json");
  }

  @Test
  void two_rosters_are_one_too_many() throws IOException {
    Files.writeString(folder.resolve("units.csv"), "id,name\nA,甲镇\n");
    Files.writeString(in.resolve("units.xlsx"), "whatever");
    assertThat(run("merge", in.toString(), "--out", folder.resolve("o").toString())).isEqualTo(2);
    assertThat(told)
        .startsWith("有多份单位名单（")
        .contains(in.resolve("units.xlsx").toString())
        .contains(folder.resolve("units.csv").toString());
  }

  private void set(String json) throws IOException {
    Files.writeString(file, json);
  }

  /** Returns the line of a setting, with single spaces. */
  private String held(String key) {
    return said.lines()
        .filter(line -> line.startsWith(key + " "))
        .findFirst()
        .orElse("")
        .replaceAll(" +", " ");
  }

  private int run(String... args) {
    CommandRun run = CommandRun.in(environment, args);
    said = run.said();
    told = run.told();
    return run.status();
  }
}
