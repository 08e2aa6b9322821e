package dev.rollup.read.sheet;

import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Formulas in the notation of Excel, A1, of whatever notation a file writes them in, so that what
 * they come to can be held against what is stored. What has no such notation stays as it is.
 */
public final class A1Formula {

  /**
   * A place in R1C1 (ECMA-376 part 1, 18.17.2.3.2), or a stretch in quotes, in which there is none.
   */
  private static final Pattern R1C1 =
      Pattern.compile(
          "\"[^\"]*+\"|'[^']*+'|(?<![\\p{L}\\p{N}_.])"
              + "R(?:([0-9]{1,7})|\\[(-?[0-9]{1,7})])?C(?:([0-9]{1,5})|\\[(-?[0-9]{1,5})])?"
              + "(?![\\p{L}\\p{N}_.(!\\[])");

  /** Formulas of OpenDocument say first which language they are in. */
  private static final Pattern LANGUAGE = Pattern.compile("^(?:([a-z]+):)?=?");

  /** A place in A1, or a stretch in quotes, in which there is none. */
  private static final Pattern PLACE =
      Pattern.compile(
          "\"[^\"]*+\"|'[^']*+'|(?<![\\p{L}\\p{N}_.$])"
              + "(\\$?)([A-Z]{1,3})(\\$?)([0-9]{1,7})(?![\\p{L}\\p{N}_.(!])");

  private A1Formula() {}

  /**
   * Returns the formula of one cell as it is when filled into another: {@code B5*$B$1} two rows
   * down is {@code B7*$B$1}. A place that would be off the sheet stays as it is.
   *
   * @param rows how many rows further down the other is
   * @param columns how many columns further right
   */
  public static String moved(String expression, int rows, int columns) {
    return PLACE.matcher(expression).replaceAll(place -> escaped(moved(place, rows, columns)));
  }

  private static String moved(MatchResult place, int rows, int columns) {
    if (place.group(2) == null) {
      return place.group();
    }
    int row = Integer.parseInt(place.group(4)) - 1 + (place.group(3).isEmpty() ? rows : 0);
    int column = Position.columnOf(place.group(2)) + (place.group(1).isEmpty() ? columns : 0);
    if (row < 0 || row >= Limits.ROWS || column < 0 || column >= Limits.COLUMNS) {
      return place.group();
    }
    return place.group(1) + Position.columnLetters(column) + place.group(3) + (row + 1);
  }

  /**
   * Turns {@code =SUM(RC[-2]:RC[-1])} of cell E5 into {@code SUM(C5:D5)}.
   *
   * @param at the cell that it stands in; null where it stands in none, when places that are said
   *     by their distance stay as they are
   */
  public static String ofR1C1(String formula, @Nullable Position at) {
    String expression = formula.startsWith("=") ? formula.substring(1) : formula;
    return R1C1.matcher(expression).replaceAll(place -> escaped(a1(place, at)));
  }

  private static String escaped(String replacement) {
    return replacement.replace("\\", "\\\\").replace("$", "\\$");
  }

  private static String a1(MatchResult place, @Nullable Position at) {
    if (!place.group().startsWith("R")) {
      return place.group();
    }
    boolean fixedRow = place.group(1) != null;
    boolean fixedColumn = place.group(3) != null;
    if (at == null && !(fixedRow && fixedColumn)) {
      return place.group();
    }
    int row =
        fixedRow
            ? Integer.parseInt(place.group(1)) - 1
            : from(at == null ? 0 : at.row(), place.group(2));
    int column =
        fixedColumn
            ? Integer.parseInt(place.group(3)) - 1
            : from(at == null ? 0 : at.column(), place.group(4));
    if (row < 0 || row >= Limits.ROWS || column < 0 || column >= Limits.COLUMNS) {
      return place.group();
    }
    return (fixedColumn ? "$" : "")
        + Position.columnLetters(column)
        + (fixedRow ? "$" : "")
        + (row + 1);
  }

  private static int from(int here, @Nullable String distance) {
    return here + (distance == null ? 0 : Integer.parseInt(distance));
  }

  /**
   * Turns {@code of:=SUM([.D5:.E5];[$表.F5])} into {@code SUM(D5:E5,表!F5)} (OpenDocument 1.3 part 4,
   * 5.8).
   */
  public static String ofOpenFormula(String formula) {
    var language = LANGUAGE.matcher(formula);
    if (!language.find()) {
      return formula;
    }
    String expression = formula.substring(language.end());
    boolean excels = "msoxl".equals(language.group(1));
    return excels ? expression : opened(expression);
  }

  private static String opened(String expression) {
    var plain = new StringBuilder(expression.length());
    int at = 0;
    while (at < expression.length()) {
      char c = expression.charAt(at);
      int end =
          switch (c) {
            case '"', '\'' -> expression.indexOf(c, at + 1);
            case '[' -> closing(expression, at);
            default -> at;
          };
      int next = end < 0 ? expression.length() : end + 1;
      switch (c) {
        case '[' ->
            plain.append(
                end < 0 ? expression.substring(at) : place(expression.substring(at + 1, end)));
        case ';' -> plain.append(',');
        default -> plain.append(expression, at, next);
      }
      at = next;
    }
    return plain.toString();
  }

  /** Returns where a bracket ends, past names in quotes, which may hold any character. */
  private static int closing(String expression, int open) {
    boolean quoted = false;
    for (int i = open; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (c == ']' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Turns a place of OpenDocument, {@code $'表'.$E$14:.$F$14}, into {@code '表'!$E$14:$F$14}. One in
   * another file stays in brackets, in which nothing is calculated here.
   */
  public static String place(String written) {
    var plain = new StringBuilder(written.length());
    boolean quoted = false;
    int begin = 0;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      }
      if (!quoted && c == '#' && i > 0 && written.charAt(i - 1) == '\'') {
        return "[" + written + "]";
      }
      if (!quoted && c == '.') {
        if (plain.length() > begin) {
          plain.append('!');
        }
      } else if (quoted || c != '$' || plain.length() > begin || isOfCell(written, i)) {
        plain.append(c);
        if (!quoted && c == ':') {
          begin = plain.length();
        }
      }
    }
    return plain.toString();
  }

  /** Tells whether a dollar is one of a cell and not that of the name of a sheet. */
  private static boolean isOfCell(String written, int dollar) {
    return dollar > 0 && written.charAt(dollar - 1) == '.';
  }
}
