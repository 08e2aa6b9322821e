package dev.rollup.match;

import static dev.rollup.finding.FindingCode.FIELD_AMBIGUOUS;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Folding;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Mark;
import dev.rollup.model.Position;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the blanks of one sentence that stands in the cells of one row: its words bound the blanks,
 * the defined names settle what the words leave open, and whatever number is left over makes the
 * whole sentence ambiguous.
 */
final class SentenceReader {

  private static final Pattern DIGIT = Pattern.compile("[0-9０-９]");

  private final Grid grid;
  private final FormWords words;
  private final CountParser counts;
  private final BlankReader blanks;
  private final int width;

  /** The cells that were read as blanks, by place. */
  private final Map<String, Position> inputs = new HashMap<>();

  /**
   * A reader of one sheet.
   *
   * @param width how many columns belong to the form; what stands beside them is not looked at
   */
  SentenceReader(Grid grid, FormWords words, CountParser counts, int width) {
    this.grid = grid;
    this.words = words;
    this.counts = counts;
    this.blanks = new BlankReader(counts);
    this.width = width;
  }

  /** Returns a reader of another sheet, which has no columns but the form's. */
  SentenceReader on(Grid other) {
    return new SentenceReader(other, words, counts, Integer.MAX_VALUE);
  }

  /**
   * A sentence as read.
   *
   * @param entries one for each field, in order
   * @param columns where the blanks stand; empty where that is not certain
   */
  record Sentence(List<Entry> entries, List<Integer> columns) {}

  /**
   * Reads the sentence that begins at a cell.
   *
   * @param start the cell that holds the sentence's first words
   * @param end the row before which the next sentence begins
   * @param row the row of a repeated item, from 1; 0 for any other
   */
  Sentence read(Item item, Position start, int end, int row) {
    List<Grid.Placed> cells = right(start, start.row(), start.row() + 1);
    int[] bounds = bounds(item, start, cells);
    int last = bounds[bounds.length - 1];
    List<Grid.Placed> behind = cells.stream().filter(c -> c.at().column() > last).toList();
    List<Grid.Placed> below = right(start, start.row() + 1, end);
    List<Position> places = places(item, start, bounds, cells, row);
    Optional<Position> stray = firstCount(behind, item).or(() -> firstCount(below, item));
    if (places.isEmpty() || stray.isPresent()) {
      return new Sentence(ambiguous(item, row, stray.orElse(start)), List.of());
    }
    List<Entry> entries = entries(item, row, places);
    // With a blank left empty, a number in a remark beside the sentence may be the answer.
    boolean open = entries.stream().anyMatch(entry -> entry.state() == State.BLANK);
    Optional<Position> remark =
        open ? firstNumber(behind).or(() -> firstNumber(below)) : Optional.empty();
    return remark
        .map(at -> new Sentence(ambiguous(item, row, at), List.of()))
        .orElseGet(() -> new Sentence(entries, places.stream().map(Position::column).toList()));
  }

  /**
   * Returns entries as read, without those that share one merged cell: what stands there may be the
   * answer to any of them.
   */
  List<Entry> withoutShared(List<Entry> entries) {
    var sharing = new HashMap<Area, Integer>();
    entries.forEach(
        entry -> mergedAt(entry).ifPresent(area -> sharing.merge(area, 1, Integer::sum)));
    return entries.stream()
        .map(e -> mergedAt(e).filter(area -> sharing.get(area) > 1).isPresent() ? doubtful(e) : e)
        .toList();
  }

  private static Entry doubtful(Entry entry) {
    return entry.state() == State.EXCLUDED ? entry : entry.unread(FIELD_AMBIGUOUS);
  }

  private Optional<Area> mergedAt(Entry entry) {
    return Optional.ofNullable(inputs.get(entry.at().cell())).flatMap(grid::mergedAt);
  }

  /** Tells whether a cell stands in the columns of the form. */
  boolean isInForm(Grid.Placed placed) {
    return placed.at().column() < width;
  }

  /** Returns what stands right of the sentence's first words, in the columns of the form. */
  private List<Grid.Placed> right(Position start, int first, int end) {
    return grid.rows(first, end).stream()
        .filter(c -> c.at().column() > start.column() && isInForm(c))
        .toList();
  }

  /**
   * Reads a row of a repeated item that is listed on this sheet under headings of its own, by the
   * defined names of its cells.
   *
   * @return one entry for each field, or none where the row is not on this sheet
   */
  List<Entry> readNamed(Item item, int row) {
    var entries = new ArrayList<Entry>();
    boolean found = false;
    for (int i = 0; i < item.fields().size(); i++) {
      Field field = item.fields().get(i);
      Position at = grid.names().get(Layout.name(field.id(), row));
      if (at != null && headed(item, i, at)) {
        entries.add(entry(field, row, at));
        found = true;
      } else {
        Location nowhere = new Location(null, null, grid.sheet(), null, field.id());
        entries.add(new Entry(field, row, State.BLANK, null, null, "", nowhere, List.of()));
      }
    }
    return found ? entries : List.of();
  }

