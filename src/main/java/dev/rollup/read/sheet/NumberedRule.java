package dev.rollup.read.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words for what the conditions of conditional formats are called by numbers in binary files
 * (MS-XLS 2.4.42 and MS-XLSB 2.4.23).
 */
public final class NumberedRule {

  private static final int COMPARISON = 1;

  /** Of the conditions by formula, those that are told apart. */
  private static final int BLANKS = 0x9;

  private static final int ERRORS = 0xB;

  /** How comparisons compare, by their number. */
  private static final List<String> OPERATORS =
      List.of(
          "",
          "between",
          "notBetween",
          "equal",
          "notEqual",
          "greaterThan",
          "lessThan",
          "greaterThanOrEqual",
          "lessThanOrEqual");

  private NumberedRule() {}

  /**
   * Returns what kind of condition it is, as {@link ConditionalFormats.Rule#type} has it.
   *
   * @param kind how its format is shown
   * @param template what it was made from
   */
  public static String type(int kind, int template) {
    if (kind == COMPARISON) {
      return "cellIs";
    }
    return switch (template) {
      case BLANKS -> "containsBlanks";
      case ERRORS -> "containsErrors";
      default -> "expression";
    };
  }

  /** Returns how it compares; null where it does not. */
  public static @Nullable String operator(int kind, int operator) {
    return kind == COMPARISON && operator > 0 && operator < OPERATORS.size()
        ? OPERATORS.get(operator)
        : null;
  }
}
