package dev.rollup.read.sheet;

import dev.rollup.model.Area;
import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import org.jspecify.annotations.Nullable;

/** Reads places as spreadsheets write them, without making a single object on the way. */
public final class CellReference {

  /** What is returned for anything that is not a place inside a sheet. */
  public static final long NONE = -1;

  private static final int COLUMN_BITS = 14;

  private CellReference() {}

  /** Reads {@code E14}; the letters may be small. */
  public static long parse(String text) {
    return parse(text, 0, text.length(), false);
  }

  /**
   * Reads a place from a part of a text.
   *
   * @param absolute whether row and column must be marked, as in {@code $E$14}, or must not be
   * @return to be taken apart by {@link #row} and {@link #column}, or {@link #NONE}
   */
  static long parse(String text, int start, int end, boolean absolute) {
    int at = start;
    if (absolute && (at >= end || text.charAt(at++) != '$')) {
      return NONE;
    }
    int column = 0;
    for (; at < end; at++) {
      int letter = (text.charAt(at) | 0x20) - 'a';
      if (letter < 0 || letter > 25 || text.charAt(at) > 'z') {
        break;
      }
      column = column * 26 + letter + 1;
      if (column > Limits.COLUMNS) {
        return NONE;
      }
    }
    if (absolute && (at >= end || text.charAt(at++) != '$')) {
      return NONE;
    }
    int row = number(text, at, end, Limits.ROWS);
    return column == 0 || row < 1 ? NONE : pack(row - 1, column - 1);
  }

  /** Reads {@code E14} or {@code E14:G20}; returns null for anything else. */
  public static @Nullable Area area(String text) {
    int colon = text.indexOf(':');
    long first = parse(text, 0, colon < 0 ? text.length() : colon, false);
    long last = colon < 0 ? first : parse(text, colon + 1, text.length(), false);
    if (first == NONE || last == NONE) {
      return null;
    }
    // Some programs begin with a corner that is not the upper left one.
    return new Area(
        new Position(Math.min(row(first), row(last)), Math.min(column(first), column(last))),
        new Position(Math.max(row(first), row(last)), Math.max(column(first), column(last))));
  }

  /** Reads a plain number from 1 to a limit; returns -1 for anything else. */
  public static int number(String text, int limit) {
    return number(text, 0, text.length(), limit);
  }

  /** Returns a place as one number, for tables that hold many. */
  public static long pack(int row, int column) {
    return (long) row << COLUMN_BITS | column;
  }

  /** Returns the row of a packed place, from 0. */
  public static int row(long place) {
    return (int) (place >>> COLUMN_BITS);
  }

  /** Returns the column of a packed place, from 0. */
  public static int column(long place) {
    return (int) place & (1 << COLUMN_BITS) - 1;
  }

  /** Returns a packed place as a position. */
  public static Position position(long place) {
    return new Position(row(place), column(place));
  }

  private static int number(String text, int start, int end, int limit) {
    int number = 0;
    for (int at = start; at < end; at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
      if (number == 0 || number > limit) {
        return -1;
      }
    }
    return start < end ? number : -1;
  }
}
