package dev.rollup.match.words;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.match.find.TextAnchors.Anchor;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.template.Item;
import java.util.List;
import java.util.Optional;

/** Says where the words of a form were changed, or stand in another order. */
final class WordFindings {

  private final Grid grid;
  private final TextFlow flow;
  private final SentenceWindows windows;
  private final List<Item> items;

  WordFindings(Grid grid, TextFlow flow, SentenceWindows windows, List<Item> items) {
    this.grid = grid;
    this.flow = flow;
    this.windows = windows;
    this.items = items;
  }

  /**
   * Says that words of a sentence were changed.
   *
   * @param end the letter where the next sentence begins; -1 for the last
   */
  Finding reworded(Anchor anchor, int end) {
    int from = flow.origin(anchor.from());
    String found = flow.text().substring(from, flow.end(anchor.to()));
    String expected = anchor.sentence().literals().get(0);
    if (!anchor.reworded()) {
      found += windows.sentence(anchor, end).strip().lines().findFirst().orElse("");
      expected = anchor.sentence().text();
    }
    return Finding.ofCell(FindingCode.LABEL_CHANGED, at(anchor), found)
        .with(Argument.WORDS, found)
        .with(Argument.OWN, expected);
  }

  /** Says once that sentences do not stand in the order of the form. */
  Optional<Finding> moved(List<Anchor> bounds, SentencePlaces places) {
    int last = -1;
    for (var anchor : bounds) {
      if (places.isCopy(anchor)) {
        continue;
      }
      int index = items.indexOf(anchor.item());
      if (index < last) {
        return Optional.of(Finding.of(FindingCode.ROW_MOVED, at(anchor)));
      }
      last = index;
    }
    return Optional.empty();
  }

  /** Returns the place of the first blank of a sentence. */
  private Location at(Anchor anchor) {
    return Location.at(grid.sheet(), grid.place(flow.positionOf(anchor)))
        .ofField(anchor.sentence().fields().get(0).id());
  }
}
