package dev.rollup.read;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import java.util.ArrayList;
import java.util.List;

/** Shows a running text line by line. */
public final class Paragraphs {

  private static final int MOST_TABLES = 20;

  private Paragraphs() {}

  /** Returns the place and the text of every paragraph, empty ones included. */
  public static List<String> lines(Grid grid) {
    var lines = new ArrayList<String>();
    for (int row = 0; ; row++) {
      String line = line(grid, row);
      if (line == null) {
        return lines;
      }
      lines.add(line);
    }
  }

  /** Returns the column of every paragraph that is not empty. */
  public static List<Integer> columns(Grid grid) {
    return grid.cells().stream().map(placed -> placed.at().column()).toList();
  }

  /** Returns where something is the matter with the looks, what it is, and the words. */
  public static List<String> marks(Grid grid) {
    var marks = new ArrayList<String>();
    for (var placed : grid.cells()) {
      for (var span : ((Cell.Text) placed.cell()).spans()) {
        String words = placed.cell().raw().substring(span.from(), span.to());
        marks.add(grid.place(placed.at()).written() + " " + span.mark() + " " + words);
      }
    }
    return marks;
  }

  /** Returns null where there is no such row. */
  private static String line(Grid grid, int row) {
    for (int column = 0; column <= MOST_TABLES; column++) {
      var at = new Position(row, column);
      if (grid.textPlace(at).isPresent()) {
        return grid.place(at).written() + " " + grid.at(at).raw();
      }
    }
    return null;
  }
}
