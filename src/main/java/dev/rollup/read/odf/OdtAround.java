package dev.rollup.read.odf;

import dev.rollup.model.Mark;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a piece of a text, as far as it decides what a person sees of it.
 *
 * @param paragraph the style of the paragraph; null where it names none
 * @param spans the styles of the stretches that it stands in, the innermost first
 * @param ground the colour behind the text, as 0xRRGGBB; null where nobody knows
 * @param marks what is the matter with everything in there
 */
record OdtAround(
    @Nullable String paragraph, List<String> spans, @Nullable Integer ground, Set<Mark> marks) {

  private static final Integer WHITE = 0xFFFFFF;

  static final OdtAround PAGE = new OdtAround(null, List.of(), WHITE, Set.of());

  /** Boxes have a colour of their own, or show what is behind them. */
  OdtAround inBox() {
    return new OdtAround(null, List.of(), null, marks);
  }

  OdtAround paragraph(@Nullable String style) {
    return new OdtAround(style, List.of(), ground, marks);
  }

  /** Returns the same inside a stretch of that style; null says nothing. */
  OdtAround span(@Nullable String style) {
    if (style == null) {
      return this;
    }
    var more = new ArrayList<String>();
    more.add(style);
    more.addAll(spans);
    return new OdtAround(paragraph, List.copyOf(more), ground, marks);
  }

  /** Returns the same before another colour; null leaves the one that there is. */
  OdtAround on(@Nullable Integer colour) {
    return colour == null ? this : new OdtAround(paragraph, spans, colour, marks);
  }

  /** Returns the same where nobody sees it, if that is so. */
  OdtAround unseen(boolean is) {
    return is ? marked(Mark.HIDDEN) : this;
  }

  /** Returns the same where a program may show something else, if that is so. */
  OdtAround doubted(boolean is) {
    return is ? marked(Mark.RESTYLED) : this;
  }

  private OdtAround marked(Mark mark) {
    if (marks.contains(mark)) {
      return this;
    }
    var more = EnumSet.of(mark);
    more.addAll(marks);
    return new OdtAround(paragraph, spans, ground, more);
  }
}
