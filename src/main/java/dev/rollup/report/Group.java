package dev.rollup.report;

import dev.rollup.merge.Report;
import dev.rollup.merge.Summary;
import dev.rollup.merge.Tally;
import dev.rollup.merge.UnitResult;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The units of one kind.
 *
 * @param name what the roster calls them; empty for those that it calls nothing
 * @param units the units, in the order of the roster
 * @param figures where they stand
 */
public record Group(String name, List<UnitResult> units, ReportingFigures figures) {

  /** Copies the units. */
  public Group {
    units = List.copyOf(units);
  }

  /** Returns the units of a report by group, in the order of the roster. */
  public static List<Group> all(Report report) {
    var groups = new LinkedHashMap<String, List<UnitResult>>();
    for (var unit : report.units()) {
      String name = Objects.requireNonNullElse(unit.unit().group(), "");
      groups.computeIfAbsent(name, group -> new ArrayList<>()).add(unit);
    }
    boolean roster = report.reporting().expected().isPresent();
    return groups.entrySet().stream()
        .map(
            group ->
                new Group(
                    group.getKey(),
                    group.getValue(),
                    ReportingFigures.of(group.getValue(), roster)))
        .toList();
  }

  /**
   * Returns what their returns add up to, by field id.
   *
   * @param report all units: what words only suggest holds for the district or for no group
   */
  public Map<String, Tally> totals(Template template, Report report) {
    Stream<Summary> parts = units.stream().map(unit -> unit.summary(template));
    return Summary.sum(template, parts).derivedAs(template, report.summary()).totals();
  }
}
