package dev.rollup.read.rtf;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.format.Shades;
import dev.rollup.read.text.LineHeight;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row says about itself and its cells (RTF 1.9.1, "Table Definitions"). */
final class RtfRow {

  private static final int BLACK = 0;
  private static final int WHITE = 0xFFFFFF;

  /** Shares are written in hundredths of a percent. */
  private static final int OF_PERCENT = 100;

  /**
   * What is behind text: two colours, and how much of a hundred the first covers.
   *
   * @param ink null for the usual one
   * @param fill null for none
   */
  record Shading(@Nullable Integer ink, @Nullable Integer fill, int share) {
    static final Shading NONE = new Shading(null, null, 0);

    Shading ink(@Nullable Integer colour) {
      return new Shading(colour, fill, share);
    }

    Shading fill(@Nullable Integer colour) {
      return new Shading(ink, colour, share);
    }

    Shading share(int hundredths) {
      return new Shading(ink, fill, Math.max(0, Math.min(100, hundredths / OF_PERCENT)));
    }

    /** Returns what it looks like; null where nothing is behind the text. */
    @Nullable Integer colour() {
      return share == 0
          ? fill
          : Integer.valueOf(
              Shades.mixed(ink == null ? BLACK : ink, fill == null ? WHITE : fill, share));
    }
  }

  /**
   * One of its cells.
   *
   * @param covered whether the one to its left covers it
   * @param goesOn whether it goes on with the one above it
   */
  private record Cell(boolean covered, boolean goesOn, Shading shading) {
    static final Cell PLAIN = new Cell(false, false, Shading.NONE);
  }

  private final List<Cell> cells = new ArrayList<>();
  private Cell next = Cell.PLAIN;
  private Shading shading = Shading.NONE;
  private int height;

  /** Tells whether it is so low that nobody can read what stands in it. */
  boolean squeezed() {
    // Less than nothing is exactly so much.
    return LineHeight.squeezes(Math.abs(height), height < 0);
  }

  void height(int value) {
    height = value == Integer.MIN_VALUE ? 0 : value;
  }

  void covered() {
    next = new Cell(true, next.goesOn(), next.shading());
  }

  void goesOn() {
    next = new Cell(next.covered(), true, next.shading());
  }

  /** What is behind the cell that is described. */
  Shading cellShading() {
    return next.shading();
  }

  void cellShading(Shading value) {
    next = new Cell(next.covered(), next.goesOn(), value);
  }

  /** What is behind all cells that say nothing else. */
  Shading shading() {
    return shading;
  }

  void shading(Shading value) {
    shading = value;
  }

  /** Ends the description of a cell. */
  void endCell() throws Refusal {
    cells.add(next);
    next = Cell.PLAIN;
    Limits.checkListed(cells.size());
  }

  boolean covered(int cell) {
    return cell(cell).covered();
  }

  boolean goesOn(int cell) {
    return cell(cell).goesOn();
  }

  /** Returns the colour behind a cell; null where nothing says one. */
  @Nullable Integer ground(int cell) {
    Integer own = cell(cell).shading().colour();
    return own == null ? shading.colour() : own;
  }

  private Cell cell(int number) {
    return number < cells.size() ? cells.get(number) : Cell.PLAIN;
  }
}
