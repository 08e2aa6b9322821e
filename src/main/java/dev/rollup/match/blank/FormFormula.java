package dev.rollup.match.blank;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Value;
import dev.rollup.template.Blank;
import dev.rollup.template.Field;
import dev.rollup.template.Relation;
import dev.rollup.text.FormulaOperands;
import dev.rollup.text.Numerals;
import dev.rollup.text.PlainFormula;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What cells say that the form computes itself. */
final class FormFormula {

  private static final Pattern OPERAND =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d+)(?::\\$?([A-Z]{1,3})\\$?(\\d+))?");

  private final Set<String> following;
  private final List<Grid> sheets;

  /**
   * What a return's cells say that its form computes.
   *
   * @param sheets all sheets of the return
   */
  FormFormula(Blank blank, List<Grid> sheets) {
    this.sheets = sheets;
    this.following =
        blank.relations().stream()
            .filter(Relation::computes)
            .map(Relation::whole)
            .collect(Collectors.toSet());
  }

  /**
   * Returns a cell as far as what it shows is certain: a formula that plainly shows something else
   * than what it is made of has no result, nor has one that comes to 0 where nobody here can tell
   * that it is made of nothing. A total of the form itself that a program left unequal to its parts
   * stays, to be held against them; one that it left at 0 was never computed.
   *
   * @param printed the cell on the blank
   * @param at where the cell stands on the return
   */
  Cell believed(Field field, Cell printed, Grid grid, Position at) {
    Cell typed = grid.at(at);
    if (!(typed instanceof Cell.Formula formula)) {
      return typed;
    }
    boolean zero = formula.cached() instanceof Cell.Number number && number.value().signum() == 0;
    boolean uncertain =
        PlainFormula.stale(typed, grid, sheets)
            || zero
                && !PlainFormula.isKnown(formula, grid, sheets)
                && !isOf(formula, grid, FormFormula::isIdle);
    if (!uncertain) {
      return PlainFormula.exact(typed, grid, sheets);
    }
    boolean held = following.contains(field.id()) && isOwn(printed, typed);
    return held && !zero ? typed : new Cell.Formula(formula.expression(), Cell.EMPTY);
  }

  /**
   * Returns an entry as the form would have it: that it was computed is nothing to say. Where the
   * program that saved the return left no result, nothing was filled in if it follows from other
   * fields, or if what it is made of is empty. Another formula than the form's own is the unit's
   * business.
   *
   * @param printed the cell on the blank
   * @param at where the cell stands on the return
   */
  Entry expected(Entry read, Cell printed, Grid grid, Position at) {
    Cell typed = grid.at(at);
    if (read.notes().contains(FindingCode.FORMULA_WITHOUT_VALUE)
        && typed instanceof Cell.Formula formula) {
      boolean nothing =
          isOwn(printed, typed)
              && (following.contains(read.field().id())
                  || isOf(formula, grid, FormFormula::isEmpty));
      return nothing ? read.withContent(Value.Absent.BLANK, List.of()) : read;
    }
    return read.withNotes(
        read.notes().stream().filter(note -> note != FindingCode.FORMULA_VALUE).toList());
  }

  /**
   * Tells whether a cell says nothing but what the form itself computes of cells that are empty: 0,
   * no words, or that there is nothing to divide by.
   */
  static boolean isIdle(Entry read, Cell printed, Cell typed) {
    boolean nothing = read.number() == null ? read.text() == null : read.number().signum() == 0;
    return nothing && isOwn(printed, typed);
  }

  private static boolean isOwn(Cell printed, Cell typed) {
    return printed instanceof Cell.Formula own
        && typed instanceof Cell.Formula same
        && shape(own).equals(shape(same));
  }

  /** Returns a formula without the places of its cells, which move with inserted rows. */
  private static String shape(Cell.Formula formula) {
    return OPERAND.matcher(upper(formula)).replaceAll("#").replaceAll("\\s+", "");
  }

  private static String upper(Cell.Formula formula) {
    return formula.expression().toUpperCase(Locale.ROOT);
  }

  /** Tells whether every cell that a formula is made of, on whatever sheet, is of a kind. */
  private boolean isOf(Cell.Formula formula, Grid grid, Predicate<Cell> kind) {
    return FormulaOperands.of(formula, grid, sheets).areAll(kind);
  }

  private static boolean isIdle(Cell cell) {
    Cell shown = cell instanceof Cell.Formula formula ? formula.cached() : cell;
    return !(shown instanceof Cell.Number number) || number.value().signum() == 0;
  }

  private static boolean isEmpty(Cell cell) {
    return cell instanceof Cell.Formula formula
        ? formula.cached().raw().isEmpty()
        : !(cell instanceof Cell.Number) && !Numerals.in(cell.raw());
  }
}
