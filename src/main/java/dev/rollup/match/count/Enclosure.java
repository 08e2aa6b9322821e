package dev.rollup.match.count;

import dev.rollup.text.Amount;
import dev.rollup.text.Brackets;
import dev.rollup.text.Folding;
import java.util.List;

/**
 * What stands around an answer without being of it: the brackets of the form's blank, whole, empty
 * or one of them lost, quotation marks, and the sign that a number was typed as text.
 */
final class Enclosure {

  private static final List<String> SUMS = List.of("总共", "共计", "合计", "累计", "总计", "共", "计");

  private Enclosure() {}

  /**
   * Returns an answer in half width, with every kind of brackets as ( and ), and without what a
   * program put around it (="12", '12, “12”) or a word before it that adds nothing (共12).
   */
  static String plain(String written) {
    String half = Folding.halfWidth(written);
    var plain = new StringBuilder(half.length());
    for (int i = 0; i < half.length(); i++) {
      int step = Brackets.step(half.charAt(i));
      plain.append(step > 0 ? '(' : step < 0 ? ')' : half.charAt(i));
    }
    String text = plain.toString();
    if (text.startsWith("=\"") && text.indexOf('"', 2) == text.length() - 1) {
      return text.substring(2, text.length() - 1).strip();
    }
    int last = text.length() - 1;
    boolean quoted =
        last > 1 && ("\"“".indexOf(text.charAt(0)) >= 0 && "\"”".indexOf(text.charAt(last)) >= 0);
    if (quoted) {
      return text.substring(1, last).strip();
    }
    return last > 0 && text.charAt(0) == '\'' ? text.substring(1) : withoutSum(text);
  }

  /** Takes off a word that says that the number right behind it is a sum. */
  private static String withoutSum(String text) {
    for (var word : SUMS) {
      String number = text.startsWith(word) ? text.substring(word.length()).strip() : "";
      if (Amount.begins(number.startsWith("(") ? number.substring(1).strip() : number)) {
        return number;
      }
    }
    return text;
  }

  /** Takes the form's own brackets off: a unit that types （12） or (12)场 fills the blank in. */
  static String off(String text) {
    if (text.indexOf('(') < 0 && text.indexOf(')') < 0) {
      return text;
    }
    String whole = withoutLost(withoutEmpty(text));
    int close = whole.indexOf(')');
    if (!whole.startsWith("(") || close < 0 || whole.indexOf('(', 1) >= 0) {
      return whole;
    }
    String behind = whole.substring(close + 1).strip();
    return Amount.begins(behind) ? whole : whole.substring(1, close).strip() + behind;
  }

  private static String withoutEmpty(String text) {
    int open = text.indexOf('(');
    while (open >= 0) {
      int close = open + 1;
      while (close < text.length() && Character.isWhitespace(text.charAt(close))) {
        close++;
      }
      if (close < text.length() && text.charAt(close) == ')') {
        return withoutEmpty((text.substring(0, open) + text.substring(close + 1)).strip());
      }
      open = text.indexOf('(', open + 1);
    }
    return text;
  }

  /** Takes off the one bracket that has lost the other: before the number, or behind it. */
  private static String withoutLost(String text) {
    List<Integer> lost = Brackets.lost(text);
    if (lost.size() != 1) {
      return text;
    }
    int at = lost.get(0);
    boolean opens = text.charAt(at) == '(';
    boolean own = opens ? at == 0 : Amount.begins(text);
    return own ? text.substring(0, at).strip() + text.substring(at + 1).strip() : text;
  }
}
