package dev.rollup.report;

import dev.rollup.merge.UnitResult;
import dev.rollup.roster.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is to say about units, spread over pages that a browser opens at once where one page
 * for all of them would not do.
 *
 * @param pages the pages, by the kind of the units and in the order of the roster; none where
 *     everything stands on the report's own page
 */
public record ReportPages(List<Page> pages) {

  /** The report's own page holds so many units. */
  public static final int MOST_ON_ONE = 300;

  private static final int PER_PAGE = 200;

  /**
   * One page.
   *
   * @param number from 1
   * @param group the kind of its units; empty for those of no kind
   * @param first the number of its first unit within the kind, from 1
   * @param units those from which something came, or about which there is something to say
   */
  public record Page(int number, String group, int first, List<UnitFindings> units) {

    /** Copies the list. */
    public Page {
      units = List.copyOf(units);
    }

    /** Returns the name of its file within {@link Output#REPORT_PAGES}. */
    public String fileName() {
      return "%03d.html".formatted(number);
    }
  }

  /** Copies the list. */
  public ReportPages {
    pages = List.copyOf(pages);
  }

  /** Spreads units over pages, if there are more of them than the report's own page holds. */
  public static ReportPages of(List<UnitFindings> all) {
    if (all.stream().filter(unit -> unit.worst().isPresent()).count() <= MOST_ON_ONE) {
      return new ReportPages(List.of());
    }
    Map<String, List<UnitFindings>> groups = new LinkedHashMap<>();
    for (var unit : all) {
      if (unit.worst().isPresent() || !unit.unit().files().isEmpty()) {
        groups.computeIfAbsent(group(unit.unit()), name -> new ArrayList<>()).add(unit);
      }
    }
    var pages = new ArrayList<Page>();
    groups.forEach(
        (group, units) -> {
          for (int from = 0; from < units.size(); from += PER_PAGE) {
            int to = Math.min(units.size(), from + PER_PAGE);
            pages.add(new Page(pages.size() + 1, group, from + 1, units.subList(from, to)));
          }
        });
    return new ReportPages(pages);
  }

  private static String group(UnitResult unit) {
    Unit named = unit.unit();
    return named.group() == null ? "" : named.group();
  }
}
