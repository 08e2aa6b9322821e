package dev.rollup.infer;

import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.Relation;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

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
    /** It has other words, and is the same by its code, or by its place. */
    REWORDED,
    /** It has another measure, so that old and new numbers are not the same. */
    MEASURE
  }

  /**
   * One difference.
   *
   * @param before the blank on the old edition; null where it was added
   * @param after the blank on the new one, under the id that it keeps; null where it was removed
   */
  public record Difference(Change change, Binding before, Binding after) {}

  private static final Pattern MEASURE = Pattern.compile("[（(][^（()）]{1,6}[)）]");

  private final Blank old;
  private final Blank recent;
  private final Map<Binding, Binding> same = new LinkedHashMap<>();
  private final Map<String, String> ids = new HashMap<>();
  private final List<Difference> differences = new ArrayList<>();
  private final Blank merged;

  /** Compares two editions of a form. */
  public Edition(Blank old, Blank recent) {
    this.old = old;
    this.recent = recent;
    pair();
    name();
    this.merged = merge();
  }

  /** Returns what differs, in the order of the new edition, what was removed last. */
  public List<Difference> differences() {
    return List.copyOf(differences);
  }

  /** Returns the new edition with the ids of the old one, and what was said about its blanks. */
  public Blank merged() {
    return merged;
  }

  /**
   * Pairs the blanks by their words, then those that are left by their codes, then those at the
   * same place in the same row or column.
   */
  private void pair() {
    var open = new ArrayList<>(old.bindings());
    var used = new HashSet<Binding>();
    for (var key :
        List.<Function<Binding, Optional<String>>>of(
            each -> Optional.of(words(each)),
            Edition::codes,
            each -> Optional.of(each.at() + " " + words(each.row())),
            each -> Optional.of(each.at() + " " + words(each.column())))) {
      var byKey = new HashMap<String, List<Binding>>();
      for (var each : open) {
        key.apply(each)
            .ifPresent(k -> byKey.computeIfAbsent(k, any -> new ArrayList<>()).add(each));
      }
      for (var each : recent.bindings()) {
        List<Binding> likely =
            key.apply(each).map(k -> byKey.getOrDefault(k, List.of())).orElse(List.of());
        if (!same.containsKey(each)) {
          likely.stream()
              .filter(before -> !used.contains(before))
              .findFirst()
              .ifPresent(
                  before -> {
                    same.put(each, before);
                    used.add(before);
                  });
        }
      }
      open.removeAll(used);
    }
  }

  private static String words(Binding each) {
    return words(each.section()) + "|" + words(each.row()) + "|" + words(each.column());
  }

  /** Returns words as they are compared: without the measures in brackets. */
  private static String words(List<String> words) {
    return Folding.label(MEASURE.matcher(String.join("/", words)).replaceAll(""));
  }

  private static Optional<String> codes(Binding each) {
    boolean coded = each.rowCode().isPresent() || each.columnCode().isPresent();
    return coded
        ? Optional.of(
            each.at().on()
                + each.rowCode().orElse(words(each.row()))
                + "|"
                + each.columnCode().orElse(words(each.column())))
        : Optional.empty();
  }

  /** Gives every blank of the new edition its id: the old one, or one that nothing had. */
  private void name() {
    Set<String> taken = new HashSet<>();
    old.bindings().forEach(each -> taken.add(each.id()));
    var blocks = new HashSet<String>();
    for (Block block : recent.blocks()) {
      String id = majority(block.bindings(), 0).filter(blocks::add).orElse(null);
      for (int n = old.blocks().size() + 1; id == null; n++) {
        id = blocks.add(String.valueOf(n)) ? String.valueOf(n) : null;
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

  private Blank merge() {
    var blocks = new ArrayList<Block>();
    for (Block block : recent.blocks()) {
      List<Binding> bindings = block.bindings().stream().map(this::kept).toList();
      String id = bindings.get(0).id();
      blocks.add(block.with(id.substring(0, id.indexOf('.')), bindings));
    }
    for (var before : old.bindings()) {
      if (!same.containsValue(before)) {
        differences.add(new Difference(Change.REMOVED, before, null));
      }
    }
    List<Relation> relations =
        recent.relations().stream()
            .map(
                each ->
                    new Relation(
                        each.kind(),
                        ids.get(each.whole()),
                        each.parts().stream().map(ids::get).toList(),
                        each.minus(),
                        each.scale(),
                        each.source()))
            .toList();
    return new Blank(
        recent.file(),
        recent.sha256(),
        recent.title(),
        recent.content(),
        recent.header(),
        blocks,
        relations);
  }

  private Binding kept(Binding each) {
    Binding before = same.get(each);
    Binding named = each.named(ids.get(each.id()));
    if (before == null) {
      differences.add(new Difference(Change.ADDED, null, named));
      return named;
    }
    if (!words(each).equals(words(before))) {
      differences.add(new Difference(Change.REWORDED, before, named));
    }
    boolean measured = each.measure().isPresent() && !each.measure().equals(before.measure());
    if (measured) {
      differences.add(new Difference(Change.MEASURE, before, named));
      return named;
    }
    return named.told(before.type(), before.measure(), before.adds(), before.time(), before.sure());
  }
}
