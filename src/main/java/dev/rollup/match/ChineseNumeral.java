package dev.rollup.match;

import java.util.OptionalLong;

/**
 * Reads numbers written in Chinese characters, strictly: what can be understood in two ways (一百二:
 * 120 or 102; 三五: 35 or three to five) is not read at all.
 */
final class ChineseNumeral {

  private static final String DIGITS = "零一二三四五六七八九";
  private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
  private static final int[] UNITS = {1000, 100, 10};
  private static final String UNIT_SIGNS = "千百十";

  private final String text;
  private int at;

  private ChineseNumeral(String text) {
    this.text = text;
  }

  /** Returns the number that the whole text means, or empty. */
  static OptionalLong parse(String text) {
    String plain = plain(text);
    int tenThousands = plain.indexOf('万');
    if (tenThousands < 0) {
      return new ChineseNumeral(plain).section(false);
    }
    OptionalLong high = new ChineseNumeral(plain.substring(0, tenThousands)).section(false);
    String rest = plain.substring(tenThousands + 1);
    if (high.isEmpty() || high.getAsLong() == 0) {
      return OptionalLong.empty();
    }
    if (rest.isEmpty()) {
      return OptionalLong.of(high.getAsLong() * 10_000);
    }
    OptionalLong low = new ChineseNumeral(rest).section(true);
    return low.isEmpty()
        ? low
        : OptionalLong.of(Math.addExact(high.getAsLong() * 10_000, low.getAsLong()));
  }

  /** Writes the variants of each sign as the ordinary one. */
  private static String plain(String text) {
    var plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int formal = FORMAL.indexOf(c);
      if (formal > 0) {
        plain.append(DIGITS.charAt(formal));
        continue;
      }
      switch (c) {
        case '〇', '○' -> plain.append('零');
        case '两' -> plain.append('二');
        case '仟' -> plain.append('千');
        case '佰' -> plain.append('百');
        case '拾' -> plain.append('十');
        case '萬' -> plain.append('万');
        case '廿' -> plain.append("二十");
        case '卅' -> plain.append("三十");
        default -> plain.append(c);
      }
    }
    return plain.toString();
  }

  /**
   * Reads a number below ten thousand.
   *
   * @param behindTenThousands whether it stands behind 万, where a missing 千 needs a 零
   */
  private OptionalLong section(boolean behindTenThousands) {
    if (text.equals("零")) {
      return behindTenThousands ? OptionalLong.empty() : OptionalLong.of(0);
    }
    long value = 0;
    // The unit that came last: a digit may follow without 零 only where it is the next lower one.
    int last = behindTenThousands ? 10_000 : 0;
    while (at < text.length()) {
      boolean zero = take('零');
      int digit = digit();
      int unit = unit();
      if (digit < 0 && !(unit == 10 && !zero && (last == 0 || last == 100))) {
        return OptionalLong.empty();
      }
      boolean first = last == 0;
      boolean next = last == unit * 10;
      if (!first && (unit >= last || zero == next) || first && zero) {
        return OptionalLong.empty();
      }
      value += (long) (digit < 0 ? 1 : digit) * unit;
      last = unit;
      if (unit == 1) {
        break;
      }
    }
    return at == text.length() && last != 0 && last != 10_000
        ? OptionalLong.of(value)
        : OptionalLong.empty();
  }

  private boolean take(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  /** Returns the digit here, 1 to 9, or -1. */
  private int digit() {
    int digit = at < text.length() ? DIGITS.indexOf(text.charAt(at)) : -1;
    if (digit <= 0) {
      return -1;
    }
    at++;
    return digit;
  }

  /** Returns the unit here, 1 where none stands. */
  private int unit() {
    int index = at < text.length() ? UNIT_SIGNS.indexOf(text.charAt(at)) : -1;
    if (index < 0) {
      return 1;
    }
    at++;
    return UNITS[index];
  }
}
