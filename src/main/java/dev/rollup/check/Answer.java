package dev.rollup.check;

import dev.rollup.model.Location;
import dev.rollup.submission.State;
import dev.rollup.submission.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a return says in one blank, as a rule looks at it.
 *
 * @param content what it comes to
 * @param raw what stands there, unconverted; null where the blank was not found
 * @param at where it stands
 */
record Answer(Value content, @Nullable String raw, Location at) {

  /** Returns whether there is a value. */
  State state() {
    return content.state();
  }

  /** Returns the number; 0 where there is none. */
  BigDecimal number() {
    return content instanceof Value.Number read ? read.number() : BigDecimal.ZERO;
  }

  /** Tells whether the blank is empty or holds a zero. */
  boolean isNothing() {
    return state() == State.BLANK
        || content instanceof Value.Number read && read.number().signum() == 0;
  }

  /** Returns the day of a blank that holds one. */
  LocalDate day() {
    return ((Value.Day) content).day();
  }

  /** Returns the words of a blank that holds some. */
  String text() {
    return ((Value.Words) content).text();
  }
}
