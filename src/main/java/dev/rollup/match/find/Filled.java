package dev.rollup.match.find;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a form was filled in with.
 *
 * @param entries every entry, in the order of the template
 * @param findings what is to be said about the form's own words and their places
 * @param claims what of the document it was read from
 */
public record Filled(List<Entry> entries, List<Finding> findings, Claims claims) {

  /** Copies the lists. */
  public Filled {
    entries = List.copyOf(entries);
    findings = List.copyOf(findings);
  }

  /** Tells whether anything stands in a blank for a count. */
  public boolean counts() {
    return entries.stream()
        .anyMatch(e -> e.field().type() == FieldType.COUNT && e.state() != State.BLANK);
  }

  /** Returns the rows of a repeated item, each with one entry for every field. */
  public List<List<Entry>> rows(Item item) {
    return rows(List.of(item)).getOrDefault(item.id(), List.of());
  }

  /** Returns the rows of every item by its id, each with one entry for every field. */
  public Map<String, List<List<Entry>>> rows(List<Item> items) {
    var owners = new HashMap<String, Item>();
    items.forEach(item -> item.fields().forEach(field -> owners.put(field.id(), item)));
    var rows = new HashMap<String, Map<Integer, List<Entry>>>();
    for (var entry : entries) {
      Item owner = owners.get(entry.field().id());
      if (owner != null) {
        rows.computeIfAbsent(owner.id(), id -> new LinkedHashMap<>())
            .computeIfAbsent(entry.row(), row -> new ArrayList<>())
            .add(entry);
      }
    }
    var all = new HashMap<String, List<List<Entry>>>();
    rows.forEach((id, own) -> all.put(id, List.copyOf(own.values())));
    return all;
  }

  /** Returns the same with rows of a list that is empty so far. */
  public Filled and(List<List<Entry>> rows) {
    var all = new ArrayList<>(entries);
    rows.forEach(all::addAll);
    return new Filled(all, findings, claims);
  }

  /** Returns the same with nothing read of one item: another number stands elsewhere. */
  public Filled withDoubtful(Item item) {
    return with(entry -> item.fields().contains(entry.field()));
  }

  /** Returns the same with some entries left out. */
  public Filled withDoubtful(List<Entry> doubtful) {
    return with(doubtful::contains);
  }

  private Filled with(Predicate<Entry> doubtful) {
    return new Filled(
        entries.stream()
            .map(
                e ->
                    doubtful.test(e) && e.state() != State.EXCLUDED
                        ? e.unread(FindingCode.FIELD_AMBIGUOUS)
                        : e)
            .toList(),
        findings,
        claims);
  }
}
