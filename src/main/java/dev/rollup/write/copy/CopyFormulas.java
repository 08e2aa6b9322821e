package dev.rollup.write.copy;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * The formulas of an office's own form, computed as they are when a program opens it. They know
 * nothing of what was left out or may not be added, so none is believed unseen.
 */
final class CopyFormulas {

  /** Numbers of programs are binary: 0.1 + 0.2 is not 0.3 to the last bit. */
  private static final double NOISE = 1e-9;

  private final Workbook workbook;
  private final FormulaEvaluator evaluator;

  CopyFormulas(Workbook workbook) {
    this.workbook = workbook;
    this.evaluator = workbook.getCreationHelper().createFormulaEvaluator();
  }

  /** Tells whether a cell's formula comes to a number, give or take what is rounded off it. */
  boolean comesTo(Cell cell, BigDecimal number, double rounding) {
    double expected = number.doubleValue();
    return computed(cell)
        .filter(value -> value.getCellType() == CellType.NUMERIC)
        .map(value -> Math.abs(value.getNumberValue() - expected))
        .filter(off -> off <= rounding + NOISE * Math.max(1, Math.abs(expected)))
        .isPresent();
  }

  /**
   * Lets every cell that has a formula say what it comes to now.
   *
   * @return whether all could
   */
  boolean compute() {
    boolean all = true;
    for (var sheet : workbook) {
      for (var row : sheet) {
        for (var cell : row) {
          if (cell.getCellType() == CellType.FORMULA) {
            boolean computed = computed(cell).isPresent();
            all &= computed;
            if (computed) {
              evaluator.evaluateFormulaCell(cell);
            }
          }
        }
      }
    }
    return all;
  }

  /** Returns what a formula comes to; empty where only the program that opens it can tell. */
  private Optional<CellValue> computed(Cell cell) {
    try {
      return Optional.ofNullable(evaluator.evaluate(cell));
    } catch (RuntimeException e) {
      // Functions that are not built in, books that are not here: POI has no one type for them.
      return Optional.empty();
    }
  }
}
