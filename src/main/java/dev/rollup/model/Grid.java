package dev.rollup.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One sheet: a sparse rectangle of cells that keeps absolute positions. Immutable; empty cells are
 * not stored.
 *
 * <p>A running text is a grid, too: every paragraph is a row, numbered through the whole text in
 * reading order. Paragraphs outside tables stand in the first column, those of the n-th table of
 * the text (whatever is nested in it included) in column n.
 */
public final class Grid {

  /** A cell and where it stands. */
  public record Placed(Position at, Cell cell) {}

  /** Merged cells of more rows are few. */
  private static final int TALL = 16;

  private final @Nullable String sheet;
  private final boolean hidden;
  private final List<Placed> cells;
  private final BitSet hiddenRows;
  private final BitSet hiddenColumns;
  private final Map<String, Position> names;
  private final boolean running;
  private final Map<Position, Address> places;
  private final Map<Position, Set<Mark>> marks;
  private final List<Area> merged;

  /** The merged cells of a few rows, by each of their rows. */
  private final Map<Integer, List<Area>> mergedByRow = new HashMap<>();

  private final List<Area> tall = new ArrayList<>();

  private Grid(Builder builder) {
    this.sheet = builder.sheet;
    this.hidden = builder.hidden;
    this.cells = builder.sortedCells();
    this.hiddenRows = builder.hiddenRows;
    this.hiddenColumns = builder.hiddenColumns;
    this.names = Map.copyOf(builder.names);
    this.running = builder.running;
    this.places = Map.copyOf(builder.places);
    this.marks = Map.copyOf(builder.marks);
    this.merged = List.copyOf(builder.merged);
    for (var area : merged) {
      if (area.last().row() - area.first().row() >= TALL) {
        tall.add(area);
        continue;
      }
      for (int row = area.first().row(); row <= area.last().row(); row++) {
        mergedByRow.computeIfAbsent(row, r -> new ArrayList<>()).add(area);
      }
    }
  }

  /** Starts a grid for the sheet of that name; null where the format has no sheets. */
  public static Builder builder(@Nullable String sheet) {
    return new Builder(sheet);
  }

  /** Returns the sheet's name, or null where the format has no sheets. */
  public @Nullable String sheet() {
    return sheet;
  }

  /** Tells whether the sheet is hidden from the person who opens the file. */
  public boolean hidden() {
    return hidden;
  }

  /** Tells whether it is a running text and not a sheet. */
  public boolean running() {
    return running;
  }

  /** Returns where people find a position: in the text that it stands for, or on the sheet. */
  public Address place(Position at) {
    return places.getOrDefault(at, at);
  }

  /** Returns the place in a running text that a position stands for; empty on a sheet. */
  public Optional<TextPlace> textPlace(Position at) {
    return place(at) instanceof TextPlace place ? Optional.of(place) : Optional.empty();
  }

  /** Returns all cells that are not empty, in reading order. */
  public List<Placed> cells() {
    return cells;
  }

  /** Returns the cell at a position, {@link Cell#EMPTY} where there is none. */
  public Cell at(Position position) {
    int index = indexFrom(position);
    return index < cells.size() && cells.get(index).at().equals(position)
        ? cells.get(index).cell()
        : Cell.EMPTY;
  }

  /** Returns the non-empty cells of the rows from {@code first} to before {@code end}, in order. */
  public List<Placed> rows(int first, int end) {
    return cells.subList(indexFrom(new Position(first, 0)), indexFrom(new Position(end, 0)));
  }

  /**
   * Returns the rows from {@code first} to before {@code end} that hold a cell, from above. To look
   * at these alone costs what is there: somebody may have typed into the last row of a sheet.
   */
  public int[] held(int first, int end) {
    return rows(first, end).stream().mapToInt(placed -> placed.at().row()).distinct().toArray();
  }

  /** Returns one more than the last row that holds a cell; 0 for an empty grid. */
  public int height() {
    return cells.isEmpty() ? 0 : cells.get(cells.size() - 1).at().row() + 1;
  }

