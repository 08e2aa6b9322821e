package dev.rollup.match.cells;

import dev.rollup.match.count.BlankReader;
import dev.rollup.match.find.Beside;
import dev.rollup.match.find.FormWords;
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

/**
 * Reads a table of its own in which a unit listed the rows of a repeated item, under headings that
 * leave no doubt: one column for each field, and the words of the section above or in its name.
 */
public final class ListTable {

  /** Fewer letters of a heading name nothing in particular. */
  private static final int SHORTEST_TITLE = 4;

  /** No rows at all. */
  public static final Rows NONE = new Rows(List.of(), 0);

  /**
   * What a table lists.
   *
   * @param entries one list of entries for each row
   * @param head the row of the headings
   */
  public record Rows(List<List<Entry>> entries, int head) {}

  private final Grid table;
  private final FormWords words;
  private final BlankReader blanks;
  private final Beside beside;

  /**
   * A table.
   *
   * @param table the sheet, or a table of a text with its rows and columns
   */
  public ListTable(Grid table, FormWords words, BlankReader blanks, Beside beside) {
    this.table = table;
    this.words = words;
    this.blanks = blanks;
    this.beside = beside;
  }

  /**
   * Reads the rows of an item.
   *
   * @param title what stands above the table, or what it is called; folded
   * @return no rows where the table is not certainly that list
   */
  public Rows read(Item item, List<String> title) {
    for (int row : table.held(0, table.height())) {
      Optional<List<Integer>> columns = columns(item, row);
      if (columns.isPresent()) {
        int head = row;
        boolean titled =
            title.stream().anyMatch(words -> names(item, words))
                || table.rows(0, head).stream()
                    .anyMatch(c -> names(item, this.words.fold(c.cell())));
        return titled ? new Rows(rows(item, columns.get(), row + 1), head) : NONE;
      }
    }
    return NONE;
  }

  private boolean names(Item item, String folded) {
    String heading = words.headingOf(item);
    return folded.contains(heading)
        || folded.length() >= SHORTEST_TITLE && heading.contains(folded);
  }

  /** Returns the columns of the fields where a row is a heading that names each of them once. */
  private Optional<List<Integer>> columns(Item item, int row) {
    var columns = new ArrayList<Integer>();
    for (var field : item.fields()) {
      List<Integer> own =
          table.rows(row, row + 1).stream()
              .filter(placed -> heads(item, field, words.fold(placed.cell())))
              .map(placed -> placed.at().column())
              .toList();
      if (own.size() != 1 || columns.contains(own.get(0))) {
        return Optional.empty();
      }
      columns.add(own.get(0));
    }
    return Optional.of(columns);
  }

  /** Tells whether folded words head the column of a field, and of no other of its item. */
  static boolean heads(Item item, Field field, String folded) {
    if (field.type() != FieldType.COUNT) {
      return folded.endsWith("名称") || folded.endsWith("活动");
    }
    int own = longestMeasure(field, folded);
    return own > 0
        && item.fields().stream()
            .filter(other -> !other.equals(field))
            .allMatch(other -> longestMeasure(other, folded) < own);
  }

  /** Returns the length of the longest spelling of a field's measure that words end with. */
  private static int longestMeasure(Field field, String folded) {
    if (field.type() != FieldType.COUNT) {
      return 0;
    }
    return field.measured().suffixes().stream()
        .map(Folding::label)
        .filter(folded::endsWith)
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private List<List<Entry>> rows(Item item, List<Integer> columns, int first) {
    var rows = new ArrayList<List<Entry>>();
    for (int row : table.held(first, table.height())) {
      List<Grid.Placed> cells = table.rows(row, row + 1);
      boolean doubtful =
          cells.stream()
              .filter(placed -> !columns.contains(placed.at().column()))
              .anyMatch(placed -> isDoubtful(placed.cell()));
      if (doubtful) {
        return List.of();
      }
      List<Entry> entries = entries(item, columns, row, rows.size() + 1);
      if (!entries.stream().allMatch(Entry::empty)) {
        rows.add(entries);
      }
    }
    return rows;
  }

  private boolean isDoubtful(Cell cell) {
    return !Beside.countsLine(cell) && beside.weigh(cell.raw(), true) == Beside.Weight.DOUBTFUL;
  }

  private List<Entry> entries(Item item, List<Integer> columns, int row, int number) {
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < columns.size(); i++) {
      Field field = item.fields().get(i);
      var at = new Position(row, columns.get(i));
      var location = Location.at(table.sheet(), table.place(at)).ofField(field.id());
      entries.add(Sight.of(blanks.entry(field, number, table.at(at), location), table.marks(at)));
    }
    return entries;
  }
}
