package dev.rollup.clerkfile;

import dev.rollup.finding.Mentioned;
import dev.rollup.finding.Mistake;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A table that a clerk keeps beside the returns, such as the roster: a line of headings, then a
 * line for each record. Above the headings a title may stand.
 */
final class SideTable {

  /** Below this line no headings are looked for. */
  private static final int LAST_HEAD_ROW = 10;

  private final SideFile file;
  private final Map<String, List<String>> headings;
  private final Map<Integer, String> columns = new HashMap<>();
  private final Map<String, String> shown = new HashMap<>();

  private int headNumber;

  private SideTable(SideFile file, Map<String, List<String>> headings) {
    this.file = file;
    this.headings = headings;
  }

  /** One record. */
  static final class Line {
    private final SideTable table;
    private final int number;
    private final Map<String, Cell> cells = new HashMap<>();

    private Line(SideTable table, int number) {
      this.table = table;
      this.number = number;
    }

    /** Returns the text of a column without white space around it; empty where there is none. */
    String get(String column) {
      return cells.get(column) instanceof Cell.ErrorValue ? "" : raw(column);
    }

    /** As {@link #get}, but what shows as an error is not nothing: it is the error. */
    String raw(String column) {
      return cells.getOrDefault(column, Cell.EMPTY).raw().strip();
    }

    /**
     * Returns the text of a column that must not be empty.
     *
     * @throws Mistake if it is
     */
    String required(String column) throws Mistake {
      if (get(column).isEmpty()) {
        throw mistake("side.empty-cell", table.shown.getOrDefault(column, column));
      }
      return get(column);
    }

    /** As {@link #get}, or what stands in the merged cell that reaches down to this line. */
    String spread(String column) {
      Position at = new Position(number - 1, table.index(column));
      Grid grid = table.file.table();
      return get(column).isEmpty()
          ? grid.mergedAt(at).map(area -> grid.at(area.first()).raw().strip()).orElse("")
          : get(column);
    }

    /** Tells whether nothing is filled in but one column. */
    boolean isOnly(String column) {
      return table.headings.keySet().stream()
          .allMatch(other -> other.equals(column) != raw(other).isEmpty());
    }

    /** Returns where the record stands. */
    SideLine at() {
      return new SideLine(table.file.name(), number);
    }

    /** Returns where the headings stand. */
    SideLine head() {
      return new SideLine(table.file.name(), table.headNumber);
    }

    /** Tells whether the table has a column. */
    boolean has(String column) {
      return table.shown.containsKey(column);
    }

    /** Returns the heading of a column; empty where the table has none. */
    String heading(String column) {
      return table.shown.getOrDefault(column, "");
    }

    /**
     * Makes a mistake that names the file, sheet and cell, and what else the message mentions.
     *
     * @param column the column; the first where the table has none of that name
     */
    Mistake mistakeAt(String column, String key, String... more) {
      return mistakeAt(column, key, Arrays.stream(more).map(Mentioned.Text::new).toList());
    }

    /**
     * As {@link #mistakeAt(String, String, String...)}, where not all that it mentions is a text.
     */
    Mistake mistakeAt(String column, String key, List<? extends Mentioned> more) {
      String cell = new Position(number - 1, table.index(column)).a1();
      String sheet = table.file.table().sheet();
      var mentioned = new ArrayList<Mentioned>();
      mentioned.add(new Mentioned.Text(table.file.path()));
      mentioned.add(new Mentioned.Text(sheet == null ? cell : sheet + "!" + cell));
      mentioned.addAll(more);
      return new Mistake(Mistake.Kind.USAGE, key, mentioned);
    }

    /** Makes a mistake that names the file, the line, and what else the message mentions. */
    Mistake mistake(String key, String... more) {
      var args = new ArrayList<>(List.of(table.file.path(), String.valueOf(number)));
      args.addAll(List.of(more));
      return new Mistake(Mistake.Kind.USAGE, key, args.toArray(String[]::new));
    }
  }

  /**
   * Reads all records.
   *
   * @param headings the headings under which each column is known, by the column's name
   * @param required the columns that must be there
   * @throws Mistake if the file lacks a column
   */
  static List<Line> read(SideFile file, Map<String, List<String>> headings, List<String> required)
      throws Mistake {
    return read(file, headings, required, List.of());
  }

  /**
   * As {@link #read(Path, Map, List)}.
   *
   * @param oneOf the columns of which at least one must be there
   */
  static List<Line> read(
      SideFile file, Map<String, List<String>> headings, List<String> required, List<String> oneOf)
      throws Mistake {
    return new SideTable(file, headings).read(required, oneOf);
  }

