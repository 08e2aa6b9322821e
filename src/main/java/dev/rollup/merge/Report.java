package dev.rollup.merge;

import dev.rollup.finding.Finding;
import dev.rollup.model.CodePoints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

  /**
   * Returns how many units of each group reported; the groups in code point order, those without
   * one under the empty name.
   */
  public Map<String, Reporting> reportingByGroup() {
    Map<String, List<UnitResult>> groups =
        units.stream()
            .collect(
                Collectors.groupingBy(
                    unit -> Objects.requireNonNullElse(unit.unit().group(), ""),
                    () -> new TreeMap<>(CodePoints.ORDER),
                    Collectors.toList()));
    var reportingOf = new LinkedHashMap<String, Reporting>();
    groups.forEach(
        (group, own) ->
            reportingOf.put(group, Reporting.of(own, reporting.expected().isPresent())));
    return reportingOf;
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
