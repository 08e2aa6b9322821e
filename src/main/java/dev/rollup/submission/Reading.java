package dev.rollup.submission;

import dev.rollup.finding.FindingCode;
import dev.rollup.text.Decimals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the content of one cell came to.
 *
 * @param state whether there is a value
 * @param number the number, without zeros behind its last decimal; null unless {@link State#READ}
 * @param notes what is to be said about it; exactly one is an error where it was excluded
 */
public record Reading(State state, @Nullable BigDecimal number, List<FindingCode> notes) {

  /** Nothing there, and nothing to say about it. */
  public static final Reading BLANK = new Reading(State.BLANK, null, List.of());

  /** Copies the notes. */
  public Reading {
    number = number == null ? null : Decimals.plain(number);
    notes = List.copyOf(notes);
  }

  /** Returns a number that was read, with what was remarkable about it. */
  public static Reading read(BigDecimal number, FindingCode... notes) {
    return new Reading(State.READ, number, List.of(notes));
  }

  /** Returns a blank, with what stood there instead of a number. */
  public static Reading blank(FindingCode note) {
    return new Reading(State.BLANK, null, List.of(note));
  }

  /** Returns that no number was taken, and why. */
  public static Reading excluded(FindingCode why) {
    return new Reading(State.EXCLUDED, null, List.of(why));
  }
}
