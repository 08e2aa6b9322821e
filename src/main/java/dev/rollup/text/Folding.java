package dev.rollup.text;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
  public static String name(@Nullable String text) {
    return fold(text, false);
  }

  /**
   * Folds a label of the form: as {@link #name}, and no punctuation or symbols either, since those
   * change with every input method. Only the signs that measure something stay (%, ‰, °, ¥), and
   * numbers of every kind: words with one are other words.
   *
   * @param text any text; null gives the empty text
   */
  public static String label(@Nullable String text) {
    return fold(text, true);
  }

  /**
   * Returns a text in Unicode's normal form KC. What forms are made of is settled here, since
   * loading the tables of the general case takes longer than reading a form.
   */
  public static String nfkc(String text) {
    String half = halfWidth(text);
    return half.chars().allMatch(Folding::isItsOwnForm)
        ? half
        : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** Returns a text with the full-width forms of ASCII in half width, and nothing else changed. */
  public static String halfWidth(String text) {
    var half = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      half.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c == '　' ? ' ' : c);
    }
    return half.toString();
  }

  /** ASCII, unified ideographs, and the marks of Chinese text that have no other form. */
  private static boolean isItsOwnForm(int c) {
    return c < 0x80
        || c >= 0x4E00 && c <= 0x9FFF
        || c >= '‘' && c <= '”'
        || c >= '、' && c <= '〃'
        || c >= '〈' && c <= '】';
  }

  /**
   * Folds one character as {@link #label} does; empty for white space and punctuation.
   *
   * @param codePoint any character of Unicode
   */
  public static String letters(int codePoint) {
    boolean plain =
        codePoint >= 0x4E00 && codePoint <= 0x9FFF
            || codePoint >= '0' && codePoint <= '9'
            || codePoint >= 'a' && codePoint <= 'z';
    if (plain) {
      return Character.toString(codePoint);
    }
    return isMute(codePoint) && !isMeasure(codePoint) ? "" : label(Character.toString(codePoint));
  }

  /** White space and punctuation have no letters in any normal form. */
  private static boolean isMute(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR,
          Character.CONTROL,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static String fold(@Nullable String text, boolean lettersOnly) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String normal = nfkc(lettersOnly ? digits(text) : text).toLowerCase(Locale.ROOT);
    var folded = new StringBuilder(normal.length());
    normal
        .codePoints()
        .filter(c -> lettersOnly ? isPartOfLabel(c) : isPartOfName(c))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** Writes numbers that look like letters (Ⅻ, 〇) with digits: no normal form does. */
  private static String digits(String text) {
    if (text.chars().noneMatch(c -> Character.getType(c) == Character.LETTER_NUMBER)) {
      return text;
    }
    var digits = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              int value =
                  Character.getType(c) == Character.LETTER_NUMBER ? NumeralSigns.whole(c) : -1;
              if (value < 0) {
                digits.appendCodePoint(c);
              } else {
                digits.append(value);
              }
            });
    return digits.toString();
  }

  private static boolean isPartOfLabel(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.OTHER_NUMBER
        || isMeasure(codePoint);
  }

  /** Tells whether a sign that is no letter measures something. */
  public static boolean isMeasure(int codePoint) {
    return codePoint == '%'
        || codePoint == '％'
        || codePoint == '‰'
        || codePoint == '‱'
        || codePoint == '°'
        || Character.getType(codePoint) == Character.CURRENCY_SYMBOL;
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
