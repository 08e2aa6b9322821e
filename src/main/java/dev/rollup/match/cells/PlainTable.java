package dev.rollup.match.cells;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table with rows and columns: a part of a sheet as it is, or a table of a running text. */
public final class PlainTable {

  private static final Pattern PLACE = Pattern.compile("t\\d+\\.r(\\d+)\\.c(\\d+)\\.p\\d+");

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
      Matcher place = PLACE.matcher(grid.place(placed.at()));
      // What is nested in a cell belongs to no row or column of its own.
      if (place.matches()) {
        var at =
            new Position(
                Integer.parseInt(place.group(1)) - 1, Integer.parseInt(place.group(2)) - 1);
        byCell.computeIfAbsent(at, position -> new ArrayList<>()).add(placed);
      }
    }
    byCell.forEach(
        (at, own) -> {
          String text = String.join("\n", own.stream().map(p -> p.cell().raw()).toList());
          Cell.Text cell = own.size() == 1 ? (Cell.Text) own.get(0).cell() : new Cell.Text(text);
          table.paragraph(at.row(), at.column(), grid.place(own.get(0).at()), cell);
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
