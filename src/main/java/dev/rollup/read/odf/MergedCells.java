package dev.rollup.read.odf;

import java.util.TreeMap;

/**
 * Which cells of the current table go on with one that stands above or before them. A cell that
 * goes on with one above it is a cell, as it is in Word; one that goes on with one before it is
 * none.
 */
final class MergedCells {

  /** What a covered cell is. */
  enum Covered {
    /** It goes on with one before it. */
    BY_ONE_BEFORE,
    /** It goes on with one above it, or with nothing. */
    BY_ONE_ABOVE
  }

  /** Columns up to {@code end}, rows up to {@code last}, from the cell that covers them. */
  private record Area(int end, int last) {}

  private final TreeMap<Integer, Area> areas = new TreeMap<>();
  private int row = -1;
  private int column;
  private int end;

  void beginRow() {
    row++;
    column = 0;
    end = 0;
  }

  /** Returns the column of the cell that comes. */
  int column() {
    return column;
  }

  /** Says that the row is there several times. */
  void repeatRow(int more) {
    row += more;
  }

  /** Adds a cell that covers so many columns and rows. */
  void cell(int columns, int rows) {
    end = column + columns;
    if (rows > 1) {
      // What was merged there has ended.
      areas.subMap(column, end).clear();
      areas.put(column, new Area(end, row + rows - 1));
    }
    column++;
  }

  /** Adds a covered cell; returns what it is. */
  Covered covered() {
    int at = column++;
    if (at < end) {
      return Covered.BY_ONE_BEFORE;
    }
    var area = areas.floorEntry(at);
    boolean inside =
        area != null
            && row <= area.getValue().last
            && at < area.getValue().end
            && area.getKey() < at;
    return inside ? Covered.BY_ONE_BEFORE : Covered.BY_ONE_ABOVE;
  }
}
