package dev.rollup.report;

import dev.rollup.merge.Report;
import dev.rollup.merge.Tally;
import dev.rollup.merge.UnitResult;
import dev.rollup.template.Field;
import dev.rollup.template.Template;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the units counted of one measure, over all fields that add up in it.
 *
 * @param places the units that counted any, the largest first; equal ones in the order of the
 *     roster
 */
public record Ranking(List<Place> places) {

  /** What one unit counted. */
  public record Place(UnitResult unit, Tally tally) {}

  /** Copies the list. */
  public Ranking {
    places = List.copyOf(places);
  }

  /** Returns the ranking of a report by one measure. */
  public static Ranking of(Report report, Template template, String measure) {
    List<Field> fields =
        template.fields().values().stream()
            .filter(field -> field.counts() && field.measured().name().equals(measure))
            .toList();
    return new Ranking(
        report.units().stream()
            .map(unit -> new Place(unit, tally(unit.summary(template).totals(), fields)))
            .filter(place -> place.tally().total() != null)
            .sorted(Comparator.comparing((Place place) -> place.tally().sum()).reversed())
            .toList());
  }

  /** Returns what the units come to together that come after some. */
  public Tally behind(int first) {
    return Tally.sum(places.stream().skip(first).map(Place::tally).toList());
  }

  private static Tally tally(Map<String, Tally> totals, List<Field> fields) {
    return Tally.sum(
        fields.stream().map(field -> totals.getOrDefault(field.id(), Tally.NONE)).toList());
  }
}
