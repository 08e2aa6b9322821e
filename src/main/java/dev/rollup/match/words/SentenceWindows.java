package dev.rollup.match.words;

import dev.rollup.match.find.Beside;
import dev.rollup.match.find.Ordinals;
import dev.rollup.match.find.TextAnchors;
import dev.rollup.match.find.TextAnchors.Anchor;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.model.TextPlace;
import dev.rollup.text.OtherNumbers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the sentences of a form reach in a text: from behind their first words to the first words
 * of the next, to a heading, to prose, or to what is about the form and not of it.
 */
final class SentenceWindows {

  /** A line below the form that is about it and not of it: who signed it, when, remarks. */
  private static final Pattern FOOTER =
      Pattern.compile(
          "\\n[^\\n:：]{0,8}(?:负责人|审核|审批|填表|填报|制表|日\\s*期|电\\s*话|联系人|备\\s*注|说\\s*明|注)"
              + "[^\\n:：]{0,6}(?:[:：]|\\n)"
              + "|\\n[\\s\\p{Z}]*(?:合\\s*计|总\\s*计)[\\s\\p{Z}]*(?:[:：]|\\n)"
              + "|\\n[\\s\\p{Z}]*\\d{4}\\s*年\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*日)?[\\s\\p{Z}]*\\n");

  private final Grid grid;
  private final TextFlow flow;
  private final TextAnchors anchors;

  /** How many sentences and headings the form may count. */
  private final int ordinals;

  /** Where rows begin that have lost the form's first words. */
  private final Map<Anchor, Integer> starts = new HashMap<>();

  SentenceWindows(Grid grid, TextFlow flow, TextAnchors anchors, int ordinals) {
    this.grid = grid;
    this.flow = flow;
    this.anchors = anchors;
    this.ordinals = ordinals;
  }

  /** Says where the blanks of a row begin that has lost the form's first words. */
  void begin(Anchor row, int index) {
    starts.put(row, index);
  }

  /** Returns where the blanks of a sentence may begin: behind its first words. */
  int startOf(Anchor anchor) {
    Integer begin = starts.get(anchor);
    return begin == null ? flow.end(anchor.to()) : begin;
  }

  /** Returns the letter where the next sentence begins; -1 for the last. */
  static int endOf(int index, List<Anchor> bounds) {
    return index + 1 < bounds.size() ? bounds.get(index + 1).from() : -1;
  }

  /** Returns the text behind a sentence's first words, as far as a heading. */
  String sentence(Anchor anchor, int end) {
    int from = startOf(anchor);
    int last = last(anchors.headingBehind(anchor), end);
    int to = endOfSentence(anchor, end);
    var text = new StringBuilder(flow.text().substring(from, Math.max(from, to)));
    if (last >= 0) {
      Ordinals.blot(text, ordinals);
    }
    if (last >= 0 && besideNext(text, from, last)) {
      Ordinals.blotAlone(text, ordinals);
    }
    return text.toString();
  }

  /** Returns the place where a sentence ends at the latest: prose behind its line is none of it. */
  int endOfSentence(Anchor anchor, int end) {
    int last = last(anchors.headingBehind(anchor), end);
    int to = beforeProse(startOf(anchor), last < 0 ? flow.text().length() : flow.origin(last));
    return end < 0 ? Math.min(to, withoutFooter(startOf(anchor))) : to;
  }

  private int beforeProse(int from, int to) {
    String text = flow.text();
    int line = text.indexOf('\n', from) + 1;
    while (line > 0 && line < to) {
      int end = text.indexOf('\n', line);
      if (end <= to && Beside.isProse(text.substring(line, end))) {
        return line;
      }
      line = end + 1;
    }
    return to;
  }

  private static int last(int heading, int end) {
    return heading >= 0 && (end < 0 || heading < end) ? heading : end;
  }

  /** Returns where the text behind a place ends, or what is about the form and not of it begins. */
  int withoutFooter(int from) {
    String text = flow.text();
    Matcher footer = FOOTER.matcher(text).region(from, text.length());
    int to = footer.find() ? footer.start() : text.length();
    // A line of nothing but a day, a telephone or a page is about the form, too.
    for (int line = text.indexOf('\n', from); line >= 0 && line < to; ) {
      int end = text.indexOf('\n', line + 1);
      if (end > 0 && OtherNumbers.allOthers(text.substring(line + 1, end))) {
        return line;
      }
      line = end;
    }
    return to;
  }

  /**
   * Tells whether the last thing before other words stands in their row, alone in a cell of its
   * own.
   */
  boolean besideNext(CharSequence text, int from, int next) {
    int last = text.length() - 1;
    while (last > 0 && Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    Grid.Placed placed = flow.cellAt(from + Math.max(0, last));
    Position own = placed.at();
    Position of = flow.cellAt(flow.origin(next)).at();
    boolean alone = placed.cell().raw().strip().indexOf('\n') < 0;
    return alone
        && (grid.running()
            ? isNextCell(grid.textPlace(own).orElseThrow(), grid.textPlace(of).orElseThrow())
            : own.row() == of.row() && own.column() < of.column());
  }

  /** Tells whether a place begins another cell or box of the same row. */
  private static boolean isNextCell(TextPlace own, TextPlace of) {
    return own.paragraph() == 1 && !own.holder().equals(of.holder()) && own.row().equals(of.row());
  }
}
