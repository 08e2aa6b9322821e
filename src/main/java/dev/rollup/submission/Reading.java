package dev.rollup.submission;

import dev.rollup.finding.FindingCode;
import java.util.List;

/**
 * What the content of one cell came to.
 *
 * @param state whether there is a value
 * @param count the number; null unless {@link State#READ} of a count
 * @param notes what is to be said about it; exactly one is an error where it was excluded
 */
public record Reading(State state, Long count, List<FindingCode> notes) {

  /** Nothing there, and nothing to say about it. */
  public static final Reading BLANK = new Reading(State.BLANK, null, List.of());

  /** Copies the notes. */
  public Reading {
    notes = List.copyOf(notes);
  }

  /** Returns a number that was read, with what was remarkable about it. */
  public static Reading read(long count, FindingCode... notes) {
    return new Reading(State.READ, count, List.of(notes));
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
