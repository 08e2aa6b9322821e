package dev.rollup.match;

import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;

/** The brackets of a form's blanks, as they come back: of any width, alone, doubled, emptied. */
final class Brackets {

  private static final String OPEN = "(（〔﹙【[［";
  private static final String CLOSE = ")）〕﹚】]］";

  private static final String O = "[(（〔﹙【\\[［]";
  private static final String C = "[)）〕﹚】\\]］]";
  private static final String NONE = "[^()（）〔〕﹙﹚【】\\[\\]［］]*";
  private static final String BLANK = "[\\s\\p{Z}\\p{Cf}_＿]*";

  private static final Pattern EMPTY = Pattern.compile(O + BLANK + C);
  private static final Pattern ONE =
      Pattern.compile("(" + NONE + ")" + O + "(" + NONE + ")" + C + "(" + NONE + ")");

  /** What may stand around a number without changing it: rules, stops, and words for a sum. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "^(?:[\\s\\p{Z}\\p{Cf}_＿,，、;；:：。“”\"‘’'「」『』]|(?:总共|共计|合计|累计|总计|共|计|了|为)(?=[\\s\\p{Z}_＿]*[\\p{N}(（]))+");

  private static final Pattern BEHIND = Pattern.compile("[\\s\\p{Z}\\p{Cf}_＿,，、;；。.“”\"‘’'「」『』]+$");

  /** What may stand around words without belonging to them. */
  private static final Pattern AROUND =
      Pattern.compile("^[\\s\\p{Z}_＿,，、;；:：]+|[\\s\\p{Z}_＿,，、;；:：]+$");

  private Brackets() {}

  static boolean isBracket(char c) {
    return OPEN.indexOf(c) >= 0 || CLOSE.indexOf(c) >= 0;
  }

  /** Returns 1 for a bracket that opens, -1 for one that closes, 0 for anything else. */
  static int step(char c) {
    return OPEN.indexOf(c) >= 0 ? 1 : CLOSE.indexOf(c) >= 0 ? -1 : 0;
  }

  /** Returns where the bracket that opens here is closed, behind the closing one; -1 for none. */
  static int close(String text, int at) {
    if (at >= text.length() || OPEN.indexOf(text.charAt(at)) < 0) {
      return -1;
    }
    int depth = 0;
    for (int i = at; i < text.length(); i++) {
      if (OPEN.indexOf(text.charAt(i)) >= 0) {
        depth++;
      } else if (CLOSE.indexOf(text.charAt(i)) >= 0 && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  /**
   * Tells whether there is one pair of brackets at most, and none of some words beside it but one
   * right behind it.
   */
  static boolean oneAtMost(String written, Set<String> words) {
    String text = EMPTY.matcher(written).replaceAll(" ");
    var one = ONE.matcher(text);
    if (!one.matches()) {
      return text.chars().noneMatch(c -> isBracket((char) c));
    }
    String behind =
        words.stream()
            .filter(one.group(3)::startsWith)
            .max(Comparator.comparingInt(String::length))
            .map(word -> one.group(3).substring(word.length()))
            .orElse(one.group(3));
    return words.stream().noneMatch(w -> one.group(1).contains(w) || behind.contains(w));
  }

  /** Returns the words that were written into a blank, without the blank's own brackets. */
  static String offWords(String written) {
    String text = written.strip();
    int open = 0;
    while (open < text.length() && step(text.charAt(open)) != 1 && mute(text.charAt(open))) {
      open++;
    }
    int close = close(text, open);
    boolean enclosed = close > 0 && text.substring(close).chars().allMatch(c -> mute((char) c));
    return (enclosed ? text.substring(open + 1, close - 1) : AROUND.matcher(text).replaceAll(""))
        .strip();
  }

  private static boolean mute(char c) {
    return TextFlow.fold(c).isEmpty();
  }

  /** Returns the count that was written into a blank or beside it, without the brackets. */
  static String off(String written) {
    String text = trim(EMPTY.matcher(written).replaceAll(" "));
    var one = ONE.matcher(text);
    boolean beside = one.matches() && !Numerals.in(one.group(1));
    if (beside && !Numerals.in(one.group(3))) {
      return trim(trim(one.group(1)) + trim(one.group(2)) + one.group(3).strip());
    }
    int first = close(text, 0);
    return first > 0 ? trim(text.substring(1, first - 1)) + text.substring(first).strip() : text;
  }

  private static String trim(String text) {
    return BEHIND.matcher(BEFORE.matcher(text).replaceFirst("")).replaceFirst("");
  }
}
