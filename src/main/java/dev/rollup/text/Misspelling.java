package dev.rollup.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was meant where one was typed that is not known. */
public final class Misspelling {

  private Misspelling() {}

  /**
   * Returns the known word that differs by the fewest slips: letters missing, too many, wrong, or
   * the wrong way round. One in every three letters, beginning with one, may be wrong; empty where
   * no word is that near.
   */
  public static Optional<String> of(String typed, Collection<String> known) {
    return known.stream()
        .filter(word -> slips(typed, word) <= Math.max(1, letters(word) / 3))
        .min(
            Comparator.<String>comparingInt(word -> slips(typed, word))
                .thenComparing(word -> Math.abs(word.length() - typed.length()))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static long letters(String word) {
    return word.chars().filter(Character::isLetter).count();
  }

  /** The distance of optimal alignments: neighbours may have changed places. */
  private static int slips(String typed, String word) {
    int[] beforeLast = new int[word.length() + 1];
    int[] last = new int[word.length() + 1];
    Arrays.setAll(last, j -> j);
    for (int i = 1; i <= typed.length(); i++) {
      int[] row = new int[word.length() + 1];
      row[0] = i;
      for (int j = 1; j <= word.length(); j++) {
        int changed = last[j - 1] + (typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && typed.charAt(i - 1) == word.charAt(j - 2)
            && typed.charAt(i - 2) == word.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[word.length()];
  }
}
