package dev.rollup.infer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the relations that a form states by the numbers of its rows and columns: 01=02+03. */
final class NotedRelations {

  /** What a number in a relation is that of. */
  enum Axis {
    ROW,
    COLUMN
  }

  /** What a relation says of its whole. */
  enum Sort {
    /** It is the sum of the others. */
    SUM,
    /** It is the first of the others divided by the second. */
    RATIO,
    /** It is at least each of the others. */
    AT_LEAST
  }

  /**
   * A text that may state relations.
   *
   * @param page the sheet whose numbers it speaks of; empty where it stands outside tables
   * @param axis what it numbers, where its place tells
   */
  record Stated(String page, Optional<Axis> axis, String text) {

    /**
     * A text in a cell.
     *
     * @param row whether it is the label of a row
     * @param column whether it is the head of a column
     */
    Stated(Spot spot, boolean row, boolean column) {
      this(
          spot.place().on(),
          row == column
              ? Optional.of(Axis.COLUMN).filter(any -> RULER.matcher(spot.text().strip()).matches())
              : Optional.of(row ? Axis.ROW : Axis.COLUMN),
          spot.text());
    }

    /** A text outside tables. */
    static Stated anywhere(String text) {
      return new Stated("", Optional.empty(), text);
    }
  }

  /** The number of a column with what it is made of: 3=1+2. */
  private static final Pattern RULER = Pattern.compile("[(（]?\\d{1,3}[)）]?[=＝][\\d+＋()（）－-]+");

  private static final Pattern SIGN = Pattern.compile("[=＝≥≤≧≦]|[<>＜＞]|[大小]于|等于");

  /**
   * One relation as it is written.
   *
   * @param axis what is numbered, where the words say so
   * @param sort what the right side makes of its numbers
   * @param whole the number left of the sign
   * @param plus the numbers that are added; of a ratio the numerator and the denominator
   * @param minus the numbers that are subtracted
   * @param padded whether a number is written with zeros before it
   */
  record Note(
      Optional<Axis> axis,
      Sort sort,
      String whole,
      List<String> plus,
      List<String> minus,
      boolean padded) {

    /** Returns every number in it. */
    Set<String> numbers() {
      var all = new TreeSet<String>();
      all.add(whole);
      all.addAll(plus);
      all.addAll(minus);
      return all;
    }
  }

  private static final String NUMBER =
      "[(]?第?(?:(?:[A-Za-z]{1,2})?\\d{1,3}|(?<![A-Za-z])[A-Z](?![A-Za-z\\d])|[甲乙丙丁戊己庚辛])[)]?(?:行|栏|列|项|款)?";
  private static final String SIDE =
      NUMBER + "(?:(?:[+-]|至|~|\\+\\.{2,}\\+|\\+…+\\+)" + NUMBER + ")*(?:之?和|相加|合计)?";
  private static final Pattern RELATION =
      Pattern.compile(
          "(?<![\\d.+=<>≤≥-])("
              + SIDE
              + ")(=|≥|≤|>=|<=|≧|≦|大于(?:或|等于|或等于)|小于(?:或|等于|或等于)|等于)("
              + SIDE
              + ")(?![\\d.%*×/])");
  private static final Pattern TERM =
      Pattern.compile("([+-]|至|~|\\+\\.{2,}\\+|\\+…+\\+)?(" + NUMBER + ")");

  private static final Pattern RATIO =
      Pattern.compile("(" + NUMBER + ")=[(]?(" + NUMBER + ")[/÷](" + NUMBER + ")");

  private static final Pattern PADDED = Pattern.compile("(?<!\\d)0\\d");

  /** column 3 */
  private static final Pattern COLUMN_NUMBER =
      Pattern.compile("(?i)\\b(?:columns?|col\\.?) *(\\d{1,3})");

  /** row 3 */
  private static final Pattern ROW_NUMBER = Pattern.compile("(?i)\\b(?:rows?|lines?) *(\\d{1,3})");

  /** Every kind of minus. */
  private static final Pattern MINUS = Pattern.compile("[－﹣−–—]");

  /** Every kind of tilde. */
  private static final Pattern TILDE = Pattern.compile("[～〜]");

  /** The number of a note. */
  private static final Pattern ITEM =
      Pattern.compile("(^|[:;。\\s\\p{Z}])\\d{1,2}[.、](?=[\\s\\p{Z}]*\\D|[\\s\\p{Z}]+|\\d+[=<>≥≤])");

  /** A sign with the white space around it. */
  private static final Pattern AROUND_SIGN =
      Pattern.compile("[\\s\\p{Z}]*([=<>≥≤≧≦+~÷/()-])[\\s\\p{Z}]*");

