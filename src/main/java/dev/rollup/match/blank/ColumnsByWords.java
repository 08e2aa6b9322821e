package dev.rollup.match.blank;

import static dev.rollup.match.blank.Alignment.NONE;

import dev.rollup.model.Position;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the columns of a blank on a return by the words that stand in them. */
final class ColumnsByWords {

  private final LaidWords words;
  private final Printed blank;

  /** Where the words of each column stand: heads, labels, and what is outside of tables. */
  private final Map<Integer, Set<Integer>> heads = new TreeMap<>();

  private final Map<Integer, Set<Integer>> labels = new TreeMap<>();
  private final Map<Integer, Set<Integer>> others = new TreeMap<>();

  private ColumnsByWords(LaidWords words) {
    this.words = words;
    this.blank = words.blank();
  }

  /**
   * Returns for each column of the blank its column on the return, {@link Alignment#NONE} for none.
   *
   * @param rows the rows that were found
   */
  static int[] of(LaidWords words, int[] rows) {
    var columns = new ColumnsByWords(words);
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] != NONE) {
        columns.vote(row, rows[row]);
      }
    }
    return columns.found();
  }

  private void vote(int row, int there) {
    Map<Integer, Set<Integer>> votes = blank.isOutside(row) ? others : labels;
    List<Position> printed = blank.row(row);
    List<Position> own =
        words.inRow(there).stream()
            .filter(at -> printed.stream().anyMatch(each -> words.fits(each, at)))
            .toList();
    boolean inOrder = own.size() == printed.size();
    for (int i = 0; inOrder && i < own.size(); i++) {
      inOrder = words.fits(printed.get(i), own.get(i));
    }
    for (int i = 0; i < printed.size(); i++) {
      Position each = printed.get(i);
      List<Position> same = own.stream().filter(at -> words.fits(each, at)).toList();
      Optional<Position> at =
          inOrder
              ? Optional.of(own.get(i))
              : same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
      Map<Integer, Set<Integer>> of = blank.heads(each) ? heads : votes;
      at.ifPresent(
          found -> of.computeIfAbsent(each.column(), c -> new HashSet<>()).add(found.column()));
    }
  }

  private int[] found() {
    // The head over a column knows it best; a title that happens to begin there, least.
    var votes = new TreeMap<>(others);
    votes.putAll(labels);
    votes.putAll(heads);
    int[] found = new int[blank.width()];
    Arrays.fill(found, NONE);
    var disputed = new HashSet<Integer>();
    var owners = new HashMap<Integer, Integer>();
    votes.forEach(
        (column, places) -> {
          if (places.size() > 1) {
            disputed.add(column);
          } else {
            found[column] = places.iterator().next();
            Integer owner = owners.putIfAbsent(found[column], column);
            if (owner != null) {
              disputed.addAll(losers(column, owner));
            }
          }
        });
    disputed.forEach(column -> found[column] = NONE);
    Alignment.fill(found, disputed);
    for (int column = 1; column < found.length; column++) {
      // On paper nothing shows a column that merged cells cover throughout.
      if (found[column] == NONE && !disputed.contains(column) && !blank.begins(column)) {
        found[column] = found[column - 1];
      }
    }
    return found;
  }

  /**
   * Returns those of two columns for the same place that it is not: both, where none has a head.
   */
  private Set<Integer> losers(int column, int owner) {
    return heads.containsKey(column) == heads.containsKey(owner)
        ? Set.of(column, owner)
        : Set.of(heads.containsKey(column) ? owner : column);
  }
}
