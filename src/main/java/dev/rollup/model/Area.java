package dev.rollup.model;

import java.util.Objects;

/**
 * A rectangle of cells.
 *
 * @param first the upper left corner
 * @param last the lower right corner, which belongs to it
 */
public record Area(Position first, Position last) {

  /** Refuses corners in the wrong order. */
  public Area {
    Objects.requireNonNull(first);
    Objects.requireNonNull(last);
    if (last.row() < first.row() || last.column() < first.column()) {
      throw new IllegalArgumentException("no area from " + first.a1() + " to " + last.a1());
    }
  }

  /** Tells whether a cell is in it. */
  public boolean contains(Position at) {
    return at.row() >= first.row()
        && at.row() <= last.row()
        && at.column() >= first.column()
        && at.column() <= last.column();
  }

  /** Tells whether it is not just one cell. */
  public boolean severalCells() {
    return !first.equals(last);
  }
}
