package dev.rollup.read.sheet;

import dev.rollup.read.format.Limits;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns and rows of a sheet begin, in English Metric Units, of which a point has
 * 12,700. Columns are measured in digits of the standard font, taken to be 7 pixels wide; with
 * another font all of them are some tenths wider or narrower, and so are the objects over them.
 */
public final class SheetSizes {
  /** How many of the units of a drawing a pixel is (EMU, at 96 to the inch). */
  public static final long PER_PIXEL = 9_525;

  private static final long PER_POINT = 12_700;
  private static final int DIGIT_PIXELS = 7;

  /** A digit of seven pixels, at 96 to the inch. */
  private static final double POINTS_OF_DIGIT = 5.25;

  private static final double STANDARD_WIDTH = 9.14;
  private static final double STANDARD_HEIGHT = 15;

  /** Columns narrower than this, in digits, and rows lower than this, in points, show nothing. */
  private static final double NARROWEST = 0.25;

  private static final double LOWEST = 2;

  /** Nothing can be wider or higher than this, in digits or points. */
  private static final double LARGEST = 500;

  private final double[] widths = new double[Limits.COLUMNS];
  private float[] heights = new float[0];
  private long defaultHeight = Math.round(STANDARD_HEIGHT * PER_POINT);
  private long @Nullable [] lefts;
  private long @Nullable [] tops;

  /** The sizes of a sheet that says nothing about them. */
  public SheetSizes() {
    Arrays.fill(widths, STANDARD_WIDTH);
  }

  /** Returns the width of a column in digits. */
  public static double digits(double points) {
    return points / POINTS_OF_DIGIT;
  }

  /** Tells whether a column is so narrow that nobody sees what it holds; null is no width. */
  public static boolean hidesColumn(@Nullable Double width) {
    return width != null && width < NARROWEST;
  }

  /** Tells whether a row is so low that nobody sees what it holds; null is no height. */
  public static boolean hidesRow(@Nullable Double height) {
    return height != null && height < LOWEST;
  }

  /** Sets the sizes of what has none of its own; null for what a program takes by itself. */
  public void setDefaults(@Nullable Double width, @Nullable Double height) {
    if (width != null) {
      Arrays.fill(widths, width);
    }
    if (height != null) {
      defaultHeight = emu(height);
    }
  }

  /** Sets the width of columns, in digits. */
  public void setWidth(int first, int last, double width) {
    Arrays.fill(widths, first, last + 1, width);
  }

  /** Sets the height of a row, in points. */
  public void setHeight(int row, double height) {
    if (row >= heights.length) {
      int before = heights.length;
      heights = Arrays.copyOf(heights, Math.min(Limits.ROWS, Math.max(row + 1, 2 * before)));
      Arrays.fill(heights, before, heights.length, -1);
    }
    heights[row] = (float) height;
  }

  /** Returns where a column begins. */
  public long left(int column) {
    if (lefts == null) {
      lefts = new long[Limits.COLUMNS + 1];
      for (int i = 0; i < Limits.COLUMNS; i++) {
        double width = Math.max(0, Math.min(LARGEST, widths[i]));
        lefts[i + 1] = lefts[i] + Math.round(width * DIGIT_PIXELS) * PER_PIXEL;
      }
    }
    return lefts[Math.max(0, Math.min(column, Limits.COLUMNS))];
  }

  /** Returns where a row begins. */
  public long top(int row) {
    if (tops == null) {
      tops = new long[heights.length + 1];
      for (int i = 0; i < heights.length; i++) {
        tops[i + 1] = tops[i] + (heights[i] < 0 ? defaultHeight : emu(heights[i]));
      }
    }
    int known = Math.max(0, Math.min(row, heights.length));
    return tops[known] + Math.max(0, row - known) * defaultHeight;
  }

  /** Returns the last column that begins at or before a distance from the left. */
  public int columnAt(long distance) {
    int low = 0;
    int high = Limits.COLUMNS - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (left(middle) <= distance) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Returns the last row that begins at or before a distance from the top. */
  public int rowAt(long distance) {
    int low = 0;
    int high = Limits.ROWS - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (top(middle) <= distance) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Returns a place in a column, which no distance leads out of. */
  public long across(int column, long distance) {
    long left = left(column);
    return Math.max(left, Math.min(left(column + 1), left + distance));
  }

  /** Returns a place in a row, which no distance leads out of. */
  public long down(int row, long distance) {
    long top = top(row);
    return Math.max(top, Math.min(top(row + 1), top + distance));
  }

  private static long emu(double points) {
    return Math.round(Math.max(0, Math.min(LARGEST, points)) * PER_POINT);
  }
}
