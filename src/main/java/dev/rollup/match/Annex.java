package dev.rollup.match;

import dev.rollup.match.cells.AnnexRow;
import dev.rollup.match.cells.ListTable;
import dev.rollup.match.cells.PlainTable;
import dev.rollup.match.count.BlankReader;
import dev.rollup.match.find.Beside;
import dev.rollup.match.find.FormWords;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.rollup.ListLine;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Entry;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.text.Numerals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The tables of a running text in which a roll-up lists the rows of its repeated items. Such a
 * table is known by its rows: most of them say what the roll-up carries, in columns side by side,
 * whatever else stands in the others and whatever its columns are called. Of a roll-up that lost
 * what it carried it is known by its headings.
 */
final class Annex {

  private final Grid text;
  private final RollUpContents carried;
  private final FormWords words;
  private final BlankReader blanks;
  private final Beside beside;

  /**
   * A table that was found.
   *
   * @param cells all that it holds, as places of the text
   * @param rows its rows below the heading, changed ones among them
   */
  record Found(Set<Position> cells, List<List<Entry>> rows) {}

  /** The tables of one text. */
  Annex(Grid text, RollUpContents carried, FormWords words, BlankReader blanks, Beside beside) {
    this.text = text;
    this.carried = carried;
    this.words = words;
    this.blanks = blanks;
    this.beside = beside;
  }

  /** Returns the tables that list an item. */
  List<Found> of(Item item) {
    var known = new HashSet<List<String>>();
    carried.rows(item).forEach(row -> known.add(row.values().stream().map(Annex::plain).toList()));
    var found = new ArrayList<Found>();
    for (var cells : tables()) {
      Grid table = PlainTable.of(text, cells);
      List<List<Entry>> rows =
          known.isEmpty() ? headed(item, table, cells) : rows(item, table, known);
      if (!rows.isEmpty()) {
        var places = new HashSet<Position>();
        cells.forEach(placed -> places.add(placed.at()));
        found.add(new Found(places, rows));
      }
    }
    return found;
  }

  /** Reads a table by its headings; the number of a row and its unit are no answers. */
  private List<List<Entry>> headed(Item item, Grid table, List<Grid.Placed> cells) {
    List<String> title = PlainTable.title(text, cells).stream().map(words::fold).toList();
    Grid answers = table.within(0, table.height(), ListLine.FIXED_COLUMNS, Integer.MAX_VALUE);
    return new ListTable(answers, words, blanks, beside).read(item, title).entries();
  }

  /** Returns the cells of each table; what runs outside of tables stands in the first column. */
  private Iterable<List<Grid.Placed>> tables() {
    var tables = new TreeMap<Integer, List<Grid.Placed>>();
    for (var placed : text.cells()) {
      if (placed.at().column() > 0) {
        tables.computeIfAbsent(placed.at().column(), t -> new ArrayList<>()).add(placed);
      }
    }
    return tables.values();
  }

  private List<List<Entry>> rows(Item item, Grid table, Set<List<String>> known) {
    int width = table.cells().stream().mapToInt(c -> c.at().column() + 1).max().orElse(0);
    for (int column = 0; column + item.fields().size() <= width; column++) {
      int first = column;
      long same = 0;
      for (int row = 0; row < table.height(); row++) {
        same += known.contains(values(item, table, row, first)) ? 1 : 0;
      }
      if (same * 2 >= table.height() - 1 && same > 0) {
        return read(item, table, first, known);
      }
    }
    return List.of();
  }

  private List<List<Entry>> read(Item item, Grid table, int column, Set<List<String>> known) {
    List<Integer> columns = IntStream.range(column, column + item.fields().size()).boxed().toList();
    var reader = new AnnexRow(item, table, columns, blanks);
    var rows = new ArrayList<List<Entry>>();
    for (int row = 0; row < table.height(); row++) {
      List<String> values = values(item, table, row, column);
      if (row > 0 || known.contains(values) || counts(item, values)) {
        List<Entry> entries = reader.entries(row);
        if (!entries.stream().allMatch(Entry::empty)) {
          rows.add(entries);
        }
      }
    }
    return rows;
  }

  /** Tells whether a row holds a number where the list has numbers: a heading holds none. */
  private static boolean counts(Item item, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (item.fields().get(i).type() == FieldType.COUNT && Numerals.in(values.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> values(Item item, Grid table, int row, int column) {
    var values = new ArrayList<String>();
    for (int i = 0; i < item.fields().size(); i++) {
      values.add(plain(table.at(new Position(row, column + i)).raw()));
    }
    return values;
  }

  /** White space alone may differ: a line of Word has none at its end. */
  private static String plain(String value) {
    return value.replaceAll("[\\s\\p{Z}]+", "");
  }
}
