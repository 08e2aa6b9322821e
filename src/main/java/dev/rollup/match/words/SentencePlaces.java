package dev.rollup.match.words;

import dev.rollup.match.find.TextAnchors;
import dev.rollup.match.find.TextAnchors.Anchor;
import dev.rollup.match.words.SentenceAligner.Alignment;
import dev.rollup.template.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** At which of the places where its first words stand each sentence of a form is read. */
final class SentencePlaces {

  /** A sentence that stands at more places than this stands nowhere in particular. */
  private static final int MOST_PLACES = 8;

  /** No list in a text is longer; what is, would take longer to read than it is worth. */
  private static final int MOST_ROWS = 2_000;

  private final TextAnchors anchors;
  private final SentenceWindows windows;
  private final SentenceAligner aligner;
  private final Map<String, List<Anchor>> found;
  private final Map<String, Anchor> chosen = new HashMap<>();

  /** Where sentences stand once more that say the same. */
  private final Set<Anchor> copies = new HashSet<>();

  /** Chooses them. */
  SentencePlaces(
      List<Item> items, TextAnchors anchors, SentenceWindows windows, SentenceAligner aligner) {
    this.anchors = anchors;
    this.windows = windows;
    this.aligner = aligner;
    this.found = anchors.places();
    for (var item : items) {
      if (!item.repeats() && !anchors.spoiled(item)) {
        choose(item, found.getOrDefault(item.id(), List.of()));
      }
    }
  }

  /**
   * Chooses the place of an item that does not repeat: the only one, or of several the only one
   * that can be read; the first where all say the same.
   */
  private void choose(Item item, List<Anchor> own) {
    if (own.size() == 1) {
      chosen.put(item.id(), own.get(0));
      return;
    }
    if (own.size() > MOST_PLACES) {
      return;
    }
    var readable = new LinkedHashMap<Anchor, Alignment>();
    for (var anchor : own) {
      aligner
          .align(anchor.sentence(), windows.sentence(anchor, nextOf(anchor)))
          .filter(way -> way.cost() == 0)
          .ifPresent(way -> readable.put(anchor, way));
    }
    boolean alike = readable.values().stream().map(Alignment::values).distinct().count() == 1;
    if (readable.size() == 1) {
      chosen.put(item.id(), readable.keySet().iterator().next());
    } else if (alike && readable.size() == own.size()) {
      chosen.put(item.id(), own.get(0));
      copies.addAll(own.subList(1, own.size()));
    }
  }

  /** Returns the letter where the next sentence begins that stands at one place only, or -1. */
  private int nextOf(Anchor anchor) {
    return anchors.all().stream()
        .filter(next -> next.from() > anchor.from() && next.item() != null)
        .filter(
            next ->
                next.sentence().repeats()
                    || next.sentence().equals(anchor.sentence())
                    || found.getOrDefault(next.sentence().id(), List.of()).size() == 1)
        .mapToInt(Anchor::from)
        .findFirst()
        .orElse(-1);
  }

  /** Returns the places where sentences begin; of an item in dispute, all of them. */
  List<Anchor> bounds() {
    return anchors.all().stream()
        .filter(anchor -> anchor.item() != null)
        .filter(
            anchor -> {
              Anchor only = chosen.get(anchor.sentence().id());
              List<Anchor> own = found.getOrDefault(anchor.sentence().id(), List.of(anchor));
              boolean tooMany = anchor.sentence().repeats() && own.size() > MOST_ROWS;
              return anchor.equals(only)
                  || copies.contains(anchor)
                  || only == null && !(tooMany && !anchor.equals(own.get(0)));
            })
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Tells whether a sentence is found at all. */
  boolean isFound(Item item) {
    return found.containsKey(item.id());
  }

  /** Tells whether what stands at a place says once more what was read elsewhere. */
  boolean isCopy(Anchor anchor) {
    return copies.contains(anchor);
  }

  /** Tells whether it is settled where the sentence of a place is read. */
  boolean isSettled(Anchor anchor) {
    Item item = anchor.sentence();
    return item.repeats()
        ? found.getOrDefault(item.id(), List.of()).size() <= MOST_ROWS
        : chosen.containsKey(item.id());
  }
}
