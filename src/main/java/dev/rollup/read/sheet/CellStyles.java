package dev.rollup.read.sheet;

import dev.rollup.read.format.Refusal;
import org.jspecify.annotations.Nullable;

/** How the cells of a workbook look, whatever format it is stored in. */
public interface CellStyles {

  /** Returns the style of that number; null where there is none. */
  @Nullable CellStyle style(int index);

  /** Returns what a conditional format of that number lays over cells; null where there is none. */
  @Nullable Differential differential(int index) throws Refusal;

  /** What the looks of cells, and of runs in them, do to what a person sees. */
  Looks looks();
}
