package dev.rollup.read.page;

import dev.rollup.model.Mark;
import dev.rollup.read.text.RunningText;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A letter as it is drawn.
 *
 * @param text what it says, mostly one character; {@link dev.rollup.read.text.RunningText#UNKNOWN}
 *     where nobody can tell
 * @param box the place that it takes: as wide as it is set, from a little below its line to the
 *     height of capitals
 * @param base where its line is, from above; of turned letters from the side that is then the top
 * @param size of its font, in points
 * @param turn how many quarter turns to the right it is read at; -1 where it is none of them
 * @param ink what it is drawn with
 * @param run the same number for what was drawn by one instruction
 * @param order how manieth on its page it was drawn
 * @param marks what is the matter with its looks
 */
public record Glyph(
    String text,
    Box box,
    double base,
    double size,
    int turn,
    Ink ink,
    int run,
    int order,
    Set<Mark> marks) {

  /** Refuses null, and copies the marks. */
  public Glyph {
    Objects.requireNonNull(text);
    Objects.requireNonNull(box);
    Objects.requireNonNull(ink);
    marks = Set.copyOf(marks);
  }

  /** Returns the same letter with something more the matter with it. */
  Glyph with(Mark mark) {
    return with(Set.of(mark));
  }

  /** Returns the same letter with more the matter with it. */
  Glyph with(Set<Mark> more) {
    if (marks.containsAll(more)) {
      return this;
    }
    var all = EnumSet.copyOf(more);
    all.addAll(marks);
    return new Glyph(text, box, base, size, turn, ink, run, order, all);
  }

  /** Returns the same letter as it stands when the page is turned so that it is read upright. */
  Glyph upright(double width, double height) {
    Box turned = box.upright(turn, width, height);
    return new Glyph(text, turned, base, size, 0, ink, run, order, marks);
  }

  /** Tells whether nobody knows what it says. */
  boolean isUnknown() {
    return text.indexOf(RunningText.UNKNOWN) >= 0;
  }

  /** Tells whether it is nothing but space. */
  boolean isBlank() {
    return text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
