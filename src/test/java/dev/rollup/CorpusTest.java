package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.support.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile and odd files that others collected: each ends in one clear outcome, none is merged. */
@Tag("slow")
class CorpusTest {

  private static final Path CORPORA = Path.of("../shared/corpora");

  @TempDir Path folder;

  @Test
  void every_file_ends_in_one_status_and_nothing_is_merged() throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(CORPORA), "the corpora are not here");

    CommandRun run =
        CommandRun.of(
            "merge",
            CORPORA.toString(),
            "--allow-fewer",
            "--units",
            "samples/units.csv",
            "--out",
            folder.resolve("out").toString());

    assertThat(run.told()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
    var report = new ObjectMapper().readTree(folder.resolve("out/validation-report.json").toFile());
    long files;
    try (var walk = Files.walk(CORPORA)) {
      files = walk.filter(Files::isRegularFile).count();
    }
    assertThat(report.get("files")).hasSize((int) files);
    assertThat(report.get("files"))
        .allSatisfy(
            file -> {
              // A text that is no form may have come along with one.
              boolean text = file.get("path").asText().contains(".doc");
              assertThat(file.get("status").asText())
                  .isIn("rejected", text ? "skipped" : "rejected");
              assertThat(file.get("findings")).isNotEmpty();
            });
    assertThat(report.get("units"))
        .allSatisfy(unit -> assertThat(unit.get("state").asText()).isEqualTo("missing"));
  }
}
