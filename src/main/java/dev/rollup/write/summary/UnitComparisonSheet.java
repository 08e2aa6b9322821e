package dev.rollup.write.summary;

import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.report.Comparison;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TableSheet.Style;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** 分单位对比: what each unit counted beside what it counted in other periods. */
public final class UnitComparisonSheet {

  /** The sheet's name, in every language. */
  public static final String NAME = "分单位对比";

  private static final int FIXED = 3;

  private final Messages messages;
  private final Comparison comparison;
  private final TableSheet table;

  UnitComparisonSheet(
      SXSSFWorkbook book, TemplateWorkbook workbook, Messages messages, Comparison comparison) {
    this.messages = messages;
    this.comparison = comparison;
    var widths = new ArrayList<>(List.of(28, 8, 12));
    comparison.labels().forEach(label -> widths.addAll(ComparisonSheet.WIDTHS));
    this.table = new TableSheet(book, workbook, NAME, widths, messages);
  }

  /**
   * Adds the sheet.
   *
   * @param labels what the form is called
   */
  void write(FormLabels labels) {
    table.title(messages.text("compare.title-units", labels.title()), OverviewSheet.NAME);
    table.line(messages.text("compare.how"), Style.PLAIN);
    var heads =
        new ArrayList<>(
            List.of(
                messages.text("column.unit"),
                messages.text("column.measure"),
                messages.text("compare.now")));
    heads.addAll(ComparisonSheet.heads(comparison, messages));
    table.headings(heads);
    for (var line : comparison.byUnit()) {
      table.row();
      table.words(0, line.unit(), Style.WORDS);
      table.words(1, labels.measure(line.measure()), Style.CENTRED);
      table.count(2, line.now(), line.partial() ? Style.PARTIAL_COUNT : Style.COUNT);
      ComparisonSheet.then(table, FIXED, line.then());
    }
    table.finish(1, table.nextRow() - 1);
  }
}
