package dev.rollup.check;

import java.math.BigDecimal;
import java.util.List;

/**
 * How far a value is from the median of its peers, as the modified z-score of Iglewicz and Hoaglin
 * ("How to Detect and Handle Outliers", 1993): 0.6745·|x − median| / MAD, where MAD is the median
 * of all |x − median|. In exact arithmetic: the threshold is multiplied instead of the score
 * divided.
 *
 * @param median the median of the values
 * @param deviation the median absolute deviation from it
 */
record ModifiedZScore(BigDecimal median, BigDecimal deviation) {

  private static final BigDecimal FACTOR = new BigDecimal("0.6745");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** The score among these values, of which there is at least one. */
  static ModifiedZScore among(List<BigDecimal> values) {
    BigDecimal median = median(values);
    return new ModifiedZScore(
        median, median(values.stream().map(value -> value.subtract(median).abs()).toList()));
  }

  /** Returns the median; that of an even number of values is the mean of the two in the middle. */
  private static BigDecimal median(List<BigDecimal> values) {
    List<BigDecimal> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO);
  }

  /** Tells whether the values scatter at all; where they do not, no score is defined. */
  boolean defined() {
    return deviation.signum() != 0;
  }

  /** Tells whether the score of a value is above a threshold. */
  boolean exceeds(BigDecimal value, BigDecimal threshold) {
    BigDecimal distance = value.subtract(median).abs();
    return FACTOR.multiply(distance).compareTo(threshold.multiply(deviation)) > 0;
  }
}
