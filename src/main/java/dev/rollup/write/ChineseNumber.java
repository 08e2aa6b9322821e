package dev.rollup.write;

/** Small numbers as Chinese headings count: 一, 十二, 三十. */
final class ChineseNumber {

  private static final String DIGITS = "一二三四五六七八九";
  private static final int TEN = 10;
  private static final int HUNDRED = 100;

  private ChineseNumber() {}

  /** Returns a number from 1 to 99; a larger one stays in digits. */
  static String of(int number) {
    if (number < 1 || number >= HUNDRED) {
      return String.valueOf(number);
    }
    int tens = number / TEN;
    String ones = number % TEN == 0 ? "" : digit(number % TEN);
    return switch (tens) {
      case 0 -> ones;
      case 1 -> "十" + ones;
      default -> digit(tens) + "十" + ones;
    };
  }

  private static String digit(int number) {
    return DIGITS.substring(number - 1, number);
  }
}
