package dev.rollup.write.copy;

import dev.rollup.report.BoundValues;
import dev.rollup.submission.Value;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;

/** Holds what the formulas of a form come to against its totals, which take the place of others. */
final class FormulaTotals {

  private final Workbook workbook;
  private final CopyCells cells;

  FormulaTotals(Workbook workbook, CopyCells cells) {
    this.workbook = workbook;
    this.cells = cells;
  }

  /**
   * Settles it for every blank.
   *
   * @param live whether a formula that comes to the total stays one
   */
  void settle(Blank blank, BoundValues values, boolean live) {
    boolean settled = false;
    while (!settled) {
      // What takes the place of one formula may change what others come to.
      settled = settledOnce(blank, values, live);
    }
    if (new CopyFormulas(workbook).compute()) {
      // Who is told to compute all anew believes none of the results.
      workbook.setForceFormulaRecalculation(false);
    }
  }

  /** Returns whether every formula of a blank stays as it is. */
  private boolean settledOnce(Blank blank, BoundValues values, boolean live) {
    var formulas = new CopyFormulas(workbook);
    boolean settled = true;
    for (var block : blank.blocks()) {
      List<Map<Binding, Value>> rows = List.of(values.values());
      if (block instanceof Block.Rows list) {
        rows = values.lists().getOrDefault(list, List.of());
      }
      for (int i = 0; i < rows.size(); i++) {
        for (var binding : block.bindings()) {
          Optional<Cell> cell = formula(binding, i);
          Value value = rows.get(i).get(binding);
          if (cell.isPresent() && !(live && comesTo(cell.get(), value, binding, formulas))) {
            settled = false;
            Cell plain = CopyCells.withoutFormula(cell.get());
            if (value instanceof Value.Number number) {
              CopyCells.number(plain, number.number());
            }
          }
        }
      }
    }
    return settled;
  }

  private Optional<Cell> formula(Binding binding, int row) {
    return Optional.of(binding)
        .filter(Binding::formula)
        .map(known -> cells.cell(known.at(), row))
        .filter(cell -> cell.getCellType() == CellType.FORMULA);
  }

  private static boolean comesTo(
      Cell cell, @Nullable Value value, Binding binding, CopyFormulas formulas) {
    return value instanceof Value.Number number
        && formulas.comesTo(cell, CopyCells.stored(cell, number.number()), rounding(cell, binding));
  }

  /** A rate is told rounded, and computed by a program as exactly as it can. */
  private static double rounding(Cell cell, Binding binding) {
    double half = binding.adds() == Adds.RATIO ? 0.05 : 0;
    return CopyCells.isPercent(cell) ? half / 100 : half;
  }
}
