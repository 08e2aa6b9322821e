package dev.rollup.report;

import dev.rollup.finding.Severity;
import dev.rollup.merge.Report;
import dev.rollup.merge.Reporting;
import dev.rollup.merge.UnitResult;
import java.util.List;

/**
 * Where some units stand.
 *
 * @param reporting how many of them reported
 * @param errors how many entries of their returns are to be corrected
 * @param warnings how many entries of their returns are to be confirmed
 */
public record ReportingFigures(Reporting reporting, long errors, long warnings) {

  /** Returns where all units of a report stand. */
  public static ReportingFigures of(Report report) {
    return of(report.units(), report.reporting().expected().isPresent());
  }

  /**
   * Counts units.
   *
   * @param roster whether they are known to be all that owe a return
   */
  static ReportingFigures of(List<UnitResult> units, boolean roster) {
    return new ReportingFigures(
        Reporting.of(units, roster),
        findings(units, Severity.ERROR),
        findings(units, Severity.WARNING));
  }

  private static long findings(List<UnitResult> units, Severity severity) {
    return units.stream()
        .flatMap(unit -> unit.accepted().stream())
        .flatMap(file -> SaidOnce.of(file.findings()).stream())
        .filter(finding -> finding.severity() == severity)
        .count();
  }
}
