package dev.rollup.write.summary;

import dev.rollup.merge.Tally;
import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.report.DistrictForm;
import dev.rollup.template.Binding;
import dev.rollup.template.Template;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TableSheet.Style;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * The district's totals blank by blank, with what each is made of: for every form that is an
 * office's own file, and the sheet 汇总表 where that file is no workbook to copy.
 */
final class BoundTotalsSheet {

  /** The sheet's name where 汇总表 is a copy of the blank. */
  static final String NAME = "合计明细";

  private static final List<Integer> WIDTHS =
      List.of(9, 12, 22, 26, 30, 10, 14, 8, 8, 8, 12, 12, 12);

  private final Template template;
  private final Messages messages;
  private final FormLabels labels;
  private final TableSheet table;

  BoundTotalsSheet(
      SXSSFWorkbook book,
      TemplateWorkbook workbook,
      Template template,
      Messages messages,
      String name) {
    this.template = template;
    this.messages = messages;
    this.labels = new FormLabels(template, messages);
    this.table = new TableSheet(book, workbook, name, WIDTHS, messages);
  }

  /** Adds the sheet. */
  void write(DistrictForm form) {
    table.hideCodes();
    table.title(messages.text("totals.title", labels.title()), OverviewSheet.NAME);
    var headings =
        new ArrayList<>(
            List.of(
                messages.text("column.field"),
                messages.text("column.place"),
                messages.text("column.part"),
                messages.text("column.row"),
                messages.text("column.column"),
                messages.text("column.measure"),
                messages.text("column.total"),
                messages.text("column.counted"),
                messages.text("column.blank"),
                messages.text("column.excluded")));
    if (form.madeOfRollUps()) {
      headings.add(messages.text("totals.below.counted"));
      headings.add(messages.text("totals.below.blank"));
      headings.add(messages.text("totals.below.excluded"));
    }
    table.headings(headings);
    for (var binding : template.blank().orElseThrow().bindings()) {
      if (binding.type().number()) {
        row(binding, form.tally(binding.id()), form.madeOfRollUps());
      }
    }
    table.finishDocument(table.nextRow() - 1);
  }

  private void row(Binding binding, Tally tally, boolean madeOfRollUps) {
    table.row(TableSheet.TIGHT_ROW);
    table.words(0, binding.id(), Style.CENTRED);
    table.words(1, binding.at().toString(), Style.WORDS);
    table.words(2, String.join(" / ", binding.section()), Style.WORDS);
    table.words(3, String.join(" / ", binding.row()), Style.WORDS);
    table.words(4, String.join(" / ", binding.column()), Style.WORDS);
    table.words(5, binding.measure().map(labels::measure).orElse(""), Style.CENTRED);
    if (tally.total() == null && tally.madeOf().counted() > 0) {
      table.words(6, messages.text("totals.not-added"), Style.ALERT);
    } else {
      table.count(6, tally.total(), Style.COUNT);
    }
    table.count(7, tally.counted(), Style.CENTRED);
    table.count(8, tally.blank(), Style.CENTRED);
    table.count(9, tally.excluded(), Style.CENTRED);
    if (madeOfRollUps) {
      table.count(10, tally.madeOf().counted(), Style.CENTRED);
      table.count(11, tally.madeOf().blank(), Style.CENTRED);
      table.count(12, tally.madeOf().excluded(), Style.CENTRED);
    }
  }
}
