package dev.rollup.report;

import dev.rollup.merge.Reporting;
import java.math.BigDecimal;
import java.util.Optional;

/** What is shown of where units stand, in the order in which it is shown. */
public enum Figure {
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
  public String key() {
    return key;
  }

  /** Tells whether the figure is a rate in percent, and no number of units or entries. */
  public boolean isRate() {
    return this == RATE || this == RATE_ON_TIME;
  }

  /** Returns the figure itself, a rate in percent; empty where it is not known. */
  public Optional<BigDecimal> of(ReportingFigures figures) {
    Reporting reporting = figures.reporting();
    return switch (this) {
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
      case ERRORS -> number(figures.errors());
      case WARNINGS -> number(figures.warnings());
    };
  }

  private static Optional<BigDecimal> number(long number) {
    return Optional.of(BigDecimal.valueOf(number));
  }
}
