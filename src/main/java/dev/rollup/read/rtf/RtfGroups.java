package dev.rollup.read.rtf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;

/** The groups that are open, each inside the one before it (RTF 1.9.1, "Groups"). */
final class RtfGroups {

  private final Deque<RtfGroup> outer = new ArrayDeque<>();
  private RtfGroup current = new RtfGroup();

  /** Returns the innermost; outside of all groups, what holds for the file. */
  RtfGroup current() {
    return current;
  }

  /** Returns the one that the innermost stands in. */
  RtfGroup outer() {
    return outer.isEmpty() ? current : outer.element();
  }

  /** Returns how many are open. */
  int depth() {
    return outer.size();
  }

  /** Opens one inside the innermost; returns it. */
  RtfGroup open() throws Refusal {
    outer.push(current);
    if (outer.size() > Limits.DEPTH) {
      throw Refusal.of(UNSAFE_CONTENT);
    }
    current = current.inner();
    return current;
  }

  /** Refuses a file in which more groups are closed than opened. */
  void checkOpen() throws Refusal {
    if (outer.isEmpty()) {
      throw Refusal.of(DAMAGED_FILE);
    }
  }

  /** Closes the innermost. */
  void close() {
    current = outer.pop();
  }
}
