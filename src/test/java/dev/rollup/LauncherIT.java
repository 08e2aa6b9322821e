package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollup.support.OtherProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher as cron and a newcomer meet it. */
class LauncherIT {

  private static final Path LAUNCHER = Path.of("scripts/rollup").toAbsolutePath();

  @TempDir Path folder;

  @BeforeAll
  static void the_jar_is_there_and_new() throws IOException {
    Path jar = Path.of("target/rollup.jar");
    assertThat(jar).exists();
    // Packaging leaves a jar of the same bytes as it is, older than sources that were touched.
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
  }

  private record Run(int status, String out, String err) {}

  @Test
  void districts_that_are_merged_apart_come_to_the_same_as_all_at_once() throws Exception {
    assumeTrue(OtherProgram.run("parallel", "--version") == 0, "GNU parallel is not here");
    assumeTrue(OtherProgram.run("python3", "--version") == 0, "Python is not here");
    String script = Path.of("scripts/campaign").toAbsolutePath().toString();

    Run run = run(folder, script, "apart", "--districts", "3", "--cities", "2", "--units", "2");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("6 forms").endsWith("All 35 totals are the same both ways.\n");
  }

  @Test
  void merges_files_with_chinese_names_without_any_environment() throws Exception {
    assumeTrue(
        Stream.of("/usr/local/bin/java", "/usr/bin/java", "/bin/java")
            .anyMatch(java -> Files.isExecutable(Path.of(java))),
        "without an environment no Java is found here");
    Path submissions = Files.createDirectories(folder.resolve("报表 文件夹"));
    Files.copy(Path.of("samples/submissions/城桥镇.xlsx"), submissions.resolve("城桥镇.xlsx"));
    Files.copy(Path.of("samples/units.csv"), folder.resolve("units.csv"));

    Run run = run(folder, "env", "-i", LAUNCHER.toString(), "merge", "报表 文件夹", "--out", "结果");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).startsWith("应报28家，实报1家，未报27家。");
    assertThat(folder.resolve("结果"))
        .isDirectoryContaining("glob:**summary.xlsx")
        .isDirectoryContaining("glob:**return.xlsx")
        .isDirectoryContaining("glob:**counts.csv")
        .isDirectoryContaining("glob:**validation-report.html")
        .isDirectoryContaining("glob:**validation-report.json");
  }

  @Test
  void works_through_a_symlink_from_any_folder() throws Exception {
    Path first = Files.createSymbolicLink(folder.resolve("rollup-link"), LAUNCHER);
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path link =
        Files.createSymbolicLink(bin.resolve("rollup"), Path.of("../" + first.getFileName()));

    Run run = run(folder, link.toString(), "template", "--out", "空白.xlsx");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(folder.resolve("空白.xlsx")).isNotEmptyFile();
  }

  @Test
  void hands_options_to_the_virtual_machine() throws Exception {
    Run run =
        run(
            folder,
            "env",
            "ROLLUP_JAVA_OPTS=-Xmx64m -XX:+PrintFlagsFinal",
            LAUNCHER.toString(),
            "--version");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("MaxHeapSize").contains("67108864").contains("rollup 0.");
  }

  @Test
  void an_archive_that_is_worth_nothing_does_no_harm() throws Exception {
    run(folder, LAUNCHER.toString(), "--version");
    Path archive;
    try (var list = Files.list(Path.of("target"))) {
      archive = list.filter(f -> f.toString().endsWith(".jsa")).findFirst().orElseThrow();
    }
    Files.delete(archive);
    Files.writeString(archive, "worthless");

    Run run = run(folder, LAUNCHER.toString(), "--version");
    Files.delete(archive);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("rollup 0.");
    assertThat(run.status()).isZero();
  }

  @Test
  void the_jar_works_without_the_launcher() throws Exception {
    Path jar = Path.of("target/rollup.jar").toAbsolutePath();

    Run run = run(folder, "java", "-jar", jar.toString(), "--version");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("rollup 0.");
    assertThat(run.status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"11.0.24, release", "1.8.0_412, release", "16, asked", "1.8.0_412, asked", "9, jre"})
  void says_that_java_is_too_old(String version, String where) throws Exception {
    Path home = folder.resolve("old jdk");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    if (where.equals("jre")) {
      home = home.resolve("jre");
      java = Files.createDirectories(home.resolve("bin")).resolve("java");
    }
    boolean asked = where.equals("asked");
    Files.writeString(
        java,
        "#!/bin/sh\n"
            + (asked
                ? "[ \"$1\" = -version ] && echo 'openjdk version \"" + version + "\"' >&2\n"
                : "")
            + "exit 1\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    if (!asked) {
      Files.writeString(folder.resolve("old jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    Run run = run(folder, "env", "JAVA_HOME=" + home, LAUNCHER.toString(), "--version");

    assertThat(run.status()).isEqualTo(127);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("rollup: Java 版本太旧（" + version + "，").hasLineCount(1);
  }

  @Test
  void a_reader_that_has_seen_enough_is_no_failure() throws Exception {
    Run run =
        run(
            folder,
            "sh",
            "-c",
            "{ '" + LAUNCHER + "' explain; echo $? >status; } | { read -r line; echo \"$line\"; }");
    assertThat(run.out()).startsWith("coerced-count").hasLineCount(1);
    assertThat(run.err()).isEmpty();
    assertThat(folder.resolve("status")).hasContent("0\n");

    run = run(folder, "sh", "-c", "'" + LAUNCHER + "' explain >/dev/full");
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full here");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).startsWith("结果没有全部输出").hasLineCount(1);
  }

  @Test
  void the_jar_reads_nothing_where_names_would_come_in_mangled() throws Exception {
    Path jar = Path.of("target/rollup.jar").toAbsolutePath();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path submissions = Files.createDirectories(folder.resolve("in"));
    Files.copy(Path.of("samples/submissions/城桥镇.xlsx"), submissions.resolve("城桥镇.xlsx"));
    List<String> bare = List.of("env", "-i", java.toString(), "-jar", jar.toString());

    Run run = run(folder, with(bare, "merge", "in", "--out", "out"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("ANSI_X3.4-1968")
        .contains("LC_ALL=C.UTF-8")
        .contains("什么也没有读")
        .hasLineCount(1);
    assertThat(folder.resolve("out")).doesNotExist();

    assertThat(run(folder, with(bare, "merge", "报表", "--lang", "en")).err())
        .startsWith("In this locale (ANSI_X3.4-1968) Java cannot read Chinese file names");
    assertThat(run(folder, with(bare, "--version")).status()).isZero();
    Files.writeString(folder.resolve("rollup.json"), "{\"out\": \"结果\"}");
    run = run(folder, with(bare, "doctor", "in"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("须处理　语言环境：", "LC_ALL=C.UTF-8");
    assertThat(run.err()).isEmpty();
    Files.delete(folder.resolve("rollup.json"));

    List<String> set =
        List.of("env", "-i", "LC_ALL=C.UTF-8", java.toString(), "-jar", jar.toString());
    run = run(folder, with(set, "merge", "in", "--out", "out"));
    assertThat(run.status()).isLessThan(2);
    assertThat(Files.readString(folder.resolve("out/validation-report.json")))
        .contains("\"城桥镇.xlsx\"");
  }

  private static String[] with(List<String> command, String... more) {
    return Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private Run run(Path directory, String... command) throws IOException, InterruptedException {
    var full = new ArrayList<>(List.of(command));
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    Process process =
        new ProcessBuilder(full)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Run(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
