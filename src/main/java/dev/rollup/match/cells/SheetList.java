package dev.rollup.match.cells;

import dev.rollup.match.find.Anchors;
import dev.rollup.match.find.Beside;
import dev.rollup.match.find.Claims;
import dev.rollup.match.find.FormWords;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.text.Numerals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the rows of a repeated item on a sheet: those that begin with the form's words, and those
 * between and beside them that a unit added, or whose words it typed over.
 */
final class SheetList {

  private final Grid grid;
  private final FormWords words;
  private final SentenceReader reader;
  private final Anchors anchors;
  private final Claims claims;

  SheetList(Grid grid, FormWords words, SentenceReader reader, Anchors anchors, Claims claims) {
    this.grid = grid;
    this.words = words;
    this.reader = reader;
    this.anchors = anchors;
    this.claims = claims;
  }

  /** Where the list stands: its first row, the row behind its last, and its columns. */
  private record Frame(int first, int end, int lead, List<Integer> columns) {}

  /** Returns the entries of all rows in which something was written. */
  List<Entry> read(Item item) {
    List<Position> starts = anchors.of(item);
    if (anchors.interrupted(item)) {
      // Another form begins in between, and nobody knows whose rows are whose.
      return reader.ambiguous(item, 1, starts.get(0));
    }
    Optional<Frame> frame = frame(item, starts);
    var entries = new ArrayList<Entry>();
    if (frame.isEmpty()) {
      return entries;
    }
    var labelled = new HashMap<Integer, Position>();
    starts.forEach(start -> labelled.put(start.row(), start));
    int lastLabelled = starts.isEmpty() ? -1 : starts.get(starts.size() - 1).row();
    boolean gap = false;
    int number = 1;
    int next = frame.get().first();
    for (int row : grid.held(frame.get().first(), frame.get().end())) {
      gap |= row > next && row - 1 > lastLabelled;
      next = row + 1;
      Position start = labelled.get(row);
      if (isHeading(item, frame.get(), row)) {
        take(row);
        continue;
      }
      List<Entry> own =
          start != null
              ? labelled(item, start, number)
              : unlabelled(item, frame.get(), row, number);
      boolean said = !own.stream().allMatch(Entry::empty);
      gap |= start == null && row > lastLabelled && !said;
      if (gap && said && start == null) {
        // Apart from the list, a number under its columns may be anything.
        boolean counts = own.stream().anyMatch(entry -> entry.number() != null);
        own = counts ? reader.ambiguous(item, number, at(row, frame.get())) : List.of();
        said = counts;
      }
      if (said) {
        entries.addAll(own);
        take(row);
      }
      // A row of the form has its number whether it was filled in or not.
      number += said || start != null ? 1 : 0;
    }
    return entries;
  }

  private static Position at(int row, Frame frame) {
    return new Position(row, frame.columns().get(0));
  }

  private void take(int row) {
    grid.rows(row, row + 1).stream()
        .filter(reader::isInForm)
        .forEach(placed -> claims.take(grid, placed.at()));
  }

  private List<Entry> labelled(Item item, Position start, int number) {
    if (words.goOnFrom(item, words.fold(grid.at(start)))) {
      return reader.ambiguous(item, number, start);
    }
    SentenceReader.Sentence sentence = reader.read(item, start, number);
    Optional<Position> stray =
        grid.rows(start.row(), start.row() + 1).stream()
            .filter(placed -> reader.isInForm(placed) && !sentence.used().contains(placed.at()))
            .filter(placed -> reader.bearsOnNumbers(placed.cell()))
            .filter(
                placed ->
                    placed.at().column() > start.column() || !Beside.countsLine(placed.cell()))
            .map(Grid.Placed::at)
            .findFirst();
    return stray.map(at -> reader.ambiguous(item, number, at)).orElse(sentence.entries());
  }

  private List<Entry> unlabelled(Item item, Frame frame, int row, int number) {
    if (grid.rows(row, row + 1).stream()
        .anyMatch(c -> words.tellOther(item, words.fold(c.cell())))) {
      // A sentence of another item, said once more, is no row of the list.
      return List.of();
    }
    return reader.readUnder(item, new Position(row, frame.lead()), frame.columns(), row, number);
  }

  /** Tells whether a row names the columns of the list, as units do that type a table. */
  private boolean isHeading(Item item, Frame frame, int row) {
    boolean named = false;
    for (int i = 0; i < frame.columns().size(); i++) {
      Field field = item.fields().get(i);
      Cell cell = grid.at(new Position(row, frame.columns().get(i)));
      if (cell instanceof Cell.Empty) {
        continue;
      }
      String text = words.fold(cell);
      if (!ListTable.heads(item, field, text)
          || Numerals.in(text) && field.type() == FieldType.COUNT) {
        return false;
      }
      named |= field.type() == FieldType.COUNT;
    }
    return named;
  }

  /** Finds where a list stands: by a row that has its words, or by the names of its cells. */
  private Optional<Frame> frame(Item item, List<Position> starts) {
    List<Integer> columns = List.of();
    int lead = -1;
    int usual = usualColumn(starts);
    for (var start : starts) {
      if (columns.isEmpty()
          && start.column() == usual
          && !words.goOnFrom(item, words.fold(grid.at(start)))) {
        columns = reader.read(item, start, 1).columns();
        lead = start.column();
      }
    }
    int top = starts.isEmpty() ? -1 : starts.get(0).row();
    int bottom = starts.isEmpty() ? -1 : starts.get(starts.size() - 1).row();
    if (columns.isEmpty()) {
      List<List<Position>> named = namedRows(item);
      if (!named.isEmpty()) {
        columns = named.get(0).stream().map(Position::column).toList();
        lead = columns.get(0) - 1;
        top = top < 0 ? named.get(0).get(0).row() : top;
        bottom = Math.max(bottom, top + named.size() - 1);
      }
    }
    if (top < 0 || columns.isEmpty() && starts.isEmpty()) {
      return Optional.empty();
    }
    int heading = headingRow(item, top);
    int end = anchors.nextRow(bottom, grid.height());
    int first = heading >= 0 ? heading : top;
    return Optional.of(new Frame(first, end, Math.max(0, lead), columns));
  }

  /** Returns the column in which most rows begin: the words may head a column, too. */
  private static int usualColumn(List<Position> starts) {
    var columns = new TreeMap<Integer, Integer>();
    starts.forEach(start -> columns.merge(start.column(), 1, Integer::sum));
    return columns.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(-1);
  }

  /** Returns the row of the list's heading above its first row; -1 where it is not there. */
  private int headingRow(Item item, int top) {
    int previous = anchors.previousRow(top, -1);
    for (int row = top; row > previous; row--) {
      for (var placed : grid.rows(row, row + 1)) {
        if (words.isHeadingOf(item, words.fold(placed.cell()))) {
          return row;
        }
      }
    }
    return -1;
  }

  /** Returns the named cells of the rows, as long as they stand in one order. */
  private List<List<Position>> namedRows(Item item) {
    var rows = new ArrayList<List<Position>>();
    for (int number = 1; ; number++) {
      var row = new ArrayList<Position>();
      for (var field : item.fields()) {
        Position at = grid.names().get(Layout.name(field.id(), number));
        boolean apart = at == null || !row.isEmpty() && row.get(0).row() != at.row();
        boolean moved =
            !rows.isEmpty() && at != null && rows.get(0).get(row.size()).column() != at.column();
        if (at == null || apart || moved) {
          return rows;
        }
        row.add(at);
      }
      rows.add(row);
    }
  }
}
