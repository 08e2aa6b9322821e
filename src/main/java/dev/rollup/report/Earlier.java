package dev.rollup.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of another period.
 *
 * @param label what the period is called
 * @param totals the total of every field by id; null where nothing was counted
 * @param units how many units reported; null where that is not known
 */
public record Earlier(
    String label, Map<String, @Nullable BigDecimal> totals, @Nullable Integer units) {

  /** Copies the totals. */
  public Earlier {
    Objects.requireNonNull(label);
    totals = Collections.unmodifiableMap(new TreeMap<>(totals));
  }
}
