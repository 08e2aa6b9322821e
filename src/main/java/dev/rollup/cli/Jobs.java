package dev.rollup.cli;

import java.util.Optional;

/** How many files are read at a time. */
final class Jobs {

  private Jobs() {}

  /** Returns what was asked for, at least one; else one for each processor. */
  static int of(Optional<Integer> asked) {
    return Math.max(1, asked.orElseGet(() -> Runtime.getRuntime().availableProcessors()));
  }
}
