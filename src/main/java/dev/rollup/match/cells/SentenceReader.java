package dev.rollup.match.cells;

import static dev.rollup.finding.FindingCode.FIELD_AMBIGUOUS;

import dev.rollup.finding.FindingCode;
import dev.rollup.match.count.BlankReader;
import dev.rollup.match.count.CountParser;
import dev.rollup.match.find.Beside;
import dev.rollup.match.find.FormWords;
import dev.rollup.match.find.Sight;
import dev.rollup.match.words.Joined;
import dev.rollup.model.Address;
import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Mark;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Reading;
import dev.rollup.submission.State;
import dev.rollup.submission.Value;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.text.Folding;
import dev.rollup.text.Numerals;
import dev.rollup.text.PlainFormula;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the blanks of one sentence that stands in the cells of one row: its words bound the blanks,
 * the defined names settle what the words leave open, and whatever number is left over makes the
 * whole sentence ambiguous.
 */
public final class SentenceReader {

  private final Grid grid;
  private final FormWords words;
  private final CountParser counts;
  private final Beside beside;
  private final BlankReader blanks;
  private final int width;

  /** The cells that were read as blanks, by place. */
  private final Map<Address, Position> inputs = new HashMap<>();

  /**
   * A reader of one sheet.
   *
   * @param width how many columns belong to the form; what stands beside them is not looked at
   */
  public SentenceReader(Grid grid, FormWords words, CountParser counts, Beside beside, int width) {
    this.grid = grid;
    this.words = words;
    this.counts = counts;
    this.beside = beside;
    this.blanks = new BlankReader(counts);
    this.width = width;
  }

  /** Returns a reader of another sheet, which has no columns but the form's. */
  SentenceReader on(Grid other) {
    return new SentenceReader(other, words, counts, beside, Integer.MAX_VALUE);
  }

  /**
   * A sentence as read.
   *
   * @param entries one for each field, in order
   * @param columns where the blanks stand; empty where that is not certain
   * @param used the cells that hold its words and its answers
   */
  record Sentence(List<Entry> entries, List<Integer> columns, List<Position> used) {}

  /**
   * Reads the sentence that begins at a cell. What stands beside it in its row is not looked at.
   *
   * @param start the cell that holds the sentence's first words
   * @param row the row of a repeated item, from 1; 0 for any other
   */
  Sentence read(Item item, Position start, int row) {
    List<Grid.Placed> cells =
        grid.rows(start.row(), start.row() + 1).stream()
            .filter(c -> c.at().column() > start.column() && isInForm(c))
            .toList();
    int[] bounds = bounds(item, start, cells);
    var used = new ArrayList<Position>();
    for (int column : bounds) {
      if (column >= 0 && column < Integer.MAX_VALUE) {
        used.add(new Position(start.row(), column));
      }
    }
    List<Position> places = places(item, start, bounds, cells, row);
    if (places.isEmpty()) {
      return new Sentence(ambiguous(item, row, start), List.of(), used);
    }
    int last = bounds[bounds.length - 1];
    cells.stream().map(Grid.Placed::at).filter(at -> at.column() < last).forEach(used::add);
    return new Sentence(
        entries(item, row, places), places.stream().map(Position::column).toList(), used);
  }

  /** Returns the entries of an item whose numbers are not certain for what stands at a cell. */
  List<Entry> ambiguous(Item item, int row, Position at) {
    return Entry.unread(item, row, Location.at(grid.sheet(), grid.place(at)), FIELD_AMBIGUOUS);
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
        .map(
            e ->
                mergedAt(e).filter(area -> sharing.getOrDefault(area, 0) > 1).isPresent()
                    ? doubtful(e)
                    : e)
        .toList();
  }

  private static Entry doubtful(Entry entry) {
    return entry.state() == State.EXCLUDED ? entry : entry.unread(FIELD_AMBIGUOUS);
  }

  private Optional<Area> mergedAt(Entry entry) {
    return Optional.ofNullable(inputs.get(entry.at().cell())).flatMap(grid::mergedAt);
  }

  /** Tells whether what stands in a cell leaves the numbers beside it in doubt. */
  boolean bearsOnNumbers(Cell cell) {
    return !words.isOwn(words.fold(cell))
        && beside.weigh(cell.raw(), false) == Beside.Weight.DOUBTFUL;
  }

