package dev.rollup.office;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rectangle of cells, counted from 1. */
record Area(int left, int top, int right, int bottom) {

  static final int ROWS = 1 << 20;
  static final int COLUMNS = 1 << 14;

  private static final Pattern CELL = Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7})");

  /** Returns an area by its address, {@code B2:C7} or {@code B2}; all zeros where it is none. */
  static Area of(String address) {
    int[] ends =
        Arrays.stream(address.split(":", -1))
            .flatMapToInt(
                end -> {
                  Matcher cell = CELL.matcher(end);
                  return cell.matches()
                      ? Arrays.stream(
                          new int[] {column(cell.group(1)), Integer.parseInt(cell.group(2))})
                      : Arrays.stream(new int[] {0, 0});
                })
            .toArray();
    return switch (ends.length) {
      case 2 -> new Area(ends[0], ends[1], ends[0], ends[1]);
      case 4 -> new Area(ends[0], ends[1], ends[2], ends[3]);
      default -> new Area(0, 0, 0, 0);
    };
  }

  /** Returns the areas of a list with spaces between. */
  static List<Area> all(String addresses) {
    var areas = new ArrayList<Area>();
    for (var address : addresses.split(" ", -1)) {
      areas.add(of(address));
    }
    return areas;
  }

  private static int column(String letters) {
    return letters.chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1);
  }

  /** Tells whether there are such cells. */
  boolean isOnSheet() {
    return left >= 1
        && top >= 1
        && right >= left
        && bottom >= top
        && right <= COLUMNS
        && bottom <= ROWS;
  }

  /** Tells whether it is more than one cell. */
  boolean isLarge() {
    return right > left || bottom > top;
  }

  /** Tells whether it shares a cell with another. */
  boolean meets(Area other) {
    return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
  }

  /** Tells whether another is in it. */
  boolean holds(Area other) {
    return left <= other.left && right >= other.right && top <= other.top && bottom >= other.bottom;
  }

  /** Returns of how many cells it is. */
  int size() {
    return (right - left + 1) * (bottom - top + 1);
  }
}
