package dev.rollup.template;

/** What a blank takes. */
public enum FieldType {
  /** A whole number, not negative, in a measure. */
  COUNT,
  /** Words, never added up. */
  TEXT,
  /** A calendar day. */
  DATE
}
