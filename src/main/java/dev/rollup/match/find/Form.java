package dev.rollup.match.find;

import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import java.util.List;

/** A form that was found in a document, and how to read it. */
public interface Form {

  /** Returns what it stands on. */
  Grid grid();

  /** Returns the row in which its first sentence or heading stands. */
  int tableRow();

  /** Returns what stands above the table, in reading order. */
  default List<Grid.Placed> head() {
    return grid().rows(0, tableRow());
  }

  /** Tells whether a place is in the table, between its first sentence and its last. */
  boolean holds(Position at);

  /** Reads every item. */
  Filled read();
}
