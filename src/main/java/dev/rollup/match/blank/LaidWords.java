package dev.rollup.match.blank;

import dev.rollup.model.Area;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.text.Numerals;
import dev.rollup.text.Opposites;
import dev.rollup.text.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words that are printed on a sheet or table of the blank, beside those that one of a return
 * shows.
 *
 * @param blank what is printed
 * @param shown what the return shows
 */
record LaidWords(Printed blank, Shown shown) {

  /** A label that is more unlike the blank's own is another label. */
  private static final double ALIKE = 0.5;

  /** What stands between the numbers of a label. */
  private static final Pattern NOT_NUMERALS =
      Pattern.compile("(?:(?!" + Numerals.CHINESE + ")[^\\p{N}])+");

  /** Returns the sheet or table of the return. */
  Grid grid() {
    return shown.grid();
  }

  /** Returns the folded words in a cell of the return; empty where there are none. */
  String at(Position at) {
    return shown.words().getOrDefault(at, "");
  }

  /** Returns the rows of the return that have words, from above. */
  int[] rows() {
    return shown.byRow().keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** Returns where words stand in a row of the return, from the left. */
  List<Position> inRow(int row) {
    return shown.byRow().getOrDefault(row, List.of());
  }

  /** Returns the cell of the return that shows what a person reads at a place. */
  Position origin(Position at) {
    return grid().mergedAt(at).map(Area::first).orElse(at);
  }

  /** Tells whether a cell of the return has the words that are printed in one of the blank. */
  boolean fits(Position printed, Position at) {
    return blank
        .inline(printed)
        .map(inline -> inline.fits(grid().at(at).raw()))
        .orElseGet(() -> blank.printed(printed).equals(at(at)));
  }

  /** Returns how much of a row's words stands in a row of the return: all of them, or 0. */
  int weight(int row, int other) {
    if (!blank.aligns(row)) {
      return 0;
    }
    List<Position> printed = blank.row(row);
    List<Position> there = inRow(other);
    if (printed.isEmpty() || there.size() < printed.size()) {
      return 0;
    }
    int weight = 0;
    var left = new ArrayList<>(there);
    for (var each : printed) {
      int found = 0;
      while (found < left.size() && !fits(each, left.get(found))) {
        found++;
      }
      if (found == left.size()) {
        return 0;
      }
      left.remove(found);
      weight += 1 + Math.min(blank.printed(each).length(), 8);
    }
    return weight;
  }

  /** Tells whether folded words are like a label and may be it in other words. */
  boolean isReworded(String there, Position label) {
    return mayBeReworded(there, label) && Similarity.of(there, blank.printed(label)) >= ALIKE;
  }

  /** Tells whether folded words may be a label in other words, however unlike they are. */
  boolean mayBeReworded(String there, Position label) {
    return isNew(there, label) && !isContrary(there, label);
  }

  /** Tells whether folded words say the contrary of a label. */
  boolean isContrary(String there, Position label) {
    return Opposites.between(there, blank.printed(label));
  }

  /** Tells whether folded words are no other label, and have no number but the label's own. */
  boolean isNew(String there, Position label) {
    String rest = there;
    for (var number : NOT_NUMERALS.split(blank.printed(label), -1)) {
      rest = number.isEmpty() ? rest : rest.replaceFirst(Pattern.quote(number), "");
    }
    return !there.isEmpty() && !blank.prints(there) && !Numerals.in(rest);
  }
}
