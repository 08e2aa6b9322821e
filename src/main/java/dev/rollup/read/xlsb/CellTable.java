package dev.rollup.read.xlsb;

import dev.rollup.model.Cell;
import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.StoredNumber;
import dev.rollup.read.workbook.Worksheet;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows and cells of one sheet (MS-XLSB 2.1.7.62, SHEETDATA). A record among them that is
 * none of theirs could be a cell that has lost its kind, and is refused.
 */
final class CellTable {

  private static final int ROW_HIDDEN = 1 << 4;
  private static final double PARTS_OF_POINT = 20;

  private static final int STYLE_MASK = 0xFF_FFFF;

  /** What a short number is (RkNumber, 2.5.122): one of a hundredth, one without its last bits. */
  private static final int OF_HUNDREDTHS = 1;

  private static final int WHOLE = 1 << 1;

  /** More than the formulas of any form come to, once those of several cells are told for each. */
  private static final int MOST_OF_FORMULAS = 16 << 20;

  private static final int NO_ROW = -1;

  /** A cell that is held until it is known whether its formula follows it. */
  private record Pending(Position at, int style, Cell value, StoredFormula formula) {}

  private final Records records;
  private final List<CellFont> fonts;
  private final Book book;
  private final Worksheet sheet;

  /** The formulas of several cells, by the first of these. */
  private final Map<Position, StoredFormula> shared = new HashMap<>();

  /** The first cells of formulas, and of tables, that have many results. */
  private final Set<Position> arrays = new HashSet<>();

  private int row = NO_ROW;
  private int column;
  private int ofFormulas;
  private @Nullable Pending pending;

  CellTable(Records records, List<CellFont> fonts, Book book, Worksheet sheet) {
    this.records = records;
    this.fonts = fonts;
    this.book = book;
    this.sheet = sheet;
  }

  /** Tells whether a kind of record is a row, or a cell. */
  static boolean isOfCells(int type) {
    return type >= Record.ROW && type <= Record.SHORT_SHARED_TEXT || type == Record.CELL_RICH_TEXT;
  }

  /** Reads to the end of the table. */
  void read() throws Refusal {
    int beside = 0;
    while (records.next()) {
      int type = records.type();
      switch (type) {
        case Record.CELLS_END -> {
          if (beside != 0) {
            throw sheet.damaged();
          }
          flush();
          return;
        }
        case Record.FUTURE_BEGIN, Record.ALTERNATIVE_BEGIN -> beside++;
        case Record.FUTURE_END, Record.ALTERNATIVE_END -> beside--;
        default -> {
          boolean cell = isOfCells(type);
          if (beside > 0 ? cell : beside < 0 || !cell && !isBetween(type)) {
            // Cells for one program and others for the next have two meanings.
            throw sheet.damaged();
          }
          if (beside == 0) {
            read(type);
          }
        }
      }
    }
    throw sheet.damaged();
  }

  private static boolean isBetween(int type) {
    return switch (type) {
      case Record.CELL_METADATA,
          Record.VALUE_METADATA,
          Record.ARRAY_FORMULA,
          Record.SHARED_FORMULA,
          Record.DATA_TABLE ->
          true;
      default -> false;
    };
  }

  private void read(int type) throws Refusal {
    switch (type) {
      case Record.SHARED_FORMULA -> readShared();
      case Record.ARRAY_FORMULA -> readArray();
      case Record.DATA_TABLE -> arrays.add(held().at());
      case Record.CELL_METADATA, Record.VALUE_METADATA -> {}
      case Record.ROW -> {
        flush();
        readRow();
      }
      default -> {
        flush();
        readCell(type);
      }
    }
  }

  private void readRow() throws Refusal {
    row = records.index(Limits.ROWS - 1);
    column = -1;
    records.skip(Integer.BYTES); // the style of its empty cells
    double height = records.u16() / PARTS_OF_POINT;
    records.skip(1); // how much room its lines need
    boolean hidden = (records.u8() & ROW_HIDDEN) != 0;
    sheet.row(row, height, hidden);
  }

