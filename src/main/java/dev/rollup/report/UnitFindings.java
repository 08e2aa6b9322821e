package dev.rollup.report;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.FileStatus;
import dev.rollup.merge.Report;
import dev.rollup.merge.UnitResult;
import dev.rollup.merge.UnitState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What there is to say about one unit.
 *
 * @param unit the unit
 * @param standing what still holds, the heaviest first
 * @param settled what was found in files that were set aside, and went with them
 */
public record UnitFindings(UnitResult unit, List<Finding> standing, List<Finding> settled) {

  /** What needs no answer and stands in the table of conversions. */
  private static final Set<FindingCode> CONVERSIONS =
      EnumSet.of(FindingCode.COERCED_COUNT, FindingCode.BLANK_COUNT, FindingCode.FORMULA_VALUE);

  /** Why a file was set aside: this holds although the file is set aside. */
  private static final Set<FindingCode> REASONS =
      EnumSet.of(
          FindingCode.SUPERSEDED,
          FindingCode.DUPLICATE_FILE,
          FindingCode.SUB_UNIT_RETURN,
          FindingCode.COMPANION_DOCUMENT);

  /** Copies the lists. */
  public UnitFindings {
    standing = List.copyOf(standing);
    settled = List.copyOf(settled);
  }

  /**
   * Gathers what there is to say about a unit.
   *
   * @param batch what is about the unit and not about a file
   */
  public static UnitFindings of(UnitResult unit, List<Finding> batch) {
    var standing = new ArrayList<Finding>();
    var settled = new ArrayList<Finding>();
    for (var finding : batch) {
      // That nothing came is said by the list of those units.
      if (finding.code() != FindingCode.UNIT_NOT_REPORTED) {
        standing.add(finding);
      }
    }
    for (var file : unit.files()) {
      for (var finding : SaidOnce.of(file.findings())) {
        // What came along is listed at the end of the report, with all that is no return.
        if (!isConversion(finding) && finding.code() != FindingCode.COMPANION_DOCUMENT) {
          boolean holds = !setAside(file) || setsAside(finding);
          (holds ? standing : settled).add(finding.inFile(file.source().path()));
        }
      }
    }
    settled.removeIf(finding -> standing.stream().anyMatch(other -> same(finding, other)));
    standing.sort(Comparator.comparing(Finding::severity).reversed());
    return new UnitFindings(unit, standing, settled);
  }

  /** Gathers what there is to say about each unit, in the order of the report. */
  public static List<UnitFindings> of(Report report) {
    Map<String, List<Finding>> batch =
        report.findings().stream()
            .filter(finding -> finding.at().unit() != null)
            .collect(Collectors.groupingBy(finding -> finding.at().unit()));
    return report.units().stream()
        .map(unit -> of(unit, batch.getOrDefault(unit.unit().id(), List.of())))
        .toList();
  }

  /** Returns how much the heaviest of what still holds weighs; empty where all is well. */
  public Optional<Severity> worst() {
    return unit.state() == UnitState.RETURNED
        ? Optional.of(Severity.ERROR)
        : standing.stream().map(Finding::severity).findFirst();
  }

  /** Returns how many of the standing findings weigh that much. */
  public long count(Severity severity) {
    return standing.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** Tells whether the table of conversions says all there is to say. */
  public static boolean isConversion(Finding finding) {
    return CONVERSIONS.contains(finding.code());
  }

  /** Tells whether a finding is the reason why a file takes no part. */
  public static boolean setsAside(Finding finding) {
    return REASONS.contains(finding.code());
  }

  private static boolean setAside(FileResult file) {
    return file.status() == FileStatus.SUPERSEDED
        || file.status() == FileStatus.DUPLICATE
        || file.status() == FileStatus.SKIPPED;
  }

  /** Tells whether two files have the same fault in the same place, as copies do. */
  private static boolean same(Finding one, Finding other) {
    return one.inFile(null).equals(other.inFile(null));
  }
}
