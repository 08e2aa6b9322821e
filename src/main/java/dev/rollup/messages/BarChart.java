package dev.rollup.messages;

import dev.rollup.merge.Report;
import dev.rollup.report.ChartData;
import dev.rollup.template.Template;
import dev.rollup.text.TextSize;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is compared, in words: what a chart says, wherever it is drawn.
 *
 * @param title what is compared
 * @param head what the bars stand for
 * @param measure what is counted
 * @param bars the bars, in order; at least one has a value
 * @param largest the largest value
 * @param notes what a reader must know about them
 */
public record BarChart(
    String title,
    String head,
    String measure,
    List<Bar> bars,
    BigDecimal largest,
    List<String> notes) {

  /**
   * A bar.
   *
   * @param name what was counted, or who counted
   * @param value how many; null where nobody gave a number
   * @param partial whether something that was left out belongs to it
   */
  public record Bar(String name, @Nullable BigDecimal value, boolean partial) {

    /**
     * Returns the name, with a mark where the value is not all there is.
     *
     * @param halves how much room it has, in half characters; a longer name is cut
     */
    public String marked(int halves) {
      return partial
          ? TextSize.shortened(name, halves - 2) + "＊"
          : TextSize.shortened(name, halves);
    }
  }

  /** Copies the lists. */
  public BarChart {
    bars = List.copyOf(bars);
    notes = List.copyOf(notes);
  }

  /** Returns the charts that the template asks for, as far as there is something to show. */
  public static List<BarChart> of(Report report, Template template, Messages messages) {
    return ChartData.of(report, template).stream()
        .map(data -> of(data, new FormLabels(template, messages), messages))
        .toList();
  }

  private static BarChart of(ChartData data, FormLabels labels, Messages messages) {
    boolean units = data.by() == ChartData.By.UNIT;
    String measure = labels.measure(data.measure());
    return new BarChart(
        messages.text(units ? "chart.by-unit" : "chart.by-item", measure),
        messages.text(units ? "column.unit" : "column.item"),
        measure,
        data.bars().stream().map(bar -> worded(bar, labels, messages)).toList(),
        data.largest(),
        notes(data, measure, messages));
  }

  private static Bar worded(ChartData.Bar bar, FormLabels labels, Messages messages) {
    String name =
        bar.section() == null || bar.field() == null
            ? bar.name()
            : messages.text("chart.item", bar.section(), labels.content(bar.field()));
    return new Bar(name, bar.value(), bar.partial());
  }

  private static List<String> notes(ChartData data, String measure, Messages messages) {
    var notes = new ArrayList<String>();
    String shown = String.valueOf(data.bars().size());
    String left = String.valueOf(data.left());
    if (data.left() > 0 && data.by() == ChartData.By.UNIT) {
      String total = data.leftTotal().toPlainString();
      notes.add(messages.text("chart.left.units", shown, left, total, measure));
    } else if (data.left() > 0) {
      notes.add(messages.text("chart.left.items", shown, left));
    }
    if (data.bars().stream().anyMatch(ChartData.Bar::partial)) {
      notes.add(messages.text("chart.partial"));
    }
    return notes;
  }
}
