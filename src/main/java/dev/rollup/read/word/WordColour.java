package dev.rollup.read.word;

import dev.rollup.read.format.Shades;
import dev.rollup.read.xml.XmlCursor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Colours of texts as numbers of three bytes: red, green, blue. */
final class WordColour {

  static final int WHITE = 0xFFFFFF;

  private static final int BLACK = 0;

  /** The palette, from 1 on; 0 is no colour. */
  private static final List<String> PALETTE =
      List.of(
          "black",
          "blue",
          "cyan",
          "green",
          "magenta",
          "red",
          "yellow",
          "white",
          "darkBlue",
          "darkCyan",
          "darkGreen",
          "darkMagenta",
          "darkRed",
          "darkYellow",
          "darkGray",
          "lightGray");

  private WordColour() {}

  /** Returns the colour that six hexadecimal digits name; null for {@code auto} and all else. */
  static @Nullable Integer of(@Nullable String digits) {
    if (digits == null || digits.length() != 6) {
      return null;
    }
    try {
      return Integer.parseInt(digits, 16);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Returns the colour of a number in the palette of Word 97 (MS-DOC 2.9.119); null for auto. */
  static @Nullable Integer ofPalette(int number) {
    return number > 0 && number <= PALETTE.size() ? highlight(PALETTE.get(number - 1)) : null;
  }

  /** Returns the colour of a reference in a binary file (MS-DOC 2.9.43); null for auto. */
  static @Nullable Integer ofReference(int reference) {
    return reference >>> 24 == 0 ? Integer.reverseBytes(reference) >>> 8 : null;
  }

  /** Returns a colour by its name in the palette (ECMA-376 17.18.40); null for {@code none}. */
  static @Nullable Integer highlight(String name) {
    return switch (name) {
      case "black" -> BLACK;
      case "blue" -> 0x0000FF;
      case "cyan" -> 0x00FFFF;
      case "darkBlue" -> 0x000080;
      case "darkCyan" -> 0x008080;
      case "darkGray" -> 0x808080;
      case "darkGreen" -> 0x008000;
      case "darkMagenta" -> 0x800080;
      case "darkRed" -> 0x800000;
      case "darkYellow" -> 0x808000;
      case "green" -> 0x00FF00;
      case "lightGray" -> 0xC0C0C0;
      case "magenta" -> 0xFF00FF;
      case "red" -> 0xFF0000;
      case "white" -> WHITE;
      case "yellow" -> 0xFFFF00;
      default -> null;
    };
  }

  /**
   * Returns the colour that the current element gives to text ({@code w:color}, 17.3.2.6), or null
   * where the program chooses one that is seen. Of themes only white and black are certain.
   */
  static @Nullable Integer ofText(XmlCursor xml) {
    return of(xml, "val", "themeColor", "themeTint", "themeShade");
  }

  /**
   * Returns the colour that the current element puts behind text ({@code w:shd}, 17.3.5): a plain
   * one, or a mixture as patterns are from afar. Null where it puts none there.
   */
  static @Nullable Integer ofShading(XmlCursor xml) {
    String pattern = WordXml.value(xml).toLowerCase(Locale.ROOT);
    Integer fill = of(xml, "fill", "themeFill", "themeFillTint", "themeFillShade");
    if (pattern.isEmpty() || pattern.equals("clear") || pattern.equals("nil")) {
      return pattern.equals("nil") ? null : fill;
    }
    Integer ink = of(xml, "color", "themeColor", "themeTint", "themeShade");
    return ofPattern(ink, fill, share(pattern));
  }

  /**
   * Returns what a pattern looks like from afar.
   *
   * @param ink its colour; null for the usual one
   * @param fill the colour behind it; null for none, which the page shows through
   * @param share how much of a hundred the ink covers
   */
  static int ofPattern(@Nullable Integer ink, @Nullable Integer fill, int share) {
    return Shades.mixed(ink == null ? BLACK : ink, fill == null ? WHITE : fill, share);
  }

  private static @Nullable Integer of(
      XmlCursor xml, String name, String theme, String tint, String themeShade) {
    boolean pure =
        WordXml.attribute(xml, tint) == null && WordXml.attribute(xml, themeShade) == null;
    String ofTheme = WordXml.attribute(xml, theme);
    if (pure && ofTheme != null) {
      switch (ofTheme) {
        case "background1", "light1" -> {
          return WHITE;
        }
        case "text1", "dark1" -> {
          return BLACK;
        }
        default -> {}
      }
    }
    return of(WordXml.attribute(xml, name));
  }

  /** Returns how much of a hundred the ink of a pattern covers. */
  private static int share(String pattern) {
    if (pattern.equals("solid")) {
      return 100;
    }
    try {
      return pattern.startsWith("pct") ? Integer.parseInt(pattern.substring(3)) : 50;
    } catch (NumberFormatException e) {
      return 50;
    }
  }
}
