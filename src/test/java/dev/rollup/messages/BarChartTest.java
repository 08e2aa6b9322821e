package dev.rollup.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.merge.Report;
import dev.rollup.merge.Summary;
import dev.rollup.merge.UnitResult;
import dev.rollup.report.ChartData;
import dev.rollup.roster.Unit;
import dev.rollup.write.Forms;
import dev.rollup.write.SampleSummary;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class BarChartTest {

  @TempDir private static Path folder;
  private static Report samples;

  @BeforeAll
  static void merge() throws Exception {
    samples = SampleSummary.of(folder).report();
  }

  @Test
  void a_bar_holds_one_measure_and_marks_what_is_not_all_there_is() {
    List<BarChart> charts = BarChart.of(samples, Forms.TEMPLATE, Forms.ZH);

    assertThat(charts).extracting(BarChart::measure).containsExactly("人次", "场");
    BigDecimal inTotals =
        Forms.TEMPLATE.fields().values().stream()
            .filter(field -> field.measure() != null && field.measure().name().equals("人次"))
            .map(field -> samples.summary().totals().get(field.id()).sum())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(
            charts.get(0).bars().stream()
                .map(BarChart.Bar::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualTo(inTotals);
    assertThat(charts.get(0).bars())
        .isSortedAccordingTo((a, b) -> b.value().compareTo(a.value()))
        .filteredOn(BarChart.Bar::partial)
        .extracting(BarChart.Bar::name)
        .containsExactly("庙镇", "区教育局");
    assertThat(charts.get(0).notes()).containsExactly("＊有没有采用的数，没有计入。");
  }

  @Test
  void of_many_units_the_largest_are_shown_and_the_others_counted() {
    var many = new ArrayList<UnitResult>();
    for (int i = 0; i < 4; i++) {
      for (var unit : samples.units()) {
        many.add(
            new UnitResult(
                new Unit(
                    unit.unit().id() + i,
                    unit.unit().name() + i,
                    List.of(),
                    null,
                    null,
                    null,
                    List.of()),
                unit.state(),
                unit.timeliness(),
                unit.accepted(),
                List.of()));
      }
    }
    var report = new Report(samples.reporting(), List.of(), many, samples.summary(), List.of());

    BarChart chart = BarChart.of(report, Forms.TEMPLATE, Forms.ZH).get(0);

    assertThat(chart.bars()).hasSize(ChartData.MOST);
    assertThat(chart.bars()).extracting(BarChart.Bar::name).startsWith("新河镇0", "新河镇1");
    assertThat(chart.notes().get(0)).startsWith("图中为人次最多的25家单位；其余71家共");
  }

  @Test
  void where_nothing_came_there_is_nothing_to_draw() {
    List<UnitResult> none =
        samples.units().stream()
            .map(
                u ->
                    new UnitResult(
                        u.unit(), u.state(), u.timeliness(), Optional.empty(), List.of()))
            .toList();
    var report =
        new Report(samples.reporting(), List.of(), none, Summary.none(Forms.TEMPLATE), List.of());

    assertThat(BarChart.of(report, Forms.TEMPLATE, Forms.ZH)).isEmpty();
  }
}
