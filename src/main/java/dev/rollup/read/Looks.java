package dev.rollup.read;

import dev.rollup.model.Mark;
import java.util.EnumSet;
import java.util.Set;

/** What looks keep a person from seeing what is stored. */
final class Looks {
  private final SheetColors colors;

  Looks(SheetColors colors) {
    this.colors = colors;
  }

  /** Returns what is the matter with characters of a font before a fill. */
  Set<Mark> marks(CellFont font, CellFill fill) throws Refusal {
    var marks = EnumSet.noneOf(Mark.class);
    if (font.struck()) {
      marks.add(Mark.STRUCK_OUT);
    }
    if (font.shifted()) {
      marks.add(Mark.SHIFTED);
    }
    if (font.pictograms()) {
      marks.add(Mark.RESTYLED);
    }
    if (font.tiny() || colors.unseen(font.color(), fill)) {
      marks.add(Mark.HIDDEN);
    }
    return marks;
  }
}
