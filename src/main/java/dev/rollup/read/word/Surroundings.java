package dev.rollup.read.word;

import dev.rollup.model.Mark;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a run of a text, as far as it decides what a person sees of it.
 *
 * @param tableStyle of the innermost table; null outside tables
 * @param paragraphStyle null where the paragraph names none
 * @param ground the colour behind the text; null where nobody knows
 * @param marks what is the matter with everything in there
 */
record Surroundings(
    @Nullable String tableStyle,
    @Nullable String paragraphStyle,
    @Nullable Integer ground,
    Set<Mark> marks) {

  static final Surroundings PAGE = new Surroundings(null, null, WordColour.WHITE, Set.of());

  /** Boxes have a colour of their own, or show what is behind them. */
  Surroundings inBox() {
    return new Surroundings(null, null, null, marks);
  }

  Surroundings table(@Nullable String style) {
    return new Surroundings(style, null, ground, marks);
  }

  /** Returns the same inside a paragraph, by what it says and what its style says. */
  Surroundings paragraph(ParagraphProperties properties, WordStyles.Style style) {
    Boolean squeezed = properties.squeezed() == null ? style.squeezed() : properties.squeezed();
    return new Surroundings(tableStyle, properties.style(), ground, marks)
        .on(properties.shaded() ? properties.shading() : style.ground())
        .marked(Mark.HIDDEN, Boolean.TRUE.equals(squeezed));
  }

  /** Returns the same before another colour; null leaves the one that there is. */
  Surroundings on(@Nullable Integer colour) {
    return colour == null ? this : new Surroundings(tableStyle, paragraphStyle, colour, marks);
  }

  /**
   * Returns the same for a cell that may go on with the one above it, which then covers it.
   *
   * @param row counted from 1: the first has none above it
   */
  Surroundings below(int row, boolean goesOn) {
    return marked(Mark.HIDDEN, row > 1 && goesOn);
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
