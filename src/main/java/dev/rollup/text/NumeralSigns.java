package dev.rollup.text;

import java.util.Arrays;
import java.util.List;

/**
 * The signs of which Chinese numbers are written, one row for each value. Reader, writer and every
 * alphabet come from this table. Values after the Unihan database (Unicode Annex 38,
 * kPrimaryNumeric, kAccountingNumeric, kOtherNumeric), as far as the signs are not words, too.
 */
final class NumeralSigns {

  /** What stands for no number that is certain: 兆 is a million to some, a billion to others. */
  static final long UNCERTAIN = Long.MAX_VALUE;

  static final long TEN_THOUSAND = 10_000;
  static final long HUNDRED_MILLION = 100_000_000;

  /** A value with its signs: plain, financial, traditional financial, and any others. */
  private record Row(long value, String signs) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(0, "零零零〇○◯\uF9B2"),
          new Row(1, "一壹壹弌壱⼀"),
          new Row(2, "二贰貳弍弐贰两兩⼆\uF978"),
          new Row(3, "三叁參弎叄\uF96B"),
          new Row(4, "四肆肆亖"),
          new Row(5, "五伍伍"),
          new Row(6, "六陆陸\uF9D1\uF9D3"),
          new Row(7, "七柒柒"),
          new Row(8, "八捌捌⼋"),
          new Row(9, "九玖玖"),
          new Row(10, "十拾拾⼗\uF973"),
          new Row(20, "廿廿廿卄"),
          new Row(30, "卅卅卅"),
          new Row(40, "卌卌卌"),
          new Row(100, "百佰佰"),
          new Row(1_000, "千仟仟"),
          new Row(TEN_THOUSAND, "万万萬"),
          new Row(HUNDRED_MILLION, "亿亿億"),
          new Row(UNCERTAIN, "兆兆兆"));

  private static final char[] SIGNS = signs();
  private static final long[] VALUES = values();

  private NumeralSigns() {}

  /** Returns the value of a sign: a digit, 10, 20, 30, 40, 100, 1000 or more; -1 for no sign. */
  static long value(int codePoint) {
    int index =
        Character.isBmpCodePoint(codePoint) ? Arrays.binarySearch(SIGNS, (char) codePoint) : -1;
    return index < 0 ? -1 : VALUES[index];
  }

  /** Returns what a sign that is a number by itself, as ⑫ or Ⅻ, means; -1 for any other. */
  @SuppressWarnings("CharacterGetNumericValue") // Which takes letters for numbers: not these types.
  static int whole(int sign) {
    int type = Character.getType(sign);
    return type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER
        ? Character.getNumericValue(sign)
        : -1;
  }

  /** Returns the sign for a value that has one. */
  static char sign(long value, Style style) {
    for (var row : ROWS) {
      if (row.value() == value) {
        return row.signs().charAt(column(style));
      }
    }
    throw new IllegalArgumentException(String.valueOf(value));
  }

  private static int column(Style style) {
    return switch (style) {
      case PLAIN -> 0;
      case FINANCIAL -> 1;
      case TRADITIONAL -> 2;
    };
  }

  /** Returns every sign with a value that is not larger, in the order of code points. */
  static String upTo(long value) {
    var signs = new StringBuilder();
    for (int i = 0; i < SIGNS.length; i++) {
      if (VALUES[i] <= value) {
        signs.append(SIGNS[i]);
      }
    }
    return signs.toString();
  }

  private static char[] signs() {
    var all = new StringBuilder();
    ROWS.forEach(row -> all.append(row.signs()));
    int[] sorted = all.chars().distinct().sorted().toArray();
    char[] signs = new char[sorted.length];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = (char) sorted[i];
    }
    return signs;
  }

  private static long[] values() {
    long[] values = new long[SIGNS.length];
    for (var row : ROWS) {
      for (char sign : row.signs().toCharArray()) {
        values[Arrays.binarySearch(SIGNS, sign)] = row.value();
      }
    }
    return values;
  }
}
