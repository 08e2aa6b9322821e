package dev.rollup.finding;

import java.util.Locale;

/** How much a finding weighs, the lightest first. */
public enum Severity {
  /** On record, nothing to do. */
  INFO,
  /** To be confirmed by the unit; the number counts. */
  WARNING,
  /** To be corrected: something was left out, or a rule that must hold does not. */
  ERROR;

  /** Returns the word of the report and the command line: {@code info}, {@code warning}, … */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
