package dev.rollup.merge;

import java.util.Locale;

/** Where a unit stands; the words are a contract. */
public enum UnitState {
  /** Its numbers are in the totals. */
  REPORTED,
  /** It reported that nothing was done. */
  NIL,
  /** Something came, nothing of it was merged. */
  RETURNED,
  /** Nothing came, and the deadline is over. */
  MISSING,
  /** Nothing came yet. */
  AWAITED;

  /** Returns the word of the report. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tells whether the unit counts as one that reported. */
  public boolean actual() {
    return this == REPORTED || this == NIL;
  }
}
