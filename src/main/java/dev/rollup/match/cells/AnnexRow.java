package dev.rollup.match.cells;

import dev.rollup.match.count.BlankReader;
import dev.rollup.match.find.Sight;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a row of a table that lists a repeated item, by the columns of its fields. */
public final class AnnexRow {

  private final Item item;
  private final Grid table;
  private final List<Integer> columns;
  private final BlankReader blanks;

  /**
   * The rows of one table.
   *
   * @param columns by field of the item, its column
   */
  public AnnexRow(Item item, Grid table, List<Integer> columns, BlankReader blanks) {
    this.item = item;
    this.table = table;
    this.columns = List.copyOf(columns);
    this.blanks = blanks;
  }

  /**
   * Returns what a row says. One that calls itself a total beside its columns, as where units have
   * their names, is called that.
   */
  public List<Entry> entries(int row) {
    var entries = new ArrayList<Entry>();
    Optional<Cell> total = total(row);
    for (int i = 0; i < columns.size(); i++) {
      Field field = item.fields().get(i);
      var at = new Position(row, columns.get(i));
      Cell cell = table.at(at);
      if (field.type() == FieldType.TEXT && cell.raw().isBlank()) {
        cell = total.orElse(cell);
      }
      var location = Location.at(table.sheet(), table.place(at)).ofField(field.id());
      entries.add(Sight.of(blanks.entry(field, 0, cell, location), table.marks(at)));
    }
    return entries;
  }

  private Optional<Cell> total(int row) {
    return table.rows(row, row + 1).stream()
        .filter(placed -> !columns.contains(placed.at().column()))
        .map(Grid.Placed::cell)
        .filter(cell -> ListTotals.isTotal(Folding.label(cell.raw())))
        .findFirst();
  }
}
