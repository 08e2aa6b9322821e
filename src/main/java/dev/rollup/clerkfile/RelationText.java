package dev.rollup.clerkfile;

import dev.rollup.template.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads relations as people write them, a line each, blanks by their numbers: {@code = #1 + #2 −
 * #3}, {@code = #1 ÷ #2 × 100}, {@code ≥ #3, #4}, {@code #5 各行之和}.
 */
final class RelationText {

  private static final String BLANK = "#(\\d{1,6})";
  private static final Pattern NUMBER = Pattern.compile(BLANK);
  private static final Pattern SUM = Pattern.compile("=?" + BLANK + "(?:[+-]" + BLANK + ")*");
  private static final Pattern TERM = Pattern.compile("([+-]?)" + BLANK);
  private static final Pattern RATIO =
      Pattern.compile("=?" + BLANK + "÷" + BLANK + "(?:×(\\d{1,6})%?)?");
  private static final Pattern PART = Pattern.compile("≥" + BLANK + "(?:," + BLANK + ")*");
  private static final Pattern ROWS =
      Pattern.compile("=?(?:" + BLANK + "各行之和|sumoftherowsof" + BLANK + ")");

  private RelationText() {}

  /**
   * Returns the relations of one blank, in the order of the lines.
   *
   * @param whole the id of the blank
   * @param ids the id of the blank of a number; null where there is none
   * @return empty where a line is none, or names a number that there is not
   */
  static Optional<List<Relation>> read(
      String text, String whole, Function<Integer, @Nullable String> ids) {
    var relations = new ArrayList<Relation>();
    for (var line : text.split("[\\r\\n;；]+", -1)) {
      String bare = bare(line);
      if (bare.isEmpty()) {
        continue;
      }
      Relation relation = line(bare, whole, ids);
      if (relation == null) {
        return Optional.empty();
      }
      relations.add(relation);
    }
    return Optional.of(relations);
  }

  private static @Nullable Relation line(
      String line, String whole, Function<Integer, @Nullable String> ids) {
    if (ROWS.matcher(line).matches()) {
      return relation(Relation.Kind.ROWS, whole, parts(line, ids), 0, 1);
    }
    if (PART.matcher(line).matches()) {
      return relation(Relation.Kind.PART, whole, parts(line, ids), 0, 1);
    }
    Matcher ratio = RATIO.matcher(line);
    if (ratio.matches()) {
      int scale = ratio.group(3) == null ? 1 : Integer.parseInt(ratio.group(3));
      return scale == 0 ? null : relation(Relation.Kind.RATIO, whole, parts(line, ids), 0, scale);
    }
    return SUM.matcher(line).matches() ? sum(line, whole, ids) : null;
  }

  private static @Nullable Relation sum(
      String line, String whole, Function<Integer, @Nullable String> ids) {
    var parts = new ArrayList<String>();
    var minus = new ArrayList<String>();
    Matcher term = TERM.matcher(line);
    while (term.find()) {
      (term.group(1).equals("-") ? minus : parts).add(ids.apply(Integer.valueOf(term.group(2))));
    }
    parts.addAll(minus);
    return relation(Relation.Kind.SUM, whole, parts, minus.size(), 1);
  }

  private static @Nullable Relation relation(
      Relation.Kind kind, String whole, List<String> parts, int minus, int scale) {
    return parts.contains(null)
        ? null
        : new Relation(kind, whole, parts, minus, scale, Relation.Source.NOTE);
  }

  private static List<String> parts(String line, Function<Integer, @Nullable String> ids) {
    var parts = new ArrayList<String>();
    Matcher number = NUMBER.matcher(line);
    while (number.find()) {
      parts.add(ids.apply(Integer.valueOf(number.group(1))));
    }
    return parts;
  }

  /** Returns a line without white space, each sign in the one way that it is known. */
  private static String bare(String line) {
    var bare = new StringBuilder();
    line.codePoints()
        .map(c -> c >= '！' && c <= '～' ? c - '！' + '!' : c)
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .map(
            c ->
                switch (c) {
                  case '−', '–', '—', '﹣' -> '-';
                  case '/', '∕' -> '÷';
                  case '*', 'x', 'X' -> '×';
                  case '、' -> ',';
                  case '≧', '⩾' -> '≥';
                  default -> Character.toLowerCase(c);
                })
        .forEach(bare::appendCodePoint);
    return bare.toString().replace(">=", "≥");
  }
}
