package dev.rollup.rollup;

import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The table in which {@link RollUpContents} travels from one level to the next, as it is written
 * and as it is read: a line for each field (id, value, counted, blank, excluded), then one for each
 * row of a repeated item (item, id and name of the unit, values). A line that makes no sense is
 * passed over.
 */
public final class RollUpTable {

  private static final List<Object> TOTALS =
      List.of("field_id", "value", "counted", "blank", "excluded");

  private static final List<Object> ROWS = List.of("item_id", "unit_id", "unit_name", "values");

  /** No country has more units than nine digits can count. */
  private static final Pattern COUNTER = Pattern.compile("\\d{1,9}");

  private static final Pattern VALUE = Pattern.compile("\\d{1,18}");

  private RollUpTable() {}

  /** Returns the cells line by line, each a Number or a String. */
  public static List<List<Object>> of(RollUpContents carried) {
    var lines = new ArrayList<List<Object>>();
    lines.add(TOTALS);
    carried
        .totals()
        .forEach(
            (field, total) ->
                lines.add(
                    List.of(
                        field,
                        total.value() == null ? "" : total.value(),
                        total.counters().counted(),
                        total.counters().blank(),
                        total.counters().excluded())));
    lines.add(ROWS);
    for (var row : carried.rows()) {
      var line = new ArrayList<Object>(List.of(row.itemId(), row.origin().id()));
      line.add(row.origin().name());
      line.addAll(row.values());
      lines.add(line);
    }
    return lines;
  }

  /** Tells whether a document has such a table. */
  public static boolean isIn(Document document) {
    return sheet(document).isPresent();
  }

  /** Reads the table of a document; nothing is known where it has none. */
  public static RollUpContents of(Document document, Template template) {
    return sheet(document).map(sheet -> read(sheet, template)).orElse(RollUpContents.NONE);
  }

  private static Optional<Grid> sheet(Document document) {
    return document.grids().stream()
        .filter(grid -> RollUp.ORIGINS.equals(grid.sheet()))
        .findFirst();
  }

  private static RollUpContents read(Grid sheet, Template template) {
    Map<String, Field> fields = template.fields();
    var items = new HashMap<String, Item>();
    template.items().stream().filter(Item::repeats).forEach(item -> items.put(item.id(), item));
    var totals = new HashMap<String, RollUpContents.Total>();
    var rows = new ArrayList<RollUpContents.Row>();
    for (int line = 0; line < sheet.height(); line++) {
      String id = text(sheet, line, 0);
      Field field = fields.get(id);
      if (field != null && field.counts()) {
        total(sheet, line).ifPresent(total -> totals.putIfAbsent(id, total));
      } else if (items.containsKey(id)) {
        rows.add(row(sheet, line, items.get(id)));
      }
    }
    return new RollUpContents(totals, rows);
  }

  private static Optional<RollUpContents.Total> total(Grid sheet, int line) {
    String value = text(sheet, line, 1);
    var counters = new ArrayList<Long>();
    for (int column = 2; column < TOTALS.size(); column++) {
      String counter = text(sheet, line, column);
      if (COUNTER.matcher(counter).matches()) {
        counters.add(Long.valueOf(counter));
      }
    }
    boolean sound =
        counters.size() == TOTALS.size() - 2
            && (value.isEmpty() || VALUE.matcher(value).matches())
            && value.isEmpty() == (counters.get(0) == 0);
    return sound
        ? Optional.of(
            new RollUpContents.Total(
                value.isEmpty() ? null : new BigDecimal(value),
                new Counters(counters.get(0), counters.get(1), counters.get(2))))
        : Optional.empty();
  }

  private static RollUpContents.Row row(Grid sheet, int line, Item item) {
    var values = new ArrayList<String>();
    for (int i = 0; i < item.fields().size(); i++) {
      values.add(text(sheet, line, ROWS.size() - 1 + i));
    }
    var origin = new Origin(text(sheet, line, 1), text(sheet, line, 2));
    return new RollUpContents.Row(item.id(), origin, values);
  }

  private static String text(Grid sheet, int line, int column) {
    Cell cell = sheet.at(new Position(line, column));
    return cell.raw().strip();
  }
}
