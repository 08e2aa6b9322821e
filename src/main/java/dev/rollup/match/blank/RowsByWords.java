package dev.rollup.match.blank;

import static dev.rollup.match.blank.Alignment.NONE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/** Finds the rows of a blank on a return by words that are the blank's own. */
final class RowsByWords {

  private final LaidWords words;
  private final Printed blank;

  /** The rows of the return that have words: somebody may have typed into the last one there is. */
  private final int[] worded;

  private final int[] rows;

  private RowsByWords(LaidWords words) {
    this.words = words;
    this.blank = words.blank();
    this.worded = words.rows();
    this.rows =
        Alignment.of(
            blank.height(), worded.length, (row, other) -> words.weight(row, worded[other]));
    for (int row = 0; row < rows.length; row++) {
      rows[row] = rows[row] == NONE ? NONE : worded[rows[row]];
    }
  }

  /** Returns for each row of the blank its row on the return, {@link Alignment#NONE} for none. */
  static int[] of(LaidWords words) {
    var found = new RowsByWords(words);
    found.claimed();
    found.moved();
    return found.rows;
  }

  /**
   * Gives a row of the return that several of the blank could be to the one that follows what it
   * follows on the blank: where a section was deleted, another one with the same rows was not.
   */
  private void claimed() {
    var owners = new TreeMap<Integer, List<Integer>>();
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] != NONE) {
        owners.computeIfAbsent(rows[row], any -> new ArrayList<>()).add(row);
      }
    }
    owners.forEach(
        (at, claims) -> {
          if (claims.size() > 1) {
            List<Integer> following = claims.stream().filter(row -> follows(row, at)).toList();
            for (int row : claims) {
              rows[row] = following.equals(List.of(row)) ? at : NONE;
            }
          }
        });
  }

  /** Tells whether what is right above a row of the blank is right above one of the return. */
  private boolean follows(int row, int at) {
    int above = row - 1;
    while (above >= 0 && blank.row(above).isEmpty()) {
      above--;
    }
    int there = at - 1;
    while (there >= 0 && words.inRow(there).isEmpty()) {
      there--;
    }
    return above >= 0 && there >= 0 && rows[above] == there;
  }

  /** Finds rows that were moved with their heads, by words that no other row has. */
  private void moved() {
    var taken = new HashSet<Integer>();
    Arrays.stream(rows).forEach(taken::add);
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] != NONE || blank.row(row).isEmpty()) {
        continue;
      }
      int found = NONE;
      int many = 0;
      for (int other : worded) {
        if (!taken.contains(other) && words.weight(row, other) > 0) {
          found = other;
          many++;
        }
      }
      if (many == 1 && blank.isAlone(row)) {
        rows[row] = found;
        taken.add(found);
      }
    }
  }
}
