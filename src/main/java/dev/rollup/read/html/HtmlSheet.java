package dev.rollup.read.html;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Address;
import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.model.Span;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.html.HtmlFlow.Block;
import dev.rollup.read.html.HtmlFlow.Paragraph;
import dev.rollup.read.html.HtmlTable.TableCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays a page out as a spreadsheet program does that opens it: paragraphs and tables below each
 * other, and a table in a cell over as many rows and columns as it takes.
 */
final class HtmlSheet {

  /** How many looks at cells a form never needs. */
  private static final long MOST_WORK = 10_000_000;

  private final @Nullable String name;
  private final Grid.Builder grid;
  private final List<Note> boxes = new ArrayList<>();
  private final Map<String, Address> places = new HashMap<>();
  private final IdentityHashMap<HtmlTable, Layout> layouts = new IdentityHashMap<>();
  private int merged;
  private long work;

  private HtmlSheet(@Nullable String name) {
    this.name = name;
    this.grid = Grid.builder(name);
  }

  /** Where the rows and columns of a table begin, counted from its first. */
  private static final class Layout {
    private final List<Placed> cells;
    private final int[] tops;
    private final int[] lefts;

    Layout(List<Placed> cells, int[] tops, int[] lefts) {
      this.cells = cells;
      this.tops = tops;
      this.lefts = lefts;
    }

    int height() {
      return tops[tops.length - 1];
    }

    int width() {
      return lefts[lefts.length - 1];
    }
  }

  /** A cell in its table: its first row and column, and those behind its last. */
  private record Placed(TableCell cell, int row, int endRow, int column, int endColumn) {
    Placed endingBefore(int last) {
      return endRow <= last ? this : new Placed(cell, row, last, column, endColumn);
    }
  }

  static HtmlSheet of(HtmlFlow flow, @Nullable String name) throws Refusal {
    var sheet = new HtmlSheet(name);
    sheet.put(flow, 0, 0);
    return sheet;
  }

  Grid grid() {
    return grid.build();
  }

  /** Returns what lies over the cells. */
  List<Note> boxes() {
    return boxes;
  }

  /** Returns the cell that a note hangs on; null where nothing seen leads to it. */
  @Nullable Address place(String note) {
    return places.get(note);
  }

  private void spend(long more) throws Refusal {
    work += more;
    if (work > MOST_WORK) {
      throw Refusal.of(TOO_LARGE);
    }
  }

  // --- how large it is

  private int height(HtmlFlow flow) throws Refusal {
    int rows = 0;
    for (var block : flow.blocks()) {
      rows += block instanceof HtmlTable table ? height(table) : 1;
      checkSize(rows, 0);
    }
    return rows;
  }

  private int height(HtmlTable table) throws Refusal {
    return height(table.above()) + layout(table).height();
  }

  private int width(HtmlFlow flow) throws Refusal {
    int columns = 1;
    for (var block : flow.blocks()) {
      if (block instanceof HtmlTable table) {
        columns = Math.max(columns, layout(table).width());
        columns = Math.max(columns, width(table.above()));
      }
    }
    return columns;
  }

  private static void checkSize(int rows, int columns) throws Refusal {
    if (rows > Limits.ROWS || columns > Limits.COLUMNS) {
      throw Refusal.of(TOO_LARGE);
    }
  }

  private Layout layout(HtmlTable table) throws Refusal {
    Layout known = layouts.get(table);
    if (known == null) {
      known = laidOut(table);
      layouts.put(table, known);
    }
    return known;
  }

