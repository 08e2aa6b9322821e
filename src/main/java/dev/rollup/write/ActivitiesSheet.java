package dev.rollup.write;

import dev.rollup.match.Entry;
import dev.rollup.match.State;
import dev.rollup.merge.ListedRow;
import dev.rollup.messages.Messages;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
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
  private static final int TEXT_WIDTH = 60;
  private static final int COUNT_WIDTH = 20;

  private final Template template;
  private final Messages messages;
  private final List<Item> items;
  private final TableSheet table;

  ActivitiesSheet(
      SXSSFWorkbook book, TemplateWorkbook workbook, Template template, Messages messages) {
    this.template = template;
    this.messages = messages;
    this.items = template.items().stream().filter(Item::repeats).toList();
    this.table = new TableSheet(book, workbook, NAME, widths(), messages);
  }

  /** Items may differ in length; what the longest one needs is there for all. */
  private List<Integer> widths() {
    var widths = new ArrayList<>(List.of(6, 20));
    int columns = items.stream().mapToInt(item -> item.fields().size()).max().orElse(0);
    for (int i = 0; i < columns; i++) {
      int at = i;
      boolean text =
          items.stream()
              .filter(item -> item.fields().size() > at)
              .anyMatch(item -> item.fields().get(at).type() == FieldType.TEXT);
      widths.add(text ? TEXT_WIDTH : COUNT_WIDTH);
    }
    return widths;
  }

  void write(DistrictForm form) {
    if (items.isEmpty()) {
      // The sheet is there whatever the form asks for.
      table.title(messages.text("activities.title", template.activity()));
      table.headings(List.of(messages.text("column.number"), messages.text("column.unit")));
      table.line(messages.text("sheets.none"), Style.PLAIN);
    }
    int last = 0;
    for (var item : items) {
      Section section = template.sectionOf(item);
      table.title(messages.text("activities.title", section.text()));
      head(item);
      int number = 1;
      int named = 1;
      for (var row : form.rows(item)) {
        last = row(number++, item, row);
        named += name(named, row) ? 1 : 0;
      }
    }
    table.finish(0, last);
  }

  private void head(Item item) {
    var headings =
        new ArrayList<>(List.of(messages.text("column.number"), messages.text("column.unit")));
    for (int i = 0; i < item.fields().size(); i++) {
      headings.add(heading(item, i));
    }
    table.headings(headings);
  }

  /** The words of the sentence before the blank; the measure of the one before it is cut off. */
  private String heading(Item item, int index) {
    String words = item.literals().get(index);
    if (index > 0 && item.fields().get(index - 1).type() == FieldType.COUNT) {
      String measure = item.fields().get(index - 1).measure().name();
      words = words.startsWith(measure) ? words.substring(measure.length()) : words;
    }
    words = words.replaceAll("^[\\p{P}\\s]+|[\\p{P}\\s]+$", "");
    Field field = item.fields().get(index);
    return field.type() == FieldType.COUNT
        ? messages.text("activities.count", words, field.measure().name())
        : words;
  }

  /**
   * Gives the values of the row that was started last the names by which the level above finds what
   * 汇总表 only tells of; they are numbered without a gap.
   *
   * @return whether the row holds any value
   */
  private boolean name(int number, ListedRow row) {
    boolean any = false;
    for (int i = 0; i < row.entries().size(); i++) {
      Entry entry = row.entries().get(i);
      if (entry.value() != null) {
        table.name(Layout.name(entry.field().id(), number), FIXED + i);
        any = true;
      }
    }
    return any;
  }

  private int row(int number, Item item, ListedRow row) {
    int at = table.row();
    table.count(0, (long) number, Style.CENTRED);
    table.words(1, row.source().name(), Style.WORDS);
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
