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

    Cell on(Shading other) {
      return new Cell(covered, goesOn, other);
    }
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

  /** Takes a control word about the row or the next of its cells; returns whether it is one. */
  boolean takes(RtfTokens word, RtfColours colours) throws Refusal {
    int number = word.number();
    Integer colour = colours.get(number);
    Shading ofCell = next.shading();
    switch (word.word()) {
      case "trrh" -> height = number == Integer.MIN_VALUE ? 0 : number;
      case "trcbpat" -> shading = shading.fill(colour);
      case "trcfpat" -> shading = shading.ink(colour);
      case "trshdng" -> shading = shading.share(number);
      case "clmrg" -> next = new Cell(true, next.goesOn(), ofCell);
      case "clvmrg" -> next = new Cell(next.covered(), true, ofCell);
      case "clcbpat" -> next = next.on(ofCell.fill(colour));
      case "clcfpat" -> next = next.on(ofCell.ink(colour));
      case "clshdng" -> next = next.on(ofCell.share(number));
      case "cellx" -> {
        cells.add(next);
        next = Cell.PLAIN;
        Limits.checkListed(cells.size());
      }
      default -> {
        return false;
      }
    }
    return true;
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
