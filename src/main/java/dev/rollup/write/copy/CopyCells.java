package dev.rollup.write.copy;

import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.submission.Value;
import dev.rollup.write.xlsx.SheetText;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * The cells of a copy of a blank, wherever its rows have moved, and how answers are written there.
 */
final class CopyCells {

  private final Workbook workbook;
  private final Map<CellStyle, CellStyle> quoted = new HashMap<>();

  /** By sheet and the row below which they were added, how many rows there are more. */
  private final Map<String, NavigableMap<Integer, Integer>> grown = new HashMap<>();

  CopyCells(Workbook workbook) {
    this.workbook = workbook;
  }

  /** Says that rows were added behind a row of the blank. */
  void grow(String sheet, int last, int more) {
    grown.computeIfAbsent(sheet, any -> new TreeMap<>()).put(last, more);
  }

  /** Returns the row to which a place of the blank has moved because lists above it grew. */
  private int moved(Place at) {
    int row = at.cell().row();
    return row
        + grown.getOrDefault(at.on(), new TreeMap<>()).headMap(row).values().stream()
            .mapToInt(Integer::intValue)
            .sum();
  }

  /** Returns the cell to which a place of the blank, or a row below it, has moved. */
  Cell cell(Place at, int row) {
    return cell(at.on(), new Position(moved(at) + row, at.cell().column()));
  }

  /** Returns the cell at a place of the copy. */
  Cell cell(String sheet, Position at) {
    Sheet on = workbook.getSheet(sheet);
    Row row = on.getRow(at.row());
    if (row == null) {
      row = on.createRow(at.row());
    }
    return row.getCell(at.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  /** Writes an answer, before what is printed behind its room. */
  void put(Cell cell, Value value) {
    if (cell.getCellType() == CellType.STRING && !cell.getStringCellValue().isBlank()) {
      write(cell, AnswerWords.before(value, cell.getStringCellValue()));
      return;
    }
    if (value instanceof Value.Number number) {
      number(cell, number.number());
    } else {
      write(cell, AnswerWords.of(value));
    }
  }

  /** Writes words from anywhere: never a formula, never broken XML. */
  void write(Cell cell, String text) {
    // POI leaves words that stand in the cell itself beside those that replace them.
    cell.setBlank();
    cell.setCellValue(SheetText.clean(text));
    if (SheetText.needsQuote(text)) {
      cell.setCellStyle(quoted.computeIfAbsent(cell.getCellStyle(), this::asQuoted));
    }
  }

  private CellStyle asQuoted(CellStyle style) {
    CellStyle copy = workbook.createCellStyle();
    copy.cloneStyleFrom(style);
    copy.setQuotePrefixed(true);
    return copy;
  }

  /** Writes a number. */
  static void number(Cell cell, BigDecimal number) {
    if (cell.getCellType() == CellType.STRING) {
      cell.setBlank();
    }
    cell.setCellValue(stored(cell, number).doubleValue());
  }

  /** Returns a number as a cell holds it: one that shows percent holds the hundredth. */
  static BigDecimal stored(Cell cell, BigDecimal number) {
    return isPercent(cell) ? number.movePointLeft(2) : number;
  }

  static boolean isPercent(Cell cell) {
    return cell.getCellStyle().getDataFormatString().contains("%");
  }

  /** Returns an empty cell that takes the place of one with a formula, and looks like it. */
  static Cell withoutFormula(Cell cell) {
    // POI forgets how a cell of old looks when it takes the formula away, or fails.
    CellStyle style = cell.getCellStyle();
    Row row = cell.getRow();
    int column = cell.getColumnIndex();
    row.removeCell(cell);
    Cell plain = row.createCell(column);
    plain.setCellStyle(style);
    return plain;
  }

  /** Leaves of every formula of a sheet what it came to. */
  static void withoutFormulas(Sheet sheet) {
    for (var row : sheet) {
      for (var cell : row) {
        if (cell.getCellType() == CellType.FORMULA) {
          CellType type = cell.getCachedFormulaResultType();
          String words = type == CellType.STRING ? cell.getStringCellValue() : "";
          double value = type == CellType.NUMERIC ? cell.getNumericCellValue() : 0;
          cell.removeFormula();
          if (value != 0) {
            cell.setCellValue(value);
          } else if (!words.isEmpty()) {
            cell.setCellValue(words);
          } else {
            cell.setBlank();
          }
        }
      }
    }
  }
}
