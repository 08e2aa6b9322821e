package dev.rollup.write;

import dev.rollup.finding.Severity;
import dev.rollup.merge.Reporting;
import dev.rollup.merge.UnitResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Where some units stand.
 *
 * @param reporting how many of them reported
 * @param errors how many entries of their returns are to be corrected and in no total yet
 * @param warnings how many entries of their returns are to be confirmed
 */
record Standing(Reporting reporting, long errors, long warnings) {

  /** The figures, in the order in which they are shown. */
  enum Figure {
    EXPECTED("overview.expected"),
    ACTUAL("overview.actual"),
    NIL("reporting.nil"),
    ON_TIME("reporting.on-time"),
    LATE("reporting.late"),
    UNKNOWN("reporting.unknown"),
    RETURNED("reporting.returned"),
    MISSING("reporting.missing"),
    AWAITED("reporting.awaited"),
    RATE("reporting.rate"),
    RATE_ON_TIME("reporting.rate-on-time"),
    ERRORS("overview.errors"),
    WARNINGS("overview.warnings");

    private final String key;

    Figure(String key) {
      this.key = key;
    }

    /** Returns the key of its name. */
    String key() {
      return key;
    }

    boolean isRate() {
      return this == RATE || this == RATE_ON_TIME;
    }
  }

  /**
   * Counts units.
   *
   * @param roster whether they are known to be all that owe a return
   */
  static Standing of(List<UnitResult> units, boolean roster) {
    return new Standing(
        Reporting.of(units, roster),
        findings(units, Severity.ERROR),
        findings(units, Severity.WARNING));
  }

  private static long findings(List<UnitResult> units, Severity severity) {
    return units.stream()
        .flatMap(unit -> unit.accepted().stream())
        .flatMap(file -> file.findings().stream())
        .filter(finding -> finding.severity() == severity)
        .count();
  }

  /** Returns a figure, a rate in percent; empty where it is not known. */
  Optional<BigDecimal> figure(Figure figure) {
    return switch (figure) {
      case EXPECTED -> reporting.expected().map(BigDecimal::valueOf);
      case ACTUAL -> number(reporting.actual());
      case NIL -> number(reporting.nil());
      case ON_TIME -> number(reporting.onTime());
      case LATE -> number(reporting.late());
      case UNKNOWN -> number(reporting.unknown());
      case RETURNED -> number(reporting.returned());
      case MISSING -> reporting.expected().flatMap(roster -> number(reporting.missing()));
      case AWAITED -> reporting.expected().flatMap(roster -> number(reporting.awaited()));
      case RATE -> reporting.rate();
      case RATE_ON_TIME -> reporting.onTimeRate();
      case ERRORS -> number(errors);
      case WARNINGS -> number(warnings);
    };
  }

  private static Optional<BigDecimal> number(long number) {
    return Optional.of(BigDecimal.valueOf(number));
  }
}
