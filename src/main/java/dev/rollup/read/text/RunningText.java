package dev.rollup.read.text;

import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;
import static dev.rollup.model.Document.PARAGRAPH;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Position;
import dev.rollup.model.Span;
import dev.rollup.model.TextPlace;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the paragraphs of a text as they come, in tables and out of them, and makes a grid of
 * them. A place is {@code p5} outside tables and {@code t1.r2.c2.p3} inside one: table, row, cell
 * in the row, paragraph. A cell counts as one however many columns it spans, and the covered cells
 * of a vertical merge count, too. What is nested goes on from there: {@code t1.r2.c2.t1.r1.c1.p1},
 * a text box from the paragraph that holds its anchor, {@code p5.b1.p1}.
 */
public final class RunningText {

  /** Something is seen here that no text tells (Unicode 23.8, object replacement). */
  public static final char UNKNOWN = '\uFFFC';

  /** No blank is longer between its brackets. */
  private static final int LONGEST_BLANK = 1_000;

  private static final String OPENING = "（([［【〔";
  private static final String CLOSING = "）)]］】〕";

  /** What blanks are ruled with. */
  private static final String RULES = "_＿";

  private record Line(Flow flow, TextPlace place, Cell.Text text) {}

  /** A cell of a table that is in no other: the number of the table, its row, its cell there. */
  private record TableCell(int table, Position at) {}

  /** What is numbered from one on: the text itself, a cell, a box. */
  private static final class Flow {
    private final @Nullable Flow outer;
    private final int depth;

    /** The cell of a table that it is, directly or in what is nested there; null in none. */
    private final @Nullable TableCell cell;

    /** All that it holds. */
    private final TextPlace place;

    /** The column of the grid; 0 where the flow is in no table. */
    private final int column;

    /** Where finished paragraphs go. */
    private final List<Line> lines;

    /** What the boxes of the current paragraph hold, to follow it. */
    private final List<Line> inBoxes = new ArrayList<>();

    private final StringBuilder text = new StringBuilder();

    /** Of the text of the current paragraph. */
    private final List<Span> spans = new ArrayList<>();

    private int paragraphs;
    private int boxes;
    private int tables;

    /** How many paragraphs were finished where it goes when it began. */
    private final int begun;

    /** Of the current table. */
    private int tableColumn;

    private int rows;
    private int cells;

    Flow(
        @Nullable Flow outer,
        TextPlace place,
        int column,
        @Nullable TableCell cell,
        List<Line> lines) {
      this.outer = outer;
      this.cell = cell;
      this.depth = outer == null ? 0 : outer.depth + 1;
      this.place = place;
      this.column = column;
      this.lines = lines;
      this.begun = lines.size();
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private Flow flow = new Flow(null, TextPlace.TEXT, 0, null, lines);
  private int paragraphs;
  private int tables;
  private boolean blank = true;

  /** Adds to the current paragraph. */
  public void append(CharSequence text) {
    flow.text.append(text);
  }

  /**
   * Adds to the current paragraph what does not look like what it says. White space has no looks.
   *
   * @param marks what is the matter with it, be it nothing
   */
  public void append(CharSequence text, Set<Mark> marks) {
    int start = flow.text.length();
    flow.text.append(text);
    if (marks.isEmpty()) {
      return;
    }
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      for (var mark : marks) {
        flow.spans.add(new Span(start + from, start + to, mark));
      }
    }
  }

  /** Adds to the current paragraph a text with what is the matter with stretches of it. */
  public void append(Cell.Text more) {
    int start = flow.text.length();
    flow.text.append(more.value());
    more.spans().forEach(s -> flow.spans.add(new Span(start + s.from(), start + s.to(), s.mark())));
  }

