package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.support.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The same inputs and options give the same bytes. */
@Tag("slow")
@Isolated("sets what the whole machine shares")
class DeterminismTest {

  private static final Path SAMPLES = Path.of("samples/submissions");

  @TempDir Path folder;

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  @Test
  void outputs_do_not_depend_on_order_time_zone_locale_or_jobs() throws Exception {
    Locale.setDefault(Locale.CHINA);
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
    Map<String, String> first = merge(copy("a", 1), "2023-07-01T00:00:00Z", 1);

    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
    Map<String, String> second = merge(copy("b", 2), "2026-01-01T12:34:56Z", 4);

    assertThat(first.keySet()).contains("slips/催报-乡镇.txt", "slips/T04-庙镇-数据核实单.xlsx");
    assertThat(first.keySet().stream().filter(name -> !name.startsWith("slips/")))
        .containsExactly(
            "counts.csv",
            "narrative.docx",
            "return.docx",
            "return.xlsx",
            "summary.xlsx",
            "validation-report.html",
            "validation-report.json");
    assertThat(second).isEqualTo(first);
  }

  /** Copies the samples in an order of its own, so that the file system lists them otherwise. */
  private Path copy(String name, long seed) throws IOException {
    List<Path> files = new ArrayList<>();
    try (var walk = Files.walk(SAMPLES)) {
      walk.filter(Files::isRegularFile).forEach(files::add);
    }
    Collections.shuffle(files, new Random(seed));
    Path copy = folder.resolve(name).resolve("submissions");
    for (var file : files) {
      Path target = copy.resolve(SAMPLES.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
    return copy;
  }

  private Map<String, String> merge(Path submissions, String now, int jobs) throws IOException {
    Path out = submissions.resolveSibling("out");
    CommandRun run =
        CommandRun.at(
            now,
            "merge",
            submissions.toString(),
            "--units",
            "samples/units.csv",
            "--out",
            out.toString(),
            "--narrative",
            "--slips",
            "--jobs",
            String.valueOf(jobs));
    assertThat(run.status()).isEqualTo(1);
    var contents = new TreeMap<String, String>();
    try (var walk = Files.walk(out)) {
      for (var file :
          walk.filter(Files::isRegularFile)
              .filter(f -> !f.getFileName().toString().startsWith("."))
              .toList()) {
        contents.put(
            out.relativize(file).toString().replace('\\', '/'),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }
}
