package dev.rollup.match.blank;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number that only counts the rows of a table: 3, ３. */
final class RowNumber {

  private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,4})[.、]?\\s*");

  private RowNumber() {}

  /** Returns the number that a text is; empty where it is more, or none. */
  static Optional<Integer> of(String text) {
    Matcher number = NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    return number.matches() ? Optional.of(Integer.valueOf(number.group(1))) : Optional.empty();
  }
}
