package dev.rollup.rollup;

import dev.rollup.template.Field;
import dev.rollup.template.Item;
import dev.rollup.template.Relation;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a roll-up says it was made of, beside the form: of how many units each total, and from which
 * unit each row of a repeated item. What the form itself says outranks it.
 *
 * @param totals by field id, sorted
 * @param rows the rows in the order of the form
 * @param relations what the returns below gave to what follows from other fields, by what it
 *     follows from
 * @param answers how often each answer was given to what is tallied, outside lists
 */
public record RollUpContents(
    Map<String, Total> totals,
    List<Row> rows,
    Map<Relation, Voices> relations,
    List<Answer> answers) {

  /** Nothing is known: the return of a unit, or a roll-up that lost it. */
  public static final RollUpContents NONE = new RollUpContents(Map.of(), List.of());

  /** Copies both. */
  public RollUpContents {
    totals = Collections.unmodifiableMap(new TreeMap<>(totals));
    rows = List.copyOf(rows);
    relations = Map.copyOf(relations);
    answers = List.copyOf(answers);
  }

  /** What is carried of a form in which nothing follows from anything else. */
  public RollUpContents(Map<String, Total> totals, List<Row> rows) {
    this(totals, rows, Map.of(), List.of());
  }

  /** Tells whether nothing is known. */
  public boolean isNone() {
    return totals.isEmpty() && rows.isEmpty() && relations.isEmpty() && answers.isEmpty();
  }

  /** Returns of how many returns of units it was made, at the most. */
  public long units() {
    return totals.values().stream()
        .map(Total::counters)
        .mapToLong(each -> each.counted() + each.blank() + each.excluded())
        .max()
        .orElse(0);
  }

  /** Returns the rows of a repeated item, in their order. */
  public List<Row> rows(Item item) {
    return rows.stream().filter(row -> row.itemId().equals(item.id())).toList();
  }

  /** Returns a total as it is written; empty where nothing was counted. */
  String total(Field field) {
    Total total = totals.get(field.id());
    return total == null || total.value() == null ? "" : total.value().toPlainString();
  }

  /**
   * A total.
   *
   * @param value what it was; null where nothing was counted
   * @param counters of how many entries it was made
   * @param own what these entries came to themselves, where the form shows what follows from others
   *     in its place; null where nothing was counted
   */
  public record Total(@Nullable BigDecimal value, Counters counters, @Nullable BigDecimal own) {

    /** Refuses a total without counters. */
    public Total {
      Objects.requireNonNull(counters);
    }

    /** A total that is shown as it is. */
    public Total(@Nullable BigDecimal value, Counters counters) {
      this(value, counters, value);
    }
  }

  /**
   * What returns gave to one relation between fields.
   *
   * @param counters in how many of them the whole follows from its parts
   * @param held how many bear the relation out
   * @param broken how many do not
   */
  public record Voices(Counters counters, int held, int broken) {

    /** Refuses null. */
    public Voices {
      Objects.requireNonNull(counters);
    }
  }

  /**
   * An answer to what is tallied.
   *
   * @param times how many units gave it
   */
  public record Answer(String fieldId, String words, int times) {

    /** Refuses null. */
    public Answer {
      Objects.requireNonNull(fieldId);
      Objects.requireNonNull(words);
    }
  }

  /**
   * A row of a repeated item.
   *
   * @param values what its fields held, in their order; empty where nothing was read
   */
  public record Row(String itemId, Origin origin, List<String> values) {

    /** Copies the values. */
    public Row {
      Objects.requireNonNull(itemId);
      Objects.requireNonNull(origin);
      values = List.copyOf(values);
    }
  }
}
