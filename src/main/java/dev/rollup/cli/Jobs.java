package dev.rollup.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** How many files are read at a time. */
final class Jobs {

  private Jobs() {}

  /** Returns what was asked for; else one for each processor. */
  static int of(Optional<Integer> asked, CommandSpec spec) {
    if (asked.isPresent() && asked.get() < 1) {
      throw new ParameterException(spec.commandLine(), "jobs-positive");
    }
    return asked.orElseGet(() -> Runtime.getRuntime().availableProcessors());
  }
}
