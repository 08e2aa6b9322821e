package dev.rollup.read.sheet;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Colours as web pages write them: {@code #ff0000}, {@code #f00}, and the sixteen names of HTML 4.
 */
public final class ColorNames {

  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("black", 0x000000),
          Map.entry("silver", 0xC0C0C0),
          Map.entry("gray", 0x808080),
          Map.entry("white", 0xFFFFFF),
          Map.entry("maroon", 0x800000),
          Map.entry("red", 0xFF0000),
          Map.entry("purple", 0x800080),
          Map.entry("fuchsia", 0xFF00FF),
          Map.entry("green", 0x008000),
          Map.entry("lime", 0x00FF00),
          Map.entry("olive", 0x808000),
          Map.entry("yellow", 0xFFFF00),
          Map.entry("navy", 0x000080),
          Map.entry("blue", 0x0000FF),
          Map.entry("teal", 0x008080),
          Map.entry("aqua", 0x00FFFF));

  private ColorNames() {}

  /** Returns the colour; null where none is written, or none that is known. */
  public static @Nullable SheetColor of(@Nullable String written) {
    if (written == null) {
      return null;
    }
    if (written.matches("#[0-9a-fA-F]{6}")) {
      return rgb(Integer.parseInt(written.substring(1), 16));
    }
    if (written.matches("#[0-9a-fA-F]{3}")) {
      return rgb(Integer.parseInt(written.replaceAll("[0-9a-fA-F]", "$0$0").substring(1), 16));
    }
    Integer named = NAMES.get(written.toLowerCase(Locale.ROOT));
    return named == null ? null : rgb(named);
  }

  private static SheetColor rgb(int value) {
    return new SheetColor(SheetColor.Kind.RGB, value, 0);
  }
}
