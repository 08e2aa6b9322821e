package dev.rollup.match;

import dev.rollup.model.Folding;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a point in time as people and spreadsheets write it. */
public final class TimeParser {

  private static final Pattern LOCAL =
      Pattern.compile(
          "(\\d{4})\\s*[年/.-]\\s*(\\d{1,2})\\s*[月/.-]\\s*(\\d{1,2})\\s*日?"
              + "(?:[T\\s]*(\\d{1,2})\\s*[:时点]\\s*(\\d{1,2})?(?:\\s*[:分]\\s*(\\d{1,2})?(?:\\.\\d+)?)?\\s*秒?)?");

  private TimeParser() {}

  /**
   * Returns the time that a text names, or empty where it names none.
   *
   * @param zone the zone of a time that is written without one; a day alone is its first moment
   */
  public static Optional<OffsetDateTime> parse(String text, ZoneOffset zone) {
    String plain = Folding.nfkc(text).strip();
    try {
      return Optional.of(OffsetDateTime.parse(plain));
    } catch (DateTimeException e) {
      return local(plain).map(time -> time.atOffset(zone));
    }
  }

  private static Optional<LocalDateTime> local(String text) {
    Matcher matcher = LOCAL.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
      return Optional.of(day.atTime(number(matcher, 4), number(matcher, 5), number(matcher, 6)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
  }
}
