package dev.rollup.read.text;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.read.format.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The tables, rows and cells that are open in a text whose paragraphs only say how deep in tables
 * they stand, and where a cell or a row ends.
 *
 * @param <A> what surrounds a text
 */
public final class OpenTables<A> {

  /** How the rows of a text look. */
  public interface Rows<A> {

    /**
     * Tells it of one row.
     *
     * @param around what surrounds the table
     * @param number the number of the row in the table, from 1
     * @param paragraph the first one in it
     * @param level in how many tables it stands
     */
    Cells<A> row(A around, int number, int paragraph, int level) throws Refusal;
  }

  /** How the cells of one row look. */
  public interface Cells<A> {

    /** Returns what surrounds the text of a cell, the first of which is 0. */
    A cell(int number);
  }

  /** One table. */
  private static final class Open<A> {
    private final A around;

    /** How many rows of it have begun, and how many cells of the row. */
    private int rows;

    private int cells;

    /** The row that is open; null where none is. */
    private @Nullable Cells<A> row;

    /** What surrounds the text of the cell that is open; null where none is. */
    private @Nullable A cell;

    Open(A around) {
      this.around = around;
    }
  }

  private final RunningText text;
  private final Rows<A> rows;
  private final Deque<Open<A>> tables = new ArrayDeque<>();

  /** No table is open yet. */
  public OpenTables(RunningText text, Rows<A> rows) {
    this.text = text;
    this.rows = rows;
  }

  /**
   * Opens and closes tables until as many are open as a paragraph stands in.
   *
   * @param page what surrounds the outermost
   */
  public void enter(int level, int paragraph, A page) throws Refusal {
    while (tables.size() > level) {
      Open<A> table = tables.pop();
      check(table.row == null && table.cell == null);
    }
    while (tables.size() < level) {
      A around = tables.isEmpty() ? page : openCell(paragraph);
      text.beginTable();
      tables.push(new Open<>(around));
    }
  }

  /**
   * Opens a row and a cell of the innermost table for a paragraph, unless they are open.
   *
   * @return what surrounds the paragraph
   */
  public A openCell(int paragraph) throws Refusal {
    Open<A> table = tables.element();
    Cells<A> row = table.row;
    if (row == null) {
      table.rows++;
      table.cells = 0;
      row = rows.row(table.around, table.rows, paragraph, tables.size());
      table.row = row;
      text.beginRow();
    }
    A cell = table.cell;
    if (cell == null) {
      cell = row.cell(table.cells++);
      table.cell = cell;
      text.beginCell();
    }
    return cell;
  }

  /** Tells whether a row of the innermost table is open. */
  public boolean isInRow() {
    return tables.element().row != null;
  }

  /** Ends the cell that is open. */
  public void endCell() throws Refusal {
    tables.element().cell = null;
    text.endCell();
  }

  /** Ends the row that is open, with no cell in it. */
  public void endRow() throws Refusal {
    Open<A> table = tables.element();
    check(table.row != null && table.cell == null);
    table.row = null;
  }

  /** Refuses what no program writes: the redundancy of such a format is all its checksum. */
  private static void check(boolean consistent) throws Refusal {
    if (!consistent) {
      throw Refusal.of(DAMAGED_FILE);
    }
  }
}
