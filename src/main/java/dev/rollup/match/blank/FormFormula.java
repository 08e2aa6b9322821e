package dev.rollup.match.blank;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Cell;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import java.util.List;
import java.util.Locale;

/** What a cell says that the form computes itself. */
final class FormFormula {

  private FormFormula() {}

  /**
   * Returns an entry as the form would have it: that it was computed is nothing to say, and where
   * the program that saved the return left no result, nothing was filled in, as the form says what
   * the number is made of. Another formula than the form's own is the unit's business.
   *
   * @param printed the cell on the blank
   * @param typed the cell on the return
   */
  static Entry expected(Entry read, Cell printed, Cell typed) {
    boolean uncomputed =
        read.notes().contains(FindingCode.FORMULA_WITHOUT_VALUE)
            && printed instanceof Cell.Formula own
            && typed instanceof Cell.Formula same
            && shape(own).equals(shape(same));
    if (uncomputed) {
      return new Entry(
          read.field(), read.row(), State.BLANK, null, null, read.raw(), read.at(), List.of());
    }
    return new Entry(
        read.field(),
        read.row(),
        read.state(),
        read.number(),
        read.text(),
        read.raw(),
        read.at(),
        read.notes().stream().filter(note -> note != FindingCode.FORMULA_VALUE).toList());
  }

  /** Returns a formula without the places of its cells, which move with inserted rows. */
  private static String shape(Cell.Formula formula) {
    return formula
        .expression()
        .toUpperCase(Locale.ROOT)
        .replaceAll("\\$?[A-Z]{1,3}\\$?\\d+", "#")
        .replaceAll("\\s+", "");
  }
}
