package dev.rollup.write.xlsx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.PrintSetup;

/**
 * How a table that is too wide for a page is printed on several: on what paper, how large, and
 * where the pages end. Columns that belong together stay together unless they are wider than a
 * page.
 *
 * @param paper the size of the paper, as workbooks number it
 * @param landscape whether it lies
 * @param scale the size in percent
 * @param breaks the last column of every page but the last one, counted from 0
 * @param pages on how many pages the table stands
 */
public record PagePlan(short paper, boolean landscape, int scale, List<Integer> breaks, int pages) {

  /** The margins left and right, in millimetres. */
  public static final double SIDE_MARGIN = 10;

  /** The margin above, in millimetres; the title stands in it. */
  static final double TOP_MARGIN = 18;

  /** The margin below, in millimetres. */
  public static final double BOTTOM_MARGIN = 12;

  /** A column unit in points at its widest: where the workbook's font is missing, it grows. */
  private static final double COLUMN_UNIT = 6.4;

  private static final double POINTS = 72 / 25.4;

  /** Other programs round rows up. */
  private static final double SPARE = 0.98;

  private static final int LARGEST = 90;

  /** Words of ten points and a half are still printed in more than seven. */
  private static final int SMALLEST = 68;

  /** As many pages of A4 are still laid beside each other; where there are more, A3 is better. */
  private static final int MOST_SMALL_PAGES = 4;

  /** Copies the breaks. */
  public PagePlan {
    breaks = List.copyOf(breaks);
  }

  /**
   * The columns of a table.
   *
   * @param first the width of those at the side, in column units
   * @param repeated the width of those of them that stand on every page
   * @param fixed how many stand at the side
   * @param parts how many of the others belong together, in order
   * @param width the width of each of the others
   */
  public record Columns(int first, int repeated, int fixed, List<Integer> parts, int width) {
    /** Copies the list. */
    public Columns {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Plans the pages: as few as can be read, and on those as large as they let it be.
   *
   * @param head the height of the rows that stand on every page, in points
   * @param height the height of all others
   */
  public static PagePlan of(Columns columns, double head, double height) {
    PagePlan small = best(PrintSetup.A4_PAPERSIZE, true, 297, 210, columns, head, height);
    if (small.pages() <= MOST_SMALL_PAGES) {
      return small;
    }
    PagePlan lying = best(PrintSetup.A3_PAPERSIZE, true, 420, 297, columns, head, height);
    PagePlan standing = best(PrintSetup.A3_PAPERSIZE, false, 297, 420, columns, head, height);
    return standing.pages() < lying.pages() ? standing : lying;
  }

  private static PagePlan best(
      short paper,
      boolean landscape,
      double across,
      double down,
      Columns columns,
      double head,
      double height) {
    double wide = (across - 2 * SIDE_MARGIN) * POINTS / COLUMN_UNIT;
    double high = (down - TOP_MARGIN - BOTTOM_MARGIN) * POINTS * SPARE;
    return IntStream.iterate(LARGEST, scale -> scale >= SMALLEST, scale -> scale - 1)
        .mapToObj(
            scale -> {
              double rows = Math.max(1, high * 100 / scale - head);
              int times = (int) Math.max(1, Math.ceil(height / rows));
              List<Integer> beside = even(columns, wide * 100 / scale);
              return new PagePlan(
                  paper, landscape, scale, breaks(columns, beside), times * beside.size());
            })
        .min(Comparator.comparingInt(PagePlan::pages))
        .orElseThrow();
  }

  private static List<Integer> breaks(Columns columns, List<Integer> pages) {
    var breaks = new ArrayList<Integer>();
    int column = columns.fixed();
    for (int each : pages.subList(0, pages.size() - 1)) {
      column += each;
      breaks.add(column - 1);
    }
    return breaks;
  }

  /** Returns how many columns stand on each page, as even as can be on as few pages. */
  private static List<Integer> even(Columns columns, double room) {
    int first = (int) Math.max(1, (room - columns.first()) / columns.width());
    int others = (int) Math.max(1, (room - columns.repeated()) / columns.width());
    List<Integer> pages = pages(columns.parts(), first, others);
    int widest = columns.parts().stream().mapToInt(Integer::intValue).max().orElse(1);
    for (int fewer = 1; first - fewer >= widest; fewer++) {
      List<Integer> next = pages(columns.parts(), first - fewer, others - fewer);
      if (next.size() > pages.size()) {
        break;
      }
      pages = next;
    }
    return pages;
  }

  private static List<Integer> pages(List<Integer> parts, int first, int others) {
    var pages = new ArrayList<Integer>();
    int used = 0;
    int room = first;
    for (int part : parts) {
      if (used > 0 && used + part > room) {
        pages.add(used);
        used = 0;
        room = others;
      }
      int left = part;
      while (left > room) {
        pages.add(room);
        left -= room;
        room = others;
      }
      used += left;
    }
    pages.add(used);
    return pages;
  }
}
