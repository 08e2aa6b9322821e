package dev.rollup.read.odf;

import dev.rollup.read.text.LetterLook;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a style and those before it say together: of each property, the nearest counts. */
final class StyleChain {

  /** How the properties of a line through letters begin. */
  static final String LINE_THROUGH = "text-line-through-";

  private static final Pattern PERCENT = Pattern.compile("(-?[0-9.]{1,8})%");

  private static final int TWENTIETHS = 20;

  private static final double WHOLE = 100;

  /** Nobody reads letters that are so narrow, in percent. */
  private static final double UNREADABLE_WIDTH = 10;

  private StyleChain() {}

  /** Returns what the nearest style says; null where none says anything. */
  static @Nullable String first(List<Map<String, String>> said, String property) {
    for (var style : said) {
      String value = style.get(property);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** Tells whether the nearest style that speaks of lines through letters draws one, or letters. */
  static boolean isStruck(List<Map<String, String>> said) {
    for (var style : said) {
      String line = style.get(LINE_THROUGH + "style");
      String type = style.get(LINE_THROUGH + "type");
      String letters = style.get(LINE_THROUGH + "text");
      if (line != null || type != null || letters != null) {
        return isLine(line) || isLine(type) || letters != null && !letters.isEmpty();
      }
    }
    return false;
  }

  /** Tells whether letters are moved together so far that they lie on each other. */
  static boolean isSqueezed(List<Map<String, String>> said, double points) {
    var spacing = Length.points(first(said, "letter-spacing"));
    return spacing.isPresent()
        && LetterLook.isSqueezed(
            (int) Math.round(TWENTIETHS * spacing.getAsDouble()), (int) Math.round(2 * points));
  }

  /** Returns how little is seen through letters, in percent. */
  static int opacity(List<Map<String, String>> said) {
    for (var style : said) {
      // LibreOffice writes 0% for letters of no colour of their own, which are seen on any ground.
      boolean automatic = "true".equals(style.get("use-window-font-color"));
      String written = style.get("opacity");
      if (automatic || written != null || style.get("color") != null) {
        return automatic ? (int) WHOLE : (int) Math.round(percent(written, WHOLE));
      }
    }
    return (int) WHOLE;
  }

  /** Tells whether letters are so narrow that nobody reads them. */
  static boolean isNarrow(List<Map<String, String>> said) {
    return percent(first(said, "text-scale"), WHOLE) <= UNREADABLE_WIDTH;
  }

  /** Returns a number behind which stands %. */
  static double percent(@Nullable String written, double otherwise) {
    Matcher number = PERCENT.matcher(written == null ? "" : written);
    try {
      return number.matches() ? Double.parseDouble(number.group(1)) : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static boolean isLine(@Nullable String value) {
    return value != null && !value.equals("none");
  }
}
