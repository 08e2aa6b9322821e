package dev.rollup.write.form;

import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.rollup.ListLine;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TableSheet.Style;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The annex of a filled form: each row of its repeated items, with the unit that it comes from. */
public final class AnnexSheet {

  /** The sheet's name, in every language. */
  public static final String NAME = "特色活动";

  private final Template template;
  private final RollUpContents carried;
  private final Messages messages;
  private final FormLabels labels;

  AnnexSheet(Template template, RollUpContents carried, Messages messages) {
    this.template = template;
    this.carried = carried;
    this.messages = messages;
    this.labels = new FormLabels(template, messages);
  }

  /**
   * Adds the sheet where there is any row to list.
   *
   * @param form the name of the sheet with the form
   */
  void addTo(SXSSFWorkbook book, TemplateWorkbook workbook, String form) {
    List<Item> items =
        template.items().stream().filter(item -> !carried.rows(item).isEmpty()).toList();
    if (items.isEmpty()) {
      return;
    }
    var table = new TableSheet(book, workbook, NAME, ListColumns.widths(items), messages);
    int last = 0;
    for (var item : items) {
      String title = messages.text("activities.title", labels.section(template.sectionOf(item)));
      if (table.nextRow() == 0) {
        table.title(title, form);
      } else {
        table.subtitle(title);
      }
      table.headings(ListColumns.headings(item, labels, messages));
      List<RollUpContents.Row> rows = carried.rows(item);
      for (int i = 0; i < rows.size(); i++) {
        last = table.row(TableSheet.TIGHT_ROW);
        table.count(0, (long) i + 1, Style.CENTRED);
        table.words(1, rows.get(i).origin().name(), Style.WORDS);
        values(table, item, i + 1, rows.get(i).values());
      }
    }
    table.finishStanding(last);
  }

  /** Writes a row under the names by which the level above finds what the form only tells of. */
  private static void values(TableSheet table, Item item, int number, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      var field = item.fields().get(i);
      int column = ListLine.FIXED_COLUMNS + i;
      if (values.get(i).isEmpty()) {
        table.words(column, "", Style.WORDS);
        continue;
      }
      if (field.type() == FieldType.COUNT) {
        table.count(column, new BigDecimal(values.get(i)), Style.COUNT);
      } else {
        table.words(column, values.get(i), Style.WORDS);
      }
      table.name(Layout.name(field.id(), number), column);
    }
  }
}
