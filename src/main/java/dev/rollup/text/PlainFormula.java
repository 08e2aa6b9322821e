package dev.rollup.text;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Calculates what sums, the four operations, rounding and plain questions make of constants and
 * cells of a workbook, so that a result that a program left behind without calculating it is told
 * from one that a person would see. Whatever needs more than that, has no value here.
 */
public final class PlainFormula {

  private static final Pattern CONSTANT =
      Pattern.compile("\\d{1,15}(?:\\.\\d{0,15})?|\\.\\d{1,15}");
  private static final Pattern SUM = Pattern.compile("(?i:SUM)\\s*\\(");

  /** What decides between numbers, and rounds them. */
  private static final Pattern FUNCTION = Pattern.compile("(?i:(ROUND|IFERROR|IF))\\s*\\(");

  private static final Pattern QUESTION = Pattern.compile("([^<>=]+)(<>|>=|<=|=|>|<)([^<>=]+)");

  /** Nobody rounds to more digits than a number has. */
  private static final BigDecimal MOST_DIGITS = BigDecimal.valueOf(15);

  private static final MathContext PRECISION = MathContext.DECIMAL128;

  /** More than any two ways of adding in doubles are apart. */
  private static final BigDecimal NOISE = new BigDecimal("1E-9");

  /** Fewer digits than these hide nothing: a sum of doubles that is not exact has more. */
  private static final int DOUBLE_DIGITS = 12;

  /** Brackets in brackets, and formulas that use formulas. */
  private static final int DEEPEST = 64;

  /** Cells that one formula may lead to; with more of them nothing is calculated. */
  private static final int MOST_CELLS = 20_000;

  private final List<Grid> sheets;
  private final Map<Spot, Optional<BigDecimal>> known = new HashMap<>();
  private int cells;

  /** Whether any of the cells held a number. */
  private boolean numbers;

  private int depth;

  private PlainFormula(List<Grid> sheets) {
    this.sheets = sheets;
  }

  /** A cell of one of the sheets. */
  private record Spot(Grid grid, Position at) {}

  /**
   * Returns a cell as far as its value is certain: a formula whose stored result is not what its
   * operands come to has none, nor has one with the stored result 0, which is what programs leave
   * that never calculate, unless the operands do come to 0. Cells that are all empty come to
   * nothing.
   *
   * @param cell any cell of the sheet
   */
  public static Cell certain(Cell cell, Grid grid) {
    if (!(cell instanceof Cell.Formula formula) || formula.expression().isEmpty()) {
      return cell;
    }
    BigDecimal stored = number(formula.cached());
    if (stored == null) {
      return cell;
    }
    var calculated = new PlainFormula(List.of(grid));
    Optional<BigDecimal> value = calculated.value(formula, grid);
    boolean ofNothing = calculated.cells > 0 && !calculated.numbers;
    boolean certain =
        value
            .map(v -> same(v, stored) && !(ofNothing && stored.signum() == 0))
            .orElse(stored.signum() != 0);
    return certain ? cell : new Cell.Formula(formula.expression(), Cell.EMPTY);
  }

  /**
   * Returns a cell with the result that its operands come to, where what is stored is the same but
   * for what calculating in doubles leaves behind: 1234.56-1259.66 is -25.1, and stored as
   * -25.0999999999999.
   *
   * @param cell any cell of the sheet
   * @param sheets all sheets of its workbook
   */
  public static Cell exact(Cell cell, Grid grid, List<Grid> sheets) {
    if (!(cell instanceof Cell.Formula formula)
        || !(formula.cached() instanceof Cell.Number stored)
        || stored.value().precision() < DOUBLE_DIGITS
        || formula.expression().isEmpty()) {
      return cell;
    }
    return new PlainFormula(sheets)
        .value(formula, grid)
        .map(Decimals::plain)
        .filter(value -> same(value, stored.value()) && value.scale() < stored.value().scale())
        .map(
            value ->
                (Cell)
                    new Cell.Formula(formula.expression(), new Cell.Number(value, stored.format())))
        .orElse(cell);
  }

  /**
   * Tells whether a cell plainly shows something else than what it is made of: its operands come to
   * another number than the one that is stored.
   *
   * @param cell any cell of the sheet
   * @param sheets all sheets of its workbook
   */
  public static boolean stale(Cell cell, Grid grid, List<Grid> sheets) {
    if (!(cell instanceof Cell.Formula formula) || formula.expression().isEmpty()) {
      return false;
    }
    BigDecimal stored = number(formula.cached());
    return stored != null
        && new PlainFormula(sheets)
            .value(formula, grid)
            .filter(value -> !same(value, stored))
            .isPresent();
  }

