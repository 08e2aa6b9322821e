package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
