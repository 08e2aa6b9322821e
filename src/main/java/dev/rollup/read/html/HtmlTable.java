package dev.rollup.read.html;

import dev.rollup.read.format.Limits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** A table of a page, row by row. */
final class HtmlTable implements HtmlFlow.Block {

  /** As browsers take it. */
  private static final int MOST_COLUMNS_SPANNED = 1_000;

  private static final int MOST_ROWS_SPANNED = 65_534;

  /**
   * A cell.
   *
   * @param columns how many columns it spans
   * @param rows how many rows it spans; 0 for all that are left
   * @param look how what stands in it looks
   * @param said what it says about itself in its attributes
   */
  record TableCell(HtmlFlow flow, int columns, int rows, HtmlLook look, Map<String, String> said) {}

  /** A row. */
  static final class Row {
    private final List<TableCell> cells = new ArrayList<>();
    private final boolean hidden;
    private int columns;

    Row(boolean hidden) {
      this.hidden = hidden;
    }

    void add(TableCell cell) {
      cells.add(cell);
      columns = Math.min(Limits.COLUMNS, columns + cell.columns());
    }

    /** Returns how many columns its cells span so far. */
    int columns() {
      return columns;
    }

    List<TableCell> cells() {
      return cells;
    }

    /** Tells whether nobody sees it. */
    boolean hidden() {
      return hidden;
    }
  }

  /** What stands in a table and in none of its cells is seen above it. */
  private final HtmlFlow above = new HtmlFlow();

  private final List<Row> rows = new ArrayList<>();
  private final BitSet hiddenColumns = new BitSet();
  private int columns;

  /** Whether a group of columns was begun of which none is described. */
  private boolean group;

  private boolean hiddenGroup;

  HtmlFlow above() {
    return above;
  }

  List<Row> rows() {
    return rows;
  }

  void beginRow(boolean hidden) {
    endGroup();
    rows.add(new Row(hidden));
  }

  Row lastRow() {
    return rows.get(rows.size() - 1);
  }

  /** Describes a column, unless what comes next describes the columns of the group. */
  void beginGroup(boolean hidden) {
    endGroup();
    group = true;
    hiddenGroup = hidden;
  }

  private void endGroup() {
    if (group) {
      columns(1, hiddenGroup);
    }
  }

  /** Describes columns. */
  void columns(int count, boolean hidden) {
    group = false;
    int end = Math.min(columns + count, Limits.COLUMNS);
    if (hidden && end > columns) {
      hiddenColumns.set(columns, end);
    }
    columns = end;
  }

  /** Returns how many columns it describes; 0 where it describes none. */
  int columns() {
    return columns;
  }

  BitSet hiddenColumns() {
    return hiddenColumns;
  }

  /** Returns how many columns an attribute says; one where it says nothing. */
  static int columnsSpanned(String written) {
    int number = number(written, 1);
    return number < 1 || number > MOST_COLUMNS_SPANNED ? 1 : number;
  }

  /** Returns how many rows an attribute says; 0 for all that are left. */
  static int rowsSpanned(String written) {
    return Math.min(number(written, 1), MOST_ROWS_SPANNED);
  }

  private static int number(String written, int otherwise) {
    if (written.isEmpty()) {
      return otherwise;
    }
    String digits = written.strip().replaceFirst("^\\+?([0-9]{1,9}).*$", "$1");
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : otherwise;
  }
}
