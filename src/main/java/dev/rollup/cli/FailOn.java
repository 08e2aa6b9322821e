package dev.rollup.cli;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Severity;
import java.util.Locale;
import java.util.stream.Stream;

/** From which severity on findings make a run end with status 1. */
enum FailOn {
  ERROR,
  WARNING,
  NEVER;

  /** Returns the status of a run that came to these findings. */
  int status(Stream<Finding> findings) {
    return switch (this) {
      case NEVER -> ExitStatus.DONE;
      case ERROR -> atLeast(findings, Severity.ERROR);
      case WARNING -> atLeast(findings, Severity.WARNING);
    };
  }

  private static int atLeast(Stream<Finding> findings, Severity severity) {
    return findings.anyMatch(finding -> finding.severity().compareTo(severity) >= 0)
        ? ExitStatus.FINDINGS
        : ExitStatus.DONE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
