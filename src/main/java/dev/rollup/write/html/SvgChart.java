package dev.rollup.write.html;

import dev.rollup.messages.BarChart;
import dev.rollup.messages.BarChart.Bar;
import dev.rollup.text.TextSize;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Draws a bar chart into a page. Places are in percent of the width and type is not: the chart
 * takes any width and its words stay readable. Every bar says its number.
 */
final class SvgChart {

  /** Up to so wide, in Latin letters, a name stands beside its bar; a longer one above it. */
  private static final int SHORT = 16;

  /** The longest name for which a narrow screen has room. */
  private static final int LONG = 60;

  private static final int NAME_PERCENT = 31;
  private static final int NUMBER_PERCENT = 20;
  private static final int BAR = 15;
  private static final int BESIDE = 23;
  private static final int ABOVE = 40;
  private static final int LINE = 17;

  private final HtmlPage page;

  SvgChart(HtmlPage page) {
    this.page = page;
  }

  /**
   * Writes the chart with its title and its notes. Who hears the page hears what it shows.
   *
   * @param id what the chart is called in the page
   */
  void write(BarChart chart, String id) throws IOException {
    List<Bar> bars = chart.bars();
    boolean beside = bars.stream().allMatch(bar -> TextSize.halves(bar.marked(LONG)) <= SHORT);
    int pitch = beside ? BESIDE : ABOVE;
    page.open("figure").element("figcaption", chart.title());
    String height = String.valueOf(pitch * bars.size());
    String said = id + "-title " + id + "-values";
    page.open("svg", "role", "img", "aria-labelledby", said, "width", "100%", "height", height);
    page.open("title", "id", id + "-title").plain(chart.title()).close();
    page.open("desc", "id", id + "-values").plain(values(chart)).close();
    for (int i = 0; i < bars.size(); i++) {
      bar(bars.get(i), chart.largest(), i * pitch, beside);
    }
    page.close();
    for (var note : chart.notes()) {
      page.element("p", note, "class", "aside");
    }
    page.close();
  }

  private static String values(BarChart chart) {
    return chart.bars().stream()
        .map(bar -> bar.name() + " " + number(bar))
        .collect(Collectors.joining("; "));
  }

  private static String number(Bar bar) {
    return bar.value() == null ? "—" : bar.value().toPlainString();
  }

  private void bar(Bar bar, BigDecimal largest, int top, boolean beside) throws IOException {
    int left = beside ? NAME_PERCENT : 0;
    int barTop = beside ? top + (BESIDE - BAR) / 2 : top + LINE + 2;
    int base = barTop + BAR - 3;
    page.open("g");
    page.open("title").plain(bar.name()).close();
    String name = bar.marked(LONG);
    if (beside) {
      text(name, NAME_PERCENT - 1 + "%", base, "end");
    } else {
      text(name, "0", top + LINE - 3, "start");
    }
    double width = 0;
    if (bar.value() != null && bar.value().signum() > 0) {
      width = (100.0 - left - NUMBER_PERCENT) * bar.value().doubleValue() / largest.doubleValue();
      page.empty(
          "rect",
          "x",
          left + "%",
          "y",
          String.valueOf(barTop),
          "width",
          percent(width),
          "height",
          String.valueOf(BAR));
    }
    text(number(bar), percent(left + width + 1), base, "start");
    page.close();
  }

  private void text(String text, String x, int y, String anchor) throws IOException {
    page.open("text", "x", x, "y", String.valueOf(y), "text-anchor", anchor).plain(text).close();
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }
}
