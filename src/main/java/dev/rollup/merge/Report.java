package dev.rollup.merge;

import dev.rollup.finding.Finding;
import java.util.ArrayList;
import java.util.List;
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

  /** Returns what still stands: all findings but those of files that others stand for. */
  public Stream<Finding> standingFindings() {
    return Stream.concat(
        files.stream()
            .filter(file -> !file.status().settled())
            .flatMap(file -> file.findings().stream()),
        findings.stream());
  }
}
