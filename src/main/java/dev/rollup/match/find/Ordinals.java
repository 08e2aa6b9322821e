package dev.rollup.match.find;

import dev.rollup.text.Amount;
import dev.rollup.text.Numerals;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that only count the lines of a form: they are no answers. */
public final class Ordinals {

  private static final String SPACE = "[\\s\\p{Z}]*";
  private static final String CHINESE = Numerals.SMALL_CHINESE + "{1,3}";

  /** In brackets, or of two levels: at the beginning of a line or behind a sentence. */
  private static final String BRACKETED =
      "[(（]?(?:\\d{1,2}|" + CHINESE + ")[)）]|\\d{1,2}\\.\\d{1,2}[\\s\\p{Z}、.．]+";

  /** With a mark of its own, behind a comma, too. */
  private static final String MARKED = "\\d{1,2}[、.．:：]|" + CHINESE + "[、.．:：]|[\\u2460-\\u249B]";

  private static final Pattern AT_END =
      Pattern.compile(
          ("(?:(?:^|[\\n。；;])" + SPACE + "(" + BRACKETED + ")")
              + ("|(?:^|[\\n。；;，,])" + SPACE + "(" + MARKED + "))")
              + "[^\\S\\n]*\\z");

  /** Alone in a line, as in a column of numbers beside the headings. */
  private static final Pattern ALONE =
      Pattern.compile(
          "(?:^|\\n)" + SPACE + "(\\d{1,2}|" + CHINESE + ")" + SPACE + "\\n" + SPACE + "\\z");

  private static final Pattern AT_BEGINNING =
      Pattern.compile(SPACE + "(?:" + BRACKETED + "|" + MARKED + ")" + SPACE);

  /** No form has more lines. */
  private static final BigDecimal MOST = new BigDecimal(10_000);

  private Ordinals() {}

  /** Returns where a line goes on behind the number that counts it; its beginning without one. */
  public static int behind(String text, int from, int to) {
    Matcher ordinal = AT_BEGINNING.matcher(text).region(from, to);
    return ordinal.lookingAt() ? ordinal.end() : from;
  }

  /** Returns the number that an ordinal stands for; the largest integer where that is not known. */
  public static int value(String ordinal) {
    String bare = ordinal.replaceAll("[^\\p{N}\\p{IsHan}]", "");
    BigDecimal value = Amount.at(bare, 0).value();
    return value != null && value.compareTo(MOST) < 0 ? value.intValueExact() : Integer.MAX_VALUE;
  }

  /**
   * Blots out the number that a text ends with, where it only counts what comes next.
   *
   * @param most the largest number that counts lines
   */
  public static void blot(StringBuilder text, int most) {
    Matcher ordinal = AT_END.matcher(text);
    if (ordinal.find()) {
      int group = ordinal.group(1) == null ? 2 : 1;
      if (counts(ordinal.group(group), most)) {
        blot(text, ordinal.start(group), text.length());
      }
    }
  }

  /**
   * Blots out the number in the last line of a text, where something comes next in the same row.
   *
   * @param most the largest number that counts lines
   */
  public static void blotAlone(StringBuilder text, int most) {
    Matcher serial = ALONE.matcher(text);
    if (serial.find() && value(serial.group(1)) <= most) {
      blot(text, serial.start(1), serial.end(1));
    }
  }

  /** Of an ordinal of two levels each is small. */
  private static boolean counts(String ordinal, int most) {
    return ordinal.matches("\\d{1,2}\\.\\d{1,2}.*") || value(ordinal) <= most;
  }

  private static void blot(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      text.setCharAt(i, '\n');
    }
  }
}
