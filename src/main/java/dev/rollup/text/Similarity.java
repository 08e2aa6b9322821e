package dev.rollup.text;

import java.util.HashMap;

/** How alike two folded labels are: the Sørensen–Dice coefficient of their pairs of characters. */
public final class Similarity {

  private Similarity() {}

  /** Returns 1 for equal texts, 0 for texts that share no two neighbouring characters. */
  public static double of(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    if (a.length() < 2 || b.length() < 2) {
      return 0;
    }
    var pairs = new HashMap<String, Integer>();
    for (int i = 0; i + 1 < a.length(); i++) {
      pairs.merge(a.substring(i, i + 2), 1, Integer::sum);
    }
    int shared = 0;
    for (int i = 0; i + 1 < b.length(); i++) {
      String pair = b.substring(i, i + 2);
      int left = pairs.getOrDefault(pair, 0);
      if (left > 0) {
        pairs.put(pair, left - 1);
        shared++;
      }
    }
    return 2.0 * shared / (a.length() + b.length() - 2);
  }
}
