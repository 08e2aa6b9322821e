package dev.rollup.template;

/** What an answer says about time. */
public enum Time {
  /** What happened in the period of the form. */
  FLOW,
  /** What there is at the end of the period. */
  STOCK,
  /** What happened since a fixed day: it never becomes less. */
  CUMULATIVE
}
