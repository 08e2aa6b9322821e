package dev.rollup.match.blank;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Address;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.submission.Value;
import dev.rollup.template.Binding;
import dev.rollup.template.Field;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What was read of one return, blank by blank, and what else on it speaks against that. */
final class FormEntries {

  private final Template template;
  private final Map<String, Field> fields;
  private final Places places = new Places();

  /** By field and row. */
  private final Map<String, TreeMap<Integer, Entry>> entries = new HashMap<>();

  private final Set<Entry> doubtful = new HashSet<>();

  /** Numbers that the unit counted in another measure than the form's. */
  private final Set<Entry> otherwise = new HashSet<>();

  /** Numbers beside which it is written that they are about so much. */
  private final Set<Entry> estimated = new HashSet<>();

  private final List<Finding> findings = new ArrayList<>();

  FormEntries(Template template) {
    this.template = template;
    this.fields = template.fields();
  }

  static Location location(Grid grid, Position at, Field field) {
    return Location.at(grid.sheet(), grid.place(at)).ofField(field.id());
  }

  Field field(Binding binding) {
    return Objects.requireNonNull(fields.get(binding.id()), binding.id());
  }

  /** Returns which cells are spoken for. */
  Places places() {
    return places;
  }

  /** Keeps what was read of a blank, and takes its cell. */
  void add(Entry entry, Grid grid, Position at) {
    put(entry);
    places.take(grid, at, entry);
  }

  /** Keeps that nothing was read of a blank, and why. */
  void missing(Binding binding, Overlay overlay, FindingCode why) {
    Grid grid = overlay.grid();
    Address place = overlay.place(binding.at().cell()).map(grid::place).orElse(null);
    Field field = field(binding);
    put(unread(field, Location.at(grid.sheet(), place).ofField(field.id()), why));
  }

  /** Keeps that nothing was read of a blank of which nobody knows where it stands. */
  void missing(Binding binding, FindingCode why) {
    put(unread(field(binding), why));
  }

  /** Keeps that a cell holds no answer to one of its blanks. */
  void unanswered(Binding binding, Grid grid, Position at) {
    Field field = field(binding);
    add(unread(field, location(grid, at, field), FindingCode.FIELD_AMBIGUOUS), grid, at);
  }

  private void put(Entry entry) {
    entries.computeIfAbsent(entry.field().id(), id -> new TreeMap<>()).put(entry.row(), entry);
  }

  /** Leaves out entries that something else on the form is against. */
  void doubt(Collection<Entry> all) {
    doubtful.addAll(all);
  }

  /** Leaves out numbers that are counted in another measure than the form's. */
  void countedOtherwise(Collection<Entry> all) {
    otherwise.addAll(all);
  }

  /** Leaves out numbers that are said to be about so much. */
  void estimated(Collection<Entry> all) {
    estimated.addAll(all);
  }

  void name(Finding finding) {
    findings.add(finding);
  }

  List<Finding> findings() {
    return findings;
  }

  /** Returns what was read of the only row of a field. */
  Optional<Entry> single(Binding binding) {
    return Optional.ofNullable(entries.get(binding.id())).map(rows -> rows.firstEntry().getValue());
  }

  /** Returns everything that was read, in the order of the template. */
  List<Entry> read() {
    return fields.keySet().stream()
        .flatMap(id -> entries.getOrDefault(id, new TreeMap<>()).values().stream())
        .toList();
  }

  /**
   * Returns an entry for every field and every row of a list, in the order of the template: as it
   * was read, or unread where something else on the form is against it.
   */
  List<Entry> certain() {
    var all = new ArrayList<Entry>();
    for (var item : template.items()) {
      var rows = new TreeMap<Integer, List<Entry>>();
      for (var field : item.fields()) {
        TreeMap<Integer, Entry> own = entries.getOrDefault(field.id(), new TreeMap<>());
        if (own.isEmpty() && !item.repeats()) {
          own.put(0, unread(field, FindingCode.FIELD_MISSING));
        }
        own.forEach((row, entry) -> rows.computeIfAbsent(row, any -> new ArrayList<>()).add(entry));
      }
      rows.values().forEach(all::addAll);
    }
    return all.stream().map(this::certain).toList();
  }

  private Entry certain(Entry entry) {
    if (doubtful.contains(entry) && entry.state() != State.EXCLUDED) {
      return entry.unread(FindingCode.FIELD_AMBIGUOUS);
    }
    if (otherwise.contains(entry) && entry.number() != null) {
      return entry.unread(FindingCode.WRONG_MEASURE_UNIT);
    }
    return estimated.contains(entry) && entry.number() != null
        ? entry.unread(FindingCode.APPROXIMATE_COUNT)
        : entry;
  }

  private static Entry unread(Field field, FindingCode why) {
    return unread(field, Location.NOWHERE.ofField(field.id()), why);
  }

  private static Entry unread(Field field, Location at, FindingCode why) {
    return new Entry(field, 0, Value.Absent.EXCLUDED, null, at, List.of(why));
  }
}
