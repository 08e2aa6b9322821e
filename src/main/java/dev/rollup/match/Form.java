package dev.rollup.match;

import dev.rollup.model.Grid;

/** A form that was found in a document, and how to read it. */
interface Form {

  /** Returns what it stands on. */
  Grid grid();

  /** Returns the row in which its first sentence or heading stands. */
  int tableRow();

  /** Reads every item. */
  Filled read();
}