  /**
   * Tells whether a heading above a cell has the field's measure, or the words before its blank.
   */
  private boolean headed(Item item, int index, Position at) {
    Field field = item.fields().get(index);
    String expected =
        field.type() == FieldType.COUNT
            ? Folding.label(field.measure().name())
            : words.literals(item).get(index);
    return grid.rows(0, at.row()).stream()
        .filter(c -> c.at().column() == at.column())
        .anyMatch(c -> words.fold(c.cell()).endsWith(expected));
  }

  /**
   * Reads a row without the sentence's first words, by the columns of a row that has them: one that
   * a unit added, or whose words it typed over.
   *
   * @return one entry for each field; none where nothing is typed under the columns
   */
  List<Entry> readUnder(Item item, Position start, List<Integer> columns, int sheetRow, int row) {
    List<Grid.Placed> typed =
        grid.rows(sheetRow, sheetRow + 1).stream()
            .filter(c -> c.at().column() >= start.column())
            .filter(c -> !words.contains(words.fold(c.cell())))
            .toList();
    List<Grid.Placed> beside =
        typed.stream().filter(c -> !columns.contains(c.at().column())).toList();
    // Without the form's words nothing tells what a number beside the columns means; and where a
    // row is filled in, words in the place of the form's may be its name.
    boolean filled = beside.size() < typed.size();
    Optional<Position> doubtful =
        firstNumber(beside)
            .or(
                () ->
                    beside.stream()
                        .map(Grid.Placed::at)
                        .filter(at -> filled && at.column() == start.column())
                        .findFirst());
    if (filled && doubtful.isEmpty()) {
      doubtful = totalBeside(start, sheetRow);
    }
    return doubtful
        .map(at -> ambiguous(item, row, at))
        .orElseGet(
            () ->
                columns.stream().anyMatch(c -> isTyped(typed, c))
                    ? entries(
                        item, row, columns.stream().map(c -> new Position(sheetRow, c)).toList())
                    : List.of());
  }

  /** Returns the place of words left of a row that may say what its numbers are: 合计, 去年同期. */
  private Optional<Position> totalBeside(Position start, int sheetRow) {
    return grid.rows(sheetRow, sheetRow + 1).stream()
        .filter(c -> c.at().column() < start.column())
        .filter(c -> !words.fold(c.cell()).isEmpty() && !words.contains(words.fold(c.cell())))
        .map(Grid.Placed::at)
        .findFirst();
  }

  private static boolean isTyped(List<Grid.Placed> typed, int column) {
    return typed.stream().anyMatch(c -> c.at().column() == column);
  }

  /**
   * Returns the columns of the sentence's words: the first is where it starts, -1 where words
   * between two blanks were not found, and the largest integer where the last words were not.
   */
  private int[] bounds(Item item, Position start, List<Grid.Placed> cells) {
    List<String> literals = words.literals(item);
    int[] bounds = new int[literals.size()];
    Arrays.fill(bounds, -1);
    bounds[0] = start.column();
    int next = 1;
    for (var placed : cells) {
      String folded = words.fold(placed.cell());
      int index = folded.isEmpty() ? -1 : literals.subList(next, literals.size()).indexOf(folded);
      if (index >= 0) {
        next += index;
        bounds[next] = placed.at().column();
        next++;
      }
      if (next == literals.size()) {
        break;
      }
    }
    int last = bounds.length - 1;
    if (bounds[last] < 0) {
      bounds[last] = Integer.MAX_VALUE;
    }
    return bounds;
  }

  /** Returns where the blanks stand, one place for each field; none where that is not certain. */
  private List<Position> places(
      Item item, Position start, int[] bounds, List<Grid.Placed> cells, int row) {
    var places = new ArrayList<Position>();
    for (int from = 0, to; from < item.fields().size(); from = to) {
      to = from + 1;
      while (bounds[to] < 0) {
        to++;
      }
      int low = bounds[from];
      int high = bounds[to];
      List<Field> fields = item.fields().subList(from, to);
      List<Position> values =
          cells.stream()
              .map(Grid.Placed::at)
              .filter(at -> at.column() > low && at.column() < high)
              .toList();
      List<Position> named = named(fields, start.row(), low, high, row);
      if (!named.isEmpty() && named.containsAll(values)) {
        places.addAll(named);
      } else if (values.isEmpty()) {
        places.addAll(empty(fields.size(), start.row(), low, high));
      } else if (values.size() == fields.size() && (values.size() == 1 || named.isEmpty())) {
        places.addAll(values);
      } else {
        Optional<Position> total =
            fields.size() == 1 ? total(fields.get(0), values) : Optional.empty();
        if (total.isEmpty()) {
          return List.of();
        }
        places.add(total.get());
      }
    }
    return places;
  }

