package dev.rollup.write.copy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that count the rows of a list, in the rows that are added to it. */
final class RowNumbers {

  private static final Pattern NUMBER = Pattern.compile("(\\D{0,3})(\\d{1,4})(\\D{0,3})");

  private RowNumbers() {}

  /**
   * Returns what numbers a row that is added.
   *
   * @param above what is printed in the row before the last
   * @param last what is printed in the last row: 8, 8. or (8)
   * @param further how many rows further down the added one is
   * @return empty where the two do not count
   */
  static Optional<String> next(String above, String last, int further) {
    Matcher before = NUMBER.matcher(above.strip());
    Matcher own = NUMBER.matcher(last.strip());
    boolean counts =
        before.matches()
            && own.matches()
            && before.group(1).equals(own.group(1))
            && before.group(3).equals(own.group(3))
            && Integer.parseInt(own.group(2)) - Integer.parseInt(before.group(2)) == 1;
    return counts
        ? Optional.of(own.group(1) + (Integer.parseInt(own.group(2)) + further) + own.group(3))
        : Optional.empty();
  }
}
