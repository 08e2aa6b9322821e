package dev.rollup;

/** Placeholder of the entry point, so that the core builds on its own. */
final class Main {
  private Main() {}
}
