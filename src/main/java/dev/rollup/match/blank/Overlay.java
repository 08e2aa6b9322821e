package dev.rollup.match.blank;

import static dev.rollup.match.blank.Alignment.NONE;

import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words of one sheet or table of the blank, found on one of a return: which row and column of
 * the return each row and column of the blank became.
 */
final class Overlay {

  private final Printed blank;
  private final Grid grid;
  private final LaidWords words;
  private final int[] rows;
  private final int[] columns;
  private final Set<Integer> reworded;

  /** Where each row was found by its own words, and not by its neighbours alone. */
  private final int[] byWords;

  /** Lays the printed words of a blank over what is shown by a sheet or table of a return. */
  Overlay(Printed blank, Shown shown) {
    this.blank = blank;
    this.grid = shown.grid();
    this.words = new LaidWords(blank, shown);
    this.rows = RowsByWords.of(words);
    this.columns = ColumnsByWords.of(words, rows);
    this.reworded = RewordedRows.into(rows, words, columns);
    this.byWords = rows.clone();
    Alignment.fill(rows, Set.of());
    besideEmptyRows();
  }

  /**
   * Finds the only row of values between two rows of words where empty rows were put beside it: it
   * is the one that holds anything.
   */
  private void besideEmptyRows() {
    for (int row = 1; row + 1 < rows.length; row++) {
      int before = row - 1;
      int behind = row + 1;
      while (before >= 0 && blank.row(before).isEmpty()) {
        before--;
      }
      while (behind < rows.length && blank.row(behind).isEmpty()) {
        behind++;
      }
      boolean single =
          rows[row] == NONE
              && blank.isOnlyFilledIn(row)
              && before >= 0
              && behind < rows.length
              && rows[before] != NONE
              && rows[behind] > rows[before];
      for (int other = before + 1; single && other < behind; other++) {
        single = other == row || !blank.isOnlyFilledIn(other);
      }
      if (single) {
        List<Integer> held =
            grid.rows(rows[before] + 1, rows[behind]).stream()
                .filter(placed -> !placed.cell().raw().isBlank())
                .map(placed -> placed.at().row())
                .distinct()
                .toList();
        rows[row] = held.size() == 1 ? held.get(0) : NONE;
      }
    }
  }

  /** Returns the words that were laid over each other. */
  LaidWords words() {
    return words;
  }

  /** Returns what it was laid over. */
  Grid grid() {
    return grid;
  }

  /** Returns how much of the blank's words was found, from 0 to 1. */
  double found() {
    int all = 0;
    int found = 0;
    for (int row = 0; row < blank.height(); row++) {
      int own = blank.row(row).size();
      all += own;
      found += rows[row] == NONE ? 0 : own;
    }
    return all == 0 ? 0 : (double) found / all;
  }

  /** Returns the row of the return that a row of the blank became. */
  Optional<Integer> row(int row) {
    return row < 0 || row >= rows.length || rows[row] == NONE
        ? Optional.empty()
        : Optional.of(rows[row]);
  }

  /** Returns how many rows the blank has. */
  int height() {
    return rows.length;
  }

  /** Tells whether a row was found by its words. */
  boolean isFound(int row) {
    return rows[row] != NONE && !blank.row(row).isEmpty() && blank.aligns(row);
  }

  /** Tells whether a row that has words was found by them, or in other words of its own. */
  boolean isFoundByWords(int row) {
    return row < 0 || blank.row(row).isEmpty() || byWords[row] != NONE;
  }

