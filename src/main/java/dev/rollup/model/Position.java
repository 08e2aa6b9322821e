package dev.rollup.model;

/**
 * The place of one cell: row and column, both counted from 0, in absolute sheet coordinates.
 *
 * @param row 0 for the first row
 * @param column 0 for column A
 */
public record Position(int row, int column) implements Address, Comparable<Position> {

  /** Refuses negative coordinates. */
  public Position {
    if (row < 0 || column < 0) {
      throw new IllegalArgumentException("negative position " + row + "," + column);
    }
  }

  /** Returns the place as spreadsheets write it, for example {@code E14}. */
  public String a1() {
    return columnLetters(column) + (row + 1);
  }

  @Override
  public String written() {
    return a1();
  }

  /** Returns the letters of a column counted from 0: {@code A}, {@code Z}, {@code AA}. */
  public static String columnLetters(int column) {
    var letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  /** Returns the column, counted from 0, of its letters: the inverse of {@link #columnLetters}. */
  public static int columnOf(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  /** Orders by row, then by column: the order in which a form is read. */
  @Override
  public int compareTo(Position other) {
    int byRow = Integer.compare(row, other.row);
    return byRow != 0 ? byRow : Integer.compare(column, other.column);
  }
}
