package dev.rollup.report;

import dev.rollup.roster.Unit;
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
 * @param byUnit by the name of each unit, what it counted in each measure; empty where that is not
 *     known
 */
public record Earlier(
    String label,
    Map<String, @Nullable BigDecimal> totals,
    @Nullable Integer units,
    Map<String, Map<String, BigDecimal>> byUnit) {

  /** Copies the maps. */
  public Earlier {
    Objects.requireNonNull(label);
    totals = Collections.unmodifiableMap(new TreeMap<>(totals));
    byUnit = Map.copyOf(byUnit);
  }

  /** Returns what a unit counted in a measure; null where it did not, or nobody knows. */
  @Nullable BigDecimal of(Unit unit, String measure) {
    return byUnit.entrySet().stream()
        .filter(each -> unit.isCalled(each.getKey()))
        .map(each -> each.getValue().get(measure))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
