package dev.rollup.merge;

import dev.rollup.rollup.Counters;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.template.Adds;
import dev.rollup.text.Decimals;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What one field adds up to, and of how many entries.
 *
 * @param adds how several answers become one
 * @param sum the exact sum of what was counted; the largest or smallest of it where that counts
 * @param counted how many entries held a number
 * @param blank how many were left blank, which is not zero
 * @param excluded how many hold something that is in no total
 * @param madeOf of how many entries of units the same is made, where some of the entries are totals
 *     of roll-ups
 */
public record Tally(
    Adds adds, BigDecimal sum, int counted, int blank, int excluded, Counters madeOf) {

  /** Refuses null. */
  public Tally {
    sum = Decimals.plain(sum);
  }

  /** Nothing at all. */
  public static final Tally NONE = new Tally(Adds.SUM, BigDecimal.ZERO, 0, 0, 0);

  /** The tally of entries of units. */
  public Tally(Adds adds, BigDecimal sum, int counted, int blank, int excluded) {
    this(adds, sum, counted, blank, excluded, new Counters(counted, blank, excluded));
  }

  /** The tally of entries of units that are added up. */
  public Tally(BigDecimal sum, int counted, int blank, int excluded) {
    this(Adds.SUM, sum, counted, blank, excluded);
  }

  /** The tally of a single entry. */
  static Tally of(Entry entry) {
    Tally one = of(entry.field().adds(), entry.state());
    return entry.state() == State.READ
        ? new Tally(one.adds, entry.counted(), one.counted, one.blank, one.excluded)
        : one;
  }

  /** The tally of a single entry whose number is not asked for. */
  static Tally of(Adds adds, State state) {
    return switch (state) {
      case READ -> new Tally(adds, BigDecimal.ZERO, 1, 0, 0);
      case BLANK -> new Tally(adds, BigDecimal.ZERO, 0, 1, 0);
      case EXCLUDED -> new Tally(adds, BigDecimal.ZERO, 0, 0, 1);
    };
  }

  /** Returns both tallies together; order does not matter. */
  public Tally plus(Tally other) {
    return new Tally(
        empty() ? other.adds : adds,
        together(other),
        counted + other.counted,
        blank + other.blank,
        excluded + other.excluded,
        madeOf.plus(other.madeOf));
  }

  /** Returns several tallies together; their order does not matter. */
  public static Tally sum(Collection<Tally> tallies) {
    return tallies.stream().reduce(NONE, Tally::plus);
  }

  private BigDecimal together(Tally other) {
    if (madeOf.counted() == 0 || other.madeOf.counted() == 0) {
      return madeOf.counted() == 0 ? other.sum : sum;
    }
    return switch (adds) {
      case MAX -> sum.max(other.sum);
      case MIN -> sum.min(other.sum);
      case SUM, NO, RATIO, TALLY -> sum.add(other.sum);
    };
  }

  private boolean empty() {
    return counted + blank + excluded == 0;
  }

  /** Returns the same with a total that follows from others; null where none does. */
  Tally derived(@Nullable BigDecimal total) {
    return new Tally(
        total == null ? Adds.NO : Adds.SUM,
        total == null ? BigDecimal.ZERO : total,
        counted,
        blank,
        excluded,
        madeOf);
  }

  /** Returns the same, of which it is known what it is made of. */
  Tally madeOf(RollUpContents.Total total) {
    BigDecimal own = total.own();
    return new Tally(
        adds, own == null ? BigDecimal.ZERO : own, counted, blank, excluded, total.counters());
  }

  /** Returns the same, of which it is known of how many entries of units it is made. */
  Tally madeOf(Counters counters) {
    return new Tally(adds, sum, counted, blank, excluded, counters);
  }

  /** Tells whether it is made of other entries than those that it counts itself. */
  public boolean madeOfOthers() {
    return !madeOf.equals(new Counters(counted, blank, excluded));
  }

  /**
   * Returns the total, or null where nothing was counted, or where nothing that is certain would
   * come of putting the answers together.
   */
  public @Nullable BigDecimal total() {
    return switch (adds) {
      case SUM, MAX, MIN -> madeOf.counted() == 0 ? null : sum;
      case NO, RATIO, TALLY -> null;
    };
  }
}
