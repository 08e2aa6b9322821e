package dev.rollup.model;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds away the differences between two writings of the same words. Comparison only: what is
 * folded is never shown and never counted.
 */
public final class Folding {

  private Folding() {}

  /**
   * Folds the name of a unit: NFKC (Unicode Annex 15), no white space, no brackets, lower case.
   *
   * @param text any text; null gives the empty text
   */
  public static String name(String text) {
    return fold(text, false);
  }

  /**
   * Folds a label of the form: as {@link #name}, and no punctuation or symbols either, since those
   * change with every input method.
   *
   * @param text any text; null gives the empty text
   */
  public static String label(String text) {
    return fold(text, true);
  }

  private static String fold(String text, boolean lettersOnly) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var folded = new StringBuilder(normal.length());
    normal
        .codePoints()
        .filter(c -> lettersOnly ? Character.isLetterOrDigit(c) : isPartOfName(c))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static boolean isPartOfName(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION ->
          false;
      default -> true;
    };
  }
}
