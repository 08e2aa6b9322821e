package dev.rollup.read;

import java.util.Locale;

/** A character that is named by its place in a font (w:sym, ECMA-376 17.3.3.30). */
final class SymbolCharacter {

  private static final int FIRST_OF_FONTS = 0xF000;
  private static final int LAST_OF_FONTS = 0xF0FF;

  private SymbolCharacter() {}

  /**
   * Returns what a person takes the character for.
   *
   * @param font the name of the font, or null
   * @param code four hexadecimal digits, or null
   * @return the character of private use itself where no other one looks alike: it must not seem as
   *     if nothing were there; empty where there is no character
   */
  static String text(String font, String code) {
    int number;
    try {
      number = Integer.parseInt(code == null ? "" : code, 16);
    } catch (NumberFormatException e) {
      return "";
    }
    if (number < ' ' || number > Character.MAX_VALUE || Character.isSurrogate((char) number)) {
      return "";
    }
    if (number < FIRST_OF_FONTS || number > LAST_OF_FONTS) {
      return isPictures(font) ? privateUse(number) : String.valueOf((char) number);
    }
    int low = number - FIRST_OF_FONTS;
    // In Symbol, digits and brackets stand where they always do, and letters are Greek.
    int last = isSymbol(font) ? '?' : '~';
    boolean plain = !isPictures(font) && low >= ' ' && low <= last;
    return String.valueOf((char) (plain ? low : number));
  }

  private static String privateUse(int number) {
    boolean inFont = number <= LAST_OF_FONTS - FIRST_OF_FONTS;
    return String.valueOf((char) (inFont ? FIRST_OF_FONTS + number : number));
  }

  private static boolean isSymbol(String font) {
    return name(font).equals("symbol");
  }

  /** Fonts that show something else than the characters they are addressed by. */
  private static boolean isPictures(String font) {
    String name = name(font);
    return name.contains("dings") || name.startsWith("marlett") || name.startsWith("mt extra");
  }

  private static String name(String font) {
    return font == null ? "" : font.strip().toLowerCase(Locale.ROOT);
  }
}
