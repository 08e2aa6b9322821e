package dev.rollup.infer;

import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.template.FieldType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the formulas of a form compute: sums of its blanks, and one divided by another. */
final class FormulaReader {

  /**
   * What one formula computes.
   *
   * @param ratio whether the first part is divided by the second; else they are added
   * @param minus how many of the last parts are subtracted
   * @param scale what a ratio is multiplied by
   */
  record Formula(boolean ratio, List<FoundBlank> parts, int minus, int scale) {}

  private static final Pattern TERM =
      Pattern.compile("([+-]?)(?:SUM\\(([^()]+)\\)|(" + FormulaCore.CELL + "))");
  private static final Pattern WHITE = Pattern.compile("\\s");

  private static final Pattern RANGE =
      Pattern.compile(
          "(?:'?([^'!]+)'?!)?\\$?([A-Z]{1,3})\\$?(\\d+)(?::\\$?([A-Z]{1,3})\\$?(\\d+))?");
  private static final Pattern RATIO =
      Pattern.compile(
          "(?:(\\d{3,5})\\*)?("
              + FormulaCore.CELL
              + ")/("
              + FormulaCore.CELL
              + ")(?:\\*(\\d{3,5}))?(?:\\*100%)?");

  private final Collection<FoundBlank> all;
  private final Map<String, FoundBlank> byPlace = new HashMap<>();

  FormulaReader(Collection<FoundBlank> all) {
    this.all = all;
    all.stream()
        .filter(each -> each.corner() != null)
        .forEach(each -> byPlace.put(key(each.at().on(), each.cell()), each));
  }

  /** A formula names sheets in capitals and without white space here. */
  private static String key(String sheet, Position at) {
    return WHITE.matcher(sheet).replaceAll("").toUpperCase(Locale.ROOT) + at;
  }

  /** Reports every blank whose formula is understood, with what it computes. */
  void find(BiConsumer<FoundBlank, Formula> report) {
    for (var each : all) {
      each.formula()
          .flatMap(text -> read(each, FormulaCore.of(text)))
          .ifPresent(formula -> report.accept(each, formula));
    }
  }

  private Optional<Formula> read(FoundBlank whole, String bare) {
    Matcher sum = FormulaCore.SUM.matcher(bare);
    if (sum.matches()) {
      return Optional.of(new Formula(false, ranges(whole.at(), sum.group(1)), 0, 1));
    }
    if (FormulaCore.TERMS.matcher(bare).matches()) {
      var plus = new ArrayList<FoundBlank>();
      var minus = new ArrayList<FoundBlank>();
      boolean known = true;
      Matcher term = TERM.matcher(bare);
      while (term.find()) {
        List<FoundBlank> parts =
            ranges(whole.at(), term.group(2) == null ? term.group(3) : term.group(2));
        (term.group(1).equals("-") ? minus : plus).addAll(parts);
        known &= !parts.isEmpty();
      }
      int subtracted = minus.size();
      plus.addAll(minus);
      // A term that is no blank, like a printed number, makes it another sum.
      return known ? Optional.of(new Formula(false, plus, subtracted, 1)) : Optional.empty();
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

  /**
   * A cell that is shown in percent needs no factor; one that has a factor needs no such format.
   */
  private static int scale(FoundBlank whole, Matcher ratio) {
    String factor = ratio.group(1) == null ? ratio.group(4) : ratio.group(1);
    if (factor != null) {
      return Integer.parseInt(factor);
    }
    return Meaning.type(whole) == FieldType.PERCENT ? 100 : 1;
  }

  private List<FoundBlank> ranges(Place of, String texts) {
    var parts = new ArrayList<FoundBlank>();
    for (var text : texts.split(",", -1)) {
      Matcher range = RANGE.matcher(text);
      if (range.matches()) {
        String sheet = range.group(1) == null ? of.on() : range.group(1);
        int left = Position.columnOf(range.group(2));
        int top = Integer.parseInt(range.group(3)) - 1;
        int right = range.group(4) == null ? left : Position.columnOf(range.group(4));
        int bottom = range.group(5) == null ? top : Integer.parseInt(range.group(5)) - 1;
        for (int row = top; row <= bottom; row++) {
          for (int column = left; column <= right; column++) {
            FoundBlank part = byPlace.get(key(sheet, new Position(row, column)));
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
