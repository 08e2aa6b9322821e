package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.support.CommandRun;
import dev.rollup.support.FilledBlank;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person who does not know the command line is told by it. */
@Tag("slow")
class CommandLineTest {

  private static final String COMMANDS =
      "merge,validate,template,explain,init,serve,series,config,doctor,completion,help,schema,"
          + "schema infer,schema show,schema check,schema export,schema import,schema diff";

  @TempDir Path folder;
  private String said;
  private String told;

  @Test
  void every_help_has_examples_that_parse_and_what_it_ends_as() {
    for (var language : List.of("zh", "en")) {
      for (var command : COMMANDS.split(",")) {
        var args = Stream.concat(Stream.of("help"), Arrays.stream(command.split(" ")));
        assertThat(run(Stream.concat(args, Stream.of("--lang", language)).toArray(String[]::new)))
            .isZero();
        String help = said;
        assertThat(help).as(command).contains("  0  ", "  70  ").contains("  rollup " + command);
        assertThat(help.lines().filter(line -> line.startsWith("  rollup ")))
            .as(command)
            .isNotEmpty()
            .allSatisfy(example -> assertThat(example).startsWith("  rollup " + command));
        assertThat(run(command.concat(" --help --lang " + language).split(" "))).isZero();
        assertThat(said).isEqualTo(help);
      }
    }
    assertThat(run("help")).isZero();
    assertThat(said.lines().filter(line -> line.matches("  [a-z]+ .*")).count()).isEqualTo(12 + 3);
  }

  @Test
  void options_stand_with_what_they_are_about() {
    run("merge", "--help");
    assertThat(said)
        .startsWith("用法：rollup merge [OPTIONS] SUBMISSIONS...\n")
        .containsSubsequence(
            "读什么：",
            "--units",
            "汇总单位和时间：",
            "--deadline",
            "如何判断：",
            "--fail-on",
            "写什么：",
            "--out",
            "运行方式：",
            "--jobs",
            "退出码：",
            "例：");
    assertThat(said.lines().filter(line -> line.strip().startsWith("--")).distinct().count())
        .isEqualTo(said.lines().filter(line -> line.strip().startsWith("--")).count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mrege                 | 不认识“mrege”，是不是“merge”？
          merge x --unist u     | 不认识“--unist”，是不是“--units”？
          merge x --uints=u     | 不认识“--uints=u”，是不是“--units”？
          schema infre x        | 不认识“infre”，是不是“infer”？
          help validat          | 不认识“validat”，是不是“validate”？
          merge x --frobnicate  | 不认识“--frobnicate”。
          frobnicate            | 不认识“frobnicate”。
          """)
  void only_what_is_near_is_suggested(String line, String expected) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(told.lines().findFirst()).contains(expected);
  }

  @Test
  void the_version_says_what_it_runs_on() {
    assertThat(run("--version")).isZero();
    assertThat(said.lines()).hasSize(5).first().asString().startsWith("rollup ");
    assertThat(said)
        .contains("Java " + System.getProperty("java.version"))
        .contains(System.getProperty("os.name"))
        .contains("chongming-safety-month-2023");
  }

  @Test
  void a_merge_can_be_one_document() throws IOException {
    Path in = received();
    Path out = folder.resolve("out");
    assertThat(run("merge", in.toString(), "--out", out.toString(), "--format", "json")).isZero();
    assertThat(said).isEqualTo(Files.readString(out.resolve("validation-report.json")));
    assertThat(told).isEmpty();
  }

  @Test
  void the_doctor_finds_all_well() throws IOException {
    Path in = received();
    Files.writeString(folder.resolve("units.csv"), "序号,单位名称\n1,甲镇\n");
    assertThat(run("doctor", in.toString(), "--out", folder.resolve("out").toString())).isZero();
    assertThat(said)
        .contains("正常　　单位名单：" + folder.resolve("units.csv") + "，1 家\n")
        .contains("正常　　报表：" + in + "，1 个文件\n")
        .endsWith("\n一切就绪。\n")
        .doesNotContain("须处理");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void the_doctor_says_all_that_is_to_be_done() throws IOException {
    Path in = received();
    Files.writeString(folder.resolve("units.csv"), "编号,单位\n1,甲镇\n1,乙镇\n");
    Files.writeString(folder.resolve("rollup.json"), "{\"uints\": \"u\"}");
    Files.writeString(folder.resolve("ledger.csv"), "单位,收到时间\n甲镇,昨天\n乙镇,前天\n");
    Path out = Files.createDirectories(folder.resolve("out"));
    try (var lock =
        FileChannel.open(
            out.resolve(".rollup.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(lock.lock().isValid()).isTrue();
      assertThat(
              run(
                  "doctor",
                  in.toString(),
                  "--out",
                  out.toString(),
                  "--received",
                  folder.resolve("ledger.csv").toString(),
                  "--lang",
                  "en"))
          .isEqualTo(2);
    }
    assertThat(said)
        .contains("to do  Settings: ")
        .contains("did you mean “units”?")
        .contains("to do  Roster: ")
        .contains("to do  Side files: ")
        .contains("“昨天”", "“前天”")
        .contains("to do  In use: ")
        .contains("ok     Template: ")
        .endsWith("See first to what is marked “to do”.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "in/甲镇.xlsx/x"})
  void the_doctor_looks_for_the_returns(String where) throws IOException {
    received();
    assertThat(run("doctor", folder.resolve(where).toString())).isEqualTo(2);
    assertThat(said).contains("须处理　报表：找不到 " + folder.resolve(where));
  }

  @Test
  void the_shell_can_complete() {
    assertThat(run("completion")).isZero();
    assertThat(said).startsWith("#!/usr/bin/env bash").contains("--resubmit-by", "doctor");
  }

  private Path received() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.write(
        in.resolve("甲镇.xlsx"),
        FilledBlank.with(Map.of("h_unit", "甲镇", "f_1_1_1", "2", "f_1_1_2", "30")));
    return in;
  }

  private int run(String... args) {
    CommandRun run = CommandRun.of(args);
    said = run.said();
    told = run.told();
    return run.status();
  }
}
