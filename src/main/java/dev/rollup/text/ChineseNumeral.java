package dev.rollup.text;

import static dev.rollup.text.NumeralSigns.HUNDRED_MILLION;
import static dev.rollup.text.NumeralSigns.TEN_THOUSAND;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Numbers written in Chinese characters. Reading is strict: what can be understood in two ways
 * (一百二: 120 or 102; 三五: 35 or three to five) is not read at all.
 */
public final class ChineseNumeral {

  private static final int MOST_DIGITS = 15;

  /** Larger than any value that a number of 亿 can stand before. */
  private static final long LARGEST = HUNDRED_MILLION * HUNDRED_MILLION;

  private static final long[] UNITS = {HUNDRED_MILLION, TEN_THOUSAND, 1_000, 100, 10, 1};

  /** The values of the signs, 廿 and its like as two: a digit and 十. */
  private final long[] values;

  private final boolean pure;
  private int at;

  private ChineseNumeral(String text) {
    long[] signs = new long[text.length() * 2];
    int count = 0;
    boolean known = true;
    for (int i = 0; i < text.length(); i++) {
      long value = NumeralSigns.value(text.charAt(i));
      known &= value >= 0 && value != NumeralSigns.UNCERTAIN;
      if (value > 10 && value < 100) {
        signs[count++] = value / 10;
        signs[count++] = 10;
      } else {
        signs[count++] = value;
      }
    }
    pure = known;
    values = Arrays.copyOf(signs, count);
  }

  /**
   * Returns the number that the whole text means, or empty where it is none or could be another.
   * Digits without 十, 百 … are read as places where a zero among them leaves no doubt (二〇, 一〇五).
   */
  public static OptionalLong parse(String text) {
    // A circle by itself is a mark and no nought.
    if (text.equals("零") || text.equals("〇")) {
      return OptionalLong.of(0);
    }
    var numeral = new ChineseNumeral(text);
    if (!numeral.pure || numeral.values.length == 0) {
      return OptionalLong.empty();
    }
    long value =
        numeral.isPositional()
            ? numeral.places()
            : numeral.number(0, numeral.values.length, LARGEST, false);
    return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** Returns the number of digits that are each a place, as in a year: 一九九九; empty for others. */
  public static OptionalLong places(String text) {
    var numeral = new ChineseNumeral(text);
    boolean digits = numeral.pure && Arrays.stream(numeral.values).allMatch(value -> value < 10);
    return digits && !text.isEmpty() && text.length() <= MOST_DIGITS
        ? OptionalLong.of(numeral.places())
        : OptionalLong.empty();
  }

  /**
   * Writes a number.
   *
   * @param number not negative, and below 10<sup>16</sup>
   */
  public static String format(long number, Style style) {
    if (number < 0 || number >= LARGEST) {
      throw new IllegalArgumentException(String.valueOf(number));
    }
    if (number == 0) {
      return String.valueOf(sign(0, style));
    }
    var text = new StringBuilder();
    write(number, 0, style, text);
    // 十二 and not 一十二, other than on a cheque.
    boolean teens = style == Style.PLAIN && text.indexOf("一十") == 0;
    return teens ? text.substring(1) : text.toString();
  }

  private static void write(long number, int index, Style style, StringBuilder text) {
    long unit = UNITS[index];
    long high = number / unit;
    long low = number % unit;
    if (high > 9) {
      write(high, index + 1, style, text);
    } else if (high > 0) {
      text.append(sign(high, style));
    }
    if (high > 0 && unit > 1) {
      text.append(sign(unit, style));
    }
    if (high > 0 && low > 0 && low < unit / 10) {
      text.append(sign(0, style));
    }
    if (low > 0) {
      write(low, index + 1, style, text);
    }
  }

  private static char sign(long value, Style style) {
    return NumeralSigns.sign(value, style);
  }

  private boolean isPositional() {
    boolean zero = false;
    for (long value : values) {
      if (value > 9) {
        return false;
      }
      zero |= value == 0;
    }
    return zero && values.length > 1 && values.length <= MOST_DIGITS && values[0] > 0;
  }

  private long places() {
    long number = 0;
    for (long value : values) {
      number = number * 10 + value;
    }
    return number;
  }

  /**
   * Reads a number between two places, divided at 亿 and then at 万.
   *
   * @param limit the value of the sign before; the number is below it
   * @param behind whether such a sign stands there, so that a missing digit needs a 零
   * @return -1 where it is none
   */
  private long number(int from, int to, long limit, boolean behind) {
    for (long unit : new long[] {HUNDRED_MILLION, TEN_THOUSAND}) {
      int divide = last(unit, from, to);
      if (divide < 0) {
        continue;
      }
      if (limit <= unit) {
        return -1;
      }
      long high = number(from, divide, unit == HUNDRED_MILLION ? unit : TEN_THOUSAND, behind);
      if (high <= 0) {
        return -1;
      }
      if (divide + 1 == to) {
        return high * unit;
      }
      long low = number(divide + 1, to, unit, true);
      return low <= 0 ? -1 : high * unit + low;
    }
    return section(from, to, behind, limit);
  }

  private int last(long value, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (values[i] == value) {
        return i;
      }
    }
    return -1;
  }

  /** Reads a number below ten thousand. */
  private long section(int from, int to, boolean behind, long limit) {
    long value = 0;
    // The unit that came last: a digit may follow without 零 only where it is the next lower one.
    long last = behind ? limit : 0;
    at = from;
    while (at < to) {
      boolean zero = (at > from || behind) && takeZero(to);
      long digit = digit(to);
      long unit = unit(to);
      boolean bareTen = unit == 10 && (last == 0 || last == 100 && !zero || last > 100 && zero);
      if (digit < 0 && !bareTen) {
        return -1;
      }
      boolean next = last == unit * 10;
      // 十万零三千 says a zero more than it needs, and the same number.
      boolean needless = zero && last >= TEN_THOUSAND;
      if (last != 0 && (unit >= last || !needless && zero == next)) {
        return -1;
      }
      value += (digit < 0 ? 1 : digit) * unit;
      last = unit;
      if (unit == 1) {
        break;
      }
    }
    return at == to && to > from ? value : -1;
  }

  private boolean takeZero(int to) {
    boolean zero = at < to && values[at] == 0;
    at += zero ? 1 : 0;
    return zero;
  }

  /** Returns the digit here, 1 to 9, or -1. */
  private long digit(int to) {
    return at < to && values[at] > 0 && values[at] < 10 ? values[at++] : -1;
  }

  /** Returns the unit here, 1 where none stands. */
  private long unit(int to) {
    long value = at < to ? values[at] : 1;
    if (value == 10 || value == 100 || value == 1_000) {
      at++;
      return value;
    }
    return 1;
  }
}
