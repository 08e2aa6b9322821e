package dev.rollup.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How the two sides of a rule must stand to each other; the words are those of DHIS2, with four
 * more that forms need.
 */
public enum Operator {
  EQUAL_TO,
  NOT_EQUAL_TO,
  GREATER_THAN,
  GREATER_THAN_OR_EQUAL_TO,
  LESS_THAN,
  LESS_THAN_OR_EQUAL_TO,
  /** From the lower end of a range to its upper end, both included. */
  BETWEEN,
  /** Both sides are filled in, or neither is. Zero is filled in. */
  COMPULSORY_PAIR,
  /** At most one side is filled in. Zero is filled in. */
  EXCLUSIVE_PAIR,
  /** Both sides are above zero, or neither is. */
  POSITIVE_TOGETHER,
  /** The text on the left holds none of the words on the right. */
  NOT_CONTAINS;

  /** Returns the word of the template: {@code greater_than_or_equal_to}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the operator of a word; empty where there is none. */
  public static Optional<Operator> of(String word) {
    return Arrays.stream(values()).filter(operator -> operator.word().equals(word)).findFirst();
  }

  /** Tells whether only it matters that something stands there, and not what. */
  public boolean pairs() {
    return this == COMPULSORY_PAIR || this == EXCLUSIVE_PAIR;
  }
}
