package dev.rollup.merge;

import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.template.FieldType;
import dev.rollup.text.Folding;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the returns of one unit say, to be compared. Empty rows of a list do not matter. */
final class Contents {

  private Contents() {}

  /** Tells whether two returns count the same, and leave the same out. */
  static boolean sameCounts(Return a, Return b) {
    return of(a, Set.of(FieldType.COUNT), Contents::typed)
        .equals(of(b, Set.of(FieldType.COUNT), Contents::typed));
  }

  /** Tells whether two returns have the same words in their lists. */
  static boolean sameWords(Return a, Return b) {
    return of(a, Set.of(FieldType.TEXT), Contents::typed)
        .equals(of(b, Set.of(FieldType.TEXT), Contents::typed));
  }

  /**
   * Tells whether a slip came back as it went out: with all that could be read of the return that
   * it is about, and nothing else.
   */
  static boolean unchanged(Return slip, Return base) {
    Set<FieldType> all = Set.of(FieldType.values());
    return of(slip, all, Contents::typed).equals(of(base, all, Entry::value));
  }

  /** Tells whether every number that was read of a return is that of another. */
  static boolean saysNothingElse(Return print, Return form) {
    Set<FieldType> all = Set.of(FieldType.values());
    Map<String, String> said = of(form, all, Contents::counted);
    return said.entrySet().containsAll(of(print, all, Contents::counted).entrySet());
  }

  private static @Nullable String counted(Entry entry) {
    return entry.number() == null ? null : entry.value();
  }

  private static @Nullable String typed(Entry entry) {
    return entry.state() == State.EXCLUDED ? "?" + entry.raw() : entry.value();
  }

  /**
   * Returns what entries hold by field and row; rows are counted as far as they hold anything.
   *
   * @param content what an entry holds; null where it holds nothing
   */
  private static Map<String, String> of(
      Return each, Set<FieldType> types, Function<Entry, String> content) {
    var contents = new HashMap<String, String>();
    var rows = new HashMap<String, Map<Integer, Integer>>();
    for (var entry : each.submission().orElseThrow().entries()) {
      String holds = content.apply(entry);
      if (types.contains(entry.field().type()) && holds != null) {
        Map<Integer, Integer> ofItem = rows.computeIfAbsent(itemOf(entry), item -> new HashMap<>());
        int row = ofItem.computeIfAbsent(entry.row(), r -> ofItem.size());
        contents.put(entry.field().id() + "#" + row, holds);
      }
    }
    return contents;
  }

  /**
   * Returns the blanks for counts that are not empty, by field; those of a list by the name of
   * their row, wherever it stands.
   */
  static Map<String, Entry> filled(Return each) {
    return counts(each, entry -> entry.state() != State.BLANK);
  }

  /** Returns, in the same way, the blanks for counts that are empty. */
  static Map<String, Entry> empty(Return each) {
    return counts(each, entry -> entry.state() == State.BLANK);
  }

  private static Map<String, Entry> counts(Return each, Predicate<Entry> which) {
    List<Entry> entries = each.submission().orElseThrow().entries();
    var names = new HashMap<String, String>();
    entries.stream()
        .filter(entry -> entry.text() != null)
        .forEach(entry -> names.put(row(entry), Folding.label(entry.text())));
    var counts = new LinkedHashMap<String, Entry>();
    for (var entry : entries) {
      if (entry.field().type() == FieldType.COUNT && which.test(entry)) {
        String named = entry.field().id() + "#" + names.getOrDefault(row(entry), "");
        String key = named;
        for (int again = 2; counts.containsKey(key); again++) {
          key = named + "#" + again;
        }
        counts.put(key, entry);
      }
    }
    return counts;
  }

  private static String row(Entry entry) {
    return itemOf(entry) + "#" + entry.row();
  }

  private static String itemOf(Entry entry) {
    String id = entry.field().id();
    return id.substring(0, id.lastIndexOf('.'));
  }
}
