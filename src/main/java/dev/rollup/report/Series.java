package dev.rollup.report;

import dev.rollup.roster.EarlierPeriod;
import dev.rollup.template.Field;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The totals of several periods of one form, side by side.
 *
 * @param labels what the periods are called, in their order
 * @param units how many units reported in each; null where that is not known
 * @param lines one for every field of which any period has a total, in the order of the form
 * @param measures one for every measure in which anything is counted
 */
public record Series(
    List<String> labels,
    List<@Nullable Integer> units,
    List<Line> lines,
    List<OfMeasure> measures) {

  /** Copies the lists. */
  public Series {
    labels = List.copyOf(labels);
    units = Collections.unmodifiableList(new ArrayList<>(units));
    lines = List.copyOf(lines);
    measures = List.copyOf(measures);
  }

  /**
   * One field.
   *
   * @param values its totals, by period; null where nothing was counted
   */
  public record Line(Field field, List<@Nullable BigDecimal> values) {

    /** Copies the list. */
    public Line {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  /**
   * What was counted in one measure.
   *
   * @param values the sum over all fields of that measure, by period; null where nothing was
   *     counted
   */
  public record OfMeasure(String name, List<@Nullable BigDecimal> values) {

    /** Copies the list. */
    public OfMeasure {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Returns the largest value. */
    public BigDecimal largest() {
      return values.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::max);
    }
  }

  /** Puts periods side by side. */
  public static Series of(Template template, List<EarlierPeriod> periods) {
    var lines = new ArrayList<Line>();
    for (var field : template.tallied().values()) {
      var values = new ArrayList<@Nullable BigDecimal>();
      periods.forEach(period -> values.add(period.totals().get(field.id())));
      if (values.stream().anyMatch(Objects::nonNull)) {
        lines.add(new Line(field, values));
      }
    }
    var names = new LinkedHashSet<String>();
    lines.stream()
        .filter(line -> line.field().counts())
        .forEach(line -> names.add(line.field().measured().name()));
    var measures = new ArrayList<OfMeasure>();
    for (var name : names) {
      var sums = new ArrayList<@Nullable BigDecimal>();
      for (int p = 0; p < periods.size(); p++) {
        sums.add(sum(lines, name, p));
      }
      measures.add(new OfMeasure(name, sums));
    }
    var units = new ArrayList<@Nullable Integer>();
    periods.forEach(period -> units.add(period.units()));
    return new Series(periods.stream().map(EarlierPeriod::label).toList(), units, lines, measures);
  }

  private static @Nullable BigDecimal sum(List<Line> lines, String measure, int period) {
    return lines.stream()
        .filter(line -> line.field().counts() && line.field().measured().name().equals(measure))
        .map(line -> line.values().get(period))
        .filter(Objects::nonNull)
        .reduce(BigDecimal::add)
        .orElse(null);
  }
}
