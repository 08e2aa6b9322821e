package dev.rollup.match.blank;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToIntBiFunction;

/**
 * Finds the lines of one sheet on another: the longest common subsequence, weighted. What could be
 * one of several lines is none.
 */
final class Alignment {

  /** The line of what has none. */
  static final int NONE = -1;

  private Alignment() {}

  /**
   * Returns for each line of the first sheet its line on the second, {@link #NONE} where it has
   * none or could have several.
   *
   * @param weight how much it says that two lines are the same; 0 where they are not
   */
  static int[] of(int first, int second, ToIntBiFunction<Integer, Integer> weight) {
    int[][] weights = new int[first][second];
    for (int i = 0; i < first; i++) {
      for (int j = 0; j < second; j++) {
        weights[i][j] = weight.applyAsInt(i, j);
      }
    }
    int[][] behind = new int[first + 1][second + 1];
    for (int i = first - 1; i >= 0; i--) {
      for (int j = second - 1; j >= 0; j--) {
        int both = weights[i][j] > 0 ? weights[i][j] + behind[i + 1][j + 1] : 0;
        behind[i][j] = Math.max(both, Math.max(behind[i + 1][j], behind[i][j + 1]));
      }
    }
    int[][] before = new int[first + 1][second + 1];
    for (int i = 1; i <= first; i++) {
      for (int j = 1; j <= second; j++) {
        int own = weights[i - 1][j - 1];
        int both = own > 0 ? own + before[i - 1][j - 1] : 0;
        before[i][j] = Math.max(both, Math.max(before[i - 1][j], before[i][j - 1]));
      }
    }
    int best = behind[0][0];
    int[] lines = new int[first];
    Arrays.fill(lines, NONE);
    for (int i = 0; i < first; i++) {
      int found = 0;
      for (int j = 0; j < second; j++) {
        int own = weights[i][j];
        if (own > 0 && before[i][j] + own + behind[i + 1][j + 1] == best) {
          found++;
          lines[i] = j;
        }
      }
      if (found != 1) {
        lines[i] = NONE;
      }
    }
    return lines;
  }

  /** Returns the nearest line before one that was found; -1 if none was. */
  static int before(int[] lines, int line) {
    int before = line - 1;
    while (before >= 0 && lines[before] == NONE) {
      before--;
    }
    return before;
  }

  /** Returns the nearest line behind one that was found; how many there are if none was. */
  static int behind(int[] lines, int line) {
    int behind = line + 1;
    while (behind < lines.length && lines[behind] == NONE) {
      behind++;
    }
    return behind;
  }

  /**
   * Gives lines that were not found the place between their neighbours, where that is certain.
   *
   * @param disputed lines that stay as they are
   */
  static void fill(int[] lines, Set<Integer> disputed) {
    int[] known = lines.clone();
    var taken = new HashSet<Integer>();
    Arrays.stream(known).forEach(taken::add);
    for (int line = 0; line < lines.length; line++) {
      if (known[line] != NONE || disputed.contains(line)) {
        continue;
      }
      int before = before(known, line);
      int behind = behind(known, line);
      Integer shiftBefore = before < 0 ? null : known[before] - before;
      Integer shiftBehind = behind >= lines.length ? null : known[behind] - behind;
      Integer shift = shiftBefore == null ? shiftBehind : shiftBefore;
      boolean certain =
          shiftBefore == null || shiftBehind == null || shiftBefore.equals(shiftBehind);
      if (shift != null && certain && line + shift >= 0 && !taken.contains(line + shift)) {
        lines[line] = line + shift;
      }
    }
  }
}