  /** Tells whether a cell stands in the columns of the form. */
  boolean isInForm(Grid.Placed placed) {
    return placed.at().column() < width;
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
        Location nowhere = Location.at(grid.sheet(), null).ofField(field.id());
        entries.add(new Entry(field, row, Value.Absent.BLANK, "", nowhere, List.of()));
      }
    }
    return found ? entries : List.of();
  }

  /** Returns what reads rows by the columns of their fields, without the form's words. */
  AnnexRow under(Item item, List<Integer> columns) {
    return new AnnexRow(item, grid, columns, blanks);
  }

  /**
   * Tells whether a heading above a cell has the field's measure, the words before its blank, or
   * its name in another language.
   */
  private boolean headed(Item item, int index, Position at) {
    Field field = item.fields().get(index);
    String expected =
        field.type() == FieldType.COUNT
            ? Folding.label(field.measured().name())
            : words.literals(item).get(index);
    return grid.rows(0, at.row()).stream()
        .filter(c -> c.at().column() == at.column())
        .map(c -> words.fold(c.cell()))
        .anyMatch(folded -> folded.endsWith(expected) || words.isLabel(field, folded));
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
            .filter(c -> !words.isOwn(words.fold(c.cell())))
            .toList();
    if (columns.isEmpty()) {
      return List.of();
    }
    List<Grid.Placed> beside =
        typed.stream().filter(c -> !columns.contains(c.at().column())).toList();
    boolean filled = beside.size() < typed.size();
    List<Position> places = columns.stream().map(column -> new Position(sheetRow, column)).toList();
    Cell lead = grid.at(start);
    boolean nameInLead =
        item.fields().get(0).type() != FieldType.COUNT
            && grid.at(places.get(0)) instanceof Cell.Empty
            && lead instanceof Cell.Text
            && !words.contains(words.fold(lead))
            && !Numerals.in(lead.raw());
    if (nameInLead) {
      // The name was typed over the words before its blank.
      places = new ArrayList<>(places);
      places.set(0, start);
    }
    // Without the form's words nothing tells what a number beside the columns means; and where a
    // row is filled in, words in the place of the form's may be its name.
    List<Grid.Placed> others =
        beside.stream()
            .filter(
                c ->
                    !(nameInLead || Beside.countsLine(c.cell()))
                        || c.at().column() != start.column())
            .toList();
    Optional<Position> doubtful =
        firstNumber(others)
            .or(() -> inLead(others, start).filter(at -> filled))
            .or(() -> totalBeside(start, sheetRow).filter(at -> filled));
    if (doubtful.isPresent()) {
      return ambiguous(item, row, doubtful.get());
    }
    return filled ? entries(item, row, places) : List.of();
  }

  private static Optional<Position> inLead(List<Grid.Placed> cells, Position start) {
    return cells.stream()
        .map(Grid.Placed::at)
        .filter(at -> at.column() == start.column())
        .findFirst();
  }

  /** Returns the place of words left of a row that may say what its numbers are: 合计, 去年同期. */
  private Optional<Position> totalBeside(Position start, int sheetRow) {
    return grid.rows(sheetRow, sheetRow + 1).stream()
        .filter(c -> c.at().column() < start.column())
        .filter(c -> !words.fold(c.cell()).isEmpty() && !words.isOwn(words.fold(c.cell())))
        .filter(c -> !Beside.countsLine(c.cell()) && !words.isHeading(words.fold(c.cell())))
        .map(Grid.Placed::at)
        .findFirst();
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
    BigDecimal sum = BigDecimal.ZERO;
    for (var at : values) {
      Reading reading = counts.read(grid.at(at), field);
      if (reading.state() == State.EXCLUDED) {
        return Optional.empty();
      }
      if (reading.number() != null) {
        sum = at.equals(headed.get(0)) ? sum.subtract(reading.number()) : sum.add(reading.number());
      }
    }
    return sum.signum() == 0 ? Optional.of(headed.get(0)) : Optional.empty();
  }

  private boolean underTotal(Position at) {
    return grid.rows(0, at.row()).stream()
        .filter(c -> c.at().column() == at.column())
        .anyMatch(c -> ListTotals.isTotal(words.fold(c.cell())));
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

  /** Returns the first cell that holds a numeral and is not of the blank form. */
  private Optional<Position> firstNumber(List<Grid.Placed> cells) {
    return cells.stream()
        .filter(c -> Numerals.in(c.cell().raw()))
        .filter(c -> !words.isOwn(words.fold(c.cell())))
        .map(Grid.Placed::at)
        .findFirst();
  }

  private List<Entry> entries(Item item, int row, List<Position> places) {
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < places.size(); i++) {
      entries.add(entry(item.fields().get(i), row, places.get(i)));
    }
    return divided(item.fields(), row, places, entries);
  }

  /**
   * Divides what stands in one blank among all that were left empty behind it, where it is certain.
   */
  private List<Entry> divided(
      List<Field> fields, int row, List<Position> places, List<Entry> entries) {
    int first = Joined.first(fields);
    if (first < 0
        || !entries.get(first).notes().contains(FindingCode.NOT_A_COUNT)
        || !entries.stream().skip(first + 1L).allMatch(Entry::empty)
        || !(grid.at(places.get(first)) instanceof Cell.Text written)) {
      return entries;
    }
    List<String> answers = Joined.split(written.value(), fields.subList(first, fields.size()));
    var divided = new ArrayList<>(entries);
    for (int i = 0; i < answers.size(); i++) {
      Cell answer = new Cell.Text(answers.get(i));
      divided.set(first + i, entry(fields.get(first + i), row, places.get(first), answer));
    }
    return divided;
  }

  private Entry entry(Field field, int row, Position position) {
    Cell cell = PlainFormula.certain(grid.at(position), grid);
    inputs.put(grid.place(position), position);
    return entry(field, row, position, cell);
  }

  private Entry entry(Field field, int row, Position position, Cell cell) {
    Location at = Location.at(grid.sheet(), grid.place(position)).ofField(field.id());
    return Sight.of(blanks.entry(field, row, cell, at), marks(position, grid.at(position)));
  }

  private Set<Mark> marks(Position position, Cell cell) {
    var marks = EnumSet.noneOf(Mark.class);
    marks.addAll(grid.marks(position));
    if (cell instanceof Cell.Text text) {
      text.spans().forEach(span -> marks.add(span.mark()));
    }
    return marks;
  }
}
