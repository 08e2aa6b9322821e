package dev.rollup.match.blank;

import java.util.Arrays;
import java.util.function.ToIntBiFunction;

/**
 * Finds the lines of one sheet on another: the longest common subsequence, weighted. What could be
 * one of several lines is none.
 */
final class Alignment {

  private Alignment() {}

  /**
   * Returns for each line of the first sheet its line on the second, -1 where it has none or could
   * have several.
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
    Arrays.fill(lines, -1);
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
        lines[i] = -1;
      }
    }
    return lines;
  }
}
