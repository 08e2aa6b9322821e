package dev.rollup.match.blank;

import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Place;
import java.util.List;

/** The sheets and tables of a document, by the names that places go by. */
final class Surfaces {

  private Surfaces() {}

  /** Returns the sheets of a document, or the tables of its text. */
  static List<Grid> of(Document document, Place.Kind kind) {
    return switch (kind) {
      case SHEET -> document.grids().stream().filter(grid -> !grid.running()).toList();
      case TABLE -> document.tables();
      case PARAGRAPH -> List.of();
    };
  }

  /** Returns the name of a sheet, or {@code t1} for the first table. */
  static String name(Document document, Grid grid) {
    int table = document.tables().indexOf(grid);
    return table >= 0 ? "t" + (table + 1) : grid.sheet() == null ? "" : grid.sheet();
  }
}
