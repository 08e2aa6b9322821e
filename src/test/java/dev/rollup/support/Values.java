package dev.rollup.support;

import dev.rollup.submission.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values for a form, written down as plain numbers, words and days. */
public final class Values {

  private Values() {}

  /** Returns what stands in the blanks, in the order in which they are given. */
  public static <K> Map<K, Value> of(Map<K, ?> plain) {
    var values = new LinkedHashMap<K, Value>();
    plain.forEach((blank, value) -> values.put(blank, of(value)));
    return values;
  }

  /** Returns a number, words or a day as what a blank comes to. */
  public static Value of(Object plain) {
    if (plain instanceof LocalDate day) {
      return new Value.Day(day);
    }
    return plain instanceof Number
        ? new Value.Number(new BigDecimal(plain.toString()))
        : new Value.Words(plain.toString());
  }
}
