package dev.rollup.report;

import dev.rollup.merge.Report;
import dev.rollup.merge.Tally;
import dev.rollup.roster.EarlierPeriod;
import dev.rollup.template.Field;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a run beside those of other periods.
 *
 * @param labels what the other periods are called
 * @param units how many units each period is made of, this one first; null where that is not known
 * @param lines one for every field of which there is a total, in the order of the form
 * @param byUnit one for every unit and measure, in the order of the report; empty where of no other
 *     period it is known what each unit counted
 */
public record Comparison(
    List<String> labels, List<@Nullable Integer> units, List<Line> lines, List<OfUnit> byUnit) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Copies the lists. */
  public Comparison {
    labels = List.copyOf(labels);
    units = Collections.unmodifiableList(new ArrayList<>(units));
    lines = List.copyOf(lines);
    byUnit = List.copyOf(byUnit);
  }

  /**
   * One field.
   *
   * @param now its total in this run; null where nothing was counted
   * @param partial whether something that was left out belongs to it
   * @param then what it was in the other periods, in their order
   */
  public record Line(Field field, @Nullable BigDecimal now, boolean partial, List<Then> then) {

    /** Copies the list. */
    public Line {
      then = List.copyOf(then);
    }
  }

  /**
   * What one unit counted in one measure, all items together.
   *
   * @param now how much in this run; null where it gave no number
   * @param partial whether something that was left out belongs to it
   * @param then how much in the other periods, in their order
   */
  public record OfUnit(
      String unit, String measure, @Nullable BigDecimal now, boolean partial, List<Then> then) {

    /** Copies the list. */
    public OfUnit {
      then = List.copyOf(then);
    }
  }

  /**
   * A total of another period.
   *
   * @param value the total; null where nothing was counted, or the form did not ask for it
   * @param more by how much this run's is larger; null where one of them is missing
   * @param percent the same in percent of the other one, with one decimal; null where that is
   *     missing or not above 0
   */
  public record Then(
      @Nullable BigDecimal value, @Nullable BigDecimal more, @Nullable BigDecimal percent) {

    static Then of(@Nullable BigDecimal now, @Nullable BigDecimal then) {
      if (now == null || then == null) {
        return new Then(then, null, null);
      }
      BigDecimal more = now.subtract(then);
      return new Then(
          then,
          more,
          then.signum() > 0 ? more.multiply(HUNDRED).divide(then, 1, RoundingMode.HALF_UP) : null);
    }
  }

  /** Compares a run with other periods of the same form. */
  public static Comparison of(Template template, Report report, List<EarlierPeriod> others) {
    var lines = new ArrayList<Line>();
    for (var field : template.tallied().values()) {
      Tally tally = report.summary().totals().getOrDefault(field.id(), Tally.NONE);
      BigDecimal now = tally.total();
      if (now != null || others.stream().anyMatch(each -> each.totals().get(field.id()) != null)) {
        lines.add(
            new Line(
                field,
                now,
                tally.excluded() > 0,
                others.stream().map(each -> Then.of(now, each.totals().get(field.id()))).toList()));
      }
    }
    var units = new ArrayList<@Nullable Integer>();
    units.add(report.reporting().actual());
    others.forEach(each -> units.add(each.units()));
    return new Comparison(
        others.stream().map(EarlierPeriod::label).toList(),
        units,
        lines,
        others.stream().allMatch(each -> each.byUnit().isEmpty())
            ? List.of()
            : byUnit(template, report, others));
  }

  private static List<OfUnit> byUnit(Template template, Report report, List<EarlierPeriod> others) {
    var lines = new ArrayList<OfUnit>();
    for (var measure : measures(template)) {
      List<Field> fields =
          template.fields().values().stream()
              .filter(field -> field.counts() && field.measured().name().equals(measure))
              .toList();
      for (var unit : report.units()) {
        Map<String, Tally> totals = unit.summary(template).totals();
        Tally tally =
            Tally.sum(
                fields.stream().map(field -> totals.getOrDefault(field.id(), Tally.NONE)).toList());
        lines.add(
            new OfUnit(
                unit.unit().name(),
                measure,
                tally.total(),
                tally.excluded() > 0,
                others.stream()
                    .map(each -> Then.of(tally.total(), sum(each.of(unit.unit()), fields)))
                    .toList()));
      }
    }
    return lines;
  }

  private static @Nullable BigDecimal sum(Map<String, BigDecimal> counted, List<Field> fields) {
    return fields.stream()
        .map(field -> counted.get(field.id()))
        .filter(Objects::nonNull)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  /** Returns in which measure units are compared: the one of the charts, else each. */
  private static List<String> measures(Template template) {
    return template
        .charts()
        .map(charts -> List.of(charts.byUnit()))
        .orElseGet(
            () ->
                template.fields().values().stream()
                    .filter(Field::counts)
                    .map(field -> field.measured().name())
                    .distinct()
                    .toList());
  }
}
