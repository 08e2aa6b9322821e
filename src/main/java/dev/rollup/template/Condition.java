package dev.rollup.template;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a rule applies; without any part, always.
 *
 * @param groups the groups of the roster whose units it is for; empty for all. A unit of no known
 *     group is in none of them
 * @param after the form was filled in later than this day; null for any day
 * @param notBefore the form was filled in on this day or later; null for any day
 * @param where what must hold of other fields; a comparison with a blank does not hold
 */
public record Condition(
    List<String> groups,
    @Nullable LocalDate after,
    @Nullable LocalDate notBefore,
    List<Comparison> where) {

  /** Applies always. */
  public static final Condition ALWAYS = new Condition(List.of(), null, null, List.of());

  /**
   * One comparison of numbers.
   *
   * @param operator one that orders numbers
   */
  public record Comparison(Operand.Sum left, Operator operator, Operand.Sum right) {}

  /** Copies the lists. */
  public Condition {
    groups = List.copyOf(groups);
    where = List.copyOf(where);
  }
}
