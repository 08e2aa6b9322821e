package dev.rollup.read.sheet;

import dev.rollup.read.xml.XmlCursor;
import org.jspecify.annotations.Nullable;

/**
 * A colour as a workbook names it (CT_Color, ECMA-376 part 1, 18.8.19).
 *
 * @param kind what the value is
 * @param value red, green and blue in one number, or an index
 * @param tint how much lighter (up to 1) or darker (down to -1) it is made
 */
public record SheetColor(Kind kind, int value, double tint) {

  /** How a colour is named. */
  public enum Kind {
    RGB,
    THEME,
    INDEXED,
    /** The colour that the program takes by itself. */
    AUTOMATIC
  }

  /** The colour that the program chooses. */
  public static final SheetColor AUTOMATIC = new SheetColor(Kind.AUTOMATIC, 0, 0);

  /** The index of what the system writes in, and of what it writes on. */
  private static final int SYSTEM_FOREGROUND = 64;

  private static final int SYSTEM_BACKGROUND = 65;

  /** What a font of a {@code .xls} has that says no colour (MS-XLS 2.5.161). */
  private static final int FONT_AUTOMATIC = 0x7FFF;

  private static final int RGB_DIGITS = 6;

  /** Reads the attributes of the current element, which is not used up. */
  static SheetColor read(XmlCursor xml) {
    String rgb = xml.attribute("rgb");
    String theme = xml.attribute("theme");
    String indexed = xml.attribute("indexed");
    double tint = tint(xml.attribute("tint"));
    try {
      if (rgb != null && rgb.length() >= RGB_DIGITS) {
        // How much shines through stands before it, and is not looked at by any program.
        String digits = rgb.substring(rgb.length() - RGB_DIGITS);
        return new SheetColor(Kind.RGB, Integer.parseInt(digits, 16), tint);
      }
      if (theme != null) {
        return new SheetColor(Kind.THEME, Integer.parseInt(theme), tint);
      }
      if (indexed != null) {
        return indexed(Integer.parseInt(indexed), tint);
      }
    } catch (NumberFormatException e) {
      // No program makes a colour of it either.
    }
    return AUTOMATIC;
  }

  /** Returns the colour that has that place in the palette, or that the system has for it. */
  public static SheetColor indexed(int index, double tint) {
    return switch (index) {
      case SYSTEM_FOREGROUND, FONT_AUTOMATIC -> AUTOMATIC;
      case SYSTEM_BACKGROUND -> new SheetColor(Kind.RGB, 0xFFFFFF, tint);
      default -> new SheetColor(Kind.INDEXED, index, tint);
    };
  }

  private static double tint(@Nullable String number) {
    try {
      double tint = number == null ? 0 : Double.parseDouble(number);
      return tint >= -1 && tint <= 1 ? tint : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
