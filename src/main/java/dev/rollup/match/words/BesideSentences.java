package dev.rollup.match.words;

import dev.rollup.match.find.FormWords;
import dev.rollup.match.find.Ordinals;
import dev.rollup.match.find.TextAnchors;
import dev.rollup.match.find.TextAnchors.Anchor;
import dev.rollup.match.words.SentenceAligner.Alignment;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.model.TextPlace;
import dev.rollup.text.Doubt;
import dev.rollup.text.Numerals;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands beside the sentences of a form and may leave them in doubt. */
final class BesideSentences {

  private final Grid grid;
  private final TextFlow flow;
  private final TextAnchors anchors;
  private final SentenceWindows windows;

  /** How many sentences and headings the form may count. */
  private final int ordinals;

  /**
   * The places of the paragraphs over which a box with a number lies; {@link TextPlace#TEXT} stands
   * for any of them.
   */
  private final Set<TextPlace> underBoxes;

  BesideSentences(
      Grid grid,
      TextFlow flow,
      TextAnchors anchors,
      FormWords words,
      SentenceWindows windows,
      int ordinals) {
    this.grid = grid;
    this.flow = flow;
    this.anchors = anchors;
    this.windows = windows;
    this.ordinals = ordinals;
    this.underBoxes = underBoxes(grid, words);
  }

  /** A box that tells a sentence of the form is about that. */
  private static Set<TextPlace> underBoxes(Grid grid, FormWords words) {
    var over = new HashSet<TextPlace>();
    for (var placed : grid.running() ? grid.cells() : List.<Grid.Placed>of()) {
      Optional<TextPlace> under = grid.textPlace(placed.at()).flatMap(TextPlace::underBox);
      if (under.isPresent()
          && Numerals.in(placed.cell().raw())
          && !words.tellSentence(words.fold(placed.cell()))) {
        over.add(under.get());
      }
    }
    return over;
  }

  /** Tells whether a box with a number may lie over a sentence. */
  boolean isUnderBox(Anchor anchor) {
    return underBoxes.contains(TextPlace.TEXT)
        || grid.textPlace(flow.positionOf(anchor)).filter(underBoxes::contains).isPresent();
  }

  /** Tells whether words in the line of a sentence, around its numbers, take one back. */
  boolean isTakenBack(Anchor anchor, Alignment alignment, int end) {
    if (Doubt.takesBack(before(anchor))) {
      return true;
    }
    List<String> own = anchor.sentence().literals();
    for (int i = 0; i < alignment.contents().size(); i++) {
      boolean last = i == alignment.contents().size() - 1;
      int behind = last ? alignment.end() : alignment.contents().get(i).to();
      int from = windows.startOf(anchor) + behind;
      int to =
          last
              ? Math.min(windows.endOfSentence(anchor, end), endOfRow(from))
              : windows.startOf(anchor) + alignment.contents().get(i + 1).from();
      if (from < to
          && Doubt.takesBack(flow.text().substring(from, to))
          && !Doubt.takesBack(own.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Returns where the row of a table, or the paragraph, ends in which a place stands. */
  private int endOfRow(int index) {
    Position own = flow.cellAt(index).at();
    int end = flow.text().indexOf('\n', index);
    while (end >= 0 && end + 1 < flow.text().length()) {
      Position next = flow.cellAt(end + 1).at();
      boolean same =
          grid.running() ? inTable(own) && inRow(own).equals(inRow(next)) : own.row() == next.row();
      if (!same) {
        return end;
      }
      end = flow.text().indexOf('\n', end + 1);
    }
    return flow.text().length();
  }

  private boolean inTable(Position at) {
    return grid.textPlace(at).filter(TextPlace::inTable).isPresent();
  }

  private TextPlace inRow(Position at) {
    return grid.textPlace(at).orElseThrow().row();
  }

  /** Tells whether a number stands between a heading and the first words below it. */
  boolean hasNumberAbove(Anchor anchor) {
    Anchor above = anchors.before(anchor);
    if (above == null || above.item() != null) {
      return false;
    }
    // With the last letter of the heading: what counts a line stands in a cell of its own.
    int from = flow.end(above.to()) - 1;
    int to = flow.origin(anchor.from());
    if (to <= from) {
      // The last letters of the heading are the first of the sentence.
      return false;
    }
    var between = new StringBuilder(flow.text().substring(from, to));
    between.setCharAt(0, '字');
    Ordinals.blot(between, ordinals);
    if (windows.besideNext(between, from, anchor.from())) {
      Ordinals.blotAlone(between, ordinals);
    }
    return Numerals.in(between);
  }

  /** Tells whether a number stands before a sentence in the same line. */
  boolean hasNumberBefore(Anchor anchor) {
    var before = new StringBuilder(before(anchor));
    Ordinals.blot(before, ordinals);
    return Numerals.in(before);
  }

  /** Returns what stands before a sentence in the same line, behind the sentence before it. */
  private String before(Anchor anchor) {
    int to = flow.origin(anchor.from());
    int from = to;
    while (from > 0 && "\n。；;，,、.".indexOf(flow.text().charAt(from - 1)) < 0) {
      from--;
    }
    return flow.text().substring(from, to);
  }
}
