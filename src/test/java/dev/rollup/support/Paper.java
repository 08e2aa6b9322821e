package dev.rollup.support;

/** What a test draws on, in points from the upper left corner of its page. */
public interface Paper {

  /** Begins another page of the same size. */
  Paper page();

  /** Writes a text whose line begins at a place, in the colour {@code 0xRRGGBB}. */
  Paper text(double x, double y, double size, String text, int colour);

  /** Draws a straight line. */
  Paper line(double x0, double y0, double x1, double y1);

  /** Fills a rectangle. */
  Paper fill(double x, double y, double width, double height, int colour);

  /** Puts a picture down. */
  Paper picture(double x, double y, double width, double height);

  /** Returns the file. */
  byte[] bytes();

  /** Writes a text in black. */
  default Paper text(double x, double y, double size, String text) {
    return text(x, y, size, text, 0);
  }

  /** Draws the lines of a table, and a text in each of its cells. */
  default Paper table(double x, double y, double[] widths, double height, String... cells) {
    int columns = widths.length;
    int rows = cells.length / columns;
    double right = x;
    for (double width : widths) {
      right += width;
    }
    for (int row = 0; row <= rows; row++) {
      line(x, y + row * height, right, y + row * height);
    }
    double left = x;
    for (int column = 0; column <= columns; column++) {
      line(left, y, left, y + rows * height);
      for (int row = 0; column < columns && row < rows; row++) {
        String text = cells[row * columns + column];
        if (!text.isEmpty()) {
          text(left + 3, y + row * height + height / 2 + 4, 10, text);
        }
      }
      left += column < columns ? widths[column] : 0;
    }
    return this;
  }

  /** How wide a text of that size is. */
  static double width(String text, double size) {
    return text.chars().mapToDouble(c -> c < 0x2E80 && c < 0x2010 ? size / 2 : size).sum();
  }
}
