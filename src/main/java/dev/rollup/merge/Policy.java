package dev.rollup.merge;

import dev.rollup.roster.EarlierPeriod;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What the person who runs the merge decides.
 *
 * @param deadline until when a return is on time; empty where nothing is late
 * @param awaiting whether the deadline still lies ahead, so that nobody is missing yet
 * @param strict whether any error rejects its whole file
 * @param rejectSeveral whether several differing returns of one unit are refused, whatever their
 *     order
 * @param periods what the units reported of other periods, to be compared with
 */
public record Policy(
    Optional<OffsetDateTime> deadline,
    boolean awaiting,
    boolean strict,
    boolean rejectSeveral,
    List<EarlierPeriod> periods) {

  /** Copies the periods. */
  public Policy {
    periods = List.copyOf(periods);
  }

  /** Compares with no other period. */
  public Policy(
      Optional<OffsetDateTime> deadline, boolean awaiting, boolean strict, boolean rejectSeveral) {
    this(deadline, awaiting, strict, rejectSeveral, List.of());
  }
}
