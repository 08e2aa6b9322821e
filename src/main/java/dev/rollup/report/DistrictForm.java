package dev.rollup.report;

import dev.rollup.merge.Agreement;
import dev.rollup.merge.ListedRow;
import dev.rollup.merge.Report;
import dev.rollup.merge.Summary;
import dev.rollup.merge.Tally;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Value;
import dev.rollup.template.Blank;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Relation;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The form as the district fills it in: its head, and its totals. What no unit counted stays empty.
 */
public final class DistrictForm {

  private final Template template;
  private final Map<HeaderField, Value> header;
  private final Summary summary;
  private final List<ListedRow> rows;
  private final AnswerCounts answers;

  /**
   * The form of one merge.
   *
   * @param header what stands above the table, words or a day; absent parts stay empty
   * @param report what the merge came to; rows are listed in the order of its units
   */
  public DistrictForm(Template template, Map<HeaderField, Value> header, Report report) {
    this.template = template;
    this.header = Map.copyOf(header);
    this.summary = report.summary();
    this.answers = AnswerCounts.of(report, template);
    Map<String, Integer> order = new HashMap<>();
    report.units().forEach(unit -> order.put(unit.unit().id(), order.size()));
    this.rows =
        summary.rows().stream()
            .sorted(Comparator.comparing((ListedRow row) -> order.get(row.unit().id())))
            .toList();
  }

  /** Returns what the level above is told beside the form: of how many units, and whose rows. */
  public RollUpContents carried() {
    var totals = new HashMap<String, RollUpContents.Total>();
    summary
        .totals()
        .forEach(
            (id, tally) -> {
              Tally own = summary.own().getOrDefault(id, tally);
              totals.put(id, new RollUpContents.Total(tally.total(), own.madeOf(), own.total()));
            });
    return new RollUpContents(
        totals,
        rows.stream()
            // What says nothing to the level above is no row there.
            .filter(DistrictForm::listsSomething)
            .map(row -> new RollUpContents.Row(row.itemId(), row.source(), values(row)))
            .toList(),
        relations(),
        answers.outsideLists(template));
  }

  private Map<Relation, RollUpContents.Voices> relations() {
    var all = new HashMap<Relation, RollUpContents.Voices>();
    for (var relation : template.blank().map(Blank::relations).orElse(List.of())) {
      Tally whole = summary.wholes().getOrDefault(relation, Tally.NONE);
      Agreement voices = summary.agreements().getOrDefault(relation, Agreement.NONE);
      all.put(relation, new RollUpContents.Voices(whole.madeOf(), voices.held(), voices.broken()));
    }
    return all;
  }

  private static boolean listsSomething(ListedRow row) {
    return row.entries().stream().anyMatch(e -> e.value() != null && e.saysSomething());
  }

  private static List<String> values(ListedRow row) {
    return row.entries().stream().map(entry -> Objects.toString(entry.value(), "")).toList();
  }

  /** Returns the value of every input by defined name, without the repeated items. */
  public Map<String, Value> totals() {
    var values = new TreeMap<String, Value>();
    header.forEach((field, value) -> values.put(field.id(), value));
    for (var item : template.items()) {
      if (!item.repeats()) {
        item.fields()
            .forEach(
                field -> {
                  BigDecimal total = tally(field.id()).total();
                  if (total != null) {
                    values.put(Layout.name(field.id(), 0), new Value.Number(total));
                  }
                });
      }
    }
    return values;
  }

  /** Returns what stands above the table, words or a day. */
  public Map<HeaderField, Value> header() {
    return header;
  }

  /** Returns the tally of a field. */
  public Tally tally(String fieldId) {
    return summary.totals().getOrDefault(fieldId, Tally.NONE);
  }

  /** Tells whether any total is made of totals, and not of the numbers of units alone. */
  public boolean madeOfRollUps() {
    return summary.totals().values().stream().anyMatch(Tally::madeOfOthers);
  }

  /** Returns the rows of a repeated item. */
  public List<ListedRow> rows(Item item) {
    return rows.stream().filter(row -> row.itemId().equals(item.id())).toList();
  }

  /**
   * Returns the rows of a repeated item as a table lists them, also those of which nothing counts.
   */
  public List<RollUpContents.Row> listed(Item item) {
    return rows(item).stream()
        .map(row -> new RollUpContents.Row(row.itemId(), row.source(), values(row)))
        .toList();
  }

  /** Returns the entry of a field in a row, or null. */
  public static @Nullable Entry entry(ListedRow row, String fieldId) {
    return row.entries().stream()
        .filter(entry -> entry.field().id().equals(fieldId))
        .findFirst()
        .orElse(null);
  }
}
