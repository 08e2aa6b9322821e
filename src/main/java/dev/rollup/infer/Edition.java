package dev.rollup.infer;

import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderBlank;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A new edition of a form beside the old one: what is the same blank keeps its id, and what a
 * person said about it, so that rules and earlier reports still speak of it.
 */
public final class Edition {

  /** What became of a blank. */
  public enum Change {
    /** It is on the new edition only. */
    ADDED,
    /** It is on the old edition only. */
    REMOVED,
    /** It stands in another place. */
    MOVED,
    /** It has other words, and is the same by its code, its place, or words that are alike. */
    REWORDED,
    /** It takes something else. */
    TYPE,
    /** It has another measure, so that old and new numbers are not the same. */
    MEASURE,
    /** It is made of other blanks, or bounds others. */
    RELATION
  }

  /**
   * One difference.
   *
   * @param before the blank on the old edition; null where it was added
   * @param after the blank on the new one, under the id that it keeps; null where it was removed
   */
  public record Difference(Change change, @Nullable Binding before, @Nullable Binding after) {

    /** Returns the blank of an old edition that has it. */
    public Binding was() {
      return Objects.requireNonNull(before);
    }

    /** Returns the blank on the new edition, or that on the old one where it was removed. */
    public Binding any() {
      return after == null ? was() : after;
    }
  }

  /**
   * One edition.
   *
   * @param blank its blanks, as a person may have said that they are
   * @param form the same, as the form itself says
   */
  public record Side(Blank blank, Blank form) {

    /** An edition of which nobody said anything. */
    public Side(Blank blank) {
      this(blank, blank);
    }
  }

  private final Blank old;
  private final Blank recent;

  /** What the forms say of each blank. */
  private final IdentityHashMap<Binding, Binding> forms = new IdentityHashMap<>();

  private final IdentityHashMap<Binding, Binding> same = new IdentityHashMap<>();
  private final Map<String, String> ids = new HashMap<>();
  private final List<Difference> differences = new ArrayList<>();
  private final EditionRelations relations;
  private final Blank merged;

  /** Compares two editions of which nobody said anything but their forms. */
  public Edition(Blank old, Blank recent) {
    this(new Side(old), new Side(recent));
  }

  /** Compares two editions of a form. */
  public Edition(Side old, Side recent) {
    this.old = old.blank();
    this.recent = recent.blank();
    pair(forms(old), forms(recent));
    name();
    this.relations = relations(old, recent);
    this.merged = merge();
  }

  /** Returns what differs, in the order of the new edition, what was removed last. */
  public List<Difference> differences() {
    return List.copyOf(differences);
  }

  /** Returns the header's blanks that are on the new edition only. */
  public List<HeaderBlank> headerAdded() {
    return without(recent.header(), old.header());
  }

  /** Returns the header's blanks that are on the old edition only. */
  public List<HeaderBlank> headerRemoved() {
    return without(old.header(), recent.header());
  }

  /** Tells whether the form is called the same. */
  public boolean sameTitle() {
    return Folding.label(old.title()).equals(Folding.label(recent.title()));
  }

  /** Returns the titles, the old one first. */
  public List<String> titles() {
    return List.of(old.title(), recent.title());
  }

  /** Tells whether nothing differs. */
  public boolean same() {
    return differences.isEmpty()
        && headerAdded().isEmpty()
        && headerRemoved().isEmpty()
        && sameTitle();
  }

  /** Returns the new edition with the ids of the old one, and what was said about its blanks. */
  public Blank merged() {
    return merged;
  }

  private static List<HeaderBlank> without(List<HeaderBlank> all, List<HeaderBlank> others) {
    var open = new ArrayList<>(others.stream().map(Edition::header).toList());
    return all.stream().filter(each -> !open.remove(header(each))).toList();
  }

  private static String header(HeaderBlank blank) {
    return blank.role() + " " + Folding.label(blank.label());
  }

  /** Returns what the form says of each blank of an edition, in its order. */
  private List<Binding> forms(Side side) {
    var byPlace = new HashMap<String, Binding>();
    side.form().bindings().forEach(each -> byPlace.put(each.at().toString(), each));
    var all = new ArrayList<Binding>();
    for (var each : side.blank().bindings()) {
      Binding form = byPlace.getOrDefault(each.at().toString(), each);
      forms.put(each, form);
      all.add(form);
    }
    return all;
  }

  private Binding form(Binding each) {
    return Objects.requireNonNull(forms.get(each), each.id());
  }

  private String id(Binding each) {
    return Objects.requireNonNull(ids.get(each.id()), each.id());
  }

  private void pair(List<Binding> oldForm, List<Binding> recentForm) {
    Map<Binding, Binding> pairs = Pairing.of(oldForm, recentForm);
    var told = new IdentityHashMap<Binding, Binding>();
    old.bindings().forEach(each -> told.put(form(each), each));
    for (var each : recent.bindings()) {
      Binding before = pairs.get(form(each));
      if (before != null) {
        same.put(each, told.get(before));
      }
    }
  }

  /** Gives every blank of the new edition its id: the old one, or one that nothing had. */
  private void name() {
    Set<String> taken = new HashSet<>();
    old.bindings().forEach(each -> taken.add(each.id()));
    var blocks = new HashSet<String>();
    old.blocks().forEach(block -> taken.add(block.id() + "."));
    for (Block block : recent.blocks()) {
      String id = majority(block.bindings(), 0).filter(blocks::add).orElse(null);
      for (int n = 1; id == null; n++) {
        String next = String.valueOf(n);
        id = !taken.contains(next + ".") && blocks.add(next) ? next : null;
      }
      name(block, id, taken);
    }
  }

