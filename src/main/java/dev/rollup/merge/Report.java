package dev.rollup.merge;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that is known after a merge.
 *
 * @param reporting how many units reported
 * @param files what became of every file, in path order
 * @param units where every unit stands, in the order of the roster
 * @param summary what the accepted returns add up to
 * @param findings what is about the batch and not about a file
 */
public record Report(
    Reporting reporting,
    List<FileResult> files,
    List<UnitResult> units,
    Summary summary,
    List<Finding> findings) {

  /** Copies the lists. */
  public Report {
    files = List.copyOf(files);
    units = List.copyOf(units);
    findings = List.copyOf(findings);
  }

  /** Returns the same report with more to say about the batch. */
  public Report withFindings(List<Finding> more) {
    var all = new ArrayList<>(findings);
    all.addAll(more);
    return new Report(reporting, files, units, summary, all);
  }

  /** Returns what must be corrected in the returns that are in the totals, or was to be. */
  public List<Finding> toCorrect() {
    Stream<Finding> inReturns =
        files.stream()
            .filter(file -> file.status() == FileStatus.ACCEPTED_WITH_ERRORS)
            .flatMap(file -> file.findings().stream())
            .filter(finding -> finding.severity() == Severity.ERROR);
    Stream<Finding> notCorrected =
        findings.stream().filter(finding -> finding.code() == FindingCode.CORRECTION_NOT_APPLIED);
    return Stream.concat(inReturns, notCorrected).toList();
  }

  /** Returns how many entries of the returns that count are in no total. */
  public long excluded() {
    return units.stream().mapToLong(unit -> unit.excluded().size()).sum();
  }

  /** Returns how many files are of no use and belong to no unit that is returned already. */
  public long rejected() {
    long all = files.stream().filter(file -> file.status() == FileStatus.REJECTED).count();
    long ofReturned =
        units.stream()
            .filter(unit -> unit.state() == UnitState.RETURNED)
            .mapToLong(UnitResult::rejected)
            .sum();
    return all - ofReturned;
  }

  /** Returns what became of every file, in path order: one result each, whatever it holds. */
  public List<FileResult> byFile() {
    Map<String, List<FileResult>> byPath =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    file -> file.source().path(), LinkedHashMap::new, Collectors.toList()));
    return byPath.values().stream().map(FileResult::together).toList();
  }

  /** Returns what still stands: all findings but those of files that others stand for. */
  public Stream<Finding> standingFindings() {
    return Stream.concat(
        files.stream()
            .filter(file -> !file.status().settled())
            .flatMap(file -> file.findings().stream()),
        findings.stream());
  }
}
