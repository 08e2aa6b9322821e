package dev.rollup.text;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The number that a text begins with, as far as its signs go: what stands side by side is one
 * number or none, so that 15③ is never 15 and 2万3 never 20000. Only 百, 千, 万 and 亿 may stand apart
 * from their digits: 2 万.
 *
 * @param value the number; null where the signs are no number that is certain
 * @param script how it is written
 * @param end where it ends; where the text begins with no numeral, that is where it was looked for
 */
public record Amount(@Nullable BigDecimal value, Script script, int end) {

  /** How a number is written. */
  public enum Script {
    /** 12, 12.5 */
    DIGITS,
    /** 1,200 or 1,200.50 */
    GROUPED,
    /** Any other way: 十二, 1.2万, ⑳, ١٢. */
    WORDS
  }

  private static final int GROUP = 3;

  /** Returns the number of signs that are one for certain. */
  public BigDecimal certain() {
    return Objects.requireNonNull(value);
  }

  /** Tells whether two numbers are the same, as 1.5 and 1.50 are; none is the same as none. */
  public static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? one == null && other == null : one.compareTo(other) == 0;
  }

  /**
   * Reads the number that begins at a place.
   *
   * @param text in half width, see {@link dev.rollup.text.Folding#halfWidth}
   */
  public static Amount at(String text, int from) {
    int end = from;
    boolean digits = true;
    boolean points = false;
    while (end < text.length()) {
      int sign = text.codePointAt(end);
      if (Numerals.isNumeral(sign)) {
        digits &= isDigit(sign);
      } else if (isPoint(text, from, end)) {
        points = true;
      } else if (isTenThousand(text, from, end)) {
        digits = false;
      } else if (digits && scaleBehind(text, from, end) > end) {
        end = scaleBehind(text, from, end);
        continue;
      } else {
        break;
      }
      end += Character.charCount(sign);
    }
    String signs = digits ? text.substring(from, end) : withoutSpace(text.substring(from, end));
    if (digits && points) {
      boolean grouped = signs.indexOf(',') >= 0;
      return new Amount(
          grouped ? grouped(signs) : decimal(signs), grouped ? Script.GROUPED : Script.DIGITS, end);
    }
    if (digits) {
      return new Amount(end == from ? null : new BigDecimal(signs), Script.DIGITS, end);
    }
    return new Amount(words(signs), Script.WORDS, end);
  }

  /** Tells whether a text begins with a numeral. */
  public static boolean begins(String text) {
    return !text.isEmpty() && Numerals.isNumeral(text.codePointAt(0));
  }

  private static boolean isDigit(int sign) {
    return sign >= '0' && sign <= '9';
  }

  /** Tells whether a point or comma stands between two digits. */
  private static boolean isPoint(String text, int from, int at) {
    char c = text.charAt(at);
    return (c == '.' || c == ',')
        && at > from
        && at + 1 < text.length()
        && isDigit(text.charAt(at - 1))
        && isDigit(text.charAt(at + 1));
  }

  /** Tells whether a letter stands for 万, as it is typed: 2w. */
  private static boolean isTenThousand(String text, int from, int at) {
    char c = text.charAt(at);
    return (c == 'w' || c == 'W')
        && at > from
        && isDigit(text.charAt(at - 1))
        && (at + 1 == text.length() || !isLatin(text.charAt(at + 1)));
  }

  /**
   * Returns where 百, 千, 万 or 亿 stands that is set apart from its digits by a space or two (2 万); -1
   * where none does. Another line is another thing.
   */
  private static int scaleBehind(String text, int from, int end) {
    int at = end;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    boolean behindDigit = end > from && isDigit(text.charAt(end - 1));
    return behindDigit
            && at > end
            && at < text.length()
            && zeros(text.charAt(at)) > 0
            && !isLatin(text.charAt(at))
        ? at
        : -1;
  }

  private static boolean isSpace(char c) {
    return c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static String withoutSpace(String signs) {
    var bare = new StringBuilder(signs.length());
    signs.chars().filter(c -> !isSpace((char) c)).forEach(c -> bare.append((char) c));
    return bare.toString();
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** Reads digits with a point; 1.000 is one thousand to some, one to others. */
  private static @Nullable BigDecimal decimal(String signs) {
    int point = signs.indexOf('.');
    boolean several = signs.indexOf('.', point + 1) >= 0;
    boolean thousands = point <= GROUP && signs.substring(point).equals(".000");
    return several || thousands ? null : new BigDecimal(signs);
  }

  private static @Nullable BigDecimal grouped(String signs) {
    int point = signs.indexOf('.');
    String whole = point < 0 ? signs : signs.substring(0, point);
    String[] groups = whole.split(",", -1);
    boolean sound = groups[0].length() <= GROUP;
    for (int i = 1; i < groups.length; i++) {
      sound &= groups[i].length() == GROUP;
    }
    boolean one = signs.indexOf('.', point + 1) < 0 && signs.indexOf(',', Math.max(0, point)) < 0;
    boolean even = point < 0 || signs.substring(point + 1).chars().allMatch(c -> c == '0');
    String digits = (even ? whole : signs).replace(",", "");
    return sound && (point < 0 || one) ? new BigDecimal(digits) : null;
  }

  private static @Nullable BigDecimal words(String signs) {
    int first = signs.codePointAt(0);
    if (isDigit(first)) {
      return scaled(signs);
    }
    if (signs.length() == Character.charCount(first) && isWhole(first)) {
      return BigDecimal.valueOf(NumeralSigns.whole(first));
    }
    if (Character.isDigit(first)) {
      return foreign(signs);
    }
    OptionalLong chinese = ChineseNumeral.parse(signs);
    return chinese.isPresent() ? BigDecimal.valueOf(chinese.getAsLong()) : null;
  }

  /** Tells whether one sign is a number by itself: in a circle or brackets, or a Roman one. */
  private static boolean isWhole(int sign) {
    boolean raised = sign <= 0xB9 || sign >= 0x2070 && sign <= 0x2089;
    return NumeralSigns.whole(sign) >= 0 && NumeralSigns.value(sign) < 0 && !raised;
  }

  /** Reads digits of one other script; of two it may be anything. */
  private static @Nullable BigDecimal foreign(String signs) {
    int zero = signs.codePointAt(0) - Character.digit(signs.codePointAt(0), 10);
    var digits = new StringBuilder();
    for (int i = 0; i < signs.length(); ) {
      int sign = signs.codePointAt(i);
      if (sign < zero || sign > zero + 9) {
        return null;
      }
      digits.append(sign - zero);
      i += Character.charCount(sign);
    }
    return new BigDecimal(digits.toString());
  }

  /** Reads digits with 百, 千, 万, 亿: 1.2万, 3千万, 1亿2000万, 12万3000. */
  private static @Nullable BigDecimal scaled(String signs) {
    BigDecimal sum = BigDecimal.ZERO;
    int zeros = Integer.MAX_VALUE;
    for (int at = 0; at < signs.length(); ) {
      int from = at;
      while (at < signs.length() && (isDigit(signs.charAt(at)) || isPoint(signs, from, at))) {
        at++;
      }
      if (at == from) {
        return null;
      }
      String digits = signs.substring(from, at);
      int scale = at;
      while (at < signs.length() && zeros(signs.charAt(at)) > 0) {
        at++;
      }
      boolean only = from == 0 && at == signs.length();
      int own = zeros(signs, scale, at);
      boolean plain = digits.chars().allMatch(Amount::isDigit);
      BigDecimal part = plain || only ? at(digits, 0).value() : null;
      // 2万3 may be 23000: without a sign of its own every place must be told.
      boolean complete = own > 0 || digits.length() == zeros;
      if (own < 0 || part == null || !complete || own >= zeros) {
        return null;
      }
      part = part.scaleByPowerOfTen(own);
      if (zeros < Integer.MAX_VALUE && part.compareTo(BigDecimal.TEN.pow(zeros)) >= 0) {
        return null;
      }
      sum = sum.add(part);
      zeros = own;
    }
    return sum;
  }

  /**
   * Returns how many zeros the signs between two places stand for; -1 where that is not certain.
   */
  private static int zeros(String signs, int from, int to) {
    return switch (to - from) {
      case 0 -> 0;
      case 1 -> zeros(signs.charAt(from));
      case 2 ->
          zeros(signs.charAt(from)) < 4 && zeros(signs.charAt(from + 1)) >= 4
              ? zeros(signs.charAt(from)) + zeros(signs.charAt(from + 1))
              : -1;
      default -> -1;
    };
  }

  private static int zeros(char sign) {
    if (sign == 'w' || sign == 'W') {
      return 4;
    }
    long value = NumeralSigns.value(sign);
    if (value == 100) {
      return 2;
    }
    if (value == 1_000) {
      return 3;
    }
    return value == NumeralSigns.TEN_THOUSAND ? 4 : value == NumeralSigns.HUNDRED_MILLION ? 8 : 0;
  }
}