  /**
   * Returns a line for the end of a table, each text in its column.
   *
   * @param texts the texts by the names of their columns; those that the table lacks are left out
   * @throws Mistake if the file lacks a column that must be there
   */
  static List<String> line(
      SideFile file,
      Map<String, List<String>> headings,
      List<String> required,
      List<String> oneOf,
      Map<String, String> texts)
      throws Mistake {
    var table = new SideTable(file, headings);
    table.read(required, oneOf);
    int width = table.columns.keySet().stream().max(Integer::compare).orElse(-1) + 1;
    var line = new ArrayList<String>();
    for (int i = 0; i < width; i++) {
      line.add(texts.getOrDefault(table.columns.getOrDefault(i, ""), ""));
    }
    return line;
  }

  /** Tells whether a table has a column, its headings as {@link #line} wants them. */
  static boolean has(SideFile file, Map<String, List<String>> headings, String column)
      throws Mistake {
    var table = new SideTable(file, headings);
    table.read(List.of(), List.of());
    return table.columns.containsValue(column);
  }

  /** Makes something of a line. */
  @FunctionalInterface
  interface Reading<T> {
    /** Returns what the line says; empty where that is nothing. */
    Optional<T> of(Line line) throws Mistake;
  }

  /**
   * Makes something of every line.
   *
   * @throws Mistake if any line is wrong: all that are wrong are told
   */
  static <T> List<T> all(List<Line> lines, Reading<T> reading) throws Mistake {
    var all = new ArrayList<T>();
    var mistakes = new ArrayList<Mistake>();
    for (var line : lines) {
      try {
        reading.of(line).ifPresent(all::add);
      } catch (Mistake e) {
        mistakes.add(e);
      }
    }
    if (!mistakes.isEmpty()) {
      throw Mistake.of(mistakes);
    }
    return all;
  }

  /** Returns where a column is; the first where the table has none of that name. */
  private int index(String column) {
    return columns.entrySet().stream()
        .filter(each -> each.getValue().equals(column))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }

  private List<Line> read(List<String> required, List<String> oneOf) throws Mistake {
    var rows = new TreeMap<Integer, List<Grid.Placed>>();
    for (var placed : file.table().cells()) {
      rows.computeIfAbsent(placed.at().row(), row -> new ArrayList<>()).add(placed);
    }
    int head = head(rows, required, oneOf);
    headNumber = head + 1;
    var twice = new HashSet<String>();
    for (var placed : rows.getOrDefault(head, List.of())) {
      if (column(placed.cell()).isPresent() && !twice.add(Folding.label(placed.cell().raw()))) {
        throw new Mistake(
            Mistake.Kind.USAGE,
            "side.double-column",
            file.path(),
            String.valueOf(headNumber),
            placed.cell().raw().strip());
      }
      column(placed.cell())
          .filter(column -> !columns.containsValue(column))
          .ifPresent(
              column -> {
                columns.put(placed.at().column(), column);
                shown.put(column, placed.cell().raw().strip());
              });
    }
    for (var column : required) {
      mustHave(List.of(column));
    }
    mustHave(oneOf);
    var lines = new ArrayList<Line>();
    for (var row : rows.tailMap(head, false).entrySet()) {
      var line = new Line(this, row.getKey() + 1);
      for (var placed : row.getValue()) {
        String column = columns.get(placed.at().column());
        if (column != null) {
          line.cells.put(column, placed.cell());
        }
      }
      if (!line.cells.values().stream().allMatch(cell -> cell.raw().isBlank())) {
        lines.add(line);
      }
    }
    return lines;
  }

  private void mustHave(List<String> oneOf) throws Mistake {
    if (!oneOf.isEmpty() && oneOf.stream().noneMatch(columns::containsValue)) {
      throw new Mistake(
          Mistake.Kind.USAGE,
          "side.no-column",
          file.path(),
          String.join(
              " / ",
              oneOf.stream().flatMap(c -> headings.getOrDefault(c, List.of()).stream()).toList()));
    }
  }

  /** Returns the first row that has every column that is needed, else the first row. */
  private int head(
      NavigableMap<Integer, List<Grid.Placed>> rows, List<String> required, List<String> oneOf) {
    for (var row : rows.headMap(LAST_HEAD_ROW).entrySet()) {
      List<String> found =
          row.getValue().stream().flatMap(placed -> column(placed.cell()).stream()).toList();
      if (!found.isEmpty()
          && found.containsAll(required)
          && (oneOf.isEmpty() || oneOf.stream().anyMatch(found::contains))) {
        return row.getKey();
      }
    }
    return rows.isEmpty() ? 0 : rows.firstKey();
  }

  private Optional<String> column(Cell heading) {
    String folded = Folding.label(heading.raw());
    return headings.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(name -> Folding.label(name).equals(folded)))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
