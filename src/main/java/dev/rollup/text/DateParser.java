package dev.rollup.text;

import dev.rollup.model.Cell;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the day on which a form was filled in, as units write it. */
public final class DateParser {

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[年/.-](\\d{1,2})[月/.-](\\d{1,2})[日号]?(?:T?\\d{1,2}:.*)?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");
  private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})月(\\d{1,2})[日号]?");
  private static final Pattern CHINESE =
      Pattern.compile("(S{4})年(S{1,2})月(S{1,3})[日号]?".replace("S", Numerals.SMALL_CHINESE));

  /** Day 0 of the serial dates of a spreadsheet, as they count from March 1900 on. */
  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

  private DateParser() {}

  /**
   * Returns the day that a cell names, or empty where none can be read.
   *
   * @param period tells the year of a date that is written without one, which otherwise is none
   */
  public static Optional<LocalDate> parse(Cell cell, Optional<Period> period) {
    if (cell instanceof Cell.Date date) {
      return Optional.of(date.value().toLocalDate());
    }
    if (cell instanceof Cell.Formula formula) {
      return parse(formula.cached(), period);
    }
    if (cell instanceof Cell.Number || cell instanceof Cell.Text) {
      return text(cell.raw(), period);
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> text(String raw, Optional<Period> period) {
    String text =
        Folding.nfkc(raw).replaceAll("[\\s\\p{Cf}\\p{Z}]", "").replaceFirst("\\([^()]*\\)$", "");
    try {
      Matcher matcher = YEAR_FIRST.matcher(text);
      if (!matcher.matches()) {
        matcher = COMPACT.matcher(text);
      }
      if (matcher.matches()) {
        return Optional.of(
            LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3)));
      }
      if (SERIAL.matcher(text).matches()) {
        return Optional.of(EPOCH.plusDays(new BigDecimal(text).longValue()));
      }
      matcher = MONTH_FIRST.matcher(text);
      if (matcher.matches()) {
        return period.isEmpty()
            ? Optional.empty()
            : Optional.of(inPeriod(number(matcher, 1), number(matcher, 2), period.get()));
      }
      matcher = CHINESE.matcher(text);
      return matcher.matches() ? chinese(matcher) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static LocalDate inPeriod(int month, int day, Period period) {
    LocalDate date = LocalDate.of(period.from().getYear(), month, day);
    return date.isBefore(period.from()) && period.to().getYear() > date.getYear()
        ? date.withYear(period.to().getYear())
        : date;
  }

  private static Optional<LocalDate> chinese(Matcher matcher) {
    OptionalLong year = ChineseNumeral.places(matcher.group(1));
    OptionalLong month = ChineseNumeral.parse(matcher.group(2));
    OptionalLong day = ChineseNumeral.parse(matcher.group(3));
    return year.isPresent() && month.isPresent() && day.isPresent()
        ? Optional.of(
            LocalDate.of((int) year.getAsLong(), (int) month.getAsLong(), (int) day.getAsLong()))
        : Optional.empty();
  }
}
