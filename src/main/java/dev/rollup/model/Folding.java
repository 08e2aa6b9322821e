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

  /**
   * Returns a text in Unicode's normal form KC. What forms are made of is settled here, since
   * loading the tables of the general case takes longer than reading a form.
   */
  public static String nfkc(String text) {
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '！' && c <= '～') {
        folded.append((char) (c - '！' + '!'));
      } else if (c == '　') {
        folded.append(' ');
      } else if (isItsOwnForm(c)) {
        folded.append(c);
      } else {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
      }
    }
    return folded.toString();
  }

  /** ASCII, unified ideographs, and the marks of Chinese text that have no other form. */
  private static boolean isItsOwnForm(char c) {
    return c < 0x80
        || c >= 0x4E00 && c <= 0x9FFF
        || c >= '‘' && c <= '”'
        || c >= '、' && c <= '〃'
        || c >= '〈' && c <= '】';
  }

  private static String fold(String text, boolean lettersOnly) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String normal = nfkc(text).toLowerCase(Locale.ROOT);
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
