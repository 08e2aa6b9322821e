package dev.rollup.write;

import dev.rollup.merge.Ranking;
import dev.rollup.merge.Report;
import dev.rollup.merge.Tally;
import dev.rollup.messages.Messages;
import dev.rollup.template.Charts;
import dev.rollup.template.Field;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts of one measure, to be compared: what a chart shows, wherever it is drawn.
 *
 * @param title what is compared
 * @param head what the bars stand for
 * @param measure what is counted
 * @param bars the bars, in order; at least one has a value
 * @param notes what a reader must know about them
 */
record BarChart(String title, String head, String measure, List<Bar> bars, List<String> notes) {

  /** More bars cannot be told apart on a page. */
  static final int MOST = 25;

  /**
   * A bar.
   *
   * @param name what was counted, or who counted
   * @param value how many; null where nobody gave a number
   * @param partial whether something that was left out belongs to it
   */
  record Bar(String name, Long value, boolean partial) {

    /**
     * Returns the name, with a mark where the value is not all there is.
     *
     * @param halves how much room it has, in half characters; a longer name is cut
     */
    String marked(int halves) {
      return partial
          ? TextSize.shortened(name, halves - 2) + "＊"
          : TextSize.shortened(name, halves);
    }

    private static Bar of(String name, Tally tally) {
      return new Bar(name, tally.total(), tally.excluded() > 0);
    }

    private long size() {
      return Objects.requireNonNullElse(value, -1L);
    }
  }

  /** Copies the lists. */
  BarChart {
    bars = List.copyOf(bars);
    notes = List.copyOf(notes);
  }

  /** Returns the charts of a report: those that have something to show. */
  static List<BarChart> of(Report report, Template template, Messages messages) {
    if (template.charts().isEmpty()) {
      return List.of();
    }
    Charts charts = template.charts().get();
    return Stream.of(
            byUnit(report, template, charts.byUnit(), messages),
            byItem(report, template, charts.byItem(), messages))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Returns the largest value. */
  long largest() {
    return bars.stream().mapToLong(Bar::size).max().orElse(0);
  }

  private static Optional<BarChart> byUnit(
      Report report, Template template, String measure, Messages messages) {
    Ranking ranking = Ranking.of(report, template, measure);
    List<Bar> shown =
        ranking.places().stream()
            .limit(MOST)
            .map(place -> Bar.of(place.unit().unit().name(), place.tally()))
            .toList();
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    var notes = new ArrayList<String>();
    int left = ranking.places().size() - shown.size();
    if (left > 0) {
      notes.add(
          messages.text(
              "chart.left.units",
              String.valueOf(shown.size()),
              String.valueOf(left),
              String.valueOf(ranking.behind(shown.size()).sum()),
              measure));
    }
    return Optional.of(
        new BarChart(
            messages.text("chart.by-unit", measure),
            messages.text("column.unit"),
            measure,
            shown,
            noted(notes, shown, messages)));
  }

  private static Optional<BarChart> byItem(
      Report report, Template template, String measure, Messages messages) {
    var bars = new ArrayList<Bar>();
    for (var section : template.sections()) {
      for (var item : section.items()) {
        for (var field : item.fields()) {
          if (counts(field, measure)) {
            Tally tally = report.summary().totals().getOrDefault(field.id(), Tally.NONE);
            bars.add(Bar.of(messages.text("chart.item", section.id(), field.label()), tally));
          }
        }
      }
    }
    if (bars.stream().allMatch(bar -> bar.value() == null)) {
      return Optional.empty();
    }
    var notes = new ArrayList<String>();
    int all = bars.size();
    if (all > MOST) {
      List<Bar> large =
          bars.stream().sorted(Comparator.comparingLong(Bar::size).reversed()).limit(MOST).toList();
      bars.retainAll(large);
      notes.add(
          messages.text(
              "chart.left.items", String.valueOf(bars.size()), String.valueOf(all - bars.size())));
    }
    return Optional.of(
        new BarChart(
            messages.text("chart.by-item", measure),
            messages.text("column.item"),
            measure,
            bars,
            noted(notes, bars, messages)));
  }

  private static boolean counts(Field field, String measure) {
    return field.counts() && field.measure().name().equals(measure);
  }

  private static List<String> noted(List<String> notes, List<Bar> bars, Messages messages) {
    if (bars.stream().anyMatch(Bar::partial)) {
      notes.add(messages.text("chart.partial"));
    }
    return notes;
  }
}
