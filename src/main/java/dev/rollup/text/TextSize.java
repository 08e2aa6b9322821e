package dev.rollup.text;

/**
 * How much room text takes, from its characters alone: asking the machine's fonts would start the
 * graphics system, and the machine that prints has other fonts anyway.
 */
public final class TextSize {

  /** The width of one column unit: a digit of the workbook's default font, in points. */
  private static final double COLUMN_UNIT = 5.25;

  /** What stays free inside a cell, left and right together, in points. */
  private static final double PADDING = 6;

  private static final double LINE_PITCH = 1.3;

  /** No spreadsheet takes a higher one. */
  private static final double HIGHEST_ROW = 409;

  private TextSize() {}

  /** Returns the width in half characters: a Chinese character counts two, as do its marks. */
  public static int halves(String text) {
    return text.codePoints().map(TextSize::halves).sum();
  }

  /** Returns text that is no wider than so many half characters, with an ellipsis where it was. */
  public static String shortened(String text, int most) {
    if (halves(text) <= most) {
      return text;
    }
    var cut = new StringBuilder();
    int room = most - halves('…');
    for (int c : text.codePoints().toArray()) {
      room -= halves(c);
      if (room < 0) {
        break;
      }
      cut.appendCodePoint(c);
    }
    return cut.append("…").toString();
  }

  /** Returns how wide a column must be for text on one line. */
  public static int columnUnits(String text, double points) {
    return (int) Math.ceil((halves(text) * points / 2 + PADDING) / COLUMN_UNIT);
  }

  /**
   * Returns how many lines text takes in a cell, at least one.
   *
   * @param columnUnits the width of the cell as columns are measured
   * @param points the size of the type
   */
  public static int lines(String text, double columnUnits, double points) {
    int room = (int) Math.max(2, (columnUnits * COLUMN_UNIT - PADDING) / (points / 2));
    return text.lines().mapToInt(line -> wrapped(line, room)).reduce(Integer::sum).orElse(1);
  }

  /** Returns the height of a row with so many lines, in points. */
  public static float height(int lines, double points) {
    return (float) Math.min(HIGHEST_ROW, Math.ceil(lines * points * LINE_PITCH + points / 3));
  }

  /** A line ends before the character that no longer fits; a closing mark takes one along. */
  private static int wrapped(String line, int room) {
    int lines = 1;
    int used = 0;
    int before = 0;
    for (int c : line.codePoints().toArray()) {
      int width = halves(c);
      if (used + width > room) {
        lines++;
        used = "，。；：、”）！？".indexOf(c) >= 0 ? before : 0;
      }
      used += width;
      before = width;
    }
    return lines;
  }

  private static int halves(int c) {
    return c < 0x100 ? 1 : 2;
  }
}
