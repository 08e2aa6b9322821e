package dev.rollup.match.words;

import dev.rollup.match.find.FormWords;
import dev.rollup.match.find.Ordinals;
import dev.rollup.match.find.TextAnchors;
import dev.rollup.match.find.TextAnchors.Anchor;
import dev.rollup.match.words.SentenceAligner.Alignment;
import dev.rollup.template.Item;
import dev.rollup.text.Brackets;
import dev.rollup.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds rows of lists from which the form's first words were taken, or that were typed without
 * them: lines below the list's heading that can be read as a row all the same.
 */
final class UnlabelledRows {

  private final TextFlow flow;
  private final TextAnchors anchors;
  private final List<Item> items;
  private final FormWords words;
  private final SentenceAligner aligner;
  private final SentenceWindows windows;

  UnlabelledRows(
      TextFlow flow,
      TextAnchors anchors,
      List<Item> items,
      FormWords words,
      SentenceAligner aligner,
      SentenceWindows windows) {
    this.flow = flow;
    this.anchors = anchors;
    this.items = items;
    this.words = words;
    this.aligner = aligner;
    this.windows = windows;
  }

  /**
   * Returns where such rows begin.
   *
   * @param bounds where all other sentences begin
   */
  List<Anchor> beside(List<Anchor> bounds) {
    var rows = new ArrayList<Anchor>();
    for (var item : items) {
      if (item.repeats()) {
        anchors.heading(words.headingOf(item)).ifPresent(h -> rowsBelow(h, item, bounds, rows));
      }
    }
    return rows;
  }

  private void rowsBelow(Anchor heading, Item item, List<Anchor> bounds, List<Anchor> rows) {
    int from = flow.end(heading.to());
    Anchor stop =
        anchors.all().stream()
            .filter(a -> a.from() > heading.from() && !item.equals(a.item()))
            .findFirst()
            .orElse(null);
    int to = stop == null ? windows.withoutFooter(from) : flow.origin(stop.from());
    String text = flow.text();
    int before = -1;
    for (int line = from; line < to; line = text.indexOf('\n', line) + 1) {
      int end = Math.min(to, text.indexOf('\n', line));
      int begin = Ordinals.behind(text, line, end);
      int first = flow.letterFrom(begin);
      Optional<Anchor> labelled = in(bounds, item, line, end);
      if (labelled.isPresent()) {
        before = windows.startOf(labelled.get());
        continue;
      }
      // The words of a row may be broken, and its answers begin in the next line.
      if (begin < end
          && before <= line
          && flow.origin(first) < end
          && Numerals.in(text.substring(begin, end))
          && (before < 0 || before <= line && ends(item, before, line, end))
          && aligner.align(item, text.substring(begin, end)).filter(this::named).isPresent()) {
        var anchor = new Anchor(item, first, first, false);
        windows.begin(anchor, begin);
        rows.add(anchor);
        before = begin;
      }
    }
  }

  /** Tells whether a row is over before the line that follows it. */
  private boolean ends(Item item, int row, int line, int end) {
    String text = flow.text();
    return aligner.align(item, text.substring(row, line)).isPresent()
        && aligner.align(item, text.substring(row, end)).isEmpty();
  }

  /** Tells whether nothing but a name stands before the other words of a row. */
  private boolean named(Alignment alignment) {
    return alignment.contents().stream()
        .filter(content -> content.reading() == null)
        .noneMatch(content -> content.text().chars().anyMatch(c -> Brackets.isBracket((char) c)));
  }

  private Optional<Anchor> in(List<Anchor> bounds, Item item, int from, int to) {
    return bounds.stream()
        .filter(anchor -> item.equals(anchor.item()))
        .filter(anchor -> flow.origin(anchor.from()) >= from && flow.origin(anchor.from()) < to)
        .findFirst();
  }
}
