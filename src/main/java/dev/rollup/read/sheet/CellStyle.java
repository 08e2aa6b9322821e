package dev.rollup.read.sheet;

/**
 * How a cell looks.
 *
 * @param format how a number in it is displayed
 * @param repeated whether what stands in it is repeated until the cell is full, so that 1 is shown
 *     as 1111
 */
public record CellStyle(NumberFormat format, CellFont font, CellFill fill, boolean repeated) {

  /** What a cell without a style looks like. */
  public static final CellStyle PLAIN =
      new CellStyle(NumberFormat.GENERAL, CellFont.PLAIN, CellFill.NONE, false);
}
