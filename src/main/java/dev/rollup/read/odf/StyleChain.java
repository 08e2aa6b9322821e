package dev.rollup.read.odf;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a style and those before it say together: of each property, the nearest counts. */
final class StyleChain {

  /** How the properties of a line through letters begin. */
  static final String LINE_THROUGH = "text-line-through-";

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

  private static boolean isLine(@Nullable String value) {
    return value != null && !value.equals("none");
  }
}
