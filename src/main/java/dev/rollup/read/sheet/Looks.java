package dev.rollup.read.sheet;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Refusal;
import java.util.EnumSet;
import java.util.Set;

/** What looks keep a person from seeing what is stored. */
public final class Looks {
  private final SheetColors colors;

  /** Looks before the colours of one workbook. */
  public Looks(SheetColors colors) {
    this.colors = colors;
  }

  /** Returns what is the matter with characters of a font before a fill. */
  public Set<Mark> marks(CellFont font, CellFill fill) throws Refusal {
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

  /** Returns what is the matter with a cell of that style whatever font its characters have. */
  public static Set<Mark> beyondFont(CellStyle style, boolean text) {
    var marks = EnumSet.noneOf(Mark.class);
    if (style.repeated()) {
      marks.add(Mark.RESTYLED);
    }
    Mark ofText = text ? style.format().onText() : null;
    if (ofText != null) {
      marks.add(ofText);
    }
    return marks;
  }
}