  private Layout laidOut(HtmlTable table) throws Refusal {
    var cells = new ArrayList<Placed>();
    int rows = table.rows().size();
    // By column, the row in which it is free again.
    int[] free = new int[16];
    int columns = 0;
    for (int row = 0; row < rows; row++) {
      int column = 0;
      if (table.columns() > 0 && table.rows().get(row).columns() >= table.columns()) {
        endAbove(row, free, cells);
      }
      for (var cell : table.rows().get(row).cells()) {
        while (column < free.length && free[column] > row) {
          column++;
          spend(1);
        }
        int end = column + cell.columns();
        checkSize(0, end);
        if (end > free.length) {
          free = Arrays.copyOf(free, Math.max(end, 2 * free.length));
        }
        int endRow = cell.rows() == 0 ? rows : Math.min(rows, row + cell.rows());
        for (int i = column; i < end; i++) {
          free[i] = Math.max(free[i], endRow);
        }
        spend(cell.columns());
        cells.add(new Placed(cell, row, endRow, column, end));
        column = end;
        columns = Math.max(columns, end);
      }
    }
    return new Layout(cells, tops(cells, rows), lefts(cells, columns));
  }

  /**
   * Ends what reaches down into a row that is as wide as its table by itself: LibreOffice counts
   * hidden rows in what a cell spans, and leaves them out.
   */
  private void endAbove(int row, int[] free, List<Placed> cells) throws Refusal {
    boolean any = false;
    for (int i = 0; i < free.length; i++) {
      any |= free[i] > row;
      free[i] = Math.min(free[i], row);
    }
    if (any) {
      spend(cells.size());
      cells.replaceAll(each -> each.endingBefore(row));
    }
  }

  private int[] tops(List<Placed> cells, int rows) throws Refusal {
    int[] heights = new int[rows];
    Arrays.fill(heights, 1);
    for (var placed : cells) {
      if (placed.cell().flow().hasTable()) {
        grow(heights, placed.row(), placed.endRow(), height(placed.cell().flow()));
      }
    }
    return sums(heights);
  }

  private int[] lefts(List<Placed> cells, int columns) throws Refusal {
    int[] widths = new int[columns];
    Arrays.fill(widths, 1);
    for (var placed : cells) {
      if (placed.cell().flow().hasTable()) {
        grow(widths, placed.column(), placed.endColumn(), width(placed.cell().flow()));
      }
    }
    int[] lefts = sums(widths);
    checkSize(0, lefts[columns]);
    return lefts;
  }

  /** Makes the last of several as large as it must be for all of them to have room. */
  private void grow(int[] sizes, int from, int to, int needed) throws Refusal {
    spend(to - from);
    long all = 0;
    for (int i = from; i < to; i++) {
      all += sizes[i];
    }
    if (all < needed) {
      sizes[to - 1] += (int) (needed - all);
    }
  }

  private static int[] sums(int[] sizes) throws Refusal {
    int[] sums = new int[sizes.length + 1];
    for (int i = 0; i < sizes.length; i++) {
      sums[i + 1] = sums[i] + sizes[i];
      checkSize(sums[i + 1], 0);
    }
    return sums;
  }

  // --- where it stands

  /** Puts what stands below each other into a column; returns the row behind it. */
  private int put(HtmlFlow flow, int row, int column) throws Refusal {
    int next = row;
    for (Block block : flow.blocks()) {
      checkSize(next + 1, 0);
      if (block instanceof Paragraph paragraph) {
        var at = new Position(next, column);
        beside(paragraph, at);
        put(at, new HtmlValue(paragraph.text(), null), paragraph.text());
        next++;
      } else if (block instanceof HtmlTable table) {
        next = put(table, next, column);
      }
    }
    return next;
  }

  private int put(HtmlTable table, int row, int column) throws Refusal {
    int top = put(table.above(), row, column);
    Layout layout = layout(table);
    checkSize(top + layout.height(), column + layout.width());
    for (int i = 0; i < table.rows().size(); i++) {
      if (table.rows().get(i).hidden()) {
        grid.hideRows(top + layout.tops[i], top + layout.tops[i + 1] - 1);
      }
    }
    var hidden = table.hiddenColumns();
    for (int i = hidden.nextSetBit(0);
        i >= 0 && i + 1 < layout.lefts.length;
        i = hidden.nextSetBit(i + 1)) {
      hideColumn(layout, i, top, column);
    }
    for (var placed : layout.cells) {
      put(placed, layout, top, column);
    }
    return top + layout.height();
  }

