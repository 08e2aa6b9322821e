package dev.rollup.match.blank;

import dev.rollup.model.Area;
import dev.rollup.model.Grid;
import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.template.Binding;
import dev.rollup.template.InlineBlanks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is printed on one sheet or table of the blank: the words that are there before anybody fills
 * it in.
 */
final class Printed {

  private static final Set<String> ORDINAL_HEADS = Set.of("序号", "序", "no", "sn");
  private static final Pattern LEVELS = Pattern.compile("\\d[.．]\\d");

  private final Grid grid;
  private final Map<Position, InlineBlanks> inline;
  private final Map<Position, String> words = new HashMap<>();
  private final List<List<Position>> byRow = new ArrayList<>();

  /** How many rows have the same words. */
  private final Map<List<String>, Integer> rowsLike = new HashMap<>();

  private final Set<Integer> listed;
  private final Set<String> heads;

  /** The rows in which something is filled in. */
  private final Set<Integer> filled;

  /** Numbers that only count the rows: whoever adds a row counts anew. */
  private final Set<Position> ordinals = new HashSet<>();

  private final Set<String> all = new HashSet<>();
  private final int width;

  /** The columns in which a word begins, or something is filled in. */
  private final Set<Integer> begun = new HashSet<>();

  /** The first row of heads, and the last row that is filled in below some. */
  private final int top;

  private final int bottom;

  /**
   * What is printed on a grid.
   *
   * @param inputs the cells that are filled in, whatever stands in them
   * @param tabled those of them that stand under heads or beside labels of a table
   * @param inline the cells whose text has blanks in it
   * @param listed the rows of lists, of which a return may have more or fewer
   * @param heads the folded words of the columns' heads
   */
  Printed(
      Grid grid,
      Set<Position> inputs,
      Set<Position> tabled,
      Map<Position, InlineBlanks> inline,
      Set<Integer> listed,
      Set<String> heads) {
    this.grid = grid;
    this.inline = Map.copyOf(inline);
    this.listed = Set.copyOf(listed);
    this.heads = Set.copyOf(heads);
    this.filled =
        Stream.concat(inputs.stream(), inline.keySet().stream())
            .map(Position::row)
            .collect(Collectors.toSet());
    int columns = 0;
    int rows = grid.height();
    for (var at : inputs) {
      begun.add(at.column());
      columns = Math.max(columns, at.column() + 1);
      rows = Math.max(rows, at.row() + 1);
    }
    for (int row = 0; row < rows; row++) {
      byRow.add(new ArrayList<>());
    }
    for (var placed : grid.cells()) {
      String folded = LabelWords.of(placed.cell().raw());
      boolean covered =
          grid.mergedAt(placed.at()).filter(area -> !area.first().equals(placed.at())).isPresent();
      columns = Math.max(columns, placed.at().column() + 1);
      if (!folded.isEmpty() && !inputs.contains(placed.at()) && !covered) {
        words.put(placed.at(), folded);
        begun.add(placed.at().column());
        all.add(folded);
        byRow.get(placed.at().row()).add(placed.at());
      }
    }
    this.width = columns;
    countedRows();
    this.bottom = tabled.stream().mapToInt(Position::row).max().orElse(rows);
    this.top =
        words.keySet().stream()
            .filter(at -> isHead(at) && at.row() <= bottom)
            .mapToInt(Position::row)
            .min()
            .orElse(0);
    for (int row = 0; row < rows; row++) {
      if (!byRow.get(row).isEmpty()) {
        rowsLike.merge(words(row), 1, Integer::sum);
      }
    }
  }

  /** Takes the numbers under 序号 out of the words, where their row has others. */
  private void countedRows() {
    for (var head : List.copyOf(words.keySet())) {
      if (!ORDINAL_HEADS.contains(words.getOrDefault(head, "")) || !divides(head.row())) {
        continue;
      }
      List<Position> below =
          words.keySet().stream()
              .filter(at -> at.column() == head.column() && at.row() > head.row())
              .filter(at -> byRow.get(at.row()).size() > 1 && aligns(at.row()))
              .toList();
      // Numbers of several levels are those of the form.
      if (below.stream().anyMatch(at -> LEVELS.matcher(grid.at(at).raw()).find())) {
        continue;
      }
      for (var at : below) {
        if (RowNumber.of(grid.at(at).raw()).isPresent()) {
          words.remove(at);
          byRow.get(at.row()).remove(at);
          ordinals.add(at);
        }
      }
    }
  }

