package dev.rollup.rollup;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a roll-up says it was made of, beside the form: of how many units each total, and from which
 * unit each row of a repeated item. What the form itself says outranks it.
 *
 * @param totals by field id, sorted
 * @param rows the rows in the order of the form
 */
public record RollUpContents(Map<String, Total> totals, List<Row> rows) {

  /** Nothing is known: the return of a unit, or a roll-up that lost it. */
  public static final RollUpContents NONE = new RollUpContents(Map.of(), List.of());

  /** Copies both. */
  public RollUpContents {
    totals = Collections.unmodifiableMap(new TreeMap<>(totals));
    rows = List.copyOf(rows);
  }

  /**
   * A total.
   *
   * @param value what it was; null where nothing was counted
   * @param counters of how many entries it was made
   */
  public record Total(@Nullable BigDecimal value, Counters counters) {

    /** Refuses a total without counters. */
    public Total {
      Objects.requireNonNull(counters);
    }
  }

  /**
   * A row of a repeated item.
   *
   * @param values what its fields held, in their order; empty where nothing was read
   */
  public record Row(String itemId, Origin origin, List<String> values) {

    /** Copies the values. */
    public Row {
      Objects.requireNonNull(itemId);
      Objects.requireNonNull(origin);
      values = List.copyOf(values);
    }
  }
}
