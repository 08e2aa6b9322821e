package dev.rollup.roster;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
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
 * @param byUnit by the name of each unit, what it counted in each field, all rows of a list
 *     together; empty where that is not known
 */
public record EarlierPeriod(
    String label,
    Map<String, @Nullable BigDecimal> totals,
    @Nullable Integer units,
    Map<String, Map<String, BigDecimal>> byUnit) {

  /** Copies the maps. */
  public EarlierPeriod {
    Objects.requireNonNull(label);
    totals = Collections.unmodifiableMap(new TreeMap<>(totals));
    byUnit = Map.copyOf(byUnit);
  }

  /**
   * Returns what a unit counted, by field; empty where it did not, or nobody knows: of two others
   * that have its names, either may be the one.
   */
  public Map<String, BigDecimal> of(Unit unit) {
    Map<String, BigDecimal> byName = byUnit.get(unit.name());
    if (byName != null) {
      return byName;
    }
    List<Map<String, BigDecimal>> called =
        byUnit.entrySet().stream()
            .filter(each -> unit.isCalled(each.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return called.size() == 1 ? called.get(0) : Map.of();
  }
}
