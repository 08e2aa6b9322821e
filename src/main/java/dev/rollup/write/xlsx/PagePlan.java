package dev.rollup.write.xlsx;

import java.util.ArrayList;
import java.util.List;

/**
 * How a table that is too wide for a page is printed on several: how large, and where the pages
 * end. Columns that belong together stay together unless they are wider than a page.
 *
 * @param scale the size in percent
 * @param breaks the last column of every page but the last one, counted from 0
 */
public record PagePlan(int scale, List<Integer> breaks) {

  /** The margins left and right, in millimetres. */
  public static final double SIDE_MARGIN = 10;

  static final double TOP_MARGIN = 18;

  /** The margin below, in millimetres. */
  public static final double BOTTOM_MARGIN = 12;

  /** A column unit in points at its widest: where the workbook's font is missing, it grows. */
  private static final double COLUMN_UNIT = 6.4;

  /** A4 lying, in column units and points, less a little for rounding. */
  private static final double PAGE_WIDTH = (297 - 2 * SIDE_MARGIN) / 25.4 * 72 / COLUMN_UNIT;

  private static final double PAGE_HEIGHT = (210 - TOP_MARGIN - BOTTOM_MARGIN) / 25.4 * 72 * 0.98;

  private static final int LARGEST = 90;

  /** Words of ten points and a half are still printed in more than seven. */
  private static final int SMALLEST = 68;

  private static final int LONG_TABLE = 85;

  /** Copies the breaks. */
  public PagePlan {
    breaks = List.copyOf(breaks);
  }

  /**
   * Plans the pages: as large as lets all rows stand on one page, readable in any case.
   *
   * @param repeated the width of the columns that stand on every page, in column units
   * @param first the number of the first column that does not
   * @param parts how many columns belong together, in order
   * @param width the width of each of them, in column units
   * @param height the height of all rows, in points
   */
  public static PagePlan of(
      int repeated, int first, List<Integer> parts, int width, double height) {
    int fits = (int) Math.floor(100 * PAGE_HEIGHT / height);
    int scale = fits < SMALLEST ? LONG_TABLE : Math.min(fits, LARGEST);
    int room = (int) Math.max(1, (PAGE_WIDTH * 100 / scale - repeated) / width);
    int pages = pages(parts, room).size();
    int even = room;
    int widest = parts.stream().mapToInt(Integer::intValue).max().orElse(1);
    while (even > widest && pages(parts, even - 1).size() == pages) {
      even--;
    }
    var breaks = new ArrayList<Integer>();
    int column = first;
    List<Integer> all = pages(parts, even);
    for (int columns : all.subList(0, Math.max(0, all.size() - 1))) {
      column += columns;
      breaks.add(column - 1);
    }
    return new PagePlan(scale, breaks);
  }

  /** Returns how many columns stand on each page. */
  private static List<Integer> pages(List<Integer> parts, int room) {
    var pages = new ArrayList<Integer>();
    int used = 0;
    for (int part : parts) {
      if (used > 0 && used + part > room) {
        pages.add(used);
        used = 0;
      }
      int left = part;
      while (left > room) {
        pages.add(room);
        left -= room;
      }
      used += left;
    }
    pages.add(used);
    return pages;
  }
}
