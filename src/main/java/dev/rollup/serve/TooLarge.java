package dev.rollup.serve;

import java.io.IOException;

/** What is sent is more than is taken. */
final class TooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says of which message it is, and how much is taken. */
  private final String limit;

  TooLarge(String key, long limit) {
    super(key);
    this.limit = String.valueOf(limit);
  }

  /** Returns how much is taken. */
  String limit() {
    return limit;
  }
}
