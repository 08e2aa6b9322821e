package dev.rollup.template;

/** What a blank takes. */
public enum FieldType {
  /** A whole number in a measure; below zero only where a field says that it may be. */
  COUNT,
  /** A number with decimals, in a measure. */
  DECIMAL,
  /** An amount of money, with the decimals of its measure. */
  MONEY,
  /** A rate in percent. */
  PERCENT,
  /** One of the answers that the form offers. */
  CHOICE,
  /** A sign that says yes: √, ○. */
  MARK,
  /** Words, never added up. */
  TEXT,
  /** A calendar day. */
  DATE;

  /** More than a program that computes with floating point keeps. */
  private static final int COMPUTED = 20;

  /** Returns how many decimals are taken where the form does not say how many there may be. */
  public int decimals() {
    return switch (this) {
      case DECIMAL, MONEY -> 6;
      case PERCENT -> COMPUTED;
      case COUNT, TEXT, DATE, CHOICE, MARK -> 0;
    };
  }

  /** Tells whether it takes a number. */
  public boolean number() {
    return switch (this) {
      case COUNT, DECIMAL, MONEY, PERCENT -> true;
      case CHOICE, MARK, TEXT, DATE -> false;
    };
  }
}
