package dev.rollup.merge;

import dev.rollup.clerkfile.Ledger;
import dev.rollup.clerkfile.Unmatched;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.roster.Unit;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which lines of the ledger say something of which nothing is found in the run. */
public final class LedgerCheck {

  private final UnitIndex units;

  /** The files by all that a line may call them. */
  private final Map<String, List<FileResult>> files = new HashMap<>();

  /** The ids of the units that another reports for. */
  private final Set<String> reportedByOthers;

  /** The files that are said to count. */
  private final List<FileResult> chosen;

  private LedgerCheck(Ledger ledger, Report report) {
    this.units = new UnitIndex(report.units());
    for (var file : report.files()) {
      Ledger.names(file.source().path())
          .distinct()
          .forEach(name -> files.computeIfAbsent(name, n -> new ArrayList<>()).add(file));
    }
    this.chosen =
        report.files().stream()
            .filter(file -> ledger.counts(file.source().path(), file.source().unit()))
            .toList();
    this.reportedByOthers =
        report.findings().stream()
            .filter(finding -> finding.code() == FindingCode.REPORTED_BY_OTHER)
            .map(finding -> finding.at().unit())
            .collect(Collectors.toSet());
  }

  /** Returns what is to be said about lines without effect, in the order of the lines. */
  public static List<Finding> of(Ledger ledger, Report report) {
    var check = new LedgerCheck(ledger, report);
    var findings = new ArrayList<Finding>();
    ledger.lines().forEach(line -> check.check(line).ifPresent(findings::add));
    return findings;
  }

  private Optional<Finding> check(Ledger.Line line) {
    Optional<UnitResult> unit = units.called(line.unit());
    if (!line.unit().isEmpty() && unit.isEmpty()) {
      return Optional.of(Unmatched.NO_UNIT.finding(line.at(), line.unit()));
    }
    if (!line.reportedBy().isEmpty()) {
      return reportedBy(line, unit.orElseThrow().unit());
    }
    if (line.file().isEmpty()) {
      return unit.orElseThrow().files().isEmpty()
          ? Optional.of(Unmatched.NOTHING_CAME.finding(line.at(), unit.orElseThrow().unit().name()))
          : Optional.empty();
    }
    List<FileResult> meant =
        files.getOrDefault(Folding.nfkc(line.file()), List.of()).stream()
            .filter(file -> line.isOf(file.source().unit()))
            .toList();
    if (meant.isEmpty()) {
      return Optional.of(
          unit.isEmpty()
              ? Unmatched.NO_FILE.finding(line.at(), line.file())
              : Unmatched.NO_FILE_OF_UNIT.finding(
                  line.at(), line.file(), unit.get().unit().name()));
    }
    boolean taken =
        meant.stream()
            .anyMatch(file -> file.status().counts() || file.status() == FileStatus.DUPLICATE);
    if (!line.counts() || taken) {
      return Optional.empty();
    }
    return Optional.of(
        meant.stream()
            .flatMap(file -> otherChoice(file).stream())
            .findFirst()
            .map(
                other ->
                    Unmatched.SEVERAL_CHOICES.finding(
                        line.at(), line.file(), other.source().path()))
            .orElseGet(() -> Unmatched.NO_CHOICE.finding(line.at(), line.file())));
  }

  /** Returns another file of the same unit that is said to count, where both could. */
  private Optional<FileResult> otherChoice(FileResult file) {
    Return own = file.source();
    return own.heldCounts()
        ? chosen.stream()
            .filter(other -> other.source().heldCounts())
            .filter(other -> other.source().unit().equals(own.unit()))
            .filter(other -> !Objects.equals(other.source().sha256(), own.sha256()))
            .findFirst()
        : Optional.empty();
  }

  private Optional<Finding> reportedBy(Ledger.Line line, Unit unit) {
    Optional<UnitResult> by = units.called(line.reportedBy());
    if (by.isEmpty()) {
      return Optional.of(Unmatched.NO_UNIT.finding(line.at(), line.reportedBy()));
    }
    return reportedByOthers.contains(unit.id())
        ? Optional.empty()
        : Optional.of(
            Unmatched.NO_REPORTER.finding(line.at(), by.get().unit().name(), unit.name()));
  }
}
