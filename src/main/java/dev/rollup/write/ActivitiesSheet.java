package dev.rollup.write;

import dev.rollup.match.Entry;
import dev.rollup.match.State;
import dev.rollup.merge.ListedRow;
import dev.rollup.messages.Messages;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.template.Section;
import dev.rollup.template.Template;
import dev.rollup.write.TableSheet.Style;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** 特色活动: every row of the repeated items, with the unit that it comes from. */
final class ActivitiesSheet {

  static final String NAME = "特色活动";

  private static final int FIXED = 2;

  private final Template template;
  private final Messages messages;
  private final List<Item> items;
  private final TableSheet table;

  ActivitiesSheet(
      SXSSFWorkbook book, TemplateWorkbook workbook, Template template, Messages messages) {
    this.template = template;
    this.messages = messages;
    this.items = template.items().stream().filter(Item::repeats).toList();
    int columns = FIXED + items.stream().mapToInt(item -> item.fields().size()).max().orElse(0);
    this.table = new TableSheet(book, workbook, NAME, columns, messages);
  }

  void write(DistrictForm form) {
    int last = 0;
    for (var item : items) {
      Section section = template.sectionOf(item);
      table.title(messages.text("activities.title", section.text()));
      head(item);
      int number = 1;
      for (var row : form.rows(item)) {
        last = row(number++, item, row);
      }
    }
    table.finish(0, last);
  }

  private void head(Item item) {
    var headings =
        new ArrayList<>(List.of(messages.text("column.number"), messages.text("column.unit")));
    var widths = new ArrayList<>(List.of(6, 24));
    for (var field : item.fields()) {
      headings.add(heading(field));
      widths.add(field.type() == FieldType.TEXT ? 48 : 16);
    }
    table.widths(widths);
    table.headings(headings, 24);
  }

  private String heading(Field field) {
    return field.type() == FieldType.COUNT
        ? messages.text("activities.count", field.label(), field.measure().name())
        : field.label();
  }

  private int row(int number, Item item, ListedRow row) {
    int lines =
        row.entries().stream()
            .filter(entry -> entry.text() != null)
            .mapToInt(entry -> TextSize.lines(entry.text(), 48, Look.Type.TEXT.points()))
            .max()
            .orElse(1);
    int at = table.row(lines);
    table.count(0, (long) number, Style.CENTRED);
    table.words(1, row.unit().name(), Style.WORDS);
    for (int i = 0; i < item.fields().size(); i++) {
      Entry entry = DistrictForm.entry(row, item.fields().get(i).id());
      if (entry == null) {
        table.words(FIXED + i, "", Style.WORDS);
      } else if (entry.state() == State.EXCLUDED) {
        String raw = entry.raw() == null ? "" : entry.raw();
        table.words(FIXED + i, messages.text("units.excluded", raw), Style.ALERT);
      } else if (entry.text() != null) {
        table.words(FIXED + i, entry.text(), Style.WORDS);
      } else {
        table.count(FIXED + i, entry.count(), Style.COUNT);
      }
    }
    return at;
  }
}
