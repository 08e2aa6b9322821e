package dev.rollup.read.odf;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths as OpenDocument writes them (part 3, 18.3.18). */
final class Length {

  private static final Pattern WRITTEN = Pattern.compile("(-?[0-9.]{1,30})(in|cm|mm|pt|pc|px)");

  private static final Map<String, Double> POINTS =
      Map.of("in", 72.0, "cm", 72 / 2.54, "mm", 72 / 25.4, "pt", 1.0, "pc", 12.0, "px", 0.75);

  private Length() {}

  /** Returns a length in points; empty where it is none. */
  static OptionalDouble points(@Nullable String length) {
    var written = WRITTEN.matcher(length == null ? "" : length.toLowerCase(Locale.ROOT));
    if (!written.matches()) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(
          Double.parseDouble(written.group(1)) * POINTS.getOrDefault(written.group(2), 1.0));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
