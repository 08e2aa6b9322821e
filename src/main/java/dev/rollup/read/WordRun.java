package dev.rollup.read;

import dev.rollup.model.Mark;
import java.util.EnumSet;
import java.util.Set;

/**
 * A stretch of text that looks the same throughout: 12 with a small raised 1 after it is not 121,
 * and a number struck out is none.
 */
final class WordRun {

  private final StringBuilder text = new StringBuilder();
  private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
  private boolean hidden;

  /** Says whether something is the matter with its looks. */
  WordRun mark(Mark mark, boolean has) {
    if (has) {
      marks.add(mark);
    } else {
      marks.remove(mark);
    }
    return this;
  }

  WordRun hidden(boolean value) {
    hidden = value;
    return this;
  }

  /** Tells whether its author took it out of the text, on paper and on the screen. */
  boolean hidden() {
    return hidden;
  }

  WordRun append(CharSequence more) {
    text.append(more);
    return this;
  }

  CharSequence text() {
    return text;
  }

  /** Returns what is the matter with its looks, be it nothing. */
  Set<Mark> marks() {
    return marks;
  }
}
