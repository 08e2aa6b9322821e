package dev.rollup.read;

import dev.rollup.model.Mark;
import java.util.EnumSet;
import java.util.Set;

/**
 * What surrounds a run of a text, as far as it decides what a person sees of it.
 *
 * @param tableStyle of the innermost table; null outside tables
 * @param paragraphStyle null where the paragraph names none
 * @param ground the colour behind the text; null where nobody knows
 * @param marks what is the matter with everything in there
 */
record Surroundings(String tableStyle, String paragraphStyle, Integer ground, Set<Mark> marks) {

  static final Surroundings PAGE = new Surroundings(null, null, WordColour.WHITE, Set.of());

  /** Boxes have a colour of their own, or show what is behind them. */
  Surroundings inBox() {
    return new Surroundings(null, null, null, marks);
  }

  Surroundings table(String style) {
    return new Surroundings(style, null, ground, marks);
  }

  Surroundings paragraph(String style) {
    return new Surroundings(tableStyle, style, ground, marks);
  }

  /** Returns the same before another colour; null leaves the one that there is. */
  Surroundings on(Integer colour) {
    return colour == null ? this : new Surroundings(tableStyle, paragraphStyle, colour, marks);
  }

  Surroundings marked(Mark mark, boolean has) {
    if (!has || marks.contains(mark)) {
      return this;
    }
    var more = EnumSet.of(mark);
    more.addAll(marks);
    return new Surroundings(tableStyle, paragraphStyle, ground, more);
  }
}
