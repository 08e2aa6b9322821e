package dev.rollup.model;

import java.util.Objects;

/**
 * A stretch of a text that does not look like what is stored there.
 *
 * @param from the index of its first character, in UTF-16 units
 * @param to the index behind its last
 * @param mark what is the matter with it
 */
public record Span(int from, int to, Mark mark) {

  /** Refuses a stretch of nothing. */
  public Span {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("no stretch from " + from + " to " + to);
    }
    Objects.requireNonNull(mark);
  }

  /** Tells whether it shares a character with another stretch. */
  public boolean touches(int otherFrom, int otherTo) {
    return from < otherTo && otherFrom < to;
  }
}
