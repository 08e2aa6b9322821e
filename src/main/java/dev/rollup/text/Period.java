package dev.rollup.text;

import java.time.LocalDate;

/**
 * The days that the counts are about, both included.
 *
 * @param from the first day
 * @param to the last day
 */
public record Period(LocalDate from, LocalDate to) {

  /** Refuses a period that ends before it begins. */
  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period ends before it begins");
    }
  }
}
