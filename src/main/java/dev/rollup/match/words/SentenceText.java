package dev.rollup.match.words;

import dev.rollup.text.Brackets;
import dev.rollup.text.Folding;
import dev.rollup.text.Numerals;

/**
 * The text of a sentence behind its first words, and where words stand in it whatever punctuation
 * and white space came between their letters.
 */
record SentenceText(String text) {

  /**
   * Returns where words end that begin at a place, or -1.
   *
   * @param words folded
   * @param here whether they must begin right there, not behind punctuation
   */
  int match(String words, int at, boolean here) {
    int i = here ? at : skip(at);
    int letter = 0;
    while (letter < words.length()) {
      if (i >= text.length()) {
        return -1;
      }
      String folded = Folding.letters(text.charAt(i));
      if (folded.isEmpty() && letter > 0 && !Brackets.isBracket(text.charAt(i))) {
        i++;
      } else if (!folded.isEmpty() && words.startsWith(folded, letter)) {
        letter += folded.length();
        i++;
      } else {
        return -1;
      }
    }
    return i;
  }

  /** Returns the next place that is no white space and no punctuation other than a bracket. */
  int skip(int at) {
    int i = at;
    while (i < text.length()
        && Folding.letters(text.charAt(i)).isEmpty()
        && !Brackets.isBracket(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Returns the folded letters between two places. */
  String letters(int from, int to) {
    var letters = new StringBuilder();
    text.substring(from, to).codePoints().forEach(c -> letters.append(Folding.letters(c)));
    return letters.toString();
  }

  /** Tells whether the last thing before a place, other than a bracket, is a numeral. */
  boolean followsNumeral(int at) {
    int last = at - 1;
    while (last >= 0
        && (Character.isWhitespace(text.charAt(last)) || Brackets.isBracket(text.charAt(last)))) {
      last--;
    }
    return last >= 0 && Numerals.isNumeral(text.codePointAt(last));
  }
}
