package dev.rollup.merge;

import java.util.Locale;

/** What became of a file; the words are a contract. */
public enum FileStatus {
  ACCEPTED,
  ACCEPTED_WITH_ERRORS,
  SUPERSEDED,
  DUPLICATE,
  REJECTED,
  SKIPPED;

  /** Returns the word of the report: {@code accepted-with-errors}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Tells whether another file stands for this one, so that what was wrong with it is settled. */
  public boolean settled() {
    return this == SUPERSEDED || this == DUPLICATE;
  }

  /** Tells whether the file's numbers are in the totals. */
  public boolean counts() {
    return this == ACCEPTED || this == ACCEPTED_WITH_ERRORS;
  }
}
