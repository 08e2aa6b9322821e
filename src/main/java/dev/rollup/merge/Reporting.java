package dev.rollup.merge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How many units reported, in the terms of DHIS2: expected, actual and on-time reports.
 *
 * @param expected how many owe a return; empty without a roster
 * @param actual how many reported, nil reports among them
 * @param nil how many reported that nothing was done
 * @param onTime how many reported in time
 * @param late how many reported after the deadline
 * @param unknown of how many that reported the time is not known
 * @param returned of how many something came, but nothing that counts
 * @param missing how many owe a return after the deadline
 * @param awaited how many owe a return before the deadline
 */
public record Reporting(
    Optional<Integer> expected,
    int actual,
    int nil,
    int onTime,
    int late,
    int unknown,
    int returned,
    int missing,
    int awaited) {

  /**
   * Counts units.
   *
   * @param roster whether they are known to be all that owe a return
   */
  public static Reporting of(List<UnitResult> units, boolean roster) {
    return new Reporting(
        roster ? Optional.of(units.size()) : Optional.empty(),
        (int) units.stream().filter(unit -> unit.state().actual()).count(),
        state(units, UnitState.NIL),
        timeliness(units, Timeliness.ON_TIME),
        timeliness(units, Timeliness.LATE),
        timeliness(units, Timeliness.UNKNOWN),
        state(units, UnitState.RETURNED),
        state(units, UnitState.MISSING),
        state(units, UnitState.AWAITED));
  }

  private static int state(List<UnitResult> units, UnitState state) {
    return (int) units.stream().filter(unit -> unit.state() == state).count();
  }

  private static int timeliness(List<UnitResult> units, Timeliness timeliness) {
    return (int)
        units.stream()
            .filter(unit -> unit.timeliness().filter(timeliness::equals).isPresent())
            .count();
  }

  /** Returns actual in percent of expected, one decimal, half up; empty without a roster. */
  public Optional<BigDecimal> rate() {
    return percent(actual);
  }

  /** Returns on-time in percent of expected, one decimal, half up; empty without a roster. */
  public Optional<BigDecimal> onTimeRate() {
    return percent(onTime);
  }

  private Optional<BigDecimal> percent(int part) {
    return expected
        .filter(all -> all > 0)
        .map(
            all ->
                BigDecimal.valueOf(part)
                    .multiply(BigDecimal.valueOf(100))
                    .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP));
  }
}