  /** Ends the current paragraph, be it that nothing was added to it. */
  public void endParagraph() throws Refusal {
    if (++paragraphs > Limits.CELLS) {
      throw Refusal.of(TOO_LARGE);
    }
    flow.paragraphs++;
    String text = flow.text.toString();
    blank &= isBlank(text);
    var marked = new Cell.Text(text, flow.spans);
    flow.lines.add(new Line(flow, flow.place.paragraph(flow.paragraphs), marked));
    flow.lines.addAll(flow.inBoxes);
    flow.inBoxes.clear();
    flow.boxes = 0;
    flow.text.setLength(0);
    flow.spans.clear();
  }

  public void beginTable() throws Refusal {
    finishParagraph();
    flow.tables++;
    flow.rows = 0;
    flow.tableColumn = flow.column == 0 ? ++tables : flow.column;
  }

  public void beginRow() {
    flow.rows++;
    flow.cells = 0;
  }

  public void beginCell() throws Refusal {
    flow.cells++;
    TextPlace place = flow.place.with(new TextPlace.TableCell(flow.tables, flow.rows, flow.cells));
    var cell =
        flow.cell == null
            ? new TableCell(flow.tableColumn, new Position(flow.rows - 1, flow.cells - 1))
            : flow.cell;
    begin(new Flow(flow, place, flow.tableColumn, cell, flow.lines));
  }

  public void endCell() throws Refusal {
    finishParagraph();
    flow = Objects.requireNonNull(flow.outer);
  }

  /** Begins a box that the current paragraph holds; what is in it follows the paragraph. */
  public void beginBox() throws Refusal {
    flow.boxes++;
    TextPlace place = flow.place.with(new TextPlace.Box(flow.paragraphs + 1, flow.boxes));
    begin(new Flow(flow, place, flow.column, flow.cell, flow.inBoxes));
  }

  /** Begins a box of which nobody knows what paragraph holds it. */
  public void beginLooseBox() throws Refusal {
    finishParagraph();
    flow.boxes++;
    TextPlace place = flow.place.with(new TextPlace.Box(0, flow.boxes));
    begin(new Flow(flow, place, flow.column, flow.cell, flow.lines));
  }

  public void endBox() throws Refusal {
    finishParagraph();
    flow = Objects.requireNonNull(flow.outer);
  }

  /** Ends a box, and takes it back where nothing is written in it. */
  public void endBoxUnlessBlank() throws Refusal {
    Flow box = flow;
    endBox();
    List<Line> inside = box.lines.subList(box.begun, box.lines.size());
    if (inside.stream().allMatch(line -> isBlank(line.text.value()))) {
      inside.clear();
      flow.boxes--;
    }
  }

  /** Says what is the matter with what was added to the current paragraph since it was so long. */
  public void mark(int from, Mark mark) {
    if (from < flow.text.length()) {
      flow.spans.add(new Span(from, flow.text.length(), mark));
    }
  }

  /** Returns what was added to the current paragraph since it was so long. */
  public String since(int length) {
    return flow.text.substring(Math.min(length, flow.text.length()));
  }

  /** Takes back what was added to the current paragraph since it was so long. */
  public void takeBack(int length) {
    if (length < flow.text.length()) {
      flow.text.setLength(length);
      flow.spans.removeIf(span -> span.to() > length);
    }
  }

  /** Takes back the current paragraph with the boxes that it holds. */
  public void takeBackParagraph() {
    takeBack(0);
    flow.inBoxes.clear();
    flow.boxes = 0;
  }

  /** Returns how many paragraphs are finished, here or in the cell or box that this is. */
  public int finished() {
    return flow.lines.size();
  }

  /** Returns the paragraphs that were finished since they were so many. */
  public List<Cell.Text> finishedSince(int count) {
    return flow.lines.subList(count, flow.lines.size()).stream().map(Line::text).toList();
  }

  /** Adds a cell that holds such paragraphs. */
  public void addCell(List<Cell.Text> paragraphs) throws Refusal {
    beginCell();
    for (var paragraph : paragraphs) {
      append(paragraph);
      endParagraph();
    }
    endCell();
  }

  /** Returns how long the current paragraph is so far. */
  public int length() {
    return flow.text.length();
  }

