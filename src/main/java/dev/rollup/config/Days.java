package dev.rollup.config;

import dev.rollup.template.Operand;
import dev.rollup.text.Period;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days that a template gives names to, so that nothing else in it has to be changed for the
 * next period.
 *
 * @param period the days that the counts are about
 * @param deadline until when a return is on time
 */
record Days(Optional<Period> period, Optional<OffsetDateTime> deadline) {

  private static final Pattern NAME =
      Pattern.compile("(?<name>period\\.from|period\\.to|deadline)(?:\\+(?<later>\\d{1,3}))?");
  private static final Pattern SINCE = Pattern.compile("\\{since}");

  /**
   * Returns the day that is meant: {@code period.from}, {@code deadline}, {@code period.from+15}.
   */
  Optional<Operand.Day> named(String text) {
    Matcher named = NAME.matcher(text);
    if (!named.matches()) {
      return Optional.empty();
    }
    boolean plain = named.group("later") == null;
    long later = plain ? 0 : Long.parseLong(named.group("later"));
    Optional<LocalDate> day =
        switch (named.group("name")) {
          case "period.from" -> period.map(Period::from);
          case "period.to" -> period.map(Period::to);
          default -> deadline.map(OffsetDateTime::toLocalDate);
        };
    boolean moves = plain && named.group("name").equals("deadline");
    return day.map(each -> new Operand.Day(each.plusDays(later), moves));
  }

  /** Puts the first day into a text for people. */
  String filled(String text) {
    return period
        .map(
            days ->
                SINCE
                    .matcher(text)
                    .replaceAll(
                        days.from().getMonthValue() + " 月 " + days.from().getDayOfMonth() + " 日"))
        .orElse(text);
  }
}
