package dev.rollup.text;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells numbers that may be a count from those that stand around every form and certainly are none:
 * dates, telephones, pages, the numbers of attachments, documents and lines.
 */
public final class OtherNumbers {

  /** Signs that stand in many words, too: 一般, 十分, 万众; the others are numbers wherever. */
  private static final String IN_WORDS = "一二两三四五六七八九十百千万亿零";

  /** What may stand between a number and its measure: 十余场. */
  private static final String HEDGES = "余多几来";

  /** What a number follows: 另有三, 共十. */
  private static final String LEADING = "有共为是计达约";

  private static final String CHINESE = Numerals.SMALL_CHINESE;

  private static final Pattern NO_COUNT =
      Pattern.compile(
          String.join(
              "|",
              // dates and times
              "\\d{4}\\s*[年.\\-/]\\s*\\d{1,2}\\s*[月.\\-/]\\s*\\d{1,2}\\s*日?(?!\\d)",
              "(?:19|20)\\d\\d\\s*年(?:度)?(?:\\s*\\d{1,2}\\s*月)?(?:\\s*\\d{1,2}\\s*日)?",
              "(?<!\\d)\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*日)?(?:\\s*[-—~至]\\s*\\d{1,2}\\s*日)?",
              "(?<!\\d)\\d{1,2}\\s*日(?!\\p{N})",
              "(?:(?<!\\d)\\d{1,2}/\\d{1,2}/(?:\\d{2}|\\d{4}),?\\s+)?"
                  + "(?<!\\d)\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)",
              CHINESE + "{4}年(?:" + CHINESE + "{1,2}月)?(?:" + CHINESE + "{1,3}日)?",
              CHINESE + "{1,2}月(?:" + CHINESE + "{1,3}日)?",
              // telephones
              "(?i:电话|手机|联系方式|传真|邮编|tel|phone)[^\\p{N}]{0,6}[\\d\\s()\\-—转*]*",
              "(?<!\\d)1[3-9]\\d{9}(?!\\d)",
              "(?<!\\d)0\\d{2,3}\\s*-\\s*\\d{7,8}(?!\\d)",
              // addresses
              "[\\w.+-]*@[\\w.-]+",
              "(?i:(?:https?|ftp|(?:f|\uFB01)i?le)://|www\\.)\\S+",
              "(?<![\\w])(?=\\w*[A-Za-z])(?=\\w*\\d)\\w{10,}(?!\\w)",
              // pages, attachments, documents, places in an order
              "第\\s*(?:\\d+|" + CHINESE + "+)",
              "共\\s*\\d+\\s*页",
              "(?<!\\d)\\d+\\s*/\\s*\\d+\\s*页",
              "^\\s*[-—–]\\s*\\d+\\s*[-—–]\\s*$",
              "(?:附件|附表|附|表)\\s*:?\\s*(?:\\d{1,2}(?:\\s*[-—~、]\\s*\\d{1,2})?|"
                  + CHINESE
                  + "{1,2})(?!\\d)(?=[:：.、\\s)]|$)",
              "[〔\\[(【]\\s*(?:19|20)\\d\\d\\s*[〕\\])】]\\s*(?:\\d+\\s*号)?",
              "(?<!\\d)\\d+\\s*号"));

  /** What counts lines at their beginning: {@code 1.}, {@code （二）}, {@code 三、}, {@code ①}. */
  private static final Pattern ORDINAL =
      Pattern.compile(
          "(?m)^[\\s\\p{Z}]*(?:[(]\\s*(?:\\d{1,2}|"
              + CHINESE
              + "{1,3})\\s*[)]|(?:\\d{1,2}|"
              + CHINESE
              + "{1,3})\\s*[、.:)]|[\\u2460-\\u249B])[\\s\\p{Z}]*"
              + "(?=[\\p{L}\\x00“\"《])");

  private OtherNumbers() {}

  /**
   * Tells whether a text holds a number that may be a count.
   *
   * @param measures every word that measures something, folded: a single Chinese numeral is one
   *     only before such a word, alone, or beside another one
   */
  public static boolean mayCount(String text, Set<String> measures) {
    return Numerals.in(text) && holdsCount(without(text), measures);
  }

  /** Tells whether a number that may be a count has a word of measure behind it. */
  public static boolean measured(String text, Set<String> measures) {
    String half = without(text);
    for (int i = 1; i <= half.length(); i++) {
      if (Numerals.isNumeral(half.codePointBefore(i)) && measured(half, i, measures)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a text holds numbers, all of them days, telephones and the like. */
  public static boolean allOthers(String text) {
    return Numerals.in(text)
        && !Numerals.in(NO_COUNT.matcher(Folding.halfWidth(text)).replaceAll(" "));
  }

  /** Returns a text with blanks for the numbers that are certainly no counts. */
  public static String without(String text) {
    String half = Folding.halfWidth(text);
    return NO_COUNT.matcher(ORDINAL.matcher(half).replaceAll(" ")).replaceAll(" ");
  }

  private static boolean holdsCount(String text, Set<String> measures) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!Numerals.isNumeral(c)) {
        i += Character.charCount(c);
        continue;
      }
      int end = i;
      boolean word = true;
      while (end < text.length() && Numerals.isNumeral(text.codePointAt(end))) {
        word &= IN_WORDS.indexOf(text.codePointAt(end)) >= 0 && end == i;
        end += Character.charCount(text.codePointAt(end));
      }
      if (!word || alone(text, i, end) || measured(text, end, measures)) {
        return true;
      }
      i = end;
    }
    return Numerals.inLatin(text);
  }

  private static boolean alone(String text, int from, int to) {
    return (from == 0
            || !Character.isLetter(text.charAt(from - 1))
            || LEADING.indexOf(text.charAt(from - 1)) >= 0)
        && (to == text.length() || !Character.isLetter(text.charAt(to)));
  }

  private static boolean measured(String text, int end, Set<String> measures) {
    int at = end;
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at))
            || Brackets.isBracket(text.charAt(at))
            || HEDGES.indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    int from = at;
    return measures.stream().anyMatch(measure -> text.startsWith(measure, from));
  }
}