  /** Returns the places of the numbers that only count the rows. */
  Set<Position> ordinals() {
    return ordinals;
  }

  /** Returns what is printed at a place, as it stands there. */
  String raw(Position at) {
    return grid.at(at).raw();
  }

  /** Tells whether any of the words is among these, or may be. */
  boolean sharesWith(Set<String> shown) {
    return !inline.isEmpty() || all.stream().anyMatch(shown::contains);
  }

  /** Returns the words that are printed as they stand, without those that have blanks in them. */
  Set<String> plain() {
    return words.entrySet().stream()
        .filter(each -> !inline.containsKey(each.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  int height() {
    return byRow.size();
  }

  int width() {
    return width;
  }

  /** Tells whether a column is more than a part of the cells that begin left of it. */
  boolean begins(int column) {
    return begun.contains(column);
  }

  /** Returns every printed word by its place. */
  Map<Position, String> words() {
    return words;
  }

  /** Returns the places of the words in a row, from the left. */
  List<Position> row(int row) {
    return byRow.get(row);
  }

  /** Tells whether a row is found by its words: those of a list are found by their head. */
  boolean aligns(int row) {
    return !listed.contains(row);
  }

  /** Tells whether a row only says what the rows below it are about: nothing is filled in there. */
  boolean divides(int row) {
    return !byRow.get(row).isEmpty() && !filled.contains(row);
  }

  /** Tells whether two rows have the same words, and any. */
  boolean sameWords(int one, int other) {
    return !byRow.get(one).isEmpty() && words(one).equals(words(other));
  }

  /** Tells whether a row is filled in that no word begins, and that is none of a list. */
  boolean isOnlyFilledIn(int row) {
    return byRow.get(row).isEmpty() && filled.contains(row) && !listed.contains(row);
  }

  /** Tells whether a row stands above the heads of the first table, or below the last one. */
  boolean isOutside(int row) {
    return row < top || row > bottom;
  }

  /** Tells whether a word stands over one column, and over nothing that is filled in beside it. */
  boolean heads(Position at) {
    boolean wide =
        grid.mergedAt(at).filter(area -> area.last().column() > area.first().column()).isPresent();
    return !wide && divides(at.row()) && !isOutside(at.row());
  }

  /** Tells whether a row has words, and no other row the same. */
  boolean isAlone(int row) {
    return rowsLike.getOrDefault(words(row), 0) == 1;
  }

  private List<String> words(int row) {
    return byRow.get(row).stream().map(words::get).toList();
  }

  /** Returns what a person reads at a place, folded; empty where nothing is printed. */
  String printed(Position at) {
    return words.getOrDefault(origin(at), "");
  }

  /** Returns the cell that shows what a person reads at a place. */
  Position origin(Position at) {
    return grid.mergedAt(at).map(Area::first).orElse(at);
  }

  /** Tells whether a word is printed in the row itself, and not in a cell that covers others. */
  boolean isOwnRow(Position at) {
    return words.containsKey(at);
  }

  /** Tells whether what is printed at a place belongs to the head of a column. */
  boolean isHead(Position at) {
    return !printed(at).isEmpty() && heads.contains(printed(at));
  }

  /**
   * Returns the heads over a blank, from above. In a table of a text a cell counts as one however
   * many columns it spans, so that they are told by their words there.
   */
  List<Position> headsOver(Binding binding) {
    Position at = binding.at().cell();
    Set<String> named =
        Stream.concat(binding.column().stream(), binding.measure().stream())
            .map(LabelWords::of)
            .collect(Collectors.toSet());
    var over = new ArrayList<Position>();
    for (int row = 0; row < at.row(); row++) {
      if (binding.at().kind() == Place.Kind.TABLE) {
        byRow.get(row).stream()
            .filter(head -> isHead(head) && named.contains(printed(head)))
            .forEach(over::add);
      } else {
        Position head = new Position(row, at.column());
        if (origin(head).row() == row && isHead(head)) {
          over.add(head);
        }
      }
    }
    return over;
  }

  /** Tells whether folded words are printed anywhere. */
  boolean prints(String folded) {
    return all.contains(folded);
  }

  /** Returns the blanks inside the text of a cell. */
  Optional<InlineBlanks> inline(Position at) {
    return Optional.ofNullable(inline.get(at));
  }
}
