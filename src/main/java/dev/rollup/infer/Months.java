package dev.rollup.infer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The months of a year that a head is of: 3月, 一季度, 上半年, 1-6月累计, Q2.
 *
 * @param first the first month, from 1
 * @param last the last month, to 12
 */
record Months(int first, int last) {

  private static final int OF_YEAR = 12;

  private static final List<String> NUMBERS =
      List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二");

  private static final List<String> ENGLISH =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String NUMBER = "(\\d{1,2}|十?[一二三四五六七八九]|十)";

  private static final Pattern DECORATION =
      Pattern.compile("^(?:20\\d\\d年?)|(?:累计|合计|小计|总计|total)?数?$");

  private static final Pattern MONTH = Pattern.compile(NUMBER + "月份?");
  private static final Pattern RANGE = Pattern.compile(NUMBER + "月?[-—–~～至到]" + NUMBER + "月份?");
  private static final Pattern QUARTER = Pattern.compile("第?([一二三四1-4])季度?|q([1-4])");
  private static final Pattern ENGLISH_MONTH =
      Pattern.compile("(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?");

  /** Returns the months that a head names; empty where it names none. */
  static Optional<Months> of(String head) {
    String bare =
        DECORATION
            .matcher(Lexicon.SPACE.matcher(head).replaceAll("").toLowerCase(Locale.ROOT))
            .replaceAll("");
    Matcher month = MONTH.matcher(bare);
    if (month.matches()) {
      return between(number(month.group(1)), number(month.group(1)));
    }
    Matcher range = RANGE.matcher(bare);
    if (range.matches()) {
      return between(number(range.group(1)), number(range.group(2)));
    }
    Matcher quarter = QUARTER.matcher(bare);
    if (quarter.matches()) {
      int last = 3 * number(quarter.group(1) == null ? quarter.group(2) : quarter.group(1));
      return between(last - 2, last);
    }
    Matcher english = ENGLISH_MONTH.matcher(bare);
    if (english.matches()) {
      int number = ENGLISH.indexOf(english.group(1)) + 1;
      return between(number, number);
    }
    return switch (bare) {
      case "上半年", "firsthalf", "h1" -> between(1, OF_YEAR / 2);
      case "下半年", "secondhalf", "h2" -> between(OF_YEAR / 2 + 1, OF_YEAR);
      case "全年", "年度", "全年度", "本年", "year", "fullyear", "annual" -> between(1, OF_YEAR);
      default -> Optional.empty();
    };
  }

  private static Optional<Months> between(int first, int last) {
    return first < 1 || last > OF_YEAR || first > last
        ? Optional.empty()
        : Optional.of(new Months(first, last));
  }

  private static int number(String written) {
    return Character.isDigit(written.charAt(0))
        ? Integer.parseInt(written)
        : NUMBERS.indexOf(written) + 1;
  }

  /** Tells whether all months of another, and more, are among these. */
  boolean holds(Months other) {
    return !equals(other) && first <= other.first && other.last <= last;
  }
}
