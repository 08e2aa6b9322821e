package dev.rollup.match.cells;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.rollup.RollUp;
import dev.rollup.submission.Entry;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.text.Numerals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows of a repeated item that a roll-up lists on a sheet of its own: those that it gave names
 * to, and those that somebody typed among and below them. What is computed there is no row.
 */
final class NamedRows {

  private final Grid grid;
  private final SentenceReader reader;

  /**
   * The rows on one sheet.
   *
   * @param reader reads this sheet
   */
  NamedRows(Grid grid, SentenceReader reader) {
    this.grid = grid;
    this.reader = reader;
  }

  /** Returns one list of entries for each row; none where no cell has the name of a first row. */
  List<List<Entry>> of(Item item) {
    var rows = new ArrayList<List<Entry>>();
    List<Entry> named = reader.readNamed(item, 1);
    while (!named.isEmpty()) {
      rows.add(named);
      named = reader.readNamed(item, rows.size() + 1);
    }
    List<Integer> columns = columns(item, rows.size());
    if (!columns.isEmpty()) {
      var typed = reader.under(item, columns);
      for (int row : typedRows(item, columns, rows.size())) {
        int number = rows.size() + 1;
        rows.add(typed.entries(row).stream().map(entry -> entry.inRow(number)).toList());
      }
    }
    return rows;
  }

  /** Returns the columns of the named rows; none where a field has no name in any of them. */
  private List<Integer> columns(Item item, int named) {
    var columns = new ArrayList<Integer>();
    for (var field : item.fields()) {
      for (int row = 1; row <= named; row++) {
        Position at = grid.names().get(Layout.name(field.id(), row));
        if (at != null) {
          columns.add(at.column());
          break;
        }
      }
    }
    return columns.size() == item.fields().size() ? columns : List.of();
  }

  /** Returns the rows of the sheet that hold numbers under the columns, and no name. */
  private List<Integer> typedRows(Item item, List<Integer> columns, int named) {
    Set<Integer> own = new HashSet<>();
    for (var field : item.fields()) {
      for (int row = 1; row <= named; row++) {
        Position at = grid.names().get(Layout.name(field.id(), row));
        if (at != null) {
          own.add(at.row());
        }
      }
    }
    Set<Integer> others = new HashSet<>();
    grid.names().values().stream()
        .map(Position::row)
        .filter(row -> !own.contains(row))
        .forEach(others::add);
    int first = own.stream().min(Integer::compare).orElseThrow();
    int last = own.stream().max(Integer::compare).orElseThrow();
    var rows = new ArrayList<Integer>();
    // Below it may be the list of another item.
    int end = others.stream().filter(row -> row > last).min(Integer::compare).orElse(grid.height());
    for (int row : grid.held(first, end)) {
      if (!own.contains(row) && counts(item, columns, row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Tells whether a number stands under a column of numbers that nothing computes. */
  private boolean counts(Item item, List<Integer> columns, int row) {
    boolean numbers = false;
    for (int i = 0; i < columns.size(); i++) {
      Field field = item.fields().get(i);
      Cell cell = grid.at(new Position(row, columns.get(i)));
      if (cell instanceof Cell.Formula) {
        return false;
      }
      numbers |=
          field.type() == FieldType.COUNT
              && Numerals.in(cell.raw())
              && !cell.raw().startsWith(RollUp.LEFT_OUT);
    }
    return numbers;
  }
}
