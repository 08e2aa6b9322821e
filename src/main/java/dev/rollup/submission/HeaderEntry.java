package dev.rollup.submission;

import dev.rollup.model.Cell;
import dev.rollup.model.Location;

/**
 * What one blank above the table holds.
 *
 * @param cell what stands there; {@link Cell#EMPTY} where nothing does
 * @param at where it stands
 */
public record HeaderEntry(Cell cell, Location at) {

  /** Returns the words that stand there, without white space around them; never null. */
  public String text() {
    return cell.raw().strip();
  }
}
