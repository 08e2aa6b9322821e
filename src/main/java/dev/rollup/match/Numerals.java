package dev.rollup.match;

import java.util.regex.Pattern;

/** What may be a number in a text: every numeral must be accounted for, or nothing near it is. */
final class Numerals {

  private static final String CHINESE = "零〇○一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬兩";

  /** Words that take the certainty from a number beside them. */
  private static final Pattern HEDGE =
      Pattern.compile("[约近余多超逾几数概估不最许内均每未拟各预W～~+/]|左右|上下|以[上下外]|至少|开外|出头");

  private Numerals() {}

  /** Tells whether a character is a numeral of any script, or a Chinese one. */
  static boolean isNumeral(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> CHINESE.indexOf(codePoint) >= 0;
    };
  }

  /** Tells whether a text holds a numeral. */
  static boolean in(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (isNumeral(Character.codePointAt(text, i))) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether words make a number beside them uncertain. */
  static boolean hedged(CharSequence words) {
    return HEDGE.matcher(words).find();
  }
}
