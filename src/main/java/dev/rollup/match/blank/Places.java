package dev.rollup.match.blank;

import dev.rollup.model.Area;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which cells of a return are spoken for, and by which entries. */
final class Places {

  /** So many rows without entries may stand inside a table: its headings. */
  private static final int WIDEST_GAP = 2;

  private final Map<Grid, Set<Position>> taken = new HashMap<>();
  private final Map<Grid, TreeMap<Position, List<Entry>>> entries = new HashMap<>();

  /** Takes a cell that belongs to something. */
  void take(Grid grid, Position at) {
    taken.computeIfAbsent(grid, any -> new HashSet<>()).add(at);
  }

  /** Takes a cell for an entry that was read there; several may share one. */
  void take(Grid grid, Position at, Entry entry) {
    take(grid, at);
    entries
        .computeIfAbsent(grid, any -> new TreeMap<>())
        .computeIfAbsent(at, any -> new ArrayList<>())
        .add(entry);
  }

  boolean isTaken(Grid grid, Position at) {
    return taken.getOrDefault(grid, Set.of()).contains(at);
  }

  /** Tells whether everything that was taken stands right of a column. */
  boolean isLeftOfAll(Grid grid, int column) {
    return taken.getOrDefault(grid, Set.of()).stream().allMatch(at -> at.column() > column);
  }

  /** Returns the entries that were read in a row. */
  List<Entry> inRow(Grid grid, int row) {
    return entries(grid).subMap(new Position(row, 0), new Position(row + 1, 0)).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  /** Returns the entries of each row that has any. */
  Collection<List<Entry>> byRow(Grid grid) {
    var rows = new TreeMap<Integer, List<Entry>>();
    entries(grid)
        .forEach((at, all) -> rows.computeIfAbsent(at.row(), any -> new ArrayList<>()).addAll(all));
    return rows.values();
  }

  /** Returns the last entry that was read before a cell in its row. */
  Optional<Entry> before(Grid grid, Position at) {
    var row = entries(grid).subMap(new Position(at.row(), 0), true, at, false);
    return row.isEmpty() ? Optional.empty() : row.lastEntry().getValue().stream().findFirst();
  }

  /** Returns the entries that were read above a row, or in it. */
  List<Entry> above(Grid grid, int row) {
    return entries(grid).entrySet().stream()
        .filter(each -> each.getKey().row() <= row)
        .flatMap(each -> each.getValue().stream())
        .toList();
  }

  /** Tells whether everything that was read in a row stands in one cell. */
  boolean isOneCell(Grid grid, int row) {
    return entries(grid).subMap(new Position(row, 0), new Position(row + 1, 0)).size() == 1;
  }

  /**
   * Returns, of every column of a table that ends right above or below a row, its entries from that
   * row on, by the column; nothing where no column does.
   */
  Map<Integer, List<Entry>> columnsFrom(Grid grid, int row) {
    for (int step : new int[] {-1, 1}) {
      var columns = new TreeMap<Integer, List<Entry>>();
      for (int next = row + step, gap = 0; gap <= WIDEST_GAP && next >= 0; next += step) {
        var own = entries(grid).subMap(new Position(next, 0), new Position(next + 1, 0));
        gap = own.isEmpty() ? gap + 1 : 0;
        if (own.isEmpty() && columns.isEmpty()) {
          break;
        }
        own.forEach(
            (at, all) ->
                columns.computeIfAbsent(at.column(), any -> new ArrayList<>()).addAll(all));
      }
      if (!columns.isEmpty()) {
        return columns;
      }
    }
    return Map.of();
  }

  /** Tells whether an entry was read right above or below a cell. */
  boolean isNextTo(Grid grid, Position at) {
    Area area = grid.mergedAt(at).orElse(new Area(at, at));
    for (int column = area.first().column(); column <= area.last().column(); column++) {
      if (isRead(grid, area.first().row() - 1, column)
          || isRead(grid, area.last().row() + 1, column)) {
        return true;
      }
    }
    return false;
  }

  private boolean isRead(Grid grid, int row, int column) {
    return row >= 0 && entries(grid).containsKey(new Position(row, column));
  }

  /** Returns the entries of every cell that covers several blanks: it belongs to none of them. */
  List<Entry> underOneCell(Grid grid) {
    var byArea = new HashMap<Area, Map<Position, List<Entry>>>();
    entries(grid)
        .forEach(
            (at, all) ->
                grid.mergedAt(at)
                    .ifPresent(
                        area -> byArea.computeIfAbsent(area, any -> new HashMap<>()).put(at, all)));
    // A sentence in a merged cell has all its blanks in one place.
    return byArea.values().stream()
        .filter(cells -> cells.size() > 1)
        .flatMap(cells -> cells.values().stream())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Returns the entries of every cell that several blanks read whole: it belongs to none of them.
   */
  List<Entry> readTwice(Grid grid) {
    return entries(grid).entrySet().stream()
        .flatMap(
            each -> {
              String whole = grid.at(each.getKey()).raw();
              List<Entry> same =
                  each.getValue().stream()
                      .filter(entry -> !entry.empty() && whole.equals(entry.raw()))
                      .toList();
              return same.size() > 1 ? same.stream() : Stream.<Entry>empty();
            })
        .toList();
  }

  private NavigableMap<Position, List<Entry>> entries(Grid grid) {
    return entries.getOrDefault(grid, new TreeMap<>());
  }
}
