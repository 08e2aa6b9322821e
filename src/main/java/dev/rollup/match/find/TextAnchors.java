package dev.rollup.match.find;

import static java.util.Comparator.reverseOrder;

import dev.rollup.template.Item;
import dev.rollup.text.ApproximateSearch;
import dev.rollup.text.Doubt;
import dev.rollup.text.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the form's own words stand in a text: the first words of its sentences, and its headings.
 * Words that were changed are found by likeness, but only by a clear margin over every other place.
 */
public final class TextAnchors {

  /** Below this likeness changed words are not taken for the form's. */
  private static final double LIKENESS = 0.6;

  /** The lead that the best place must have over any other. */
  private static final double MARGIN = 0.2;

  /** A letter that is in no word. */
  private static final char TAKEN = '\u0000';

  /**
   * A place where words of the form stand, in letters of the text.
   *
   * @param item the item whose first words these are; null for a heading
   * @param to the letter behind the last
   * @param reworded whether they were changed
   */
  public record Anchor(@Nullable Item item, int from, int to, boolean reworded) {

    /** Returns the item whose sentence begins there, where it is no heading. */
    public Item sentence() {
      return Objects.requireNonNull(item);
    }

    private boolean inside(Anchor other) {
      return other.from <= from && to <= other.to && other.to - other.from > to - from;
    }
  }

  private static final Comparator<Anchor> BY_PLACE = Comparator.comparingInt(Anchor::from);

  private final List<Anchor> anchors = new ArrayList<>();
  private final Map<String, List<Anchor>> places = new HashMap<>();
  private final List<Integer> headings = new ArrayList<>();
  private final Set<String> spoiled = new HashSet<>();
  private final String letters;

  private TextAnchors(String letters) {
    this.letters = letters;
  }

  /** Looks for the words of a form in the letters of a text. */
  public static TextAnchors find(String letters, List<Item> items, FormWords words) {
    var found = new TextAnchors(letters);
    found.findExact(items, words);
    Set<String> there = found.items();
    if (there.size() * 2 > items.size()) {
      found.findReworded(items, there, words);
    }
    found.anchors.sort(BY_PLACE);
    for (var anchor : found.anchors) {
      if (anchor.item() == null) {
        found.headings.add(anchor.from());
      } else {
        found.places.computeIfAbsent(anchor.item().id(), id -> new ArrayList<>()).add(anchor);
      }
    }
    return found;
  }

  /** Looks for the words of a form in the letters of a text, to the letter. */
  public static TextAnchors exact(String letters, List<Item> items, FormWords words) {
    var found = new TextAnchors(letters);
    found.findExact(items, words);
    return found;
  }

  private void findExact(List<Item> items, FormWords words) {
    items.forEach(item -> findAll(item, words.literals(item).get(0)));
    words.headings().forEach(heading -> findAll(null, heading));
    words.remarks().forEach(remark -> findAll(null, remark));
    anchors.sort(Comparator.comparingInt(Anchor::from).thenComparing(Anchor::to, reverseOrder()));
    // Words inside longer words are theirs. The longest that began so far reaches furthest.
    var outer = new ArrayList<Anchor>();
    for (var anchor : anchors) {
      Anchor last = outer.isEmpty() ? null : outer.get(outer.size() - 1);
      if (last == null || !anchor.inside(last)) {
        outer.add(anchor);
      }
    }
    anchors.clear();
    anchors.addAll(outer);
    String title = words.title();
    for (int at = letters.indexOf(title); at >= 0; at = letters.indexOf(title, at + 1)) {
      var whole = new Anchor(null, at, at + title.length(), false);
      // The title may begin like a heading, and is none.
      anchors.removeIf(anchor -> anchor.item() == null && anchor.inside(whole));
    }
  }

  private void findAll(@Nullable Item item, String words) {
    for (int at = letters.indexOf(words); at >= 0; at = letters.indexOf(words, at + 1)) {
      anchors.add(new Anchor(item, at, at + words.length(), false));
    }
  }

  private Set<String> items() {
    var found = new HashSet<String>();
    anchors.stream()
        .map(Anchor::item)
        .filter(Objects::nonNull)
        .forEach(item -> found.add(item.id()));
    return found;
  }

