package dev.rollup.read.odf;

import dev.rollup.model.Area;
import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.sheet.ConditionalFormats.Rule;
import dev.rollup.read.sheet.Differential;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of OpenDocument in the words of other spreadsheets: {@code <5}, {@code between(1,5)}.
 */
final class OdfCondition {

  private static final Map<String, String> OPERATORS =
      Map.of(
          "<", "lessThan",
          "<=", "lessThanOrEqual",
          "=", "equal",
          "!=", "notEqual",
          ">=", "greaterThanOrEqual",
          ">", "greaterThan",
          "between", "between",
          "not-between", "notBetween");

  private static final Pattern COMPARISON =
      Pattern.compile(
          "(<=|>=|!=|<|>|=)([^<>=]{1,40})|(between|not-between)\\(([^,()]{1,40}),([^,()]{1,40})\\)");

  /** All cells of a sheet. */
  static final Area EVERYWHERE =
      new Area(new Position(0, 0), new Position(Limits.ROWS - 1, Limits.COLUMNS - 1));

  private OdfCondition() {}

  /** Returns the rule of a style that is laid over another one, wherever that is used. */
  static Rule rule(@Nullable String condition, Differential look) {
    String compared =
        condition == null
            ? null
            : condition.replaceFirst("^cell-content\\(\\)|^cell-content-is-", "");
    return rule(List.of(EVERYWHERE), compared, look, false);
  }

  /**
   * Returns a rule for the cells of some ranges.
   *
   * @param condition for which values; null where the file does not say
   * @param look what is laid over them; null for nothing
   * @param numberHidden whether a bar or a symbol is shown in the place of the number
   */
  static Rule rule(
      List<Area> ranges,
      @Nullable String condition,
      @Nullable Differential look,
      boolean numberHidden) {
    var compared = COMPARISON.matcher(condition == null ? "" : condition.strip());
    if (!compared.matches()) {
      return new Rule(ranges, "expression", null, List.of(), -1, look, numberHidden);
    }
    boolean one = compared.group(1) != null;
    return new Rule(
        ranges,
        "cellIs",
        OPERATORS.get(one ? compared.group(1) : compared.group(3)),
        one ? List.of(compared.group(2)) : List.of(compared.group(4), compared.group(5)),
        -1,
        look,
        numberHidden);
  }
}
