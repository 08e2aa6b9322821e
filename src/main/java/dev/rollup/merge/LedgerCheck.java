package dev.rollup.merge;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.template.Ledger;
import dev.rollup.template.Unit;
import dev.rollup.template.Unmatched;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells which lines of the ledger say something of which nothing is found in the run. */
public final class LedgerCheck {

  private final Report report;

  private LedgerCheck(Report report) {
    this.report = report;
  }

  /** Returns what is to be said about lines without effect, in the order of the lines. */
  public static List<Finding> of(Ledger ledger, Report report) {
    var check = new LedgerCheck(report);
    var findings = new ArrayList<Finding>();
    ledger.lines().forEach(line -> check.check(line).ifPresent(findings::add));
    return findings;
  }

  private Optional<Finding> check(Ledger.Line line) {
    Optional<UnitResult> unit = unit(line.unit());
    if (!line.unit().isEmpty() && unit.isEmpty()) {
      return Optional.of(Unmatched.finding(line.at(), Unmatched.NO_UNIT, line.unit()));
    }
    if (!line.reportedBy().isEmpty()) {
      return reportedBy(line, unit.orElseThrow().unit());
    }
    if (line.file().isEmpty()) {
      return unit.orElseThrow().files().isEmpty()
          ? Optional.of(
              Unmatched.finding(
                  line.at(), Unmatched.NOTHING_CAME, unit.orElseThrow().unit().name()))
          : Optional.empty();
    }
    List<FileResult> files =
        report.files().stream()
            .filter(file -> line.isAbout(file.source().path(), file.source().unit()))
            .toList();
    if (files.isEmpty()) {
      return Optional.of(
          unit.isEmpty()
              ? Unmatched.finding(line.at(), Unmatched.NO_FILE, line.file())
              : Unmatched.finding(
                  line.at(), Unmatched.NO_FILE_OF_UNIT, line.file(), unit.get().unit().name()));
    }
    boolean taken =
        files.stream()
            .anyMatch(file -> file.status().counts() || file.status() == FileStatus.DUPLICATE);
    return line.counts() && !taken
        ? Optional.of(Unmatched.finding(line.at(), Unmatched.NO_CHOICE, line.file()))
        : Optional.empty();
  }

  private Optional<Finding> reportedBy(Ledger.Line line, Unit unit) {
    Optional<UnitResult> by = unit(line.reportedBy());
    if (by.isEmpty()) {
      return Optional.of(Unmatched.finding(line.at(), Unmatched.NO_UNIT, line.reportedBy()));
    }
    boolean reported =
        report.findings().stream()
            .filter(finding -> finding.code() == FindingCode.REPORTED_BY_OTHER)
            .anyMatch(finding -> unit.id().equals(finding.at().unit()));
    return reported
        ? Optional.empty()
        : Optional.of(
            Unmatched.finding(
                line.at(), Unmatched.NO_REPORTER, by.get().unit().name(), unit.name()));
  }

  private Optional<UnitResult> unit(String name) {
    return report.units().stream().filter(unit -> unit.unit().isCalled(name)).findFirst();
  }
}
