package dev.rollup.write.xlsx;

import dev.rollup.template.FieldType;
import dev.rollup.template.Layout;
import dev.rollup.template.Layout.Slot;
import dev.rollup.text.TextSize;

/** How wide the columns of a form are, in column units, so that it fills a page of A4. */
final class FormColumns {

  /** What fills the page's width at nine tenths of the size, at which its height fits as well. */
  private static final int PAGE = 118;

  private static final int SECTION = 24;
  private static final int COUNT = 10;
  private static final int TEXT = 28;
  private static final int MOST_WORDS = 14;
  private static final int LEAST_SENTENCE = 30;

  private final int[] widths;

  FormColumns(Layout layout) {
    widths = new int[layout.columns()];
    for (Slot slot : layout.slots()) {
      if (slot.width() == 1) {
        int column = slot.at().column();
        widths[column] = Math.max(widths[column], needed(slot));
      }
    }
    int used = 0;
    for (int width : widths) {
      used += width;
    }
    // The sentences begin in the second column, and they are what wraps.
    widths[1] += Math.max(PAGE - used, widths[1] == 0 ? LEAST_SENTENCE : 0);
  }

  /** Returns the width of so many columns together. */
  int width(int column, int count) {
    int width = 0;
    for (int c = column; c < column + count; c++) {
      width += widths[c];
    }
    return width;
  }

  private static int needed(Slot slot) {
    return switch (slot.kind()) {
      case SECTION -> SECTION;
      case INPUT -> slot.takes(FieldType.COUNT) ? COUNT : TEXT;
      case HEADER_LABEL -> Math.min(onOneLine(slot), SECTION);
      case WORDS -> Math.min(onOneLine(slot), MOST_WORDS);
      case TITLE, HEADER_INPUT, COLUMN_HEAD -> 0;
    };
  }

  private static int onOneLine(Slot slot) {
    return TextSize.columnUnits(slot.text(), CellFormat.Type.TEXT.points());
  }
}
