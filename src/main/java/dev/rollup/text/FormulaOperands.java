package dev.rollup.text;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cells that a formula is made of, on whatever sheet; through formulas that come to nothing, as
 * they may never have been calculated.
 *
 * @param cells what is stored in them; no empty ones
 * @param all whether these are all of them: a name, another workbook or a function that says where
 *     to look leads to cells that are not known here
 */
public record FormulaOperands(List<Cell> cells, boolean all) {

  /** Operands that one formula may lead to; of more nobody knows whether they are all. */
  private static final int MOST_CELLS = 20_000;

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"]|\"\")*\"");
  private static final Pattern FUNCTION = Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)\\s*\\(");

  /** Functions that compute which cells they look at. */
  private static final Set<String> SEARCHING = Set.of("INDIRECT", "OFFSET", "GETPIVOTDATA");

  private static final Pattern CONSTANT =
      Pattern.compile("(?:TRUE|FALSE)\\b|(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[Ee][-+]?\\d+)?");
  private static final String SIGNS = "+-*/^&=<>%(){},;: ";

  /** Copies the cells. */
  public FormulaOperands {
    cells = List.copyOf(cells);
  }

  /**
   * Returns what a formula is made of.
   *
   * @param here the sheet that the formula stands on
   * @param sheets all sheets of its workbook
   */
  public static FormulaOperands of(Cell.Formula formula, Grid here, List<Grid> sheets) {
    return new Search(sheets).from(formula, here);
  }

  /** Tells whether all of the cells are known, and each is of a kind. */
  public boolean areAll(Predicate<Cell> kind) {
    return all && cells.stream().allMatch(kind);
  }

  /** Looks through the formulas of a workbook. For one formula. */
  private static final class Search {
    private final List<Grid> sheets;
    private final List<Cell> cells = new ArrayList<>();
    private final Set<Spot> seen = new HashSet<>();
    private final Deque<Spot> open = new ArrayDeque<>();
    private boolean all = true;

    Search(List<Grid> sheets) {
      this.sheets = sheets;
    }

    private record Spot(Grid grid, Position at) {}

    FormulaOperands from(Cell.Formula formula, Grid here) {
      formula(formula.expression(), here);
      while (!open.isEmpty()) {
        Spot spot = open.pop();
        Cell cell = spot.grid().at(spot.at());
        cells.add(cell);
        if (cell instanceof Cell.Formula other && mayBeUncalculated(other)) {
          formula(other.expression(), spot.grid());
        }
      }
      return new FormulaOperands(cells, all);
    }

    private void formula(String expression, Grid here) {
      String text = TEXT.matcher(expression).replaceAll(" ");
      int at = 0;
      while (at < text.length() && all) {
        Matcher place = begins(SheetArea.PLACE, text, at);
        Matcher columns = begins(SheetArea.COLUMNS, text, at);
        Matcher function = begins(FUNCTION, text, at);
        Matcher constant = begins(CONSTANT, text, at);
        if (place != null) {
          at = place.end();
          add(SheetArea.of(place, here, sheets));
        } else if (columns != null) {
          at = columns.end();
          add(SheetArea.ofColumns(columns, here, sheets));
        } else if (function != null) {
          at = function.end();
          all = !SEARCHING.contains(function.group(1).toUpperCase(Locale.ROOT));
        } else if (constant != null) {
          at = constant.end();
        } else {
          all = SIGNS.indexOf(text.charAt(at)) >= 0 || Character.isWhitespace(text.charAt(at));
          at++;
        }
      }
    }

    private static boolean mayBeUncalculated(Cell.Formula formula) {
      return formula.cached() instanceof Cell.Number number
          ? number.value().signum() == 0
          : formula.cached().raw().isEmpty();
    }

    private static @Nullable Matcher begins(Pattern pattern, String text, int at) {
      Matcher matcher = pattern.matcher(text).region(at, text.length());
      // What follows decides where a name ends, the region does not.
      matcher.useTransparentBounds(true);
      return matcher.lookingAt() ? matcher : null;
    }

    private void add(Optional<SheetArea> area) {
      all = area.isPresent();
      area.ifPresent(
          each ->
              each.rows().stream()
                  .filter(placed -> each.area().contains(placed.at()))
                  .map(placed -> new Spot(each.grid(), placed.at()))
                  .filter(seen::add)
                  .forEach(open::push));
      all &= seen.size() <= MOST_CELLS;
    }
  }
}