  private void findReworded(List<Item> items, Set<String> there, FormWords words) {
    var nearest = new HashMap<Anchor, Double>();
    char[] free = letters.toCharArray();
    anchors.forEach(anchor -> Arrays.fill(free, anchor.from(), anchor.to(), TAKEN));
    String text = new String(free);
    for (var item : items) {
      if (!there.contains(item.id())) {
        likest(item, words.literals(item).get(0), text, nearest);
      }
    }
    for (var heading : words.headings()) {
      if (!letters.contains(heading)) {
        likest(null, heading, text, nearest);
      }
    }
    nearest.forEach(
        (anchor, likeness) -> {
          boolean clear =
              nearest.entrySet().stream()
                  .filter(other -> !other.getKey().equals(anchor) && touch(anchor, other.getKey()))
                  .allMatch(other -> likeness - other.getValue() >= MARGIN);
          if (clear) {
            anchors.add(anchor);
          }
        });
  }

  private static boolean touch(Anchor a, Anchor b) {
    return a.from() < b.to() && b.from() < a.to();
  }

  private void likest(@Nullable Item item, String words, String text, Map<Anchor, Double> nearest) {
    ApproximateSearch.Hit hit = ApproximateSearch.nearest(words, text);
    double likeness = 1 - (double) hit.distance() / words.length();
    double lead = (double) (hit.next() - hit.distance()) / words.length();
    String found = text.substring(hit.from(), hit.to());
    if (likeness < LIKENESS || lead < MARGIN || found.indexOf(TAKEN) >= 0) {
      return;
    }
    nearest.put(new Anchor(item, hit.from(), hit.to(), true), likeness);
    if (item != null && !numerals(found).equals(numerals(words))
        || Doubt.mayTouch(found) && !Doubt.mayTouch(words)
        || Doubt.takesBack(found) && !Doubt.takesBack(words)) {
      spoiled.add(item == null ? "" : item.id());
    }
  }

  private static String numerals(String words) {
    var numerals = new StringBuilder();
    words.codePoints().filter(Numerals::isNumeral).forEach(numerals::appendCodePoint);
    return numerals.toString();
  }

  /** Returns the place before another, or null. */
  public @Nullable Anchor before(Anchor anchor) {
    int index = Collections.binarySearch(anchors, anchor, BY_PLACE);
    return index > 0 ? anchors.get(index - 1) : null;
  }

  /** Returns where a heading stands, the first time; empty where it does not. */
  public Optional<Anchor> heading(String words) {
    return anchors.stream()
        .filter(anchor -> anchor.item() == null)
        .filter(anchor -> letters.substring(anchor.from(), anchor.to()).equals(words))
        .findFirst();
  }

  /** Returns the letter where the first heading behind a place begins, or -1. */
  public int headingBehind(Anchor anchor) {
    int index = Collections.binarySearch(headings, anchor.to());
    int next = index < 0 ? -index - 1 : index;
    return next < headings.size() ? headings.get(next) : -1;
  }

  /** Returns all places, in reading order. */
  public List<Anchor> all() {
    return anchors;
  }

  /** Returns the places of the items' first words, by item id. */
  public Map<String, List<Anchor>> places() {
    return places;
  }

  /** Tells whether something that bears on a number was written into an item's first words. */
  public boolean spoiled(Item item) {
    return spoiled.contains(item.id());
  }

  /** Tells whether most sentences stand in the order of the form. */
  public boolean inOrder(List<Item> items) {
    Map<String, List<Anchor>> places = places();
    var lengths = new ArrayList<Integer>();
    var firsts = new ArrayList<Integer>();
    for (var item : items) {
      if (places.containsKey(item.id())) {
        int from = places.get(item.id()).get(0).from();
        int length = 1;
        for (int i = 0; i < firsts.size(); i++) {
          length = firsts.get(i) < from ? Math.max(length, lengths.get(i) + 1) : length;
        }
        firsts.add(from);
        lengths.add(length);
      }
    }
    return lengths.stream().mapToInt(Integer::intValue).max().orElse(0) * 2 > items.size();
  }
}
