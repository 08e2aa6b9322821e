package dev.rollup.match.find;

import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.text.Doubt;
import dev.rollup.text.Similarity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the sentences of the form begin on one sheet. A sentence is found by its first words; where
 * these were changed, by likeness, but only by a clear margin over every other place and sentence.
 */
public final class Anchors {

  /** Below this likeness changed words are not taken for a label. */
  private static final double LIKENESS = 0.6;

  /** The lead that the best candidate must have over the second best. */
  private static final double MARGIN = 0.2;

  private final Map<String, List<Position>> places = new HashMap<>();
  private final Set<String> reworded = new HashSet<>();
  private final Set<String> takenBack = new HashSet<>();
  private final TreeSet<Integer> rows = new TreeSet<>();
  private final Heads heads;
  private boolean headed;

  private Anchors(FormWords words) {
    this.heads = new Heads(words);
  }

  /** Looks for the sentences of the form on a sheet. */
  public static Anchors find(Grid grid, List<Item> items, FormWords words) {
    var anchors = new Anchors(words);
    var strangers = new ArrayList<Grid.Placed>();
    for (var placed : grid.cells()) {
      String folded = words.fold(placed.cell());
      if (folded.isEmpty()) {
        continue;
      }
      Item item = words.itemLedBy(folded);
      if (item != null) {
        anchors.add(item, placed.at());
      } else if (!words.contains(folded)) {
        strangers.add(placed);
        items.stream()
            .filter(other -> other.repeats() && words.goOnFrom(other, folded))
            .forEach(other -> anchors.add(other, placed.at()));
      }
      anchors.heads.add(placed.at(), folded);
      anchors.headed |=
          words.holdTitle(folded) || words.leadingLabel(HeaderField.UNIT, folded) != null;
    }
    if (anchors.headed && anchors.places.size() * 2 > items.size()) {
      anchors.findReworded(items, strangers, words);
    }
    return anchors;
  }

  private void add(Item item, Position at) {
    places.computeIfAbsent(item.id(), i -> new ArrayList<>()).add(at);
    rows.add(at.row());
  }

  private void findReworded(List<Item> items, List<Grid.Placed> strangers, FormWords words) {
    var missing = items.stream().filter(item -> !places.containsKey(item.id())).toList();
    for (var item : missing) {
      String lead = words.literals(item).get(0);
      Grid.Placed best = null;
      double first = 0;
      double second = 0;
      for (var stranger : strangers) {
        double likeness = Similarity.of(lead, words.fold(stranger.cell()));
        if (likeness > first) {
          second = first;
          first = likeness;
          best = stranger;
        } else {
          second = Math.max(second, likeness);
        }
      }
      if (best == null || first < LIKENESS || first - second < MARGIN) {
        continue;
      }
      String found = words.fold(best.cell());
      double otherItem =
          items.stream()
              .filter(other -> !other.equals(item))
              .mapToDouble(other -> Similarity.of(words.literals(other).get(0), found))
              .max()
              .orElse(0);
      if (first - otherItem >= MARGIN) {
        add(item, best.at());
        reworded.add(item.id());
        if (Doubt.takesBack(found) && !Doubt.takesBack(lead)
            || Doubt.mayTouch(found) && !Doubt.mayTouch(lead)) {
          takenBack.add(item.id());
        }
      }
    }
  }

  /**
   * Tells whether the sheet is the form: its title or header line, and most sentences in the order
   * of the form.
   */
  public boolean isForm(List<Item> items) {
    return headed && longestRise(items) * 2 > items.size();
  }

  /** Returns the heads of forms on the sheet. */
  public Heads heads() {
    return heads;
  }

  /** Returns how many sentences stand below each other in the order of the form. */
  private int longestRise(List<Item> items) {
    var lengths = new ArrayList<Integer>();
    var firsts = new ArrayList<Position>();
    for (var item : items) {
      if (!places.containsKey(item.id())) {
        continue;
      }
      Position at = places.get(item.id()).get(0);
      int length = 1;
      for (int i = 0; i < firsts.size(); i++) {
        if (firsts.get(i).compareTo(at) < 0) {
          length = Math.max(length, lengths.get(i) + 1);
        }
      }
      firsts.add(at);
      lengths.add(length);
    }
    return lengths.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** Returns every place where an item's sentence begins, in reading order. */
  public List<Position> of(Item item) {
    return places.getOrDefault(item.id(), List.of());
  }

  /** Tells whether an item was found by likeness only. */
  public boolean reworded(Item item) {
    return reworded.contains(item.id());
  }

  /** Tells whether words that take numbers back were written into an item's first words. */
  public boolean takenBack(Item item) {
    return takenBack.contains(item.id());
  }

  /** Returns the first row of the table. */
  public int firstRow() {
    return rows.isEmpty() ? 0 : rows.first();
  }

  /** Returns the row of the first sentence below a row; {@code otherwise} where there is none. */
  public int nextRow(int row, int otherwise) {
    Integer next = rows.higher(row);
    return next == null ? otherwise : next;
  }

  /** Returns where sentences begin in a row. */
  public List<Position> inRow(int row) {
    return places.values().stream().flatMap(List::stream).filter(at -> at.row() == row).toList();
  }

  /** Returns the row of the last sentence above a row; {@code otherwise} where there is none. */
  public int previousRow(int row, int otherwise) {
    Integer previous = rows.lower(row);
    return previous == null ? otherwise : previous;
  }

  /** Returns the last row in which a sentence begins; -1 where none does. */
  public int lastRow() {
    return rows.isEmpty() ? -1 : rows.last();
  }

  /** Tells whether sentences of other items stand between the rows of a repeated one. */
  public boolean interrupted(Item item) {
    List<Position> own = of(item);
    return own.size() > 1
        && places.values().stream()
            .filter(others -> others != own)
            .flatMap(List::stream)
            .anyMatch(
                other ->
                    other.row() > own.get(0).row() && other.row() < own.get(own.size() - 1).row());
  }
}