  private void name(Block block, String id, Set<String> taken) {
    var rows = new LinkedHashMap<String, List<Binding>>();
    block
        .bindings()
        .forEach(each -> rows.computeIfAbsent(each.item(), any -> new ArrayList<>()).add(each));
    var items = new HashSet<String>();
    for (var row : rows.values()) {
      String item =
          majority(row, 1)
              .filter(known -> known.startsWith(id + "."))
              .filter(items::add)
              .orElse(null);
      for (int n = 1; item == null; n++) {
        String next = id + "." + n;
        boolean free = taken.stream().noneMatch(each -> each.startsWith(next + "."));
        item = free && items.add(next) ? next : null;
      }
      for (var each : row) {
        Binding before = same.get(each);
        String own = before != null && before.item().equals(item) ? before.id() : null;
        for (int n = 1; own == null; n++) {
          own = taken.add(item + "." + n) ? item + "." + n : null;
        }
        taken.add(own);
        ids.put(each.id(), own);
      }
    }
  }

  /** Returns the block, or the item, that most of some blanks had. */
  private Optional<String> majority(List<Binding> blanks, int part) {
    var counts = new TreeMap<String, Integer>();
    for (var each : blanks) {
      Binding before = same.get(each);
      if (before != null) {
        String own = part == 0 ? before.id().substring(0, before.id().indexOf('.')) : before.item();
        counts.merge(own, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private EditionRelations relations(Side old, Side recent) {
    var now = new HashMap<String, String>();
    var nowForm = new HashMap<String, String>();
    var idsForm = new HashMap<String, String>();
    for (var each : recent.blank().bindings()) {
      String id = id(each);
      idsForm.put(form(each).id(), id);
      Binding before = same.get(each);
      if (before != null) {
        now.put(before.id(), id);
        nowForm.put(form(before).id(), id);
      }
    }
    return new EditionRelations(
        EditionRelations.renamed(old.blank(), now),
        EditionRelations.renamed(old.form(), nowForm),
        EditionRelations.renamed(recent.blank(), ids),
        EditionRelations.renamed(recent.form(), idsForm));
  }

  private Blank merge() {
    var blocks = new ArrayList<Block>();
    for (Block block : recent.blocks()) {
      List<Binding> bindings = new ArrayList<>();
      for (var each : block.bindings()) {
        bindings.add(kept(each));
      }
      String id = bindings.get(0).id();
      blocks.add(block.with(id.substring(0, id.indexOf('.')), bindings));
    }
    var kept = new IdentityHashMap<Binding, Binding>();
    same.forEach((after, before) -> kept.put(before, after));
    for (var before : old.bindings()) {
      if (!kept.containsKey(before)) {
        differences.add(new Difference(Change.REMOVED, before, null));
      }
    }
    return new Blank(
        recent.file(),
        recent.sha256(),
        recent.title(),
        recent.content(),
        recent.header(),
        blocks,
        relations.merged());
  }

  private Binding kept(Binding each) {
    Binding before = same.get(each);
    Binding named = each.named(id(each));
    if (before == null) {
      differences.add(new Difference(Change.ADDED, null, named));
      return named;
    }
    Binding kept = decided(before, named, form(before), form(each));
    if (!before.at().equals(each.at())) {
      differences.add(new Difference(Change.MOVED, before, kept));
    }
    if (!Pairing.sameWords(form(before), form(each))) {
      differences.add(new Difference(Change.REWORDED, before, kept));
    }
    if (before.type() != kept.type()) {
      differences.add(new Difference(Change.TYPE, before, kept));
    }
    if (!before.measure().equals(kept.measure())) {
      differences.add(new Difference(Change.MEASURE, before, kept));
    }
    if (relations.differ(named.id())) {
      differences.add(new Difference(Change.RELATION, before, kept));
    }
    return kept;
  }

  /** Returns the new blank as a person said that it is, as far as the form says the same. */
  private static Binding decided(Binding before, Binding after, Binding wasForm, Binding isForm) {
    Choice choice = new Choice(before, after, wasForm, isForm);
    FieldType type = choice.of(Binding::type);
    Optional<String> measure = choice.of(Binding::measure);
    Binding worded =
        after.worded(
            choice.of(Binding::section), choice.of(Binding::row), choice.of(Binding::column));
    boolean other = type != before.type() || !measure.equals(before.measure());
    return other
        // What was said of another measure was said of something else.
        ? worded.told(type, measure, after.adds(), after.time(), after.sure())
        : worded.told(
            type,
            measure,
            choice.of(Binding::adds),
            choice.of(Binding::time),
            choice.of(Binding::sure));
  }

  /**
   * Whose word counts: what was said of the new edition, else of the old where it did not change.
   */
  private record Choice(Binding before, Binding after, Binding wasForm, Binding isForm) {

    <T> T of(Function<Binding, T> part) {
      boolean said = !part.apply(after).equals(part.apply(isForm));
      boolean unchanged = part.apply(wasForm).equals(part.apply(isForm));
      return said || !unchanged ? part.apply(after) : part.apply(before);
    }
  }
}
