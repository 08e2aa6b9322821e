package dev.rollup.merge;

import dev.rollup.rollup.Counters;
import dev.rollup.submission.Entry;
import java.util.Collection;

/**
 * What one field adds up to, and of how many entries.
 *
 * @param sum the exact sum of what was counted
 * @param counted how many entries held a number
 * @param blank how many were left blank, which is not zero
 * @param excluded how many hold something that is in no total
 * @param madeOf of how many entries of units the same is made, where some of the entries are totals
 *     of roll-ups
 */
public record Tally(long sum, int counted, int blank, int excluded, Counters madeOf) {

  /** Nothing at all. */
  public static final Tally NONE = new Tally(0, 0, 0, 0);

  /** The tally of entries of units. */
  public Tally(long sum, int counted, int blank, int excluded) {
    this(sum, counted, blank, excluded, new Counters(counted, blank, excluded));
  }

  /** The tally of a single entry. */
  static Tally of(Entry entry) {
    return switch (entry.state()) {
      case READ -> new Tally(entry.count(), 1, 0, 0);
      case BLANK -> new Tally(0, 0, 1, 0);
      case EXCLUDED -> new Tally(0, 0, 0, 1);
    };
  }

  /**
   * Returns both tallies together; order does not matter.
   *
   * @throws ArithmeticException if the sum leaves the range of a long
   */
  public Tally plus(Tally other) {
    return new Tally(
        Math.addExact(sum, other.sum),
        counted + other.counted,
        blank + other.blank,
        excluded + other.excluded,
        madeOf.plus(other.madeOf));
  }

  /**
   * Returns several tallies together; their order does not matter.
   *
   * @throws ArithmeticException if the sum leaves the range of a long
   */
  public static Tally sum(Collection<Tally> tallies) {
    return tallies.stream().reduce(NONE, Tally::plus);
  }

  /** Returns the same, of which it is known of how many entries of units it is made. */
  Tally madeOf(Counters counters) {
    return new Tally(sum, counted, blank, excluded, counters);
  }

  /** Tells whether it is made of other entries than those that it counts itself. */
  public boolean madeOfOthers() {
    return !madeOf.equals(new Counters(counted, blank, excluded));
  }

  /** Returns the total, or null where nothing was counted. */
  public Long total() {
    return counted == 0 ? null : sum;
  }
}
