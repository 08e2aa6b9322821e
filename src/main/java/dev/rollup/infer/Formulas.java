package dev.rollup.infer;

import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.template.FieldType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the formulas of a form compute: sums of its blanks, and one divided by another. */
final class Formulas {

  /**
   * What one formula computes.
   *
   * @param ratio whether the first part is divided by the second; else they are added
   * @param minus how many of the last parts are subtracted
   * @param scale what a ratio is multiplied by
   */
  record Formula(boolean ratio, List<Found> parts, int minus, int scale) {}

  private static final String CELL = "\\$?[A-Z]{1,3}\\$?\\d+";
  private static final Pattern SUM = Pattern.compile("SUM\\(([^()]+)\\)");
  private static final Pattern TERMS =
      Pattern.compile(
          "[+-]?(?:" + CELL + "|SUM\\([^()]+\\))(?:[+-](?:" + CELL + "|SUM\\([^()]+\\)))+");
  private static final Pattern TERM =
      Pattern.compile("([+-]?)(?:SUM\\(([^()]+)\\)|(" + CELL + "))");
  private static final Pattern RANGE =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d+)(?::\\$?([A-Z]{1,3})\\$?(\\d+))?");
  private static final Pattern RATIO =
      Pattern.compile(
          "(?:(\\d{3,5})\\*)?(" + CELL + ")/(" + CELL + ")(?:\\*(\\d{3,5}))?(?:\\*100%)?");
  private static final Pattern DIVISION = Pattern.compile("/|AVERAGE\\(");
  private static final Pattern CONSTANT_TERM =
      Pattern.compile("(?:^|[+(-])\\d+(?:\\.\\d+)?%?(?=[+)-]|$)");

  /** What is not the same of a sum as the sum of it. */
  private static final Pattern NOT_ADDITIVE = Pattern.compile("/\\D|(?<!SUM|PRODUCT|ROUND)\\(");

  private final Collection<Found> all;
  private final Map<String, Found> byPlace = new HashMap<>();

  Formulas(Collection<Found> all) {
    this.all = all;
    all.forEach(each -> byPlace.put(each.at().toString(), each));
  }

  /** Reports every blank whose formula is understood, with what it computes. */
  void find(BiConsumer<Found, Formula> report) {
    for (var each : all) {
      each.formula()
          .flatMap(text -> read(each, FormulaCore.of(text)))
          .ifPresent(formula -> report.accept(each, formula));
    }
  }

  /** Tells whether a formula does nothing but add and subtract. */
  static boolean isSum(String formula) {
    String core = FormulaCore.of(formula);
    return SUM.matcher(core).matches() || TERMS.matcher(core).matches();
  }

  /**
   * Tells whether the results of several forms may be added: those of sums, and those of products,
   * which are amounts where a price is one factor.
   */
  static boolean isAdditive(String formula) {
    String core = FormulaCore.of(formula).replaceAll("\\((" + CELL + ")\\)", "$1");
    return !CONSTANT_TERM.matcher(core).find()
        && !NOT_ADDITIVE.matcher(core.replaceAll("(?<![A-Z])\\(", "")).find();
  }

  /** Tells whether what a formula computes has decimals, whatever is counted. */
  static boolean divides(String formula) {
    return DIVISION.matcher(FormulaCore.of(formula)).find();
  }

  private Optional<Formula> read(Found whole, String bare) {
    Matcher sum = SUM.matcher(bare);
    if (sum.matches()) {
      return Optional.of(new Formula(false, ranges(whole.at(), sum.group(1)), 0, 1));
    }
    if (TERMS.matcher(bare).matches()) {
      var plus = new ArrayList<Found>();
      var minus = new ArrayList<Found>();
      Matcher term = TERM.matcher(bare);
      while (term.find()) {
        List<Found> parts =
            ranges(whole.at(), term.group(2) == null ? term.group(3) : term.group(2));
        (term.group(1).equals("-") ? minus : plus).addAll(parts);
      }
      int subtracted = minus.size();
      plus.addAll(minus);
      return Optional.of(new Formula(false, plus, subtracted, 1));
    }
    Matcher ratio = RATIO.matcher(bare);
    if (ratio.matches()) {
      var parts = new ArrayList<>(ranges(whole.at(), ratio.group(2)));
      parts.addAll(ranges(whole.at(), ratio.group(3)));
      return parts.size() == 2
          ? Optional.of(new Formula(true, parts, 0, scale(whole, ratio)))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** A cell that is shown in percent needs no factor; one that has a factor needs no such format. */
  private static int scale(Found whole, Matcher ratio) {
    String factor = ratio.group(1) == null ? ratio.group(4) : ratio.group(1);
    if (factor != null) {
      return Integer.parseInt(factor);
    }
    return Meaning.type(whole) == FieldType.PERCENT ? 100 : 1;
  }

  private List<Found> ranges(Place of, String texts) {
    var parts = new ArrayList<Found>();
    for (var text : texts.split(",", -1)) {
      Matcher range = RANGE.matcher(text);
      if (range.matches()) {
        int left = Position.columnOf(range.group(1));
        int top = Integer.parseInt(range.group(2)) - 1;
        int right = range.group(3) == null ? left : Position.columnOf(range.group(3));
        int bottom = range.group(4) == null ? top : Integer.parseInt(range.group(4)) - 1;
        for (int row = top; row <= bottom; row++) {
          for (int column = left; column <= right; column++) {
            var at = new Place(of.kind(), of.on(), new Position(row, column), 0, 0);
            Found part = byPlace.get(at.toString());
            if (part != null) {
              parts.add(part);
            }
          }
        }
      }
    }
    return parts;
  }
}
