package dev.rollup.read.text;

import dev.rollup.model.Mark;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that looks the same throughout: 12 with a small raised 1 after it is not 121,
 * and a number struck out is none.
 */
public final class TextRun {

  private final StringBuilder text = new StringBuilder();
  private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
  private boolean hidden;
  private @Nullable String font;

  /** Says whether something is the matter with its looks. */
  public TextRun mark(Mark mark, boolean has) {
    if (has) {
      marks.add(mark);
    } else {
      marks.remove(mark);
    }
    return this;
  }

  /** Says everything that is the matter with its looks, and with all that surrounds it. */
  public TextRun marks(Set<Mark> ofSurroundings, Set<Mark> own) {
    marks.clear();
    marks.addAll(ofSurroundings);
    marks.addAll(own);
    return this;
  }

  /** Says whether its author took it out of the text. */
  public TextRun hidden(boolean value) {
    hidden = value;
    return this;
  }

  /** Tells whether its author took it out of the text, on paper and on the screen. */
  public boolean hidden() {
    return hidden;
  }

  /** Names the font that its letters and digits are written in; null for one nobody knows. */
  public TextRun font(@Nullable String name) {
    font = name;
    return this;
  }

  /** Adds what a person sees of a text that is written in its font. */
  public TextRun append(String more) {
    text.append(SymbolCharacter.shown(more, font));
    return this;
  }

  /** Takes out what was added so far, which stands in the text already. */
  public void clear() {
    text.setLength(0);
  }

  /** Returns what a person reads. */
  public CharSequence text() {
    return text;
  }

  /** Returns what is the matter with its looks, be it nothing. */
  public Set<Mark> marks() {
    return marks;
  }
}