  /**
   * Returns the one of several numbers for one blank that stands under a heading for a total; only
   * where it is the sum of all the others.
   */
  private Optional<Position> total(Field field, List<Position> values) {
    List<Position> headed = values.stream().filter(this::underTotal).toList();
    if (headed.size() != 1) {
      return Optional.empty();
    }
    long sum = 0;
    for (var at : values) {
      Reading reading = counts.read(grid.at(at), field);
      if (reading.state() == State.EXCLUDED) {
        return Optional.empty();
      }
      long count = reading.count() == null ? 0 : reading.count();
      sum += at.equals(headed.get(0)) ? -count : count;
    }
    return sum == 0 ? Optional.of(headed.get(0)) : Optional.empty();
  }

  private boolean underTotal(Position at) {
    return grid.rows(0, at.row()).stream()
        .filter(c -> c.at().column() == at.column())
        .anyMatch(c -> FormWords.isTotal(words.fold(c.cell())));
  }

  /** Returns the named cells of the fields; none unless all stand in order where they may. */
  private List<Position> named(List<Field> fields, int sheetRow, int low, int high, int row) {
    var named = new ArrayList<Position>();
    int previous = low;
    for (var field : fields) {
      Position at = grid.names().get(Layout.name(field.id(), row));
      if (at == null || at.row() != sheetRow || at.column() <= previous || at.column() >= high) {
        return List.of();
      }
      named.add(at);
      previous = at.column();
    }
    return named;
  }

  /** Returns where blanks stand that hold nothing: right before the words behind them. */
  private static List<Position> empty(int count, int row, int low, int high) {
    int first = high == Integer.MAX_VALUE ? low + 1 : Math.max(low + 1, high - count);
    var places = new ArrayList<Position>();
    for (int i = 0; i < count; i++) {
      places.add(new Position(row, first + i));
    }
    return places;
  }

  /** Returns the first cell that holds a digit and is not of the blank form. */
  private Optional<Position> firstNumber(List<Grid.Placed> cells) {
    return cells.stream()
        .filter(c -> DIGIT.matcher(c.cell().raw()).find())
        .filter(c -> !words.contains(words.fold(c.cell())))
        .map(Grid.Placed::at)
        .findFirst();
  }

  private Optional<Position> firstCount(List<Grid.Placed> cells, Item item) {
    return cells.stream()
        .filter(placed -> isCount(placed.cell(), item))
        .map(Grid.Placed::at)
        .findFirst();
  }

  /** Tells whether a cell that belongs to no blank holds what looks like a count. */
  private boolean isCount(Cell cell, Item item) {
    if (cell instanceof Cell.Text text) {
      if (words.contains(words.fold(text)) || !DIGIT.matcher(text.value()).find()) {
        return false;
      }
      Field field =
          item.fields().stream().filter(f -> f.type() == FieldType.COUNT).findFirst().orElse(null);
      return field != null && !counts.read(text, field).notes().contains(FindingCode.NOT_A_COUNT);
    }
    return cell instanceof Cell.Number
        || cell instanceof Cell.Formula formula && formula.cached() instanceof Cell.Number;
  }

  private List<Entry> entries(Item item, int row, List<Position> places) {
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < places.size(); i++) {
      entries.add(entry(item.fields().get(i), row, places.get(i)));
    }
    return entries;
  }

  private Entry entry(Field field, int row, Position position) {
    Cell cell = PlainFormula.certain(grid.at(position), grid);
    String place = grid.place(position);
    inputs.put(place, position);
    Location at = new Location(null, null, grid.sheet(), place, field.id());
    return Sight.of(blanks.entry(field, row, cell, at), marks(position, cell));
  }

  private Set<Mark> marks(Position position, Cell cell) {
    var marks = EnumSet.noneOf(Mark.class);
    marks.addAll(grid.marks(position));
    if (cell instanceof Cell.Text text) {
      text.spans().forEach(span -> marks.add(span.mark()));
    }
    return marks;
  }

  private List<Entry> ambiguous(Item item, int row, Position at) {
    return Entry.unread(
        item, row, new Location(null, null, grid.sheet(), grid.place(at), null), FIELD_AMBIGUOUS);
  }
}
