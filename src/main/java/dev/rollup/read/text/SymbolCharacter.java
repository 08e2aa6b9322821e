package dev.rollup.read.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A character that is named by its place in a font (w:sym, ECMA-376 17.3.3.30), or that is written
 * in a font which shows something else than the character.
 */
public final class SymbolCharacter {

  private static final int FIRST_OF_FONTS = 0xF000;
  private static final int LAST_OF_FONTS = 0xF0FF;

  /** Wingdings has 0 to 10 in circles here, and then in black ones. */
  private static final int FIRST_CIRCLE = 0x80;

  private static final String CIRCLES = "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿";

  private SymbolCharacter() {}

  /**
   * Returns what a person takes the character for.
   *
   * @param font the name of the font, or null
   * @param code four hexadecimal digits, or null
   * @return the character of private use itself where no other one looks alike: it must not seem as
   *     if nothing were there; empty where there is no character
   */
  public static String text(@Nullable String font, @Nullable String code) {
    int number;
    try {
      number = Integer.parseInt(code == null ? "" : code, 16);
    } catch (NumberFormatException e) {
      return "";
    }
    if (number < ' ' || number > Character.MAX_VALUE || Character.isSurrogate((char) number)) {
      return "";
    }
    if (isPictures(font) && number <= LAST_OF_FONTS - FIRST_OF_FONTS) {
      number += FIRST_OF_FONTS;
    }
    if (number < FIRST_OF_FONTS || number > LAST_OF_FONTS) {
      return String.valueOf((char) number);
    }
    int low = number - FIRST_OF_FONTS;
    int circle = low - FIRST_CIRCLE;
    if (name(font).equals("wingdings") && circle >= 0 && circle < CIRCLES.length()) {
      return CIRCLES.substring(circle, circle + 1);
    }
    // In Symbol, digits and brackets stand where they always do, and letters are Greek.
    int last = isSymbol(font) ? '?' : '~';
    boolean plain = !isPictures(font) && low >= ' ' && low <= last;
    return String.valueOf((char) (plain ? low : number));
  }

  /** Returns what a person sees of a text that is written in a font; null for an unknown one. */
  public static String shown(String text, @Nullable String font) {
    if (font == null || !isPictures(font)) {
      return text;
    }
    var shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ofFont = c > ' ' && (c <= LAST_OF_FONTS - FIRST_OF_FONTS || c >= FIRST_OF_FONTS);
      shown.append(ofFont ? text(font, Integer.toHexString(c)) : String.valueOf(c));
    }
    return shown.toString();
  }

  private static boolean isSymbol(@Nullable String font) {
    return name(font).equals("symbol");
  }

  /** Fonts that show something else than the characters they are addressed by. */
  public static boolean isPictures(@Nullable String font) {
    String name = name(font);
    return name.contains("dings")
        || name.contains("barcode")
        || name.startsWith("marlett")
        || name.startsWith("mt extra");
  }

  private static String name(@Nullable String font) {
    return font == null ? "" : font.strip().toLowerCase(Locale.ROOT);
  }
}
