package dev.rollup.write;

import dev.rollup.config.TemplateReader;
import dev.rollup.merge.Report;
import dev.rollup.run.ClerkFiles;
import dev.rollup.run.Merge;
import dev.rollup.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a merge of the samples comes to.
 *
 * @param report everything that is known
 * @param bytes the summary workbook
 */
public record SampleSummary(Report report, byte[] bytes) {

  private static final OffsetDateTime AFTERWARDS = OffsetDateTime.parse("2023-07-01T00:00:00Z");

  public static SampleSummary of(Path folder) throws Exception {
    return of(folder, Optional.empty(), AFTERWARDS);
  }

  public static SampleSummary of(Path folder, Optional<String> deadline, OffsetDateTime now)
      throws Exception {
    Path out = folder.resolve("out");
    var request =
        new Merge.Request(
            List.of(Path.of("samples/submissions")),
            TemplateReader.DEFAULT_ID,
            Optional.of(Path.of("samples/units.csv")),
            out,
            new Merge.Header(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            deadline,
            ClerkFiles.NONE,
            Optional.empty(),
            now,
            false,
            false,
            false,
            1,
            Merge.Extras.NONE);
    Report report = new Merge(Forms.ZH, Progress.NONE).run(request).report();
    return new SampleSummary(report, Files.readAllBytes(out.resolve("summary.xlsx")));
  }
}
