package dev.rollup.read.sheet;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Area;
import dev.rollup.model.Position;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.DrawnObject.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which cells an object covers: those of which it hides two fifths, those that two fifths of
 * it lie in, and those that it crosses like a line that strikes them out. A seal that only touches
 * a cell leaves it readable; a small picture in one leaves no doubt where it belongs.
 */
public final class Coverage {

  private static final double SHARE = 0.4;

  /** A line has at most this share of the height, or width, of a cell that it crosses. */
  private static final double LINE = 0.25;

  /** Nearer to its edges than this a line is the frame of a cell. */
  private static final double EDGE = 0.2;

  /** How many comparisons a form never needs. */
  private static final long MOST_WORK = 10_000_000;

  private final SheetSizes sizes;
  private final List<Area> merged;
  private final Area used;
  private long work;

  /**
   * The cells of a sheet.
   *
   * @param used what of the sheet holds anything; beyond it no cell is covered
   */
  public Coverage(SheetSizes sizes, List<Area> merged, Area used) {
    this.sizes = sizes;
    this.merged = merged;
    this.used = used;
  }

  /** Returns the cells that an object covers; of merged ones the first, which stands for all. */
  public List<Position> of(Box object) throws Refusal {
    int firstRow = sizes.rowAt(object.top());
    int firstColumn = sizes.columnAt(object.left());
    int lastRow = Math.min(used.last().row(), sizes.rowAt(object.bottom()));
    int lastColumn = Math.min(used.last().column(), sizes.columnAt(object.right()));
    var covered = new ArrayList<Position>();
    if (lastRow < firstRow || lastColumn < firstColumn) {
      return covered;
    }
    var touched = new Area(new Position(firstRow, firstColumn), new Position(lastRow, lastColumn));
    var mergedThere = new ArrayList<Area>();
    spend(merged.size());
    for (var area : merged) {
      if (meets(area, touched)) {
        mergedThere.add(area);
        if (covers(object, area)) {
          covered.add(area.first());
        }
      }
    }
    for (int row = firstRow; row <= lastRow; row++) {
      for (int column = firstColumn; column <= lastColumn; column++) {
        spend(1 + mergedThere.size());
        var at = new Position(row, column);
        if (mergedThere.stream().noneMatch(area -> area.contains(at))
            && covers(object, new Area(at, at))) {
          covered.add(at);
        }
      }
    }
    return covered;
  }

  private void spend(long comparisons) throws Refusal {
    work += comparisons;
    if (work > MOST_WORK) {
      throw Refusal.of(TOO_LARGE);
    }
  }

  private static boolean meets(Area one, Area other) {
    return one.first().row() <= other.last().row()
        && other.first().row() <= one.last().row()
        && one.first().column() <= other.last().column()
        && other.first().column() <= one.last().column();
  }

  private boolean covers(Box object, Area cells) {
    var across =
        new Stretch(
            object.left(),
            object.right(),
            sizes.left(cells.first().column()),
            sizes.left(cells.last().column() + 1));
    var down =
        new Stretch(
            object.top(),
            object.bottom(),
            sizes.top(cells.first().row()),
            sizes.top(cells.last().row() + 1));
    return across.ofCell() * down.ofCell() >= SHARE
        || across.ofObject() * down.ofObject() >= SHARE
        || across.ofCell() >= SHARE && down.isLine()
        || down.ofCell() >= SHARE && across.isLine();
  }

  /** An object and a cell, seen in one direction. */
  private record Stretch(long from, long to, long cellFrom, long cellTo) {

    private double shared() {
      return Math.max(0, Math.min(to, cellTo) - Math.max(from, cellFrom));
    }

    double ofCell() {
      return cellTo == cellFrom ? 0 : shared() / (cellTo - cellFrom);
    }

    double ofObject() {
      return to == from ? (from >= cellFrom && from < cellTo ? 1 : 0) : shared() / (to - from);
    }

    boolean isLine() {
      double size = cellTo - cellFrom;
      double middle = (from + to) / 2.0;
      return to - from <= LINE * size
          && middle >= cellFrom + EDGE * size
          && middle <= cellTo - EDGE * size;
    }
  }
}
