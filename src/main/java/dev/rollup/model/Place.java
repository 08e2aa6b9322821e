package dev.rollup.model;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where one blank stands in a file, and how people write that down: {@code Sheet!C5}, {@code
 * Sheet!A19#1} for the first blank inside a cell, {@code t1.r2.c3} and {@code t1.r2.c2.p1#2} in a
 * table of a text, {@code p6#1} in a paragraph outside tables.
 *
 * @param kind what the place is in
 * @param on the name of the sheet; the number of the table, as {@code t1}; empty outside tables
 * @param cell the cell; in a table of a text its column is the number of the cell in its row;
 *     outside tables the row is that of the paragraph
 * @param paragraph the paragraph inside the cell, from 1; 0 for the cell as a whole
 * @param blank the blank inside the cell or paragraph, from 1; 0 where all of it is one blank
 */
public record Place(Kind kind, String on, Position cell, int paragraph, int blank) {

  /** What a place is in. */
  public enum Kind {
    /** A cell of a sheet. */
    SHEET,
    /** A cell of a table in a text. */
    TABLE,
    /** A paragraph of a text, outside tables. */
    PARAGRAPH
  }

  private static final Pattern SHEET = Pattern.compile("(.+)!([A-Z]{1,3})([1-9]\\d*)(?:#(\\d+))?");
  private static final Pattern TABLE =
      Pattern.compile("(t\\d+)\\.r(\\d+)\\.c(\\d+)(?:\\.p(\\d+))?(?:#(\\d+))?");
  private static final Pattern PARAGRAPH = Pattern.compile("p(\\d+)(?:#(\\d+))?");

  /** Refuses null. */
  public Place {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(on);
    Objects.requireNonNull(cell);
  }

  /** Returns the place of a whole cell of a sheet. */
  public static Place onSheet(String sheet, Position cell) {
    return new Place(Kind.SHEET, sheet, cell, 0, 0);
  }

  /**
   * Returns the place of a whole cell in a table of a text.
   *
   * @param table the number of the table, from 1
   * @param row the row, from 0
   * @param number the number of the cell in its row, from 0
   */
  public static Place inTable(int table, int row, int number) {
    return new Place(Kind.TABLE, "t" + table, new Position(row, number), 0, 0);
  }

  /** Returns the place of a paragraph outside tables, counted from 0. */
  public static Place inText(int paragraph) {
    return new Place(Kind.PARAGRAPH, "", new Position(paragraph, 0), 0, 0);
  }

  /**
   * Reads a place as {@link #toString} writes it.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Place parse(String text) {
    Matcher sheet = SHEET.matcher(text);
    if (sheet.matches()) {
      int row = Integer.parseInt(sheet.group(3)) - 1;
      var cell = new Position(row, Position.columnOf(sheet.group(2)));
      return new Place(Kind.SHEET, sheet.group(1), cell, 0, number(sheet.group(4)));
    }
    Matcher table = TABLE.matcher(text);
    if (table.matches()) {
      var cell = new Position(number(table.group(2)) - 1, number(table.group(3)) - 1);
      return new Place(
          Kind.TABLE, table.group(1), cell, number(table.group(4)), number(table.group(5)));
    }
    Matcher paragraph = PARAGRAPH.matcher(text);
    if (paragraph.matches()) {
      var cell = new Position(number(paragraph.group(1)) - 1, 0);
      return new Place(Kind.PARAGRAPH, "", cell, 0, number(paragraph.group(2)));
    }
    throw new IllegalArgumentException(text);
  }

  /** Returns the same place in another row. */
  public Place inRow(int row) {
    return new Place(kind, on, new Position(row, cell.column()), paragraph, blank);
  }

  /** Returns the place of one blank inside this cell, from 1. */
  public Place blank(int number) {
    return new Place(kind, on, cell, paragraph, number);
  }

  /** Returns the place of one paragraph inside this cell, from 1. */
  public Place paragraph(int number) {
    return new Place(kind, on, cell, number, blank);
  }

  /**
   * Returns the places of several rows below each other, this the first: {@code Sheet!C5..C14},
   * {@code t1.r6..13.c8}.
   *
   * @param rows how many; 1 for this place alone
   */
  public String toString(int rows) {
    int last = cell.row() + rows;
    return switch (rows == 1 ? Kind.PARAGRAPH : kind) {
      case SHEET -> this + ".." + Position.columnLetters(cell.column()) + last;
      case TABLE -> on + ".r" + (cell.row() + 1) + ".." + last + ".c" + (cell.column() + 1);
      case PARAGRAPH -> toString();
    };
  }

  @Override
  public String toString() {
    String inside = paragraph > 0 ? ".p" + paragraph : "";
    String number = blank > 0 ? "#" + blank : "";
    return switch (kind) {
      case SHEET -> on + "!" + cell.a1() + number;
      case TABLE -> on + ".r" + (cell.row() + 1) + ".c" + (cell.column() + 1) + inside + number;
      case PARAGRAPH -> "p" + (cell.row() + 1) + number;
    };
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