  /** What stands in other tables in the same column is seen. */
  private void hideColumn(Layout layout, int hidden, int top, int column) throws Refusal {
    for (var placed : layout.cells) {
      spend(1);
      if (placed.column() == hidden && placed.endColumn() == hidden + 1) {
        int row = top + layout.tops[placed.row()];
        grid.mark(new Position(row, column + layout.lefts[hidden]), Mark.HIDDEN);
      }
    }
  }

  private void put(Placed placed, Layout layout, int top, int left) throws Refusal {
    int row = top + layout.tops[placed.row()];
    int column = left + layout.lefts[placed.column()];
    HtmlFlow flow = placed.cell().flow();
    if (flow.hasTable()) {
      put(flow, row, column);
      return;
    }
    var at = new Position(row, column);
    for (var block : flow.blocks()) {
      if (block instanceof Paragraph paragraph) {
        beside(paragraph, at);
      }
    }
    Cell.Text words = flow.words();
    put(at, HtmlValue.of(words, placed.cell().said(), placed.cell().look().format()), words);
    var last =
        new Position(
            top + layout.tops[placed.endRow()] - 1, left + layout.lefts[placed.endColumn()] - 1);
    if (!last.equals(at) && last.row() >= row) {
      Limits.checkListed(++merged);
      grid.merge(new Area(at, last));
    }
  }

  private void put(Position at, HtmlValue value, Cell.Text words) throws Refusal {
    if (value.mark() != null) {
      grid.mark(at, value.mark());
    }
    Cell cell = value.cell();
    if (cell instanceof Cell.Text text) {
      cell = drawn(at, text);
    } else {
      // A number has no stretches: what is the matter with a part of it is with all of it.
      words.spans().forEach(span -> grid.mark(at, span.mark()));
      drawn(at, words);
    }
    boolean nothing = cell instanceof Cell.Text text && text.value().isEmpty();
    if (nothing || cell instanceof Cell.Text left && cell != words && left.value().isBlank()) {
      return;
    }
    if (!(cell instanceof Cell.Empty)) {
      grid.put(at.row(), at.column(), cell);
      if (grid.size() > Limits.CELLS) {
        throw Refusal.of(TOO_LARGE);
      }
    }
  }

  /** What is drawn in a cell lies over it, and is no letter of its text. */
  private Cell.Text drawn(Position at, Cell.Text text) {
    if (text.value().indexOf(HtmlFlow.UNKNOWN) < 0) {
      return text;
    }
    grid.mark(at, Mark.DRAWN_OVER);
    var letters = new StringBuilder();
    int[] places = new int[text.value().length() + 1];
    for (int i = 0; i < text.value().length(); i++) {
      places[i] = letters.length();
      if (text.value().charAt(i) != HtmlFlow.UNKNOWN) {
        letters.append(text.value().charAt(i));
      }
    }
    places[text.value().length()] = letters.length();
    var spans = new ArrayList<Span>();
    for (var span : text.spans()) {
      if (places[span.from()] < places[span.to()]) {
        spans.add(new Span(places[span.from()], places[span.to()], span.mark()));
      }
    }
    return new Cell.Text(letters.toString(), spans);
  }

  private void beside(Paragraph paragraph, Position at) throws Refusal {
    if (paragraph.floats()) {
      grid.mark(at, Mark.DRAWN_OVER);
    }
    for (var anchor : paragraph.anchors()) {
      places.putIfAbsent(anchor, at);
    }
    for (var box : paragraph.boxes()) {
      String said = HtmlText.of(box).lines();
      if (!said.isBlank()) {
        boxes.add(new Note(Note.Kind.BOX, name, at, said));
        Limits.checkListed(boxes.size());
      }
      grid.mark(at, Mark.DRAWN_OVER);
    }
  }
}
