package dev.rollup.read.sheet;

import org.jspecify.annotations.Nullable;

/**
 * Something that lies over the cells of a sheet: a picture, a shape, ink, a chart, a control.
 *
 * @param box where it lies
 * @param text what is written in it; empty where nothing is
 * @param holder the cell that a control writes the number into that it is set to, as a formula
 *     names it; null for everything else
 */
public record DrawnObject(Box box, String text, @Nullable String holder) {

  /** A rectangle on the sheet, in English Metric Units; it may be of no width or height. */
  public record Box(long left, long top, long right, long bottom) {

    /** Puts the corners in order. */
    public Box {
      if (right < left || bottom < top) {
        long width = Math.abs(right - left);
        long height = Math.abs(bottom - top);
        left = Math.min(left, right);
        top = Math.min(top, bottom);
        right = left + width;
        bottom = top + height;
      }
    }
  }
}
