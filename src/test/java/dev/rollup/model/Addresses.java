package dev.rollup.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Places as a test writes them: {@code E14}, {@code p5}, {@code t1.r2.c2.p3}. */
public final class Addresses {
  private static final Pattern CELL = Pattern.compile("([A-Z]+)(\\d+)");
  private static final Pattern STEP =
      Pattern.compile("t(\\d+)\\.r(\\d+)(?:\\.c(\\d+))?|(?:p(\\d+)\\.)?b(\\d+)|p(\\d+)");

  private Addresses() {}

  /** Returns the place; null for null. */
  public static @Nullable Address address(@Nullable String written) {
    if (written == null) {
      return null;
    }
    Matcher cell = CELL.matcher(written);
    Address read = cell.matches() ? position(cell.group(1), cell.group(2)) : text(written);
    if (!read.written().equals(written)) {
      throw new IllegalArgumentException(written);
    }
    return read;
  }

  private static Position position(String letters, String row) {
    int column = letters.chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1);
    return new Position(Integer.parseInt(row) - 1, column - 1);
  }

  private static TextPlace text(String written) {
    var place = TextPlace.TEXT;
    Matcher step = STEP.matcher(written);
    while (step.find()) {
      place =
          step.group(1) != null
              ? place.with(
                  new TextPlace.TableCell(number(step, 1), number(step, 2), number(step, 3)))
              : step.group(5) != null
                  ? place.with(new TextPlace.Box(number(step, 4), number(step, 5)))
                  : place.paragraph(number(step, 6));
    }
    return place;
  }

  private static int number(Matcher step, int group) {
    return step.group(group) == null ? 0 : Integer.parseInt(step.group(group));
  }
}
