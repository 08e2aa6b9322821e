package dev.rollup.office;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, each in a line: where, and what. */
final class Complaints {

  private final List<String> lines = new ArrayList<>();

  /** Adds one. */
  void add(String where, String what) {
    lines.add(where + ": " + what);
  }

  /** Adds one where something is not as it must be. */
  void unless(boolean isSo, String where, String what) {
    if (!isSo) {
      add(where, what);
    }
  }

  /** Returns all of them. */
  List<String> lines() {
    return List.copyOf(lines);
  }
}
