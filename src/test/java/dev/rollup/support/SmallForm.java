package dev.rollup.support;

import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.model.Location;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Value;
import dev.rollup.template.AcrossPeriods;
import dev.rollup.template.AcrossUnits;
import dev.rollup.template.Adds;
import dev.rollup.template.Blank;
import dev.rollup.template.Condition;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.template.Measure;
import dev.rollup.template.Missing;
import dev.rollup.template.Operand;
import dev.rollup.template.Operator;
import dev.rollup.template.Relation;
import dev.rollup.template.Rule;
import dev.rollup.template.Section;
import dev.rollup.template.Template;
import dev.rollup.template.Time;
import dev.rollup.template.Wording;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An office's own form with as little on it as will do: {@code all}, {@code a} and {@code b} are
 * added up, {@code rate} is none that is added, of {@code most} the largest and of {@code least}
 * the smallest counts, {@code stock} may become less; its list has {@code name} and {@code n}.
 */
public final class SmallForm {

  /** Until when it is to be sent. */
  public static final OffsetDateTime DEADLINE = OffsetDateTime.parse("2023-06-28T17:00:00+08:00");

  private static final Item TABLE =
      item(
          "t",
          false,
          number("t.all", FieldType.COUNT, Adds.SUM, Time.CUMULATIVE),
          number("t.a", FieldType.COUNT, Adds.SUM, Time.CUMULATIVE),
          number("t.b", FieldType.COUNT, Adds.SUM, Time.CUMULATIVE),
          number("t.rate", FieldType.PERCENT, Adds.RATIO, Time.FLOW),
          number("t.most", FieldType.DECIMAL, Adds.MAX, Time.FLOW),
          number("t.least", FieldType.DECIMAL, Adds.MIN, Time.FLOW),
          number("t.stock", FieldType.COUNT, Adds.SUM, Time.STOCK));

  private static final Item LIST =
      item(
          "l",
          true,
          Field.text("l.name", "名称"),
          number("l.n", FieldType.COUNT, Adds.SUM, Time.CUMULATIVE));

  private SmallForm() {}

  /** Returns the form with what holds between its fields; a rule {@code r1} for the first, etc. */
  public static Template with(Relation... relations) {
    var blank =
        new Blank(
            "blank.xlsx",
            "",
            "统计表",
            new Blank.Content(new byte[0]),
            List.of(),
            List.of(),
            List.of(relations));
    var rules = new ArrayList<Rule>();
    for (var relation : relations) {
      rules.add(rule("r" + (rules.size() + 1), relation));
    }
    return template(rules, Optional.of(blank));
  }

  /** Returns the same form as one that is drawn from its sentences. */
  public static Template drawn() {
    return template(List.of(), Optional.empty());
  }

  /** A sum of parts that a formula of the form adds up: {@code all=a+b}, {@code all=a-b}. */
  public static Relation sum(String relation) {
    return relation(Relation.Kind.SUM, relation, Relation.Source.FORMULA);
  }

  /** A relation that the words of the form only suggest: {@code all=a+b}. */
  public static Relation suggested(Relation.Kind kind, String relation) {
    return relation(kind, relation, Relation.Source.WORDS);
  }

  /**
   * A relation between fields: the whole, then its parts in their order.
   *
   * @param kind how they hang together; a ratio is in percent
   */
  public static Relation relation(Relation.Kind kind, String relation, Relation.Source source) {
    String[] fields = relation.split("[=+-]", -1);
    return new Relation(
        kind,
        id(fields[0]),
        List.of(fields).subList(1, fields.length).stream().map(SmallForm::id).toList(),
        relation.contains("-") ? 1 : 0,
        kind == Relation.Kind.RATIO ? 100 : 1,
        source);
  }

  /** Returns the id of a field. */
  public static String id(String field) {
    return (List.of("name", "n").contains(field) ? "l." : "t.") + field;
  }

  /**
   * Returns what stands in a form: {@code all=5 a=约3 name.1=文艺 n.1=2}. What is no number is left
   * out, {@code lost} is a blank that the form no longer has; what is not named is blank.
   */
  public static List<Entry> entries(String typed) {
    var values = new HashMap<String, String>();
    var rows = new TreeSet<Integer>();
    for (var each : typed.isEmpty() ? new String[0] : typed.split(" ", -1)) {
      String[] pair = each.split("=", -1);
      values.put(pair[0], pair[1]);
      if (pair[0].contains(".")) {
        rows.add(Integer.valueOf(pair[0].substring(pair[0].indexOf('.') + 1)));
      }
    }
    var entries = new ArrayList<Entry>();
    for (var field : TABLE.fields()) {
      entries.add(entry(field, 0, values.get(field.id().substring(2))));
    }
    for (var row : rows) {
      for (var field : LIST.fields()) {
        entries.add(entry(field, row, values.get(field.id().substring(2) + "." + row)));
      }
    }
    return entries;
  }

  private static Entry entry(Field field, int row, String typed) {
    Location at = new Location(null, null, "表", null, field.id());
    if (typed == null) {
      return new Entry(field, row, Value.Absent.BLANK, "", at, List.of());
    }
    if (field.type() == FieldType.TEXT) {
      return new Entry(field, row, new Value.Words(typed), typed, at, List.of());
    }
    if (typed.matches("[0-9.]+")) {
      Value number = new Value.Number(new BigDecimal(typed));
      return new Entry(field, row, number, typed, at, List.of());
    }
    boolean lost = typed.equals("lost");
    return new Entry(
        field,
        row,
        Value.Absent.EXCLUDED,
        lost ? null : typed,
        at,
        List.of(lost ? FindingCode.FIELD_MISSING : FindingCode.APPROXIMATE_COUNT));
  }

  private static Field number(String id, FieldType type, Adds adds, Time time) {
    return new Field(
        id,
        type,
        Measure.NONE,
        id.substring(2),
        Long.MAX_VALUE,
        type.decimals(),
        false,
        List.of(),
        adds,
        Optional.of(time));
  }

  private static Item item(String id, boolean repeats, Field... fields) {
    return Item.of(id, "（　）".repeat(fields.length), repeats, repeats ? 3 : 1, List.of(fields));
  }

  private static Rule rule(String id, Relation relation) {
    var nothing = new Operand.Sum(List.of(), BigDecimal.ZERO);
    var words = new Wording(Map.of("zh", id, "en", id));
    return new Rule(
        id,
        nothing,
        Operator.EQUAL_TO,
        nothing,
        Severity.ERROR,
        Missing.NEVER_SKIP,
        Missing.NEVER_SKIP,
        Condition.ALWAYS,
        List.of(),
        null,
        relation.suggested() ? relation : null,
        words,
        words);
  }

  private static Template template(List<Rule> rules, Optional<Blank> blank) {
    return new Template(
        "small",
        "1",
        "统计表",
        "统计",
        "某区",
        "某办",
        Set.of(),
        Optional.empty(),
        Optional.of(DEADLINE),
        Map.of(),
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        List.of(new Section("1", "统计", List.of(TABLE, LIST))),
        rules,
        AcrossUnits.DEFAULT,
        AcrossPeriods.DEFAULT,
        Optional.empty(),
        Optional.empty(),
        blank,
        Map.of());
  }
}
