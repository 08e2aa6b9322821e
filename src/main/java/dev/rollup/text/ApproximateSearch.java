package dev.rollup.text;

/**
 * Looks for words that were changed a little: the place of a text that comes nearest to a pattern,
 * and how near any other place comes. After P. H. Sellers, "The theory and computation of
 * evolutionary distances: pattern recognition", Journal of Algorithms 1 (1980).
 */
public final class ApproximateSearch {

  /**
   * The nearest place.
   *
   * @param from its first character
   * @param to the character behind its last
   * @param distance how many characters must be inserted, left out or exchanged
   * @param next the distance of the nearest place that does not touch this one; the length of the
   *     pattern where there is none
   */
  public record Hit(int from, int to, int distance, int next) {}

  private ApproximateSearch() {}

  /** Returns the nearest place of a pattern in a text; the first of several. */
  public static Hit nearest(String pattern, String text) {
    int m = pattern.length();
    int n = text.length();
    int[] distance = new int[n + 1];
    int[] start = new int[n + 1];
    for (int j = 0; j <= n; j++) {
      start[j] = j;
    }
    for (int i = 1; i <= m; i++) {
      int diagonal = distance[0];
      int diagonalStart = start[0];
      distance[0] = i;
      for (int j = 1; j <= n; j++) {
        int replaced = diagonal + (pattern.charAt(i - 1) == text.charAt(j - 1) ? 0 : 1);
        int replacedStart = diagonalStart;
        diagonal = distance[j];
        diagonalStart = start[j];
        int leftOut = distance[j] + 1;
        int inserted = distance[j - 1] + 1;
        int least = Math.min(replaced, Math.min(leftOut, inserted));
        // Of equals the one that begins last: what stands before is not claimed needlessly.
        int from = replaced == least ? replacedStart : -1;
        from = leftOut == least ? Math.max(from, start[j]) : from;
        from = inserted == least ? Math.max(from, start[j - 1]) : from;
        distance[j] = least;
        start[j] = from;
      }
    }
    int best = 0;
    for (int j = 1; j <= n; j++) {
      best = distance[j] < distance[best] ? j : best;
    }
    int next = m;
    for (int j = 0; j <= n; j++) {
      if (j <= start[best] || start[j] >= best) {
        next = Math.min(next, distance[j]);
      }
    }
    return new Hit(start[best], best, distance[best], next);
  }

  /** Returns the edit distance of two texts. */
  public static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
