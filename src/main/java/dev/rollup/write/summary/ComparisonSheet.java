package dev.rollup.write.summary;

import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.report.Comparison;
import dev.rollup.template.Template;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TableSheet.Style;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** 对比: every total beside those of other periods, with how much more or less it is. */
public final class ComparisonSheet {

  /** The sheet's name, in every language. */
  public static final String NAME = "对比";

  /** How wide the columns of another period are. */
  static final List<Integer> WIDTHS = List.of(12, 12, 10);

  private static final int FIXED = 4;
  private static final int EACH = 3;

  private final Template template;
  private final Messages messages;
  private final Comparison comparison;
  private final TableSheet table;

  ComparisonSheet(
      SXSSFWorkbook book,
      TemplateWorkbook workbook,
      Template template,
      Messages messages,
      Comparison comparison) {
    this.template = template;
    this.messages = messages;
    this.comparison = comparison;
    var widths = new ArrayList<>(List.of(10, 40, 8, 12));
    comparison.labels().forEach(label -> widths.addAll(WIDTHS));
    this.table = new TableSheet(book, workbook, NAME, widths, messages);
  }

  /** Adds the sheet. */
  void write() {
    var words = new FormLabels(template, messages);
    table.title(messages.text("compare.title", words.title()), OverviewSheet.NAME);
    table.line(messages.text("compare.how"), Style.PLAIN);
    var heads =
        new ArrayList<>(
            List.of(
                messages.text("column.item"),
                messages.text("column.content"),
                messages.text("column.measure"),
                messages.text("compare.now")));
    heads.addAll(heads(comparison, messages));
    table.headings(heads);
    units();
    for (var line : comparison.lines()) {
      table.row();
      String id = line.field().id();
      table.words(0, words.item(id), Style.CENTRED);
      table.words(1, words.content(id), Style.WORDS);
      table.words(2, words.measure(line.field()), Style.CENTRED);
      table.count(3, line.now(), line.partial() ? Style.PARTIAL_COUNT : Style.COUNT);
      then(table, FIXED, line.then());
    }
    table.finish(2, table.nextRow() - 1);
  }

  /** Returns the heads of what stands beside the numbers of this run. */
  static List<String> heads(Comparison comparison, Messages messages) {
    var heads = new ArrayList<String>();
    for (var label : comparison.labels()) {
      heads.add(label);
      heads.add(messages.text("compare.more"));
      heads.add(messages.text("compare.percent"));
    }
    return heads;
  }

  /** Writes what stands beside a number of this run, from a column on. */
  static void then(TableSheet table, int from, List<Comparison.Then> others) {
    for (int i = 0; i < others.size(); i++) {
      Comparison.Then then = others.get(i);
      int column = from + EACH * i;
      table.count(column, then.value(), Style.COUNT);
      table.count(column + 1, then.more(), Style.COUNT);
      table.words(column + 2, percent(then.percent()), Style.CENTRED);
    }
  }

  private void units() {
    table.row();
    table.words(0, 2, messages.text("compare.units"), Style.TOTAL_WORDS);
    for (int i = 0; i < comparison.units().size(); i++) {
      int column = i == 0 ? FIXED - 1 : FIXED + EACH * (i - 1);
      table.count(column, comparison.units().get(i), Style.TOTAL);
      if (i > 0) {
        table.words(column + 1, "", Style.TOTAL_WORDS);
        table.words(column + 2, "", Style.TOTAL_WORDS);
      }
    }
  }

  /** Returns a change in percent with its sign; empty where there is none. */
  static String percent(@Nullable BigDecimal percent) {
    return percent == null ? "" : (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + "%";
  }
}
