package dev.rollup.match.cells;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.model.TextPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table with rows and columns: a part of a sheet as it is, or a table of a running text. */
public final class PlainTable {

  private PlainTable() {}

  /** Returns cells as a grid of rows and columns; their places are called as before. */
  public static Grid of(Grid grid, List<Grid.Placed> cells) {
    var table = Grid.builder(grid.sheet());
    if (!grid.running()) {
      cells.forEach(placed -> table.put(placed.at().row(), placed.at().column(), placed.cell()));
      return table.build();
    }
    Map<Position, List<Grid.Placed>> byCell = new LinkedHashMap<>();
    for (var placed : cells) {
      // What is nested in a cell belongs to no row or column of its own.
      grid.textPlace(placed.at())
          .flatMap(TextPlace::onlyCell)
          .map(cell -> new Position(cell.row() - 1, cell.cell() - 1))
          .ifPresent(at -> byCell.computeIfAbsent(at, key -> new ArrayList<>()).add(placed));
    }
    byCell.forEach(
        (at, own) -> {
          String text = String.join("\n", own.stream().map(p -> p.cell().raw()).toList());
          Cell.Text cell = own.size() == 1 ? (Cell.Text) own.get(0).cell() : new Cell.Text(text);
          TextPlace place = grid.textPlace(own.get(0).at()).orElseThrow();
          table.paragraph(at.row(), at.column(), place, cell);
        });
    return table.build();
  }

  /** Returns what a table is called: the name of its sheet, or the paragraph above it. */
  public static List<Cell> title(Grid grid, List<Grid.Placed> cells) {
    if (!grid.running()) {
      return grid.sheet() == null ? List.of() : List.of(new Cell.Text(grid.sheet()));
    }
    int first = cells.get(0).at().row();
    return grid.cells().stream()
        .filter(placed -> placed.at().column() == 0 && placed.at().row() < first)
        .reduce((a, b) -> b)
        .map(placed -> List.of(placed.cell()))
        .orElse(List.of());
  }
}
