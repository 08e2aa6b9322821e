package dev.rollup.check;

import dev.rollup.finding.Mentioned;
import org.jspecify.annotations.Nullable;

/**
 * What one rule comes to on one row.
 *
 * @param ruling whether it holds
 * @param left what the left operand comes to; null where it is blank
 * @param right what the right operand comes to; null where it is blank
 * @param obstacle the answer without which it cannot be judged; null unless that is the ruling
 */
record Judgement(
    Ruling ruling, @Nullable Mentioned left, @Nullable Mentioned right, @Nullable Answer obstacle) {

  /** Whether a rule holds. */
  enum Ruling {
    HOLDS,
    BROKEN,
    /** It is not for this return, or its strategy skips it. */
    SKIPPED,
    /** It would be judged if what stands there had been read. */
    NOT_EVALUABLE
  }

  /** A judgement with nothing more to say. */
  static Judgement of(Ruling ruling) {
    return new Judgement(ruling, null, null, null);
  }

  /** No judgement, since something could not be read. */
  static Judgement prevented(Answer obstacle) {
    return new Judgement(Ruling.NOT_EVALUABLE, null, null, obstacle);
  }

  /** Tells whether nothing needs to be said. */
  boolean silent() {
    return ruling == Ruling.HOLDS || ruling == Ruling.SKIPPED;
  }
}