  /** Returns the defined names that point at a single cell of this sheet. */
  public Map<String, Position> names() {
    return names;
  }

  /** Tells whether a row, counted from 0, is hidden. */
  public boolean rowHidden(int row) {
    return hiddenRows.get(row);
  }

  /** Tells whether a column, counted from 0, is hidden. */
  public boolean columnHidden(int column) {
    return hiddenColumns.get(column);
  }

  /**
   * Returns what keeps a person from seeing what is stored at a position; cells in hidden rows and
   * columns, and those that a merged one covers, are {@link Mark#HIDDEN}.
   */
  public Set<Mark> marks(Position at) {
    Set<Mark> own = marks.getOrDefault(at, Set.of());
    boolean unseen =
        rowHidden(at.row())
            || columnHidden(at.column())
            || mergedAt(at).filter(area -> !area.first().equals(at)).isPresent();
    if (!unseen || own.contains(Mark.HIDDEN)) {
      return own;
    }
    var all = EnumSet.of(Mark.HIDDEN);
    all.addAll(own);
    return all;
  }

  /** Returns the merged cells that a position belongs to. */
  public Optional<Area> mergedAt(Position at) {
    return among(mergedByRow.getOrDefault(at.row(), List.of()), at).or(() -> among(tall, at));
  }

  private static Optional<Area> among(List<Area> areas, Position at) {
    for (var area : areas) {
      if (area.contains(at)) {
        return Optional.of(area);
      }
    }
    return Optional.empty();
  }

  /** Returns the same sheet with rows for columns; people find its cells where they were. */
  public Grid transposed() {
    var turned = builder(sheet).hidden(hidden);
    for (var placed : cells) {
      Position at = turn(placed.at());
      turned.put(at.row(), at.column(), placed.cell());
      turned.places.put(at, place(placed.at()));
    }
    names.forEach((name, at) -> turned.name(name, turn(at)));
    hiddenRows.stream().forEach(turned.hiddenColumns::set);
    hiddenColumns.stream().forEach(turned.hiddenRows::set);
    marks.forEach((at, all) -> turned.marks.put(turn(at), all));
    merged.forEach(area -> turned.merge(new Area(turn(area.first()), turn(area.last()))));
    return turned.build();
  }

  /** Returns the same sheet with some of its cells empty. */
  public Grid without(Set<Position> emptied) {
    Builder rest = alike();
    rest.names.putAll(names);
    cells.stream().filter(placed -> !emptied.contains(placed.at())).forEach(rest.cells::add);
    return rest.build();
  }

  /**
   * Returns a part of the same sheet: its cells and names stay where they are, all others are gone.
   *
   * @param endRow the row behind the last
   * @param endColumn the column behind the last
   */
  public Grid within(int row, int endRow, int column, int endColumn) {
    Predicate<Position> inside =
        at ->
            at.row() >= row
                && at.row() < endRow
                && at.column() >= column
                && at.column() < endColumn;
    Builder part = alike();
    names.forEach(
        (name, at) -> {
          if (inside.test(at)) {
            part.names.put(name, at);
          }
        });
    cells.stream().filter(placed -> inside.test(placed.at())).forEach(part.cells::add);
    return part.build();
  }

  /** Starts the same sheet without its cells and names. */
  private Builder alike() {
    var other = builder(sheet).hidden(hidden);
    other.running = running;
    other.hiddenRows.or(hiddenRows);
    other.hiddenColumns.or(hiddenColumns);
    other.places.putAll(places);
    other.marks.putAll(marks);
    other.merged.addAll(merged);
    return other;
  }

  private static Position turn(Position at) {
    return new Position(/* row= */ at.column(), /* column= */ at.row());
  }