  /** One number, and nothing else. */
  private static final Pattern ONE = Pattern.compile(NUMBER);

  /** What is no part of a code. */
  private static final Pattern NO_CODE = Pattern.compile("[^0-9A-Za-z甲乙丙丁戊己庚辛]");

  /** Zeros before a number. */
  private static final Pattern ZEROS_BEFORE = Pattern.compile("^([A-Za-z]*)0+(?=\\d)");

  /** Digits. */
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private NotedRelations() {}

  /** Tells whether a text has a sign between numbers or names at all. */
  static boolean mayBeIn(String text) {
    return SIGN.matcher(text).find();
  }

  /** Returns what a text states, in order. */
  static List<Note> in(Stated stated) {
    String bare = Normalizer.normalize(stated.text(), Normalizer.Form.NFKC);
    bare = COLUMN_NUMBER.matcher(bare).replaceAll("$1栏");
    bare = ROW_NUMBER.matcher(bare).replaceAll("$1行");
    bare = TILDE.matcher(MINUS.matcher(bare).replaceAll("-")).replaceAll("~");
    bare = AROUND_SIGN.matcher(ITEM.matcher(bare).replaceAll("$1 ")).replaceAll("$1");
    var notes = new ArrayList<Note>();
    Matcher relation = RELATION.matcher(bare);
    int from = 0;
    while (relation.find(from)) {
      note(relation, stated.axis()).ifPresent(notes::add);
      // The right side may be the left one of the next: 1=2+3=4+5.
      from = relation.start(3);
      if (from == relation.start()) {
        break;
      }
    }
    Matcher ratio = RATIO.matcher(bare);
    while (ratio.find()) {
      notes.add(
          new Note(
              axis(ratio.group()).or(stated::axis),
              Sort.RATIO,
              number(ratio.group(1)),
              List.of(number(ratio.group(2)), number(ratio.group(3))),
              List.of(),
              isPadded(ratio.group())));
    }
    return notes;
  }

  private static Optional<Note> note(Matcher relation, Optional<Axis> axis) {
    String sign = relation.group(2);
    boolean equal = sign.equals("=") || sign.equals("等于");
    boolean less = sign.startsWith("<") || sign.startsWith("小") || "≤≦".contains(sign);
    // 217+218=213 says the same as 213=217+218.
    boolean turned =
        equal
            && !ONE.matcher(relation.group(1)).matches()
            && ONE.matcher(relation.group(3)).matches();
    String left = less || turned ? relation.group(3) : relation.group(1);
    String right = less || turned ? relation.group(1) : relation.group(3);
    var plus = new ArrayList<String>();
    var minus = new ArrayList<String>();
    if (!ONE.matcher(left).matches()) {
      return Optional.empty();
    }
    Matcher term = TERM.matcher(right);
    String last = null;
    while (term.find()) {
      String number = number(term.group(2));
      String sort = term.group(1);
      if (sort == null || sort.equals("+")) {
        plus.add(number);
      } else if (sort.equals("-")) {
        minus.add(number);
      } else {
        plus.addAll(between(last, number));
      }
      last = number;
    }
    // What is at least a sum is at least each part of it.
    if (equal ? plus.size() + minus.size() < 2 : plus.isEmpty() || !minus.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Note(
            axis(relation.group()).or(() -> axis),
            equal ? Sort.SUM : Sort.AT_LEAST,
            number(left),
            plus,
            minus,
            isPadded(relation.group())));
  }

  private static Optional<Axis> axis(String words) {
    if (words.contains("行")) {
      return Optional.of(Axis.ROW);
    }
    return words.contains("栏") || words.contains("列") ? Optional.of(Axis.COLUMN) : Optional.empty();
  }

  /** Tells whether a number is written with zeros before it. */
  static boolean isPadded(String text) {
    return PADDED.matcher(text).find();
  }

  /** Returns a number as it is compared: without brackets, words, and zeros before it. */
  static String number(String code) {
    String bare = NO_CODE.matcher(Normalizer.normalize(code, Normalizer.Form.NFKC)).replaceAll("");
    return ZEROS_BEFORE.matcher(bare).replaceFirst("$1");
  }

  private static List<String> between(@Nullable String first, String last) {
    var all = new ArrayList<String>();
    if (first != null && DIGITS.matcher(first).matches() && DIGITS.matcher(last).matches()) {
      for (int n = Integer.parseInt(first) + 1; n <= Integer.parseInt(last); n++) {
        all.add(String.valueOf(n));
      }
    }
    return all;
  }
}
