package dev.rollup.merge;

import java.util.Locale;

/** Whether a unit reported before the deadline; the words are a contract. */
public enum Timeliness {
  ON_TIME,
  LATE,
  UNKNOWN;

  /** Returns the word of the report. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
