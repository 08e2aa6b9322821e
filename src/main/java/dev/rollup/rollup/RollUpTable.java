package dev.rollup.rollup;

import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import dev.rollup.template.Relation;
import dev.rollup.template.Template;
import dev.rollup.text.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The table in which {@link RollUpContents} travels from one level to the next, as it is written
 * and as it is read: a line for each field (id, value, counted, blank, excluded, and what was
 * counted itself where something else is shown), one for each row of a repeated item (item, id and
 * name of the unit, values), then, of a form that has such, one for each relation and each answer.
 * A line that makes no sense is passed over.
 */
public final class RollUpTable {

  private static final List<Object> TOTALS =
      List.of("field_id", "value", "counted", "blank", "excluded", "own");

  private static final List<Object> ROWS = List.of("item_id", "unit_id", "unit_name", "values");

  /** No country has more units than nine digits can count. */
  private static final Pattern COUNTER = Pattern.compile("\\d{1,9}");

  private static final Pattern VALUE = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,9})?");

  private static final String RELATION = "relation";

  private static final String ANSWER = "answer";

  /** What stands for own where nothing was counted, though something is shown. */
  private static final String NONE = "-";

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
                        number(total.value()),
                        total.counters().counted(),
                        total.counters().blank(),
                        total.counters().excluded(),
                        own(total))));
    lines.add(ROWS);
    for (var row : carried.rows()) {
      var line = new ArrayList<Object>(List.of(row.itemId(), row.origin().id()));
      line.add(row.origin().name());
      line.addAll(row.values());
      lines.add(line);
    }
    // The order of a map is that of this run alone.
    carried.relations().entrySet().stream()
        .map(each -> relation(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(Object::toString))
        .forEach(lines::add);
    for (var answer : carried.answers()) {
      lines.add(List.of(ANSWER, answer.fieldId(), answer.words(), answer.times()));
    }
    return lines;
  }

  /**
   * Returns the same as properties of a file, by name and none of them long; none at all where
   * there would be too many.
   */
  public static Map<String, String> properties(RollUpContents carried) {
    return RollUpProperties.properties(of(carried));
  }

  private static List<Object> relation(Relation relation, RollUpContents.Voices voices) {
    var line = new ArrayList<Object>(words(relation));
    line.add(voices.counters().counted());
    line.add(voices.counters().blank());
    line.add(voices.counters().excluded());
    line.add(voices.held());
    line.add(voices.broken());
    return line;
  }

  /** Returns by what a relation is known again. */
  private static List<String> words(Relation relation) {
    return List.of(
        RELATION,
        relation.kind().name() + " " + relation.source().name() + " " + relation.minus(),
        relation.whole(),
        String.join(" ", relation.parts()));
  }

  /** A number with decimals is told in words: a cell would hold the nearest that it can. */
  private static Object number(@Nullable BigDecimal number) {
    return number == null ? "" : number.scale() > 0 ? number.toPlainString() : number;
  }

  private static Object own(RollUpContents.Total total) {
    if (Amount.same(total.value(), total.own())) {
      return "";
    }
    return total.own() == null ? NONE : number(total.own());
  }

  /** Tells whether a document has such a table, as a sheet or among its properties. */
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
        .findFirst()
        .or(() -> RollUpProperties.in(document.properties()));
  }

  private static RollUpContents read(Grid sheet, Template template) {
    Map<String, Field> fields = template.fields();
    var items = new HashMap<String, Item>();
    template.items().stream().filter(Item::repeats).forEach(item -> items.put(item.id(), item));
    var relations = new HashMap<List<String>, Relation>();
    template
        .blank()
        .ifPresent(blank -> blank.relations().forEach(each -> relations.put(words(each), each)));
    var totals = new HashMap<String, RollUpContents.Total>();
    var rows = new ArrayList<RollUpContents.Row>();
    var voices = new HashMap<Relation, RollUpContents.Voices>();
    var answers = new ArrayList<RollUpContents.Answer>();
    for (int line = 0; line < sheet.height(); line++) {
      String id = text(sheet, line, 0);
      Field field = fields.get(id);
      if (field != null && field.type().number()) {
        // Of an office's own form a total may follow from others, and be shown where nothing is
        // added up.
        boolean free = template.blank().isPresent();
        total(sheet, line, free).ifPresent(total -> totals.putIfAbsent(id, total));
      } else if (id.equals(RELATION)) {
        Relation relation = relations.get(texts(sheet, line, 0, 4));
        if (relation != null) {
          voices(texts(sheet, line, 4, 9)).ifPresent(all -> voices.put(relation, all));
        }
      } else if (id.equals(ANSWER)) {
        answer(sheet, line, fields).ifPresent(answers::add);
      } else if (items.containsKey(id)) {
        rows.add(row(sheet, line, items.get(id)));
      }
    }
    return new RollUpContents(totals, rows, voices, answers);
  }

  private static Optional<RollUpContents.Total> total(Grid sheet, int line, boolean free) {
    String value = text(sheet, line, 1);
    String own = text(sheet, line, 5);
    Optional<Counters> counters = counters(texts(sheet, line, 2, 5));
    boolean sound =
        isValue(value)
            && (isValue(own) || own.equals(NONE))
            && counters.filter(all -> free || value.isEmpty() == (all.counted() == 0)).isPresent();
    return sound
        ? Optional.of(
            new RollUpContents.Total(
                value(value), counters.orElseThrow(), value(own.isEmpty() ? value : own)))
        : Optional.empty();
  }

  private static boolean isValue(String text) {
    return text.isEmpty() || VALUE.matcher(text).matches();
  }

  private static @Nullable BigDecimal value(String text) {
    return text.isEmpty() || text.equals(NONE) ? null : new BigDecimal(text);
  }

  private static Optional<Counters> counters(List<String> texts) {
    return texts.stream().allMatch(text -> COUNTER.matcher(text).matches())
        ? Optional.of(
            new Counters(
                Long.parseLong(texts.get(0)),
                Long.parseLong(texts.get(1)),
                Long.parseLong(texts.get(2))))
        : Optional.empty();
  }

  private static Optional<RollUpContents.Voices> voices(List<String> texts) {
    return texts.stream().allMatch(text -> COUNTER.matcher(text).matches())
        ? counters(texts)
            .map(
                counters ->
                    new RollUpContents.Voices(
                        counters, Integer.parseInt(texts.get(3)), Integer.parseInt(texts.get(4))))
        : Optional.empty();
  }

  private static Optional<RollUpContents.Answer> answer(
      Grid sheet, int line, Map<String, Field> fields) {
    String field = text(sheet, line, 1);
    String times = text(sheet, line, 3);
    return fields.containsKey(field) && COUNTER.matcher(times).matches()
        ? Optional.of(
            new RollUpContents.Answer(field, text(sheet, line, 2), Integer.parseInt(times)))
        : Optional.empty();
  }

  private static List<String> texts(Grid sheet, int line, int from, int to) {
    var texts = new ArrayList<String>();
    for (int column = from; column < to; column++) {
      texts.add(text(sheet, line, column));
    }
    return texts;
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