  /**
   * Tells whether heads may be those of another list that has the same: the return has one such row
   * less than the blank, and no heading that is gone with it says which.
   *
   * @param head the row of heads of a list on the blank
   */
  boolean mayBeOther(int head) {
    for (int row = 0; row < byWords.length; row++) {
      if (row != head && byWords[row] == NONE && blank.sameWords(row, head)) {
        boolean gone = row > 0 && blank.isAlone(row - 1) && byWords[row - 1] == NONE;
        if (!gone) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the column of the return that a column of the blank became. */
  Optional<Integer> column(int column) {
    return column < 0 || column >= columns.length || columns[column] == NONE
        ? Optional.empty()
        : Optional.of(columns[column]);
  }

  /** Returns where a cell of the blank is in the return, whatever stands around it. */
  Optional<Position> place(Position at) {
    Optional<Integer> row = row(at.row());
    Optional<Position> outside =
        blank.isOutside(at.row()) ? row.flatMap(there -> outside(at, there)) : Optional.empty();
    return outside.or(
        () -> row.flatMap(there -> column(at.column()).map(c -> new Position(there, c))));
  }

  /** Outside of tables no head tells the column: a place goes by the words in its row. */
  private Optional<Position> outside(Position at, int row) {
    List<Position> printed = blank.row(at.row());
    Optional<Position> label =
        printed.stream().filter(each -> each.column() <= at.column()).reduce((a, b) -> b);
    List<Position> there = words.inRow(row);
    return label.flatMap(
        own -> {
          List<Position> same = there.stream().filter(each -> words.fits(own, each)).toList();
          return same.size() == 1
              ? Optional.of(new Position(row, same.get(0).column() + at.column() - own.column()))
              : Optional.empty();
        });
  }

  /** Returns the labels of a row of the blank that were written in other words. */
  List<Position> reworded(int row) {
    if (!reworded.contains(row)) {
      return List.of();
    }
    return blank.row(row).stream()
        .filter(label -> place(label).filter(at -> !words.fits(label, at)).isPresent())
        .toList();
  }

  /**
   * Tells whether every word left of a cell in its row is the blank's own.
   *
   * @param at a cell of the blank
   * @param row the row of the return that it is looked for in
   */
  boolean fitsLeft(Position at, int row) {
    for (int column = 0; column < at.column(); column++) {
      Position left = new Position(at.row(), column);
      if (!same(left, row) && !(reworded.contains(at.row()) && blank.isOwnRow(left))) {
        return false;
      }
    }
    return isBesideItsLabel(at);
  }

  /**
   * Tells whether the word right before a cell in its row is so in the return: of two tables side
   * by side that changed places, columns with the same heads did not.
   */
  private boolean isBesideItsLabel(Position at) {
    int own = columns[at.column()];
    int before = NONE;
    int nearest = NONE;
    for (var label : blank.row(at.row())) {
      int column = columns[label.column()];
      before = label.column() < at.column() ? column : before;
      nearest = column < own ? Math.max(nearest, column) : nearest;
    }
    return before == NONE || before == nearest;
  }

  /** Tells whether a row was found that has, in place of a word of the blank, that same word. */
  boolean isSame(Position printed) {
    return rows[printed.row()] != NONE && same(printed, rows[printed.row()]);
  }

  /** Returns the folded words that a return has in place of a word of the blank. */
  String shownFor(Position printed) {
    int row = rows[printed.row()];
    int column = columns[printed.column()];
    if (row == NONE || column == NONE) {
      return "";
    }
    String there = words.at(words.origin(new Position(row, column)));
    Position origin = blank.origin(printed);
    // Some programs take merged cells apart: then the word stands where it began.
    return there.isEmpty() && !origin.equals(printed)
        ? place(origin).map(words::at).orElse("")
        : there;
  }

  /**
   * Tells whether a row stands under the blank's own heading: of the rows that only divide the
   * blank, the last above it is the same in both. A row whose words stand in several places goes by
   * every row above it whose words do not.
   *
   * @param row a row of the blank that was found
   */
  boolean fitsSection(int row) {
    boolean alone = blank.isAlone(row);
    int own = NONE;
    int shown = NONE;
    for (int each = 0; each < rows.length; each++) {
      if (!blank.divides(each) && (alone || !blank.isAlone(each))) {
        continue;
      }
      own = each < row ? each : own;
      if (rows[each] != NONE
          && rows[each] < rows[row]
          && (shown == NONE || rows[each] > rows[shown])) {
        shown = each;
      }
    }
    // Where its heading was deleted, it must at least not stand under a later one.
    return shown == own || own != NONE && rows[own] == NONE && shown < own;
  }

  /** Returns the cells of the return that hold the blank's own words, and those that count rows. */
  Set<Position> own() {
    var own = new HashSet<Position>();
    for (var printed : blank.words().entrySet()) {
      place(printed.getKey())
          .filter(
              at -> words.fits(printed.getKey(), at) || reworded.contains(printed.getKey().row()))
          .ifPresent(own::add);
    }
    for (var ordinal : blank.ordinals()) {
      place(ordinal).filter(at -> counts(ordinal, at)).ifPresent(own::add);
    }
    return own;
  }

  /** Tells whether a number counts its row: the blank's own, or the next after the one above. */
  private boolean counts(Position printed, Position at) {
    Optional<Integer> number = RowNumber.of(grid.at(at).raw());
    if (number.isEmpty() || number.equals(RowNumber.of(blank.raw(printed)))) {
      return number.isPresent();
    }
    for (int row = at.row() - 1; row >= 0; row--) {
      Optional<Integer> above = RowNumber.of(grid.at(new Position(row, at.column())).raw());
      if (above.isPresent()) {
        return number.get() == above.get() + 1;
      }
    }
    return number.get() == 1;
  }

  private boolean same(Position printed, int row) {
    String expected = blank.printed(printed);
    if (expected.isEmpty()) {
      return true;
    }
    int column = columns[printed.column()];
    return column != NONE && fitsCovering(printed, new Position(row, column));
  }

  /** Compares what a person reads at two places, be it in a merged cell around them. */
  private boolean fitsCovering(Position printed, Position at) {
    Position origin = blank.origin(printed);
    Position shown = words.origin(at);
    if (words.fits(origin, shown)) {
      return true;
    }
    // Some programs take merged cells apart: then the word stands where it began.
    return !origin.equals(printed)
        && words.at(shown).isEmpty()
        && place(origin).filter(begin -> words.fits(origin, begin)).isPresent();
  }
}
