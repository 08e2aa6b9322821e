package dev.rollup.match.words;

import dev.rollup.match.find.Claims;
import dev.rollup.match.find.TextAnchors.Anchor;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Position;
import dev.rollup.model.Span;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The cells of a form as one text, in reading order and a line apart, together with its folded
 * letters: words are looked for among the letters and read from the text.
 */
public final class TextFlow {

  private final String text;
  private final String letters;
  private final TreeMap<Integer, Grid.Placed> cells = new TreeMap<>();
  private final List<Span> spans = new ArrayList<>();
  private int[] origin = new int[256];

  /** Joins cells that are given in reading order. */
  public TextFlow(List<Grid.Placed> placed) {
    var written = new StringBuilder();
    var folded = new StringBuilder();
    for (var each : placed) {
      cells.put(written.length(), each);
      if (each.cell() instanceof Cell.Text words) {
        for (var span : words.spans()) {
          int start = written.length();
          spans.add(new Span(start + span.from(), start + span.to(), span.mark()));
        }
      }
      append(each.cell().raw(), written, folded);
      written.append('\n');
    }
    text = written.toString();
    letters = folded.toString();
  }

  private void append(String raw, StringBuilder written, StringBuilder letters) {
    for (int i = 0; i < raw.length(); ) {
      int codePoint = raw.codePointAt(i);
      String folded = Folding.letters(codePoint);
      for (int j = 0; j < folded.length(); j++) {
        if (letters.length() == origin.length) {
          origin = Arrays.copyOf(origin, origin.length * 2);
        }
        origin[letters.length()] = written.length();
        letters.append(folded.charAt(j));
      }
      written.appendCodePoint(codePoint);
      i += Character.charCount(codePoint);
    }
  }

  /** Returns the text as it was written. */
  public String text() {
    return text;
  }

  /** Returns the folded letters, without white space and punctuation. */
  public String letters() {
    return letters;
  }

  /** Returns where in the text a letter stands; the end of the text for the one past the last. */
  public int origin(int letter) {
    return letter < letters.length() ? origin[letter] : text.length();
  }

  /** Returns the first letter at a place in the text or behind it. */
  int letterFrom(int index) {
    int low = 0;
    int high = letters.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (origin[middle] < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns where in the text the letters before {@code letter} end. */
  public int end(int letter) {
    int last = origin[letter - 1];
    return last + Character.charCount(text.codePointAt(last));
  }

  /**
   * Takes the text between two places.
   *
   * @param grid what the cells stand on
   */
  void claim(Grid grid, int from, int to, Claims claims) {
    Map.Entry<Integer, Grid.Placed> first = cells.floorEntry(from);
    for (var cell : cells.tailMap(first == null ? 0 : first.getKey(), true).entrySet()) {
      int start = cell.getKey();
      if (start >= to) {
        return;
      }
      int length = cell.getValue().cell().raw().length();
      claims.take(
          grid, cell.getValue().at(), Math.max(0, from - start), Math.min(length, to - start));
    }
  }

  /** Returns what keeps a person from seeing some of the text between two places. */
  Set<Mark> marks(int from, int to) {
    var marks = EnumSet.noneOf(Mark.class);
    spans.stream().filter(span -> span.touches(from, to)).forEach(span -> marks.add(span.mark()));
    return marks;
  }

  /** Returns the cell that a place in the text belongs to. */
  Grid.Placed cellAt(int index) {
    return cells.floorEntry(index).getValue();
  }

  /** Returns the place of the cell in which words of the form begin. */
  Position positionOf(Anchor words) {
    return cellAt(origin(words.from())).at();
  }

  /** Returns where in the text the cell of a place begins. */
  int startOfCell(int index) {
    return cells.floorKey(index);
  }
}
