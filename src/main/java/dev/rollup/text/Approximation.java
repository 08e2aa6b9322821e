package dev.rollup.text;

import java.util.List;

/** Tells whether words say that a number is about so much: 约200, 200余, 三五, 10-20, 数百. */
public final class Approximation {

  private static final List<String> FEW_OR_MANY =
      List.of("数", "几", "十几", "若干", "许多", "很多", "多", "上百", "上千", "上万", "成百", "成千");

  private static final String TO = "-—–~～至到或";

  /** The words of measure between a number and 左右 are no longer than this. */
  private static final int MEASURE = 3;

  private Approximation() {}

  /**
   * Tells whether a text says a number that is about so much.
   *
   * @param text in half width, see {@link dev.rollup.text.Folding#halfWidth}
   */
  public static boolean says(String text) {
    return FEW_OR_MANY.stream().anyMatch(text::startsWith)
        || hedged(text)
        || Amount.begins(text) && goesOn(text)
        || neighbours(text)
        || more(text);
  }

  /** 约200, 约数百 */
  private static boolean hedged(String text) {
    int word = Doubt.before(text);
    if (word == 0) {
      return false;
    }
    String number = text.substring(word).strip();
    return Amount.begins(number) || number.startsWith("数") || number.startsWith("几");
  }

  /** 200余, 200人次左右, 200+, 10-20 */
  private static boolean goesOn(String text) {
    String tail = text.substring(Amount.at(text, 0).end()).strip();
    if (Doubt.behind(tail) > 0) {
      return true;
    }
    if (tail.startsWith("+")) {
      return !Amount.begins(tail.substring(1).strip());
    }
    for (int measure = 1; measure <= MEASURE && measure < tail.length(); measure++) {
      if (!Character.isIdeographic(tail.charAt(measure - 1))) {
        break;
      }
      String behind = tail.substring(measure);
      int word = Doubt.behind(behind);
      // A single sign may be part of a word: only where nothing follows it is none.
      if (word > 1 || word == 1 && behind.length() == 1) {
        return true;
      }
    }
    int to = 0;
    while (to < tail.length() && TO.indexOf(tail.charAt(to)) >= 0) {
      to++;
    }
    return to > 0 && Amount.begins(tail.substring(to).strip());
  }

  /** 三五, 两三百, 十七八 */
  private static boolean neighbours(String text) {
    for (int i = 1; i < text.length(); i++) {
      long one = NumeralSigns.value(text.charAt(i - 1));
      long other = NumeralSigns.value(text.charAt(i));
      boolean near = one > 0 && other < 10 && (other == one + 1 || one == 3 && other == 5);
      if (near && (i + 1 == text.length() || NumeralSigns.value(text.charAt(i + 1)) >= 10)) {
        return true;
      }
    }
    return false;
  }

  /** 一百多, 三十几 */
  private static boolean more(String text) {
    for (int i = 1; i < text.length(); i++) {
      if ("余餘多几".indexOf(text.charAt(i)) >= 0 && NumeralSigns.value(text.charAt(i - 1)) >= 10) {
        return true;
      }
    }
    return false;
  }
}
