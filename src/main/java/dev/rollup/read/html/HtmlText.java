package dev.rollup.read.html;

import dev.rollup.model.Address;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Span;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.html.HtmlFlow.Block;
import dev.rollup.read.html.HtmlFlow.Paragraph;
import dev.rollup.read.html.HtmlTable.Row;
import dev.rollup.read.html.HtmlTable.TableCell;
import dev.rollup.read.text.RunningText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a running text of a page, as its twin in Word is one. */
final class HtmlText {

  private static final String UNKNOWN = String.valueOf(HtmlFlow.UNKNOWN);

  private final RunningText text = new RunningText();
  private final Map<String, Address> places = new HashMap<>();

  private HtmlText() {}

  static HtmlText of(HtmlFlow flow) throws Refusal {
    var made = new HtmlText();
    made.put(flow, false);
    return made;
  }

  Grid grid() throws Refusal {
    return text.grid();
  }

  List<Grid> tables() throws Refusal {
    return text.tables();
  }

  String lines() throws Refusal {
    return text.lines();
  }

  boolean isBlank() {
    return text.isBlank();
  }

  /** Returns the paragraph that a note hangs on; null where nothing seen leads to it. */
  @Nullable Address place(String note) {
    return places.get(note);
  }

  private void put(HtmlFlow flow, boolean hidden) throws Refusal {
    for (Block block : flow.blocks()) {
      if (block instanceof Paragraph paragraph) {
        put(paragraph, hidden);
      } else if (block instanceof HtmlTable table) {
        put(table, hidden);
      }
    }
  }

  private void put(Paragraph paragraph, boolean hidden) throws Refusal {
    for (var anchor : paragraph.anchors()) {
      places.putIfAbsent(anchor, text.place());
    }
    text.append(hidden ? hidden(paragraph.text()) : paragraph.text());
    if (paragraph.floats() && (text.isInBlank() || text.isBlankCell())) {
      text.append(UNKNOWN);
    }
    for (var box : paragraph.boxes()) {
      text.beginBox();
      put(box, hidden);
      text.endBox();
    }
    text.endParagraph();
  }

  private static Cell.Text hidden(Cell.Text seen) {
    if (seen.value().isBlank()) {
      return seen;
    }
    var spans = new ArrayList<Span>(seen.spans());
    spans.add(new Span(0, seen.value().length(), Mark.HIDDEN));
    return new Cell.Text(seen.value(), spans);
  }

  /** A cell that goes on with one above it is a cell, as it is in Word. */
  private void put(HtmlTable table, boolean hidden) throws Refusal {
    put(table.above(), hidden);
    text.beginTable();
    // By column, in how many rows a cell above goes on; negative where that begins to its left.
    var goingOn = new ArrayList<Integer>();
    for (var row : table.rows()) {
      put(row, goingOn, table, hidden);
    }
  }

  private void put(Row row, List<Integer> goingOn, HtmlTable table, boolean hidden) throws Refusal {
    text.beginRow();
    int column = 0;
    for (var cell : row.cells()) {
      column = covered(goingOn, column);
      boolean unseen = hidden || row.hidden() || isHidden(table, column, cell);
      text.beginCell();
      put(cell.flow(), unseen);
      text.endCell();
      column = span(goingOn, column, cell);
    }
    covered(goingOn, column);
  }

  private static boolean isHidden(HtmlTable table, int column, TableCell cell) {
    return cell.columns() == 1 && table.hiddenColumns().get(column);
  }

  /** Adds the cells that go on with cells above them; returns the next column that is free. */
  private int covered(List<Integer> goingOn, int from) throws Refusal {
    int column = from;
    while (column < goingOn.size() && goingOn.get(column) != 0) {
      int left = goingOn.get(column);
      if (left > 0) {
        text.beginCell();
        text.endCell();
      }
      goingOn.set(column, left - Integer.signum(left));
      column++;
    }
    return column;
  }

  private static int span(List<Integer> goingOn, int column, TableCell cell) {
    int rows = cell.rows() == 0 ? Integer.MAX_VALUE : cell.rows();
    for (int i = column; i < column + cell.columns() && rows > 1; i++) {
      while (goingOn.size() <= i) {
        goingOn.add(0);
      }
      goingOn.set(i, i == column ? rows - 1 : 1 - rows);
    }
    return column + cell.columns();
  }
}
