package dev.rollup.cli;

import dev.rollup.run.ClerkFiles;
import dev.rollup.run.Merge;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What only a merge is asked for on the command line. */
final class MergeOptions {

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "rollup-out",
      descriptionKey = "option.out")
  Path out;

  @Mixin private OfficeOptions office;

  @Option(names = "--date", paramLabel = "DATE", descriptionKey = "option.date")
  private Optional<String> date;

  @Option(names = "--deadline", paramLabel = "TIME", descriptionKey = "option.deadline")
  private Optional<String> deadline;

  @Option(names = "--received", paramLabel = "FILE", descriptionKey = "option.received")
  private Optional<Path> received;

  @Option(names = "--confirmations", paramLabel = "FILE", descriptionKey = "option.confirmations")
  private Optional<Path> confirmations;

  @Option(names = "--corrections", paramLabel = "FILE", descriptionKey = "option.corrections")
  private Optional<Path> corrections;

  @Option(names = "--as-of", paramLabel = "TIME", descriptionKey = "option.as-of")
  private Optional<String> asOf;

  @Option(
      names = "--on-duplicate",
      paramLabel = "latest|reject",
      defaultValue = "latest",
      descriptionKey = "option.on-duplicate")
  private OnDuplicate onDuplicate;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      descriptionKey = "option.merge-format")
  Format format;

  @Option(names = "--allow-fewer", descriptionKey = "option.allow-fewer")
  private boolean allowFewer;

  // What a file of settings asks for, the command line can take back.

  @Option(
      names = "--narrative",
      negatable = true,
      fallbackValue = "true",
      descriptionKey = "option.narrative")
  private boolean narrative;

  @Option(
      names = "--slips",
      negatable = true,
      fallbackValue = "true",
      descriptionKey = "option.slips")
  private boolean slips;

  @Option(names = "--compare", paramLabel = "PATH=LABEL", descriptionKey = "option.compare")
  private List<String> compare = new ArrayList<>();

  @Option(names = "--resubmit-by", paramLabel = "TIME", descriptionKey = "option.resubmit-by")
  private Optional<String> resubmitBy;

  /** How the result is printed. */
  enum Format {
    text,
    json
  }

  /** What becomes of several differing returns of one unit. */
  enum OnDuplicate {
    latest,
    reject
  }

  /** Returns what is asked for of the returns in some folders. */
  Merge.Request request(
      List<Path> submissions,
      CommonOptions common,
      CheckOptions checks,
      Settings settings,
      Clock clock) {
    return new Merge.Request(
        submissions,
        common.template,
        checks.units,
        out,
        new Merge.Header(office.district, office.contact, office.phone, date),
        deadline,
        new ClerkFiles(received, confirmations, corrections, settings.path()),
        asOf,
        OffsetDateTime.now(clock),
        checks.strict,
        onDuplicate == OnDuplicate.reject,
        allowFewer,
        checks.jobs(),
        new Merge.Extras(narrative, slips, resubmitBy, compare));
  }
}