  /**
   * Tells whether a formula has a value here.
   *
   * @param sheets all sheets of its workbook
   */
  public static boolean isKnown(Cell.Formula formula, Grid grid, List<Grid> sheets) {
    return new PlainFormula(sheets).value(formula, grid).isPresent();
  }

  private static @Nullable BigDecimal number(Cell cell) {
    return cell instanceof Cell.Number number ? number.value() : null;
  }

  private static boolean same(BigDecimal one, BigDecimal other) {
    BigDecimal size = one.abs().max(other.abs()).max(BigDecimal.ONE);
    return one.subtract(other, PRECISION).abs().compareTo(size.multiply(NOISE, PRECISION)) <= 0;
  }

  /** Returns what a formula comes to; empty where that takes more than is known here. */
  private Optional<BigDecimal> value(Cell.Formula formula, Grid on) {
    if (depth >= DEEPEST) {
      return Optional.empty();
    }
    depth++;
    try {
      return Optional.of(new Expression(formula.expression(), on).whole());
    } catch (Unknown | ArithmeticException e) {
      return Optional.empty();
    } finally {
      depth--;
    }
  }

  /** Returns the number in a cell. */
  private BigDecimal valueAt(Grid on, Position at, Cell cell) throws Unknown {
    if (cell instanceof Cell.Number number) {
      numbers = true;
      return number.value();
    }
    if (!(cell instanceof Cell.Formula formula)) {
      throw new Unknown();
    }
    var spot = new Spot(on, at);
    Optional<BigDecimal> value = known.get(spot);
    if (value == null) {
      // A formula that leads back to itself has no value.
      known.put(spot, Optional.empty());
      value =
          value(formula, on)
              .or(
                  () ->
                      Optional.ofNullable(number(formula.cached()))
                          .filter(stored -> stored.signum() != 0));
      numbers |= value.filter(number -> number.signum() != 0).isPresent();
      known.put(spot, value);
    }
    return value.orElseThrow(Unknown::new);
  }

  private void visit() throws Unknown {
    cells++;
    if (cells > MOST_CELLS) {
      throw new Unknown();
    }
  }

  /** That something has no value here; caught where a formula is tried. */
  private static final class Unknown extends Exception {
    private static final long serialVersionUID = 1L;

    Unknown() {
      super(null, null, false, false);
    }
  }

  /** One formula, read from left to right. */
  private final class Expression {
    private static final char END = '\0';

    private final String text;
    private final Grid on;
    private int at;
    private int brackets;

    Expression(String text, Grid on) {
      this.text = text;
      this.on = on;
    }

    BigDecimal whole() throws Unknown {
      BigDecimal value = sum();
      if (next() != END) {
        throw new Unknown();
      }
      return value;
    }

    private BigDecimal sum() throws Unknown {
      BigDecimal value = product();
      while (next() == '+' || next() == '-') {
        boolean minus = take() == '-';
        BigDecimal other = product();
        value = minus ? value.subtract(other, PRECISION) : value.add(other, PRECISION);
      }
      return value;
    }

    private BigDecimal product() throws Unknown {
      BigDecimal value = operand();
      while (next() == '*' || next() == '/') {
        boolean divided = take() == '/';
        BigDecimal other = operand();
        value = divided ? value.divide(other, PRECISION) : value.multiply(other, PRECISION);
      }
      return value;
    }

    private BigDecimal operand() throws Unknown {
      boolean negative = false;
      while (next() == '+' || next() == '-') {
        negative ^= take() == '-';
      }
      BigDecimal value = primary();
      while (next() == '%') {
        take();
        value = value.movePointLeft(2);
      }
      return negative ? value.negate() : value;
    }

    private BigDecimal primary() throws Unknown {
      if (next() == '(') {
        take();
        return inBrackets();
      }
      if (matched(SUM) != null) {
        return summed();
      }
      Matcher function = matched(FUNCTION);
      if (function != null) {
        return called(function.group(1).toUpperCase(Locale.ROOT), arguments());
      }
      Matcher place = matched(SheetArea.PLACE);
      if (place != null) {
        SheetArea area = area(place);
        visit();
        Cell cell = area.cell().orElseThrow(Unknown::new);
        return cell instanceof Cell.Empty
            ? BigDecimal.ZERO
            : valueAt(area.grid(), area.area().first(), cell);
      }
      Matcher constant = matched(CONSTANT);
      if (constant == null) {
        throw new Unknown();
      }
      return new BigDecimal(constant.group());
    }

    private BigDecimal inBrackets() throws Unknown {
      brackets++;
      if (brackets > DEEPEST) {
        throw new Unknown();
      }
      BigDecimal value = sum();
      brackets--;
      if (take() != ')') {
        throw new Unknown();
      }
      return value;
    }