  private void readCell(int type) throws Refusal {
    if (row == NO_ROW) {
      throw sheet.damaged();
    }
    boolean placed = type < Record.SHORT_BLANK || type > Record.SHORT_SHARED_TEXT;
    column = placed ? records.index(Limits.COLUMNS - 1) : column + 1;
    int style = records.i32() & STYLE_MASK;
    var at = new Position(row, column);
    sheet.cell(at);
    int kind = placed ? type : type - Record.SHORT_BLANK + Record.CELL_BLANK;
    switch (kind) {
      case Record.CELL_BLANK -> {}
      case Record.CELL_SHARED_TEXT -> sheet.put(at, style, sheet.shared(at, records.i32()), null);
      case Record.CELL_RICH_TEXT -> sheet.put(at, style, RichTextField.read(records, fonts), null);
      case Record.CELL_RK,
          Record.CELL_REAL,
          Record.CELL_ERROR,
          Record.CELL_BOOLEAN,
          Record.CELL_TEXT ->
          sheet.put(at, style, value(kind, at, style), null);
      default -> {
        Cell value = value(kind, at, style);
        records.skip(2); // when it is calculated
        pending = new Pending(at, style, value, records.formula());
      }
    }
  }

  private Cell value(int kind, Position at, int style) throws Refusal {
    return switch (kind) {
      case Record.CELL_RK -> number(at, style, shortNumber(records.i32()));
      case Record.CELL_REAL, Record.FORMULA_NUMBER -> number(at, style, records.real());
      case Record.CELL_ERROR, Record.FORMULA_ERROR ->
          new Cell.ErrorValue(CellError.of(records.u8()));
      case Record.CELL_BOOLEAN, Record.FORMULA_BOOLEAN -> new Cell.Bool(records.u8() != 0);
      case Record.CELL_TEXT, Record.FORMULA_TEXT -> new Cell.Text(records.text());
      default -> throw sheet.damaged(at);
    };
  }

  private static double shortNumber(int stored) {
    double number =
        (stored & WHOLE) != 0
            ? stored >> 2
            : Double.longBitsToDouble((long) (stored & ~(OF_HUNDREDTHS | WHOLE)) << 32);
    return (stored & OF_HUNDREDTHS) != 0 ? number / 100 : number;
  }

  private Cell number(Position at, int style, double stored) throws Refusal {
    BigDecimal number = StoredNumber.of(stored);
    return number == null
        ? new Cell.ErrorValue(String.valueOf(stored))
        : sheet.number(at, style, number);
  }

  /** Reads the formula that the cell before it shares with others. */
  private void readShared() throws Refusal {
    records.area();
    shared.put(held().at(), records.formula());
    Limits.checkListed(shared.size());
  }

  /** Reads the formula of the cell before it, whose further results stand in others. */
  private void readArray() throws Refusal {
    records.area();
    records.skip(1); // whether it is always calculated
    arrays.add(held().at());
    shared.put(held().at(), records.formula());
    Limits.checkListed(shared.size());
  }

  /** Returns the cell before a formula, which must be one with a formula. */
  private Pending held() throws Refusal {
    if (pending == null) {
      throw sheet.damaged();
    }
    return pending;
  }

  /** Puts the cell that was held. */
  private void flush() throws Refusal {
    if (pending != null) {
      sheet.put(pending.at(), pending.style(), pending.value(), formula(pending));
      pending = null;
    }
  }

  /** Returns the formula of a cell; null where it is but a further result of another's. */
  private @Nullable String formula(Pending cell) {
    Position first = cell.formula().shared();
    if (first != null && arrays.contains(first) && !first.equals(cell.at())) {
      return null;
    }
    StoredFormula formula = first == null ? cell.formula() : shared.get(first);
    if (formula == null || ofFormulas > MOST_OF_FORMULAS) {
      return StoredFormula.UNREADABLE;
    }
    String text = formula.text(book, cell.at());
    ofFormulas += text.length();
    return text;
  }
}
