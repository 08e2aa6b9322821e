package dev.rollup.match.blank;

import static dev.rollup.match.blank.Alignment.NONE;

import dev.rollup.model.Position;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds rows between two that were found, some of whose words are written in others. */
final class RewordedRows {

  private final LaidWords words;
  private final Printed blank;
  private final int[] rows;
  private final int[] columns;

  private RewordedRows(LaidWords words, int[] rows, int[] columns) {
    this.words = words;
    this.blank = words.blank();
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Puts the rows that it finds among those that were found, and returns which of the blank they
   * are.
   */
  static Set<Integer> into(int[] rows, LaidWords words, int[] columns) {
    return new RewordedRows(words, rows, columns).found();
  }

  private Set<Integer> found() {
    var reworded = new HashSet<Integer>();
    var taken = new HashSet<Integer>();
    Arrays.stream(rows).forEach(taken::add);
    for (int row = 1; row + 1 < rows.length; row++) {
      if (rows[row] != NONE || blank.row(row).isEmpty() || !blank.aligns(row)) {
        continue;
      }
      int expected = expected(row);
      if (expected != NONE && !taken.contains(expected) && isReworded(row, expected)) {
        rows[row] = expected;
        reworded.add(row);
        taken.add(expected);
      }
    }
    return Set.copyOf(reworded);
  }

  /** Returns the row that lies between those of the neighbours, if nothing was put between them. */
  private int expected(int row) {
    int before = Alignment.before(rows, row);
    int behind = Alignment.behind(rows, row);
    boolean both = before >= 0 && behind < rows.length;
    return both && rows[behind] - rows[before] == behind - before
        ? rows[before] + row - before
        : NONE;
  }

  private boolean isReworded(int row, int expected) {
    List<Position> printed = blank.row(row);
    int same = 0;
    boolean like = true;
    boolean contrary = false;
    boolean allNew = true;
    for (var each : printed) {
      int column = columns[each.column()];
      if (column != NONE && words.fits(each, new Position(expected, column))) {
        same++;
      } else {
        String there = column == NONE ? "" : words.at(new Position(expected, column));
        like &= words.isReworded(there, each);
        contrary |= words.isContrary(there, each);
        allNew &= words.isNew(there, each);
      }
    }
    // HeaderAnswers are held against each column's own: some of them find the row.
    boolean heads = blank.divides(row);
    int enough = heads ? (printed.size() + 1) / 2 : printed.size() - 1;
    boolean found = same > 0 && same >= enough && allNew;
    return like || found && (heads || !contrary);
  }
}
