package dev.rollup.text;

import java.math.BigDecimal;

/** One way to hold an exact number, so that two that are equal are equal values. */
public final class Decimals {

  private Decimals() {}

  /** Returns the number without zeros behind its last decimal: 12 for 12.0, 1200 for 1.2E3. */
  public static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
