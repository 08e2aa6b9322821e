package dev.rollup.write;

import dev.rollup.support.CommandRun;
import java.nio.file.Path;

/** A merge that writes slips, two days before the first of July 2023. */
final class SlipRun {

  private SlipRun() {}

  /** Merges into {@code out} of a folder that holds the roster; returns the exit status. */
  static int merged(Path folder, Path submissions) {
    return CommandRun.at(
            "2023-06-29T00:00:00Z",
            "merge",
            submissions.toString(),
            "--units",
            folder.resolve("units.csv").toString(),
            "--out",
            folder.resolve("out").toString(),
            "--slips",
            "--fail-on",
            "never")
        .status();
  }
}
