package dev.rollup.clerkfile;

import dev.rollup.text.Folding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads a point in time as people and spreadsheets write it. */
public final class TimeParser {

  private static final String DAY =
      "(?:(\\d{4})\\s*[年/.-]\\s*)?(\\d{1,2})\\s*[月/.-]\\s*(\\d{1,2})\\s*[日号]?"
          + "\\s*(?:,?\\s*(?:星期|周)[一二三四五六日天])?";

  /**
   * The half of the day, which spreadsheets write before the hour in Chinese and behind it else.
   */
  private static final String HALF = "(上午|早上|凌晨|中午|下午|晚上|AM|PM)";

  private static final Pattern LOCAL =
      Pattern.compile(
          DAY
              + "(?:[T\\s]*"
              + HALF
              + "?\\s*(\\d{1,2})\\s*[:时点]\\s*(\\d{1,2}|半)?"
              + "(?:\\s*[:分]\\s*(\\d{1,2})?(?:\\.\\d+)?)?\\s*[秒分]?\\s*"
              + HALF
              + "?)?",
          Pattern.CASE_INSENSITIVE);

  /**
   * A day without a year that a spreadsheet may have shortened: 6.30 is the number 6.3, and so
   * looks 6.3.
   */
  private static final Pattern SHORTENED = Pattern.compile("\\d{1,2}\\.[123]");

  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  /** A date as spreadsheets count it, which shows where the format of the cell was lost. */
  private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");

  /** Day 0 of the serial dates of a spreadsheet, as they count from March 1900 on. */
  private static final LocalDateTime EPOCH = LocalDate.of(1899, 12, 30).atStartOfDay();

  private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(24 * 60 * 60);

  private TimeParser() {}

  /** As {@link #parse(String, ZoneOffset, Optional)}; a day without a year is none. */
  public static Optional<OffsetDateTime> parse(String text, ZoneOffset zone) {
    return parse(text, zone, Optional.empty());
  }

  /**
   * Returns the time that a text names, or empty where it names none.
   *
   * @param zone the zone of a time that is written without one; a day alone is its first moment
   * @param near the day to which a day without a year is the nearest of its name; empty where such
   *     a day is none
   */
  public static Optional<OffsetDateTime> parse(
      String text, ZoneOffset zone, Optional<LocalDate> near) {
    String plain = Folding.nfkc(text).strip();
    try {
      return Optional.of(OffsetDateTime.parse(plain));
    } catch (DateTimeException e) {
      return local(plain, near).map(time -> time.atOffset(zone));
    }
  }

  private static Optional<LocalDateTime> local(String text, Optional<LocalDate> near) {
    try {
      Matcher matcher = LOCAL.matcher(text);
      if (matcher.matches() && !SHORTENED.matcher(text).matches()) {
        Optional<LocalDate> day =
            matcher.group(1) == null
                ? near.map(other -> day(matcher, other))
                : Optional.of(day(matcher));
        int hour = hour(matcher);
        return day.map(date -> date.atTime(hour, number(matcher, 6), number(matcher, 7)));
      }
      Matcher compact = COMPACT.matcher(text);
      if (compact.matches()) {
        return Optional.of(day(compact).atStartOfDay());
      }
      return SERIAL.matcher(text).matches() ? Optional.of(serial(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDateTime serial(String text) {
    // The fraction is rarely exact; a clerk notes minutes.
    BigDecimal seconds = new BigDecimal(text).multiply(SECONDS_OF_A_DAY);
    return EPOCH.plusSeconds(seconds.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  private static LocalDate day(Matcher matcher) {
    return LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
  }

  /** Returns the day of that month that is the nearest to another, in whatever year that is. */
  private static LocalDate day(Matcher matcher, LocalDate near) {
    MonthDay day = MonthDay.of(number(matcher, 2), number(matcher, 3));
    return IntStream.rangeClosed(near.getYear() - 1, near.getYear() + 1)
        .filter(day::isValidYear)
        .mapToObj(day::atYear)
        .min(Comparator.comparing(date -> Math.abs(ChronoUnit.DAYS.between(near, date))))
        .orElseThrow(() -> new DateTimeException("no such day"));
  }

  /**
   * Returns the hour of 24. Midnight is 上午12时 to a spreadsheet; to a person 晚上12点 may be the end of
   * the day or its beginning, which is no time that can be relied upon.
   */
  private static int hour(Matcher matcher) {
    int hour = number(matcher, 5);
    String before = matcher.group(4);
    String half = before == null ? matcher.group(8) : before;
    if (half == null) {
      return hour;
    }
    if (before != null && matcher.group(8) != null) {
      throw new DateTimeException("two halves");
    }
    return switch (half.toUpperCase(Locale.ROOT)) {
      case "下午", "PM" -> hour < 12 ? hour + 12 : hour;
      case "中午" -> hour < 3 ? hour + 12 : hour;
      case "晚上" -> {
        if (hour == 12 || hour < 5) {
          throw new DateTimeException("before or after midnight");
        }
        yield hour < 12 ? hour + 12 : hour;
      }
      default -> {
        if (hour > 12) {
          throw new DateTimeException("no hour of the morning");
        }
        yield hour == 12 ? 0 : hour;
      }
    };
  }

  private static int number(Matcher matcher, int group) {
    String text = matcher.group(group);
    return text == null ? 0 : text.equals("半") ? 30 : Integer.parseInt(text);
  }
}
