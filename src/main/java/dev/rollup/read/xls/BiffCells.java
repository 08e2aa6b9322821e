package dev.rollup.read.xls;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.read.xls.BiffRecord.ARRAY;
import static dev.rollup.read.xls.BiffRecord.BLANK;
import static dev.rollup.read.xls.BiffRecord.BLANKS;
import static dev.rollup.read.xls.BiffRecord.BOOLEAN_OR_ERROR;
import static dev.rollup.read.xls.BiffRecord.CONTINUE;
import static dev.rollup.read.xls.BiffRecord.DATA_TABLE;
import static dev.rollup.read.xls.BiffRecord.FORMULA;
import static dev.rollup.read.xls.BiffRecord.HEADER_LENGTH;
import static dev.rollup.read.xls.BiffRecord.NOT_COMPUTED;
import static dev.rollup.read.xls.BiffRecord.NUMBER;
import static dev.rollup.read.xls.BiffRecord.NUMBERS;
import static dev.rollup.read.xls.BiffRecord.NUMBER_RK;
import static dev.rollup.read.xls.BiffRecord.RESULT_TEXT;
import static dev.rollup.read.xls.BiffRecord.RICH_TEXT;
import static dev.rollup.read.xls.BiffRecord.ROW;
import static dev.rollup.read.xls.BiffRecord.ROW_BLOCK;
import static dev.rollup.read.xls.BiffRecord.SHARED_FORMULA;
import static dev.rollup.read.xls.BiffRecord.SHARED_TEXT;
import static dev.rollup.read.xls.BiffRecord.TEXT;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellReference;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * The cell table of one sheet (MS-XLS 2.1.7.20.5), held against what it must be: cells in order,
 * each as long as its kind, and nothing else between them. A record that lost its kind would
 * otherwise be a cell that is missing without a word.
 */
final class BiffCells {

  private static final int COLUMNS = 256;

  /** Row, first and last column of several cells in one record. */
  private static final int FRAME_OF_SEVERAL = 6;

  private static final int FORMAT_AND_NUMBER = 6;
  private static final int FORMAT = 2;
  private static final int SHORTEST_TEXT = 8;
  private static final int SHORTEST_FORMULA = 22;

  /** What may stand between cells. */
  private static final Set<Integer> BETWEEN =
      Set.of(
          ARRAY, CONTINUE, DATA_TABLE, NOT_COMPUTED, RESULT_TEXT, ROW, ROW_BLOCK, SHARED_FORMULA);

  private static final Set<Integer> ONE_CELL =
      Set.of(BLANK, NUMBER, NUMBER_RK, BOOLEAN_OR_ERROR, SHARED_TEXT, TEXT, RICH_TEXT, FORMULA);

  private final ByteBuffer stream;
  private long last = CellReference.NONE;
  private boolean over;

  /** A table of which nothing was seen yet. */
  BiffCells(ByteBuffer stream) {
    this.stream = stream;
  }

  /** Tells whether a kind of record holds one cell or several. */
  static boolean isCell(int sid) {
    return sid == NUMBERS || sid == BLANKS || ONE_CELL.contains(sid);
  }

  /** Checks the next record of the sheet, and returns how many cells of it are to be held. */
  int check(int at) throws Refusal {
    int sid = u16(at);
    int length = u16(at + 2);
    int count =
        switch (sid) {
          case NUMBERS -> (length - FRAME_OF_SEVERAL) / FORMAT_AND_NUMBER;
          case BLANKS -> (length - FRAME_OF_SEVERAL) / FORMAT;
          default -> ONE_CELL.contains(sid) ? 1 : 0;
        };
    if (count == 0) {
      over |= last != CellReference.NONE && !BETWEEN.contains(sid);
      return 0;
    }
    if (over || !hasLength(sid, length, count)) {
      throw Refusal.of(DAMAGED_FILE);
    }
    place(at, length, count, sid == NUMBERS || sid == BLANKS);
    return sid == BLANK || sid == BLANKS ? 0 : count;
  }

  private static boolean hasLength(int sid, int length, int count) {
    return switch (sid) {
      case NUMBERS -> length == FRAME_OF_SEVERAL + count * FORMAT_AND_NUMBER;
      case BLANKS -> length == FRAME_OF_SEVERAL + count * FORMAT;
      case BLANK -> length == 6;
      case BOOLEAN_OR_ERROR -> length == 8;
      case NUMBER_RK, SHARED_TEXT -> length == 10;
      case NUMBER -> length == 14;
      case FORMULA -> length >= SHORTEST_FORMULA;
      default -> length >= SHORTEST_TEXT;
    };
  }

  private void place(int at, int length, int count, boolean several) throws Refusal {
    int column = u16(at + HEADER_LENGTH + 2);
    long place = CellReference.pack(u16(at + HEADER_LENGTH), column);
    int lastColumn = column + count - 1;
    boolean fits = !several || lastColumn == u16(at + HEADER_LENGTH + length - 2);
    if (!fits || lastColumn >= COLUMNS || place <= last) {
      // Two cells at one place, or one that has lost its own.
      throw Refusal.of(DAMAGED_FILE);
    }
    last = place + count - 1;
  }

  private int u16(int at) {
    return Short.toUnsignedInt(stream.getShort(at));
  }
}
