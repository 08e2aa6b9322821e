package dev.rollup.text;

import java.util.Set;

/** What may be a number in a text: every numeral must be accounted for, or nothing near it is. */
public final class Numerals {

  /** Roman numbers that are no other word; XX and V stand for things that have no number. */
  private static final Set<String> ROMAN =
      Set.of("II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XVI");

  /** The Chinese signs, as a character class of a regular expression. */
  public static final String CHINESE = "[" + NumeralSigns.upTo(Long.MAX_VALUE) + "]";

  /** Those of which small numbers are written, as of days and lines. */
  public static final String SMALL_CHINESE = "[" + NumeralSigns.upTo(40) + "]";

  private Numerals() {}

  /**
   * Tells whether a character is a numeral: a digit of any script, a number in a circle, in
   * brackets, raised or broken (Unicode 4.6: general categories Nd, Nl and No), or a Chinese one,
   * plain, financial or traditional.
   */
  public static boolean isNumeral(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint >= '0' && codePoint <= '9';
    }
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> NumeralSigns.value(codePoint) >= 0;
    };
  }

  /** Tells whether a text holds a numeral; a Roman one in Latin letters where it stands alone. */
  public static boolean in(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (isNumeral(Character.codePointAt(text, i)) || isRoman(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a text holds a Roman number in Latin letters, standing alone. */
  public static boolean inLatin(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (isRoman(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRoman(CharSequence text, int from) {
    if ("IVX".indexOf(text.charAt(from)) < 0 || from > 0 && isLatin(text.charAt(from - 1))) {
      return false;
    }
    int to = from;
    while (to < text.length() && isLatin(text.charAt(to))) {
      to++;
    }
    return ROMAN.contains(text.subSequence(from, to).toString());
  }

  private static boolean isLatin(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
