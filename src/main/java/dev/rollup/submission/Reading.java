package dev.rollup.submission;

import dev.rollup.finding.FindingCode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the content of one cell came to.
 *
 * @param content a number, nothing, or something left out
 * @param notes what is to be said about it; exactly one is an error where it was excluded
 */
public record Reading(Value content, List<FindingCode> notes) {

  /** Nothing there, and nothing to say about it. */
  public static final Reading BLANK = new Reading(Value.Absent.BLANK, List.of());

  /** Copies the notes. */
  public Reading {
    notes = List.copyOf(notes);
  }

  /** Returns whether there is a value. */
  public State state() {
    return content.state();
  }

  /** Returns the number; null unless one was read. */
  public @Nullable BigDecimal number() {
    return content instanceof Value.Number read ? read.number() : null;
  }

  /** Returns a number that was read, with what was remarkable about it. */
  public static Reading read(BigDecimal number, FindingCode... notes) {
    return new Reading(new Value.Number(number), List.of(notes));
  }

  /** Returns a blank, with what stood there instead of a number. */
  public static Reading blank(FindingCode note) {
    return new Reading(Value.Absent.BLANK, List.of(note));
  }

  /** Returns that no number was taken, and why. */
  public static Reading excluded(FindingCode why) {
    return new Reading(Value.Absent.EXCLUDED, List.of(why));
  }
}