    /** Steps over what a function is given, up to its closing bracket. */
    private List<String> arguments() throws Unknown {
      var all = new ArrayList<String>();
      int depth = 0;
      int from = at;
      for (boolean quoted = false; at < text.length(); at++) {
        char c = text.charAt(at);
        quoted ^= c == '"';
        if (!quoted && depth == 0 && (c == ',' || c == ')')) {
          all.add(text.substring(from, at).strip());
          from = at + 1;
        }
        depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth < 0) {
          at++;
          return all;
        }
      }
      throw new Unknown();
    }

    private BigDecimal called(String function, List<String> given) throws Unknown {
      visit();
      return switch (function + given.size()) {
        case "ROUND2" -> rounded(of(given.get(0)), of(given.get(1)));
        case "IFERROR2" -> orElse(given.get(0), given.get(1));
        case "IF3" -> of(holds(given.get(0)) ? given.get(1) : given.get(2));
        default -> throw new Unknown();
      };
    }

    private static BigDecimal rounded(BigDecimal value, BigDecimal digits) throws Unknown {
      if (digits.abs().compareTo(MOST_DIGITS) > 0) {
        throw new Unknown();
      }
      return value.setScale(digits.intValue(), RoundingMode.HALF_UP);
    }

    private BigDecimal of(String expression) throws Unknown {
      if (depth >= DEEPEST) {
        throw new Unknown();
      }
      depth++;
      try {
        return new Expression(expression, on).whole();
      } finally {
        depth--;
      }
    }

    private BigDecimal orElse(String expression, String other) throws Unknown {
      try {
        return of(expression);
      } catch (ArithmeticException e) {
        return of(other);
      }
    }

    /** Tells whether one number stands to another as a question asks, or a cell is empty. */
    private boolean holds(String question) throws Unknown {
      Matcher asked = QUESTION.matcher(question);
      if (!asked.matches()) {
        throw new Unknown();
      }
      String sign = asked.group(2);
      if (asked.group(3).equals("\"\"")) {
        boolean empty = isEmpty(asked.group(1));
        return switch (sign) {
          case "=" -> empty;
          case "<>" -> !empty;
          default -> throw new Unknown();
        };
      }
      int order = of(asked.group(1)).compareTo(of(asked.group(3)));
      return switch (sign) {
        case "=" -> order == 0;
        case "<>" -> order != 0;
        case ">" -> order > 0;
        case "<" -> order < 0;
        case ">=" -> order >= 0;
        default -> order <= 0;
      };
    }

    private boolean isEmpty(String cell) throws Unknown {
      Matcher place = SheetArea.PLACE.matcher(cell.strip());
      if (!place.matches()) {
        throw new Unknown();
      }
      return area(place).cell().orElseThrow(Unknown::new).raw().isEmpty();
    }

    private BigDecimal summed() throws Unknown {
      BigDecimal total = BigDecimal.ZERO;
      char separator;
      do {
        int start = at;
        Matcher place = matched(SheetArea.PLACE);
        if (place != null && (next() == ',' || next() == ')')) {
          total = total.add(summed(area(place)), PRECISION);
        } else {
          at = start;
          total = total.add(sum(), PRECISION);
        }
        separator = take();
      } while (separator == ',');
      if (separator != ')') {
        throw new Unknown();
      }
      return total;
    }

    /** Adds up cells as SUM does, which passes over words. */
    private BigDecimal summed(SheetArea area) throws Unknown {
      visit();
      BigDecimal total = BigDecimal.ZERO;
      for (var placed : area.rows()) {
        visit();
        Cell cell = placed.cell();
        boolean words = cell instanceof Cell.Text || cell instanceof Cell.Bool;
        if (area.area().contains(placed.at()) && !words) {
          total = total.add(valueAt(area.grid(), placed.at(), cell), PRECISION);
        }
      }
      return total;
    }

    private SheetArea area(Matcher place) throws Unknown {
      return SheetArea.of(place, on, sheets).orElseThrow(Unknown::new);
    }

    /** Steps over a pattern if it begins here; returns what was found, or null. */
    private @Nullable Matcher matched(Pattern pattern) {
      next();
      Matcher matcher = pattern.matcher(text).region(at, text.length());
      // What follows decides where a name ends, the region does not.
      matcher.useTransparentBounds(true);
      if (!matcher.lookingAt()) {
        return null;
      }
      at = matcher.end();
      return matcher;
    }

    /** Returns the next character that is no space, without stepping over it. */
    private char next() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return at < text.length() ? text.charAt(at) : END;
    }

    private char take() {
      char next = next();
      at++;
      return next;
    }
  }
}