  /** Tells whether the current paragraph ends, so far, in something that is to be filled in. */
  public boolean isInBlank() {
    StringBuilder text = flow.text;
    int farthest = Math.max(0, text.length() - LONGEST_BLANK);
    for (int i = text.length() - 1; i >= farthest; i--) {
      char c = text.charAt(i);
      if (OPENING.indexOf(c) >= 0 || i == text.length() - 1 && RULES.indexOf(c) >= 0) {
        return true;
      }
      if (CLOSING.indexOf(c) >= 0) {
        return false;
      }
    }
    return false;
  }

  /** Tells whether the current paragraph is in a table and holds nothing so far. */
  public boolean isBlankCell() {
    return flow.column > 0 && isBlank(flow.text);
  }

  /** Returns the place of the current paragraph. */
  public TextPlace place() {
    return flow.place.paragraph(flow.paragraphs + 1);
  }

  /** Tells whether no paragraph so far holds anything that is read. */
  public boolean isBlank() {
    return blank && isBlank(flow.text);
  }

  /** Returns what is read of all paragraphs, a line each; the text is then finished. */
  public String lines() throws Refusal {
    finishParagraph();
    var all = new StringBuilder();
    for (var line : lines) {
      var seen = new StringBuilder(line.text.value());
      for (var span : line.text.spans()) {
        for (int i = span.from(); i < span.to() && span.mark() == Mark.HIDDEN; i++) {
          seen.setCharAt(i, ' ');
        }
      }
      String read = seen.toString().replace(String.valueOf(UNKNOWN), "");
      all.append(read.strip()).append('\n');
    }
    return all.toString().strip();
  }

  /** Returns everything as a grid; the text is then finished. */
  public Grid grid() throws Refusal {
    finishParagraph();
    if (lines.isEmpty()) {
      endParagraph();
    }
    var grid = Grid.builder(null);
    for (int row = 0; row < lines.size(); row++) {
      var line = lines.get(row);
      grid.paragraph(row, line.flow.column, line.place, line.text);
    }
    return grid.build();
  }

  /** Returns the tables, each by its rows and their cells; the text is then finished. */
  public List<Grid> tables() throws Refusal {
    finishParagraph();
    var builders = new TreeMap<Integer, Grid.Builder>();
    var cells = new LinkedHashMap<TableCell, List<Cell.Text>>();
    for (var line : lines) {
      if (line.flow.cell != null) {
        cells.computeIfAbsent(line.flow.cell, cell -> new ArrayList<>()).add(line.text);
      }
    }
    cells.forEach(
        (cell, paragraphs) ->
            builders
                .computeIfAbsent(cell.table(), table -> Grid.builder(null))
                .tableCell(cell.at(), cell.table(), joined(paragraphs)));
    return builders.values().stream().map(Grid.Builder::build).toList();
  }

  private static Cell.Text joined(List<Cell.Text> paragraphs) {
    var text = new StringBuilder();
    var spans = new ArrayList<Span>();
    for (int i = 0; i < paragraphs.size(); i++) {
      Cell.Text paragraph = paragraphs.get(i);
      text.append(i == 0 ? "" : PARAGRAPH);
      int from = text.length();
      text.append(paragraph.value());
      paragraph.spans().forEach(s -> spans.add(new Span(from + s.from(), from + s.to(), s.mark())));
    }
    return new Cell.Text(text.toString(), spans);
  }

  private void begin(Flow inner) throws Refusal {
    if (inner.depth > Limits.NESTED_TEXTS) {
      throw Refusal.of(UNSAFE_CONTENT);
    }
    flow = inner;
  }

  /** Ends a paragraph whose own end does not count where no other one follows to join it. */
  private void finishParagraph() throws Refusal {
    if (flow.text.length() > 0 || !flow.inBoxes.isEmpty()) {
      endParagraph();
    }
  }

  private static boolean isBlank(CharSequence text) {
    return text.chars().allMatch(RunningText::isBlank);
  }

  private static boolean isBlank(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == UNKNOWN;
  }
}
