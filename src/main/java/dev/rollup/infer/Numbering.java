package dev.rollup.infer;

import java.util.regex.Pattern;

/** Says what printed numbers are: those of columns, rows and codes, or amounts. */
final class Numbering {

  private static final Pattern NUMBER =
      Pattern.compile(
          "[(（]?\\d{1,3}[)）]?(?:[=＝][\\d+＋()（）－/÷*×%％-]+)?|[甲乙丙丁戊己庚辛壬癸]|[A-Z]|[①-⑳]|[一二三四五六七八九十]");

  private static final Pattern CODE =
      Pattern.compile("[(（]?[A-Za-z]{0,3}\\d{1,4}(?:[.-]\\d{1,3})*[)）]?[.．、]?");

  /** What may stand in a column of codes. */
  private static final Pattern LISTED = Pattern.compile("[A-Za-z0-9.(（）)-]{1,8}");

  private static final Pattern ORDINAL =
      Pattern.compile("[(（]?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?[.．、]?|[①-⑳]");

  private static final Pattern PRINTED = Pattern.compile("-?\\d+[.．]\\d+%?");
  private static final Pattern AMOUNT = Pattern.compile("\\d+(?:[.．]\\d+)?%?");

  /** A number that counts the rows. */
  private static final Pattern SHORT_ORDINAL = Pattern.compile("\\d{1,3}[.．、]?");

  private Numbering() {}

  /** Tells whether words number a column: (1), 甲, 3=1+2. */
  static boolean isOfColumn(String words) {
    return NUMBER.matcher(words).matches();
  }

  /** Tells whether words may be a code: 01, A1.2. */
  static boolean isCode(String words) {
    return CODE.matcher(words).matches();
  }

  /** Tells whether words may stand in a column of codes. */
  static boolean isListed(String words) {
    return LISTED.matcher(words).matches();
  }

  /** Tells whether words say the how manieth a row is, and no more. */
  static boolean isOrdinal(String words) {
    return ORDINAL.matcher(words).matches();
  }

  /** Tells whether words are a number that counts the rows. */
  static boolean isOfRow(String words) {
    return SHORT_ORDINAL.matcher(words).matches();
  }

  /** Tells whether words are a number, or a share of a hundred. */
  static boolean isAmount(String words) {
    return AMOUNT.matcher(words).matches();
  }

  /** Tells whether words are a number with digits behind its point. */
  static boolean isFraction(String words) {
    return PRINTED.matcher(words).matches();
  }
}
