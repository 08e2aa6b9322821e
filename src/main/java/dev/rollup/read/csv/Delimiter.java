package dev.rollup.read.csv;

import java.util.HashMap;
import java.util.Map;

/**
 * What separates the fields of a text table.
 *
 * @param character comma, tab or semicolon
 * @param columns how many fields the longest record has
 */
record Delimiter(char character, int columns) {
  private static final char[] CANDIDATES = {',', '\t', ';'};

  /**
   * Finds the delimiter that divides the most records into one same number of fields; of two that
   * do, the one that makes more fields. Quoted delimiters do not count.
   *
   * @return the comma where nothing divides anything
   */
  static Delimiter of(String text) {
    var best = Shape.of(text, CANDIDATES[0]);
    for (int i = 1; i < CANDIDATES.length; i++) {
      var shape = Shape.of(text, CANDIDATES[i]);
      if (shape.isBetterThan(best)) {
        best = shape;
      }
    }
    return new Delimiter(best.delimiter, best.widest);
  }

  /** The table that a text is when divided by one delimiter. */
  private static final class Shape {
    private final char delimiter;
    private final Map<Integer, Integer> recordsByColumns = new HashMap<>();
    private int widest = 1;
    private int usualColumns = 1;
    private int usualRecords;

    private Shape(char delimiter) {
      this.delimiter = delimiter;
    }

    static Shape of(String text, char delimiter) {
      var shape = new Shape(delimiter);
      int columns = 1;
      boolean fieldStart = true;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '"' && fieldStart) {
          i = endOfQuotes(text, i);
          fieldStart = false;
        } else if (c == delimiter) {
          columns++;
          fieldStart = true;
        } else if (c == '\n' || c == '\r') {
          shape.add(columns);
          columns = 1;
          fieldStart = true;
        } else {
          fieldStart = false;
        }
      }
      shape.add(columns);
      return shape;
    }

    boolean isBetterThan(Shape other) {
      return usualRecords > other.usualRecords
          || usualRecords == other.usualRecords && usualColumns > other.usualColumns;
    }

    private void add(int columns) {
      widest = Math.max(widest, columns);
      if (columns > 1) {
        int records = recordsByColumns.merge(columns, 1, Integer::sum);
        if (records > usualRecords || records == usualRecords && columns > usualColumns) {
          usualRecords = records;
          usualColumns = columns;
        }
      }
    }

    /** Returns the index of the closing quote, or of the last character where there is none. */
    private static int endOfQuotes(String text, int start) {
      for (int i = start + 1; i < text.length(); i++) {
        if (text.charAt(i) == '"') {
          if (i + 1 == text.length() || text.charAt(i + 1) != '"') {
            return i;
          }
          i++;
        }
      }
      return text.length() - 1;
    }
  }
}
