package dev.rollup.template;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One summand of a side of a rule.
 *
 * @param field the id of a count field
 * @param coefficient what its value is multiplied by
 */
public record Term(String field, BigDecimal coefficient) {

  /** Refuses a term without a field or coefficient. */
  public Term {
    Objects.requireNonNull(field);
    Objects.requireNonNull(coefficient);
  }
}
