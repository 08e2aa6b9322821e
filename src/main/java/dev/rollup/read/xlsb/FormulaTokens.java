package dev.rollup.read.xlsb;

import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.sheet.StoredNumber;
import dev.rollup.read.xlsb.Book.Unreadable;
import java.math.BigDecimal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a formula into words: its tokens (Ptg, MS-XLSB 2.5.97) say in which order a stack of
 * operands is worked off. Brackets that somebody typed are tokens themselves.
 */
final class FormulaTokens {

  /** The operators of two operands, from the token with the first number on. */
  private static final int FIRST_OPERATOR = 0x03;

  private static final List<String> OPERATORS =
      List.of("+", "-", "*", "/", "^", "&", "<", "<=", "=", ">=", ">", "<>", " ", ",", ":");

  private static final int PLUS = 0x12;
  private static final int MINUS = 0x13;
  private static final int PERCENT = 0x14;
  private static final int BRACKETS = 0x15;
  private static final int NO_ARGUMENT = 0x16;
  private static final int TEXT = 0x17;
  private static final int ATTRIBUTE = 0x19;
  private static final int ERROR = 0x1C;
  private static final int BOOLEAN = 0x1D;
  private static final int WHOLE = 0x1E;
  private static final int REAL = 0x1F;

  /** From here on a token says in two bits what kind of operand it makes. */
  private static final int CLASSED = 0x20;

  private static final int FUNCTION = 0x21;
  private static final int FUNCTION_OF_ANY = 0x22;
  private static final int NAME = 0x23;
  private static final int PLACE = 0x24;
  private static final int AREA = 0x25;
  private static final int REMEMBERED = 0x26;
  private static final int REMEMBERED_FUNCTION = 0x29;
  private static final int LOST_PLACE = 0x2A;
  private static final int LOST_AREA = 0x2B;
  private static final int NEAR_PLACE = 0x2C;
  private static final int NEAR_AREA = 0x2D;
  private static final int NAME_ELSEWHERE = 0x39;
  private static final int PLACE_ELSEWHERE = 0x3A;
  private static final int AREA_ELSEWHERE = 0x3B;

  /** What an attribute does: a choice has a list, a sum is a function, nothing else is said. */
  private static final int CHOICE = 0x04;

  private static final int SUM = 0x10;

  /** A function whose name is its first argument. */
  private static final int NAMED_FUNCTION = 255;

  private static final int COLUMN_MASK = 0x3FFF;
  private static final int NEAR_COLUMN = 0x4000;
  private static final int NEAR_ROW = 0x8000;

  private static final String LOST = "#REF!";

  /** Of formulas of 8,192 characters, which are the longest, in 64 brackets at most. */
  private static final int MOST_COPIED = 64 * 8_192;

  private final ByteBuffer tokens;
  private final Book book;
  private final @Nullable Position at;
  private final Deque<StringBuilder> operands = new ArrayDeque<>();

  /** How many characters were copied from one operand into another. */
  private int copied;

  /**
   * A formula.
   *
   * @param at the cell that it stands in; null where it stands in none
   */
  FormulaTokens(ByteBuffer tokens, Book book, @Nullable Position at) {
    this.tokens = tokens;
    this.book = book;
    this.at = at;
  }

  /**
   * Returns the formula without its equals sign.
   *
   * @throws Unreadable where a token is none that is known here
   */
  String text() throws Unreadable {
    try {
      while (tokens.hasRemaining()) {
        read(u8());
      }
    } catch (BufferUnderflowException e) {
      throw new Unreadable();
    }
    String text = pop().toString();
    if (!operands.isEmpty()) {
      throw new Unreadable();
    }
    return text;
  }

  private void read(int token) throws Unreadable {
    int operator = token - FIRST_OPERATOR;
    if (operator >= 0 && operator < OPERATORS.size()) {
      StringBuilder right = pop();
      spend(right.length());
      operands.push(pop().append(OPERATORS.get(operator)).append(right));
    } else if (token < CLASSED) {
      readSimple(token);
    } else {
      readClassed(token & 0x1F | CLASSED);
    }
  }

  private void readSimple(int token) throws Unreadable {
    switch (token) {
      case PLUS -> operands.push(before("+", pop()));
      case MINUS -> operands.push(before("-", pop()));
      case PERCENT -> operands.push(pop().append('%'));
      case BRACKETS -> operands.push(before("(", pop()).append(')'));
      case NO_ARGUMENT -> push("");
      case TEXT -> push('"' + characters().replace("\"", "\"\"") + '"');
      case ATTRIBUTE -> readAttribute();
      case ERROR -> push(CellError.of(u8()));
      case BOOLEAN -> push(u8() != 0 ? "TRUE" : "FALSE");
      case WHOLE -> push(String.valueOf(u16()));
      case REAL -> push(number());
      default -> throw new Unreadable();
    }
  }

  private void readAttribute() throws Unreadable {
    int kind = u8();
    int value = u16();
    if (kind == CHOICE) {
      skip(2 * (value + 1));
    } else if (kind == SUM) {
      push(call("SUM", arguments(1)));
    }
  }

