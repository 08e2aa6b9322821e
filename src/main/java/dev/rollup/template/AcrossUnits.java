package dev.rollup.template;

import dev.rollup.finding.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is compared between the returns of different units.
 *
 * @param outliers when a value is far from those of its peers
 * @param sameValue which values two units hardly have in common by chance; empty for none
 * @param sameForm when a whole form is that of another unit; empty where that is not asked
 */
public record AcrossUnits(
    Outliers outliers, Optional<SameValue> sameValue, Optional<SameForm> sameForm) {

  /** What holds where the template says nothing. */
  public static final AcrossUnits DEFAULT =
      new AcrossUnits(Outliers.DEFAULT, Optional.empty(), Optional.empty());

  /**
   * When a value is an outlier among the units of its group.
   *
   * @param threshold the modified z-score above which it is
   * @param leastUnits how many units of the group must have a value
   */
  public record Outliers(BigDecimal threshold, int leastUnits) {

    /** The threshold that Iglewicz and Hoaglin recommend, among at least eight. */
    public static final Outliers DEFAULT = new Outliers(new BigDecimal("3.5"), 8);
  }

  /**
   * Values that two units hardly have in common by chance.
   *
   * @param fields the count fields that are compared
   * @param least the least value that is
   */
  public record SameValue(List<String> fields, long least) {

    /** Copies the fields. */
    public SameValue {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A form whose counts are all those of another unit's.
   *
   * @param id the id of the rule
   * @param severity never an error: which of the two is the copy cannot be told
   * @param leastFilled how many counts above zero it must have
   * @param message what is said
   * @param instruction what the unit should do
   */
  public record SameForm(
      String id, Severity severity, int leastFilled, Wording message, Wording instruction) {}
}
