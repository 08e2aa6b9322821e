package dev.rollup.read.html;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Cell;
import dev.rollup.model.Mark;
import dev.rollup.model.Span;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.RunningText;
import dev.rollup.read.text.SymbolCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What stands below each other on a page, or in a cell, a box or a note of it. */
final class HtmlFlow {

  /** Longer than what anybody writes into a form. */
  private static final int LONGEST = 5_000_000;

  /** One thing that stands below others. */
  interface Block {}

  /**
   * A paragraph.
   *
   * @param boxes what lies over the page and hangs here
   * @param floats whether something is drawn over the page that hangs here
   * @param anchors the names of the notes that hang here
   */
  record Paragraph(Cell.Text text, List<HtmlFlow> boxes, boolean floats, List<String> anchors)
      implements Block {}

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private List<HtmlFlow> boxes = new ArrayList<>();
  private List<String> anchors = new ArrayList<>();
  private boolean floats;

  /** White space that is seen only where something follows it. */
  private boolean blank;

  /** Whether all of it is the end of a line. */
  private boolean lineEnd;

  List<Block> blocks() {
    return blocks;
  }

  /** Adds what is written, white space as it is seen. */
  void append(String written, HtmlLook look) throws Refusal {
    Set<Mark> marks = look.seenMarks();
    int from = text.length();
    var seen = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (!HtmlTokens.isSpace(c)) {
        if (c == '\u00AD' || c < ' ' || c == '\u007F') {
          // A soft hyphen is no letter, and nobody sees what steers other programs.
          continue;
        }
        if (blank && from + seen.length() > 0) {
          char before = seen.length() > 0 ? seen.charAt(seen.length() - 1) : text.charAt(from - 1);
          // Programs break lines of Chinese wherever they like, and browsers join them again.
          boolean joins = lineEnd && isWide(before) && isWide(c) || before == '\n';
          seen.append(joins ? "" : " ");
        }
        blank = false;
        seen.append(c);
      } else if (look.spaced()) {
        blank = false;
        if (c != '\r') {
          seen.append(c);
        }
      } else {
        boolean ofLine = c == '\n' || c == '\r';
        lineEnd = blank ? lineEnd || ofLine : ofLine;
        blank = true;
      }
    }
    if (seen.length() == 0) {
      return;
    }
    String font = look.font();
    text.append(SymbolCharacter.shown(seen.toString(), font));
    mark(from, marks);
    if (text.length() > LONGEST) {
      throw Refusal.of(TOO_LARGE);
    }
  }

  private void mark(int from, Set<Mark> marks) throws Refusal {
    int first = from;
    while (first < text.length() && isBlank(text.charAt(first))) {
      first++;
    }
    if (first < text.length()) {
      for (var mark : marks) {
        spans.add(new Span(first, text.length(), mark));
        Limits.checkListed(spans.size());
      }
    }
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isWide(char c) {
    return c >= 0x2E80 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF || c >= 0xFF00 && c <= 0xFFEF;
  }

  /** Adds something that is seen whatever stands around it. */
  void append(char character, HtmlLook look) throws Refusal {
    append(String.valueOf(character), look);
  }

  void breakLine() {
    blank = false;
    text.append('\n');
  }

  /** Says that what was written since then has a mark. */
  void markSince(int length, Mark mark) throws Refusal {
    mark(Math.min(length, text.length()), Set.of(mark));
  }

  /** Returns what was written since the open paragraph was so long. */
  String since(int length) {
    return text.substring(Math.min(length, text.length()));
  }

  /** Takes back what was written since the open paragraph was so long. */
  void takeBack(int length) {
    if (length < text.length()) {
      text.setLength(length);
      spans.removeIf(span -> span.to() > length);
    }
  }

  int length() {
    return text.length();
  }

  /** Adds a box that hangs here. */
  void box(HtmlFlow box) {
    boxes.add(box);
  }

  /** Adds something that is drawn over the page and hangs here. */
  void floating() {
    floats = true;
  }

  void anchor(String name) throws Refusal {
    anchors.add(name);
    Limits.checkListed(anchors.size());
  }

  /** Ends the paragraph that is open, if anything stands in it. */
  void endParagraph() {
    blank = false;
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\n') {
      // The last break of a paragraph begins no line.
      text.setLength(end - 1);
      spans.removeIf(span -> span.from() >= text.length());
      spans.replaceAll(
          s -> s.to() > text.length() ? new Span(s.from(), text.length(), s.mark()) : s);
    }
    if (text.length() == 0 && boxes.isEmpty() && anchors.isEmpty() && !floats) {
      return;
    }
    var written = new Cell.Text(text.toString(), spans);
    blocks.add(new Paragraph(written, boxes, floats, anchors));
    text.setLength(0);
    spans.clear();
    boxes = new ArrayList<>();
    anchors = new ArrayList<>();
    floats = false;
  }

  /** Adds a table, which stands below what was written so far. */
  void add(Block table) {
    endParagraph();
    blocks.add(table);
  }

  /** Returns what it says, a paragraph on each line, without what nobody sees. */
  Cell.Text words() {
    var all = new StringBuilder();
    var marked = new ArrayList<Span>();
    for (var block : blocks) {
      if (block instanceof Paragraph paragraph) {
        if (all.length() > 0) {
          all.append('\n');
        }
        int from = all.length();
        all.append(paragraph.text().value());
        for (var span : paragraph.text().spans()) {
          marked.add(new Span(from + span.from(), from + span.to(), span.mark()));
        }
      }
    }
    return new Cell.Text(all.toString(), marked);
  }

  /** Tells whether there is a table in it. */
  boolean hasTable() {
    return blocks.stream().anyMatch(block -> !(block instanceof Paragraph));
  }

  /** Tells whether nothing is written in it, and nothing else is seen of it. */
  boolean isEmpty() {
    return blocks.isEmpty();
  }

  static final char UNKNOWN = RunningText.UNKNOWN;
}
