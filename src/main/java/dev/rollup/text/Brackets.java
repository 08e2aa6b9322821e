package dev.rollup.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The brackets of a form's blanks, as they come back: of any width, alone, doubled, emptied. */
public final class Brackets {

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
          "^(?:[\\s\\p{Z}\\p{Cf}_＿,，、;；:：。“”\"‘’'「」『』]"
              + "|(?:总共|共计|合计|累计|总计|共|计|了|为)(?=[\\s\\p{Z}_＿]*(?:[\\p{N}(（]|"
              + Numerals.CHINESE
              + ")))+");

  private static final Pattern BEHIND = Pattern.compile("[\\s\\p{Z}\\p{Cf}_＿,，、;；。.“”\"‘’'「」『』]+$");

  /** White space inside a Chinese word means nothing. */
  private static final Pattern SPACED =
      Pattern.compile("(?<=\\p{IsHan})[\\s\\p{Z}]+(?=\\p{IsHan})");

  /** What may stand around words without belonging to them. */
  private static final Pattern AROUND =
      Pattern.compile("^[\\s\\p{Z}_＿,，、;；:：]+|[\\s\\p{Z}_＿,，、;；:：]+$");

  private Brackets() {}

  /** Tells whether a character is a bracket of any width or shape. */
  public static boolean isBracket(char c) {
    return OPEN.indexOf(c) >= 0 || CLOSE.indexOf(c) >= 0;
  }

  /** Returns 1 for a bracket that opens, -1 for one that closes, 0 for anything else. */
  public static int step(char c) {
    return OPEN.indexOf(c) >= 0 ? 1 : CLOSE.indexOf(c) >= 0 ? -1 : 0;
  }

  /** Returns the places of the brackets that have lost the other one, in order. */
  public static List<Integer> lost(String text) {
    var open = new ArrayDeque<Integer>();
    var lost = new ArrayList<Integer>();
    for (int i = 0; i < text.length(); i++) {
      int step = step(text.charAt(i));
      if (step > 0) {
        open.push(i);
      } else if (step < 0 && open.poll() == null) {
        lost.add(i);
      }
    }
    open.descendingIterator().forEachRemaining(lost::add);
    Collections.sort(lost);
    return lost;
  }

  /** Returns a text with white space for the brackets that have lost the other one. */
  public static String mended(String text) {
    var mended = new StringBuilder(text);
    lost(text).forEach(at -> mended.setCharAt(at, ' '));
    return mended.toString();
  }

  /**
   * Returns a text with white space for the pair of brackets that it begins with; the same text
   * where it begins with none, or other brackets stand in that pair.
   */
  public static String withoutFirst(String text) {
    int open = 0;
    while (open < text.length() && Character.isWhitespace(text.charAt(open))) {
      open++;
    }
    int close = close(text, open);
    if (close < 0
        || text.substring(open + 1, close - 1).chars().anyMatch(c -> step((char) c) != 0)) {
      return text;
    }
    var bare = new StringBuilder(text);
    bare.setCharAt(open, ' ');
    bare.setCharAt(close - 1, ' ');
    return bare.toString();
  }

  /** Returns where the bracket that opens here is closed, behind the closing one; -1 for none. */
  public static int close(String text, int at) {
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
   * Tells whether what was written keeps to one blank: it stands in one pair of brackets at most,
   * with nothing beside them but a measure right behind, or numbers that are not in them as well.
   */
  public static boolean inOne(String written, Set<String> measures) {
    String text = EMPTY.matcher(written).replaceAll(" ");
    var one = ONE.matcher(text);
    if (enclosed(text)) {
      return true;
    }
    if (!one.matches()) {
      return text.chars().noneMatch(c -> isBracket((char) c));
    }
    String behind =
        measures.stream()
            .filter(one.group(3)::startsWith)
            .max(Comparator.comparingInt(String::length))
            .map(measure -> one.group(3).substring(measure.length()))
            .orElse(one.group(3));
    String beside = one.group(1) + " " + behind;
    return measures.stream().noneMatch(beside::contains)
        && !(Numerals.in(beside) && Numerals.in(one.group(2)));
  }

  /**
   * Tells whether a number before an empty pair of brackets is nearer to what stands before it, or
   * as near.
   */
  public static boolean apartFromBlank(String written) {
    var empty = EMPTY.matcher(written);
    if (!empty.find() || !Numerals.in(written.substring(0, empty.start()))) {
      return false;
    }
    String before = written.substring(0, empty.start()).stripTrailing();
    return Numerals.isNumeral(before.codePointAt(0))
        || !Numerals.isNumeral(before.codePointBefore(before.length()));
  }

  /** Tells whether what was written is all in one pair of brackets, but for punctuation. */
  public static boolean enclosed(String written) {
    int open = 0;
    int end = written.length();
    while (open < end && step(written.charAt(open)) == 0 && mute(written.charAt(open))) {
      open++;
    }
    while (end > open && step(written.charAt(end - 1)) == 0 && mute(written.charAt(end - 1))) {
      end--;
    }
    return open < end && close(written, open) == end;
  }

  /** Returns the words that were written into a blank, without the blank's own brackets. */
  public static String offWords(String written) {
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
    return Folding.letters(c).isEmpty();
  }

  /** Returns the count that was written into a blank or beside it, without the brackets. */
  public static String off(String written) {
    String text = trim(SPACED.matcher(EMPTY.matcher(written).replaceAll(" ")).replaceAll(""));
    var one = ONE.matcher(text);
    boolean beside = one.matches() && !Numerals.in(one.group(1));
    if (beside && !Numerals.in(one.group(3))) {
      return trim(trim(one.group(1)) + trim(one.group(2)) + one.group(3).strip());
    }
    int first = close(text, 0);
    String behind = first > 0 ? text.substring(first).strip() : "";
    boolean joined = first > 0 && !startsWithNumeral(behind);
    return joined ? trim(text.substring(1, first - 1)) + behind : text;
  }

  private static boolean startsWithNumeral(String text) {
    return !text.isEmpty() && Numerals.isNumeral(text.codePointAt(0));
  }

  private static String trim(String text) {
    return BEHIND.matcher(BEFORE.matcher(text).replaceFirst("")).replaceFirst("");
  }
}
