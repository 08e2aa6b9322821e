package dev.rollup.write.summary;

import dev.rollup.merge.ListedRow;
import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.model.Position;
import dev.rollup.report.DistrictForm;
import dev.rollup.rollup.ListLine;
import dev.rollup.rollup.RollUp;
import dev.rollup.roster.NearNames;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Section;
import dev.rollup.template.Template;
import dev.rollup.write.form.AnnexSheet;
import dev.rollup.write.form.ListColumns;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TableSheet.Style;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * 特色活动: every row of the repeated items, with the unit that it comes from and the rows whose names
 * are near. Only what the form adds up is added up, all rows together; names that are near are a
 * question for a person.
 */
public final class ActivitiesSheet {

  private static final int REMARK_WIDTH = 30;

  /** Of a name that half the units use nobody looks all rows up. */
  private static final int MOST_NEAR = 4;

  private final Template template;
  private final Messages messages;
  private final FormLabels labels;
  private final List<Item> items;
  private final TableSheet table;

  ActivitiesSheet(
      SXSSFWorkbook book, TemplateWorkbook workbook, Template template, Messages messages) {
    this.template = template;
    this.messages = messages;
    this.labels = new FormLabels(template, messages);
    this.items = template.items().stream().filter(Item::repeats).toList();
    this.table = new TableSheet(book, workbook, AnnexSheet.NAME, widths(), messages);
  }

  private List<Integer> widths() {
    var widths = new ArrayList<>(ListColumns.widths(items));
    widths.add(REMARK_WIDTH);
    return widths;
  }

  void write(DistrictForm form) {
    if (items.isEmpty()) {
      // The sheet is there whatever the form asks for.
      table.title(messages.text("activities.title", labels.activity()), OverviewSheet.NAME);
      table.headings(List.of(messages.text("column.number"), messages.text("column.unit")));
      table.line(messages.text("sheets.none"), Style.PLAIN);
    }
    int last = 0;
    for (var item : items) {
      Section section = template.sectionOf(item);
      String title = messages.text("activities.title", labels.section(section));
      if (table.nextRow() == 0) {
        table.title(title, OverviewSheet.NAME);
      } else {
        table.subtitle(title);
      }
      head(item);
      List<ListedRow> rows = form.rows(item);
      List<NearNames.Near> near =
          NearNames.of(rows.stream().map(ActivitiesSheet::nameOf).toList(), MOST_NEAR);
      int first = table.nextRow();
      int named = 1;
      for (int i = 0; i < rows.size(); i++) {
        last = row(i + 1, item, rows.get(i), near.get(i));
        named += name(named, rows.get(i)) ? 1 : 0;
      }
      if (!rows.isEmpty()) {
        sums(item, form, first, last);
      }
    }
    table.finishStanding(last);
  }

  private void head(Item item) {
    var headings = new ArrayList<>(ListColumns.headings(item, labels, messages));
    headings.add(messages.text("activities.near"));
    table.headings(headings);
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
        table.name(Layout.name(entry.field().id(), number), ListLine.FIXED_COLUMNS + i);
        any = true;
      }
    }
    return any;
  }

  /** Returns the words of a row, by which it is compared. */
  private static String nameOf(ListedRow row) {
    return row.entries().stream()
        .map(Entry::text)
        .filter(Objects::nonNull)
        .collect(Collectors.joining());
  }

  /** Adds up, live, what the form adds up over all rows. */
  private void sums(Item item, DistrictForm form, int first, int last) {
    sums(
        item,
        form,
        messages.text("activities.total"),
        cells -> "IF(COUNT(" + cells + ")=0,\"\",SUM(" + cells + "))",
        first,
        last);
    // What the filter lets through has a sum of its own: the total is that of all, always.
    sums(
        item,
        form,
        messages.text("sheets.filtered"),
        cells -> "IF(SUBTOTAL(102," + cells + ")=0,\"\",SUBTOTAL(109," + cells + "))",
        first,
        last);
  }

  private void sums(
      Item item,
      DistrictForm form,
      String name,
      UnaryOperator<String> formula,
      int first,
      int last) {
    table.row(TableSheet.TIGHT_ROW);
    table.words(0, "", Style.TOTAL_WORDS);
    table.words(1, name, Style.TOTAL_WORDS);
    for (int i = 0; i < item.fields().size(); i++) {
      Field field = item.fields().get(i);
      if (field.counts()) {
        String column = Position.columnLetters(ListLine.FIXED_COLUMNS + i);
        String cells = column + (first + 1) + ":" + column + (last + 1);
        table.formula(
            ListLine.FIXED_COLUMNS + i,
            formula.apply(cells),
            form.tally(field.id()).total(),
            Style.TOTAL);
      } else {
        table.words(ListLine.FIXED_COLUMNS + i, "", Style.TOTAL_WORDS);
      }
    }
    table.words(remark(item), "", Style.TOTAL_WORDS);
  }

  private static int remark(Item item) {
    return ListLine.FIXED_COLUMNS + item.fields().size();
  }

  private String numbers(NearNames.Near near) {
    String numbers =
        near.first().stream()
            .map(place -> String.valueOf(place + 1))
            .collect(Collectors.joining(messages.text("activities.and")));
    return near.count() <= MOST_NEAR
        ? numbers
        : messages.text("activities.more", numbers, String.valueOf(near.count()));
  }

  private int row(int number, Item item, ListedRow row, NearNames.Near near) {
    int at = table.row(TableSheet.TIGHT_ROW);
    table.count(0, (long) number, Style.CENTRED);
    table.words(1, row.source().name(), Style.WORDS);
    for (int i = 0; i < item.fields().size(); i++) {
      Entry entry = DistrictForm.entry(row, item.fields().get(i).id());
      if (entry == null) {
        table.words(ListLine.FIXED_COLUMNS + i, "", Style.WORDS);
      } else if (entry.state() == State.EXCLUDED) {
        String raw = entry.raw() == null ? "" : entry.raw();
        table.words(ListLine.FIXED_COLUMNS + i, RollUp.LEFT_OUT + raw, Style.ALERT);
      } else if (entry.text() != null) {
        table.words(ListLine.FIXED_COLUMNS + i, entry.text(), Style.WORDS);
      } else {
        table.count(ListLine.FIXED_COLUMNS + i, entry.number(), Style.COUNT);
      }
    }
    table.words(remark(item), numbers(near), Style.CENTRED);
    return at;
  }
}
