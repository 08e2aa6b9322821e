package dev.rollup.submission;

/** Whether an entry has a value. */
public enum State {
  /** It was read with certainty. */
  READ,
  /** The unit left it empty, or wrote a sign for empty. Not zero. */
  BLANK,
  /** Something stands there that is left out of every total. */
  EXCLUDED
}
