package dev.rollup.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is compared between a return and what the same unit reported of another period.
 *
 * @param jump when a number is too far from the other one
 * @param notLess the numbers that only grow; empty where none does
 */
public record AcrossPeriods(Jump jump, Optional<NotLess> notLess) {

  /** What is compared where a template says nothing. */
  public static final AcrossPeriods DEFAULT = new AcrossPeriods(Jump.DEFAULT, Optional.empty());

  /**
   * When a number is so much larger or smaller than the other one that a digit may be too many or
   * too few.
   *
   * @param factor how many times as large one of the two is
   * @param least how large that one is at least
   */
  public record Jump(BigDecimal factor, long least) {

    /** One digit, among numbers of three and more. */
    public static final Jump DEFAULT = new Jump(BigDecimal.TEN, 100);
  }

  /**
   * Numbers that are counted on from one period to the next, and never become less.
   *
   * @param period what the other period is called when the returns are merged
   * @param fields the ids of the fields
   */
  public record NotLess(String period, List<String> fields) {

    /** Copies the fields. */
    public NotLess {
      fields = List.copyOf(fields);
    }
  }
}
