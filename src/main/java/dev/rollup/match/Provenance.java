package dev.rollup.match;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Location;
import dev.rollup.rollup.Origin;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.template.Adds;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.template.Relation;
import dev.rollup.template.Template;
import dev.rollup.text.Amount;
import dev.rollup.text.Folding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a roll-up carries, as far as the form still says what it said when it was made. The form
 * wins: of a total that was changed by hand nobody knows any more of how many units it is made, of
 * a row that was, whose it is.
 *
 * @param totals by field id, what each total is made of
 * @param relations what the returns below gave to each relation; nothing where anything was changed
 * @param origins by row, whose each is
 * @param edits what was changed; places are without the file
 */
public record Provenance(
    Map<String, RollUpContents.Total> totals,
    Map<Relation, RollUpContents.Voices> relations,
    Map<RowKey, Origin> origins,
    List<Finding> edits) {

  private static final Provenance NONE = new Provenance(Map.of(), Map.of(), Map.of(), List.of());

  /** A row of a repeated item, counted from 1. */
  public record RowKey(String itemId, int row) {}

  /** Copies the collections. */
  public Provenance {
    totals = Map.copyOf(totals);
    relations = Map.copyOf(relations);
    origins = Map.copyOf(origins);
    edits = List.copyOf(edits);
  }

  /** Compares what is carried with what the form says. */
  public static Provenance of(RollUpContents carried, List<Entry> entries, Template template) {
    return carried.totals().isEmpty() ? NONE : new Comparison(carried).of(entries, template);
  }

  /** Returns the unit that a row comes from, as far as that is known. */
  public Optional<Origin> origin(String itemId, int row) {
    return Optional.ofNullable(origins.get(new RowKey(itemId, row)));
  }

  /** As many as a district's rate is told with. */
  private static final int RATE_DECIMALS = 1;

  private static final class Comparison {

    private final RollUpContents carried;
    private final Map<String, RollUpContents.Total> totals = new HashMap<>();
    private final Map<RowKey, Origin> origins = new HashMap<>();
    private final List<Finding> edits = new ArrayList<>();

    Comparison(RollUpContents carried) {
      this.carried = carried;
    }

    Provenance of(List<Entry> entries, Template template) {
      for (var item : template.items()) {
        Set<Field> fields = new HashSet<>(item.fields());
        List<Entry> own = entries.stream().filter(e -> fields.contains(e.field())).toList();
        if (item.repeats()) {
          rows(item, own);
        } else {
          own.forEach(this::total);
        }
      }
      return new Provenance(
          totals, edits.isEmpty() ? carried.relations() : Map.of(), origins, edits);
    }

    private void total(Entry entry) {
      RollUpContents.Total was = carried.totals().get(entry.field().id());
      // What cannot be read is said already, and counts nothing.
      if (was == null || entry.state() == State.EXCLUDED) {
        return;
      }
      if (Amount.same(was.value(), shown(entry))) {
        totals.put(entry.field().id(), was);
      } else {
        String before = was.value() == null ? "" : was.value().toString();
        edited(entry.at(), entry.raw(), Objects.toString(entry.value(), ""), before);
      }
    }

    /** A rate is told rounded, and computed by a formula of the form as exactly as it can be. */
    private static @Nullable BigDecimal shown(Entry entry) {
      BigDecimal number = entry.number();
      return number != null && entry.field().adds() == Adds.RATIO
          ? number.setScale(RATE_DECIMALS, RoundingMode.HALF_UP)
          : number;
    }

    /** Finds each row among those carried by what it says: rows may be sorted or taken out. */
    private void rows(Item item, List<Entry> entries) {
      Map<Integer, List<Entry>> rows =
          entries.stream()
              .collect(Collectors.groupingBy(Entry::row, TreeMap::new, Collectors.toList()));
      rows.values().removeIf(row -> row.stream().noneMatch(Entry::saysSomething));
      Map<List<String>, Deque<RollUpContents.Row>> known = new HashMap<>();
      var left = new ArrayDeque<RollUpContents.Row>();
      for (var row : carried.rows()) {
        if (row.itemId().equals(item.id())) {
          known.computeIfAbsent(folded(item, row.values()), k -> new ArrayDeque<>()).add(row);
          left.add(row);
        }
      }
      var unread = new ArrayList<List<Entry>>();
      var others = new ArrayList<List<Entry>>();
      Set<RollUpContents.Row> found = Collections.newSetFromMap(new IdentityHashMap<>());
      rows.forEach(
          (number, row) -> {
            Deque<RollUpContents.Row> same = known.get(folded(item, values(item, row)));
            if (row.stream().anyMatch(entry -> entry.state() == State.EXCLUDED)) {
              unread.add(row);
            } else if (same == null || same.isEmpty()) {
              others.add(row);
            } else {
              RollUpContents.Row match = same.remove();
              found.add(match);
              origins.put(new RowKey(item.id(), number), match.origin());
            }
          });
      left.removeIf(found::contains);
      // A row that cannot be read is one of those that were not found again.
      unread.stream().filter(row -> left.size() > others.size()).forEach(row -> left.pollLast());
      if (others.isEmpty() && left.isEmpty() && unread.isEmpty()) {
        for (var field : item.fields()) {
          RollUpContents.Total total = carried.totals().get(field.id());
          if (total != null) {
            totals.put(field.id(), total);
          }
        }
      }
      for (var row : others) {
        RollUpContents.Row was = left.poll();
        String now = String.join("/", shown(values(item, row)));
        Entry first = row.get(0);
        edited(first.at(), now, now, was == null ? "" : String.join("/", shown(was.values())));
      }
      for (var gone : left) {
        Location at = Location.NOWHERE.ofField(item.fields().get(0).id());
        edited(at, null, "", String.join("/", shown(gone.values())));
      }
    }

    private void edited(Location at, @Nullable String raw, String now, String before) {
      edits.add(
          Finding.ofCell(FindingCode.ROLLUP_EDITED, at, raw)
              .with(Argument.NOW, now)
              .with(Argument.BEFORE, before));
    }

    private static List<String> values(Item item, List<Entry> row) {
      var values = new ArrayList<String>();
      for (var field : item.fields()) {
        values.add(
            row.stream()
                .filter(entry -> entry.field().equals(field))
                .map(entry -> Objects.toString(entry.value(), ""))
                .findFirst()
                .orElse(""));
      }
      return values;
    }

    /** Programs change the punctuation of words when they save them; that is no other row. */
    private static List<String> folded(Item item, List<String> values) {
      var folded = new ArrayList<String>();
      for (int i = 0; i < values.size(); i++) {
        boolean text = item.fields().get(i).type() == FieldType.TEXT;
        folded.add(text ? Folding.label(values.get(i)) : values.get(i));
      }
      return folded;
    }

    private static List<String> shown(List<String> values) {
      return values.stream().filter(value -> !value.isEmpty()).toList();
    }
  }
}
