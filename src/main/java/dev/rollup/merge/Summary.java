package dev.rollup.merge;

import dev.rollup.match.Provenance;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Submission;
import dev.rollup.template.Blank;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import dev.rollup.template.Relation;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What any number of accepted returns add up to. Merging is associative and commutative: parts may
 * be merged in any order and grouping.
 *
 * @param totals the tally of every field that adds up, by field id
 * @param rows the rows of the repeated items, sorted
 * @param agreements how far the returns bear out the relations that the form only suggests
 * @param wholes of how many returns each field that follows from others is made, by what it follows
 *     from; without their sums
 * @param own the totals as they were before any followed from others
 */
public record Summary(
    Map<String, Tally> totals,
    List<ListedRow> rows,
    Map<Relation, Agreement> agreements,
    Map<Relation, Tally> wholes,
    Map<String, Tally> own) {

  /** Copies all and sorts the totals and rows. */
  public Summary {
    totals = Collections.unmodifiableMap(new TreeMap<>(totals));
    agreements = Map.copyOf(agreements);
    wholes = Map.copyOf(wholes);
    own = Map.copyOf(own);
    rows = rows.stream().sorted().toList();
  }

  /** A summary in which nothing is derived yet. */
  public Summary(
      Map<String, Tally> totals,
      List<ListedRow> rows,
      Map<Relation, Agreement> agreements,
      Map<Relation, Tally> wholes) {
    this(totals, rows, agreements, wholes, totals);
  }

  /** The summary of no return at all: every field of the form with nothing counted. */
  public static Summary none(Template template) {
    var totals = new TreeMap<String, Tally>();
    template
        .tallied()
        .values()
        .forEach(
            field -> totals.put(field.id(), new Tally(field.adds(), BigDecimal.ZERO, 0, 0, 0)));
    return new Summary(totals, List.of(), Map.of(), Map.of());
  }

  /** The summary of a unit that reported, and whose numbers are all in another's return. */
  static Summary blank(Template template) {
    Map<String, Field> tallied = template.tallied();
    var totals = new TreeMap<String, Tally>();
    template.items().stream()
        .filter(item -> !item.repeats())
        .flatMap(item -> item.fields().stream())
        .filter(field -> tallied.containsKey(field.id()))
        .forEach(
            field -> totals.put(field.id(), new Tally(field.adds(), BigDecimal.ZERO, 0, 1, 0)));
    return new Summary(totals, List.of(), Map.of(), Wholes.of(totals, relations(template)));
  }

  /** The summary of one accepted return. */
  public static Summary of(Submission submission, Unit unit, String file, Template template) {
    var totals = new TreeMap<String, Tally>();
    Map<String, Field> tallied = template.tallied();
    for (var entry : submission.entries()) {
      if (tallied.containsKey(entry.field().id())) {
        totals.merge(entry.field().id(), Tally.of(entry), Tally::plus);
      }
    }
    Provenance provenance = Provenance.of(submission.carried(), submission.entries(), template);
    provenance
        .totals()
        .forEach(
            (field, total) ->
                totals.put(field, totals.getOrDefault(field, Tally.NONE).madeOf(total)));
    var rows = new ArrayList<ListedRow>();
    for (var item : template.items()) {
      if (item.repeats()) {
        rows.addAll(rows(item, submission, unit, file, provenance));
      }
    }
    return new Summary(
        totals,
        rows,
        Agreement.of(submission, provenance, template),
        Wholes.of(totals, relations(template), provenance.relations()));
  }

  private static List<Relation> relations(Template template) {
    return template.blank().map(Blank::relations).orElse(List.of());
  }

  private static List<ListedRow> rows(
      Item item, Submission submission, Unit unit, String file, Provenance provenance) {
    var byRow = new TreeMap<Integer, List<Entry>>();
    for (var entry : submission.entries()) {
      if (item.fields().contains(entry.field())) {
        byRow.computeIfAbsent(entry.row(), row -> new ArrayList<>()).add(entry);
      }
    }
    return byRow.entrySet().stream()
        // A row that holds nothing but zeros, or could not be told apart, lists nothing.
        .filter(row -> row.getValue().stream().anyMatch(Entry::saysSomething))
        .map(
            row ->
                new ListedRow(
                    item.id(),
                    unit,
                    file,
                    row.getKey(),
                    provenance.origin(item.id(), row.getKey()),
                    row.getValue()))
        .toList();
  }

  /**
   * Returns any number of summaries of one template together; their order does not matter, and no
   * two of them are needed at a time.
   */
  public static Summary sum(Template template, Stream<Summary> parts) {
    var totals = new TreeMap<>(none(template).totals());
    var rows = new ArrayList<ListedRow>();
    var agreements = new HashMap<Relation, Agreement>();
    var wholes = new HashMap<Relation, Tally>();
    parts
        .sequential()
        .forEach(
            part -> {
              part.totals.forEach((field, tally) -> totals.merge(field, tally, Tally::plus));
              rows.addAll(part.rows);
              part.agreements.forEach(
                  (relation, agreement) -> agreements.merge(relation, agreement, Agreement::plus));
              part.wholes.forEach((relation, whole) -> wholes.merge(relation, whole, Tally::plus));
            });
    return new Summary(totals, rows, agreements, wholes);
  }

  /**
   * Returns the same with the totals that follow from others, as the form says. What is derived is
   * not to be merged any further.
   */
  public Summary derived(Template template) {
    return derivedAs(template, this);
  }

  /**
   * Returns the same with the totals that follow from others, for a part of the returns: which
   * relations may be relied upon is what all of them say together, or a part could be computed by
   * one that the whole refutes.
   *
   * @param all what all returns add up to
   */
  public Summary derivedAs(Template template, Summary all) {
    return new Summary(
        Derived.totals(totals, all.agreements, wholes, template), rows, agreements, wholes, totals);
  }

  /** Returns the rows of one repeated item. */
  public List<ListedRow> rows(Item item) {
    return rows.stream().filter(row -> row.itemId().equals(item.id())).toList();
  }
}
