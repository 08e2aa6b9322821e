package dev.rollup.report;

import dev.rollup.merge.Report;
import dev.rollup.merge.Tally;
import dev.rollup.template.Charts;
import dev.rollup.template.Field;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts of one measure beside each other: what a chart shows, in whatever words.
 *
 * @param by what is compared
 * @param measure what is counted
 * @param bars the counts, in order; at least one has a value
 * @param left how many were left out, since more cannot be told apart on a page
 * @param leftTotal what those add up to; 0 where items are compared
 */
public record ChartData(By by, String measure, List<Bar> bars, int left, BigDecimal leftTotal) {

  /** More bars cannot be told apart on a page. */
  public static final int MOST = 25;

  /** What is compared. */
  public enum By {
    /** The units, each with the sum over all items. */
    UNIT,
    /** The items, each with the sum over all units. */
    ITEM
  }

  /**
   * A count among others.
   *
   * @param section the number of the item's section; null where units are compared
   * @param field what was counted; null where units are compared
   * @param name who counted, or what the form calls that which was
   * @param value how many; null where nobody gave a number
   * @param partial whether something that was left out belongs to it
   */
  public record Bar(
      @Nullable String section,
      @Nullable Field field,
      String name,
      @Nullable BigDecimal value,
      boolean partial) {

    private static Bar of(String unit, Tally tally) {
      return new Bar(null, null, unit, tally.total(), tally.excluded() > 0);
    }

    private static Bar of(String section, Field field, Tally tally) {
      return new Bar(section, field, field.label(), tally.total(), tally.excluded() > 0);
    }

    private BigDecimal size() {
      return Objects.requireNonNullElse(value, BigDecimal.ONE.negate());
    }
  }

  /** Copies the list. */
  public ChartData {
    bars = List.copyOf(bars);
  }

  /** Returns what the template asks to be compared, as far as there is something to show. */
  public static List<ChartData> of(Report report, Template template) {
    if (template.charts().isEmpty()) {
      return List.of();
    }
    Charts charts = template.charts().get();
    return Stream.of(
            byUnit(report, template, charts.byUnit()), byItem(report, template, charts.byItem()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Returns the largest value. */
  public BigDecimal largest() {
    return bars.stream().map(Bar::size).reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  private static Optional<ChartData> byUnit(Report report, Template template, String measure) {
    Ranking ranking = Ranking.of(report, template, measure);
    List<Bar> shown =
        ranking.places().stream()
            .limit(MOST)
            .map(place -> Bar.of(place.unit().unit().name(), place.tally()))
            .toList();
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    int left = ranking.places().size() - shown.size();
    BigDecimal leftTotal = left == 0 ? BigDecimal.ZERO : ranking.behind(shown.size()).sum();
    return Optional.of(new ChartData(By.UNIT, measure, shown, left, leftTotal));
  }

  private static Optional<ChartData> byItem(Report report, Template template, String measure) {
    var bars = new ArrayList<Bar>();
    for (var section : template.sections()) {
      for (var item : section.items()) {
        for (var field : item.fields()) {
          if (counts(field, measure)) {
            Tally tally = report.summary().totals().getOrDefault(field.id(), Tally.NONE);
            bars.add(Bar.of(section.id(), field, tally));
          }
        }
      }
    }
    if (bars.stream().allMatch(bar -> bar.value() == null)) {
      return Optional.empty();
    }
    int all = bars.size();
    if (all > MOST) {
      List<Bar> large =
          bars.stream().sorted(Comparator.comparing(Bar::size).reversed()).limit(MOST).toList();
      bars.retainAll(large);
    }
    return Optional.of(new ChartData(By.ITEM, measure, bars, all - bars.size(), BigDecimal.ZERO));
  }

  private static boolean counts(Field field, String measure) {
    return field.counts() && field.measured().name().equals(measure);
  }
}