  private void readClassed(int token) throws Unreadable {
    switch (token) {
      case FUNCTION -> {
        FormulaFunction function = function(u16());
        if (function.arguments() == FormulaFunction.ANY) {
          throw new Unreadable();
        }
        push(call(function.name(), arguments(function.arguments())));
      }
      case FUNCTION_OF_ANY -> {
        List<String> arguments = arguments(u8());
        int number = u16();
        boolean named = number == NAMED_FUNCTION && !arguments.isEmpty();
        push(
            named
                ? call(arguments.get(0), arguments.subList(1, arguments.size()))
                : call(function(number).name(), arguments));
      }
      case NAME -> push(book.name(tokens.getInt()));
      case NAME_ELSEWHERE -> {
        String prefix = book.prefix(u16());
        int number = tokens.getInt();
        push(prefix.startsWith("[") ? prefix + number : prefix + book.name(number));
      }
      case PLACE -> push(place(false));
      case NEAR_PLACE -> push(place(true));
      case AREA -> push(area(false));
      case NEAR_AREA -> push(area(true));
      case PLACE_ELSEWHERE -> push(book.prefix(u16()) + place(false));
      case AREA_ELSEWHERE -> push(book.prefix(u16()) + area(false));
      case LOST_PLACE -> {
        skip(6);
        push(LOST);
      }
      case LOST_AREA -> {
        skip(12);
        push(LOST);
      }
      // What the tokens after it came to when they were last worked off.
      case REMEMBERED -> skip(6);
      case REMEMBERED_FUNCTION -> skip(2);
      default -> throw new Unreadable();
    }
  }

  private List<String> arguments(int count) throws Unreadable {
    var arguments = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      StringBuilder argument = pop();
      spend(argument.length());
      arguments.add(argument.toString());
    }
    Collections.reverse(arguments);
    return arguments;
  }

  private static String call(String name, List<String> arguments) {
    return name + '(' + String.join(",", arguments) + ')';
  }

  private static FormulaFunction function(int number) throws Unreadable {
    FormulaFunction function = FormulaFunction.of(number);
    if (function == null) {
      throw new Unreadable();
    }
    return function;
  }

  /** Reads a place; one that is near is said by its distance from the cell of the formula. */
  private String place(boolean near) throws Unreadable {
    int row = tokens.getInt();
    int column = u16();
    return column(column, near) + row(row, column, near);
  }

  private String area(boolean near) throws Unreadable {
    int firstRow = tokens.getInt();
    int lastRow = tokens.getInt();
    int firstColumn = u16();
    int lastColumn = u16();
    boolean allRows = !near && firstRow == 0 && lastRow == Limits.ROWS - 1;
    boolean allColumns =
        !near
            && (firstColumn & COLUMN_MASK) == 0
            && (lastColumn & COLUMN_MASK) == Limits.COLUMNS - 1;
    if (allRows) {
      return column(firstColumn, false) + ':' + column(lastColumn, false);
    }
    if (allColumns) {
      return row(firstRow, firstColumn, false) + ':' + row(lastRow, lastColumn, false);
    }
    return column(firstColumn, near)
        + row(firstRow, firstColumn, near)
        + ':'
        + column(lastColumn, near)
        + row(lastRow, lastColumn, near);
  }

  private String column(int stored, boolean near) throws Unreadable {
    boolean fixed = (stored & NEAR_COLUMN) == 0;
    int column = stored & COLUMN_MASK;
    if (near && !fixed) {
      // Beyond the last column the first one follows.
      column = column + here().column() & COLUMN_MASK;
    }
    return (fixed ? "$" : "") + Position.columnLetters(column);
  }

  private String row(int stored, int flags, boolean near) throws Unreadable {
    boolean fixed = (flags & NEAR_ROW) == 0;
    int row = near && !fixed ? stored + here().row() & Limits.ROWS - 1 : stored;
    if (row < 0 || row >= Limits.ROWS) {
      throw new Unreadable();
    }
    return (fixed ? "$" : "") + (row + 1);
  }

  private Position here() throws Unreadable {
    if (at == null) {
      throw new Unreadable();
    }
    return at;
  }

  private String number() throws Unreadable {
    BigDecimal number = StoredNumber.of(tokens.getDouble());
    if (number == null) {
      throw new Unreadable();
    }
    return number.toString();
  }

  private String characters() {
    int count = u16();
    if (2 * count > tokens.remaining()) {
      throw new BufferUnderflowException();
    }
    return Characters.read(tokens, count);
  }

  private StringBuilder before(String sign, StringBuilder operand) throws Unreadable {
    spend(operand.length());
    return operand.insert(0, sign);
  }

  /** Ends what nobody typed before it takes long. */
  private void spend(int characters) throws Unreadable {
    copied += characters;
    if (copied > MOST_COPIED) {
      throw new Unreadable();
    }
  }

  private void push(String operand) throws Unreadable {
    spend(operand.length());
    operands.push(new StringBuilder(operand));
  }

  private StringBuilder pop() throws Unreadable {
    if (operands.isEmpty()) {
      throw new Unreadable();
    }
    return operands.pop();
  }

  private void skip(int count) {
    if (count > tokens.remaining()) {
      throw new BufferUnderflowException();
    }
    tokens.position(tokens.position() + count);
  }

  private int u8() {
    return Byte.toUnsignedInt(tokens.get());
  }

  private int u16() {
    return Short.toUnsignedInt(tokens.getShort());
  }
}