  /** Returns the index of the first cell at or after a position. */
  private int indexFrom(Position position) {
    int low = 0;
    int high = cells.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cells.get(middle).at().compareTo(position) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Collects the cells of one sheet in any order. Not for several threads. */
  public static final class Builder {
    /** Turns the digits behind it around: 12 is shown as 21 (Unicode Annex 9, RLO). */
    private static final char RIGHT_TO_LEFT = '\u202E';

    private final @Nullable String sheet;
    private boolean hidden;
    private final List<Placed> cells = new ArrayList<>();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final Map<String, Position> names = new HashMap<>();
    private boolean running;
    private final Map<Position, Address> places = new HashMap<>();
    private final Map<Position, Set<Mark>> marks = new HashMap<>();
    private final List<Area> merged = new ArrayList<>();

    private Builder(@Nullable String sheet) {
      this.sheet = sheet;
    }

    /** Marks the whole sheet as hidden. */
    public Builder hidden(boolean value) {
      hidden = value;
      return this;
    }

    /**
     * Adds a paragraph of a running text.
     *
     * @param column 0 outside tables, the number of the table inside one
     * @param place where it stands
     */
    public Builder paragraph(int row, int column, TextPlace place, Cell.Text text) {
      running = true;
      places.put(new Position(row, column), place);
      return text.value().isEmpty() ? this : put(row, column, text);
    }

    /** Adds a paragraph that looks like what it says. */
    public Builder paragraph(int row, int column, TextPlace place, String text) {
      return paragraph(row, column, place, new Cell.Text(text));
    }

    /**
     * Adds a cell of a table in a running text, which people find as {@code t1.r2.c3}.
     *
     * @param at its row, and its number in the row
     * @param table the number of the table, from 1
     */
    public Builder tableCell(Position at, int table, Cell.Text text) {
      places.put(
          at, TextPlace.TEXT.with(new TextPlace.TableCell(table, at.row() + 1, at.column() + 1)));
      return text.value().isEmpty() ? this : put(at.row(), at.column(), text);
    }

    /** Adds a cell; an empty one is dropped, and a second one at a place replaces the first. */
    public Builder put(int row, int column, Cell cell) {
      if (cell instanceof Cell.Text text && text.value().indexOf(RIGHT_TO_LEFT) >= 0) {
        mark(new Position(row, column), Mark.RESTYLED);
      }
      if (!(cell instanceof Cell.Empty)) {
        cells.add(new Placed(new Position(row, column), cell));
      }
      return this;
    }

    /** Marks a row as hidden. */
    public Builder hideRow(int row) {
      hiddenRows.set(row);
      return this;
    }

    /** Marks the rows from {@code first} to {@code last}, both included, as hidden. */
    public Builder hideRows(int first, int last) {
      hiddenRows.set(first, last + 1);
      return this;
    }

    /** Marks the columns from {@code first} to {@code last}, both included, as hidden. */
    public Builder hideColumns(int first, int last) {
      hiddenColumns.set(first, last + 1);
      return this;
    }

    /** Says what keeps a person from seeing what is stored at a position, be it nothing. */
    public Builder mark(Position at, Mark mark) {
      marks.computeIfAbsent(at, position -> EnumSet.noneOf(Mark.class)).add(mark);
      return this;
    }

    /** Makes one cell of several: a person sees the first of them only. */
    public Builder merge(Area area) {
      if (area.severalCells()) {
        merged.add(area);
      }
      return this;
    }

    /** Adds a defined name that points at one cell of this sheet; the first of a name stays. */
    public Builder name(String name, Position at) {
      names.putIfAbsent(name, at);
      return this;
    }

    /** Returns how many cells were put so far. */
    public int size() {
      return cells.size();
    }

    /** Returns the finished grid; the builder is not to be used again. */
    public Grid build() {
      return new Grid(this);
    }

    private List<Placed> sortedCells() {
      cells.sort(Comparator.comparing(Placed::at));
      // The sort is stable: of several cells at one place the one put last comes last.
      var unique = new ArrayList<Placed>(cells.size());
      for (var placed : cells) {
        int last = unique.size() - 1;
        if (last >= 0 && unique.get(last).at().equals(placed.at())) {
          unique.set(last, placed);
        } else {
          unique.add(placed);
        }
      }
      return List.copyOf(unique);
    }
  }
}
