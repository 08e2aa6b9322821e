package dev.rollup.read.xlsx;

import dev.rollup.model.Cell;
import dev.rollup.model.Position;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.A1Formula;
import dev.rollup.read.sheet.StoredNumber;
import dev.rollup.read.workbook.RichText;
import dev.rollup.read.workbook.Worksheet;
import dev.rollup.read.xml.EscapedText;
import dev.rollup.read.xml.XmlCursor;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the cells of one sheet hold, and what is the matter with it (CT_Cell, 18.3.1.4). */
final class CellReader {

  /** The day that a mere time of day belongs to: day 0 of the 1900 system. */
  private static final LocalDate NO_DAY = LocalDate.of(1899, 12, 31);

  private final XmlCursor xml;
  private final Worksheet sheet;

  /** The formulas of this sheet that several cells share, by their number. */
  private final Map<String, FilledDown> filledDown = new HashMap<>();

  private record FilledDown(String formula, Position at) {}

  CellReader(XmlCursor xml, Worksheet sheet) {
    this.xml = xml;
    this.sheet = sheet;
  }

  /**
   * Uses up a cell.
   *
   * @param type the kind of its value
   * @param style the number of its style; null for the first
   */
  void read(Position at, String type, @Nullable String style) throws Refusal {
    String value = null;
    RichText inline = null;
    String formula = null;
    while (xml.toChild()) {
      boolean second =
          switch (xml.name()) {
            case "v" -> value != null;
            case "f" -> formula != null;
            case "is" -> inline != null;
            default -> false;
          };
      if (second) {
        // Nobody can tell which of the two is shown.
        throw sheet.damaged(at);
      }
      switch (xml.name()) {
        case "v" -> value = xml.text();
        case "f" -> formula = formula(at);
        case "is" -> inline = StringItem.read(xml);
        default -> xml.skip();
      }
    }
    if (value == null && inline == null && formula == null) {
      return;
    }
    RichText shared = type.equals("s") && value != null ? shared(at, value) : null;
    if (inline != null && value != null && !value.isBlank()) {
      String other = shared == null ? EscapedText.decode(value) : shared.plain().value();
      if (!sameValue(other, inline.plain().value())) {
        throw sheet.damaged(at);
      }
    }
    RichText text = shared == null ? inline : shared;
    int index = index(style);
    if (text != null) {
      sheet.put(at, index, text, formula);
    } else {
      sheet.put(at, index, cell(at, type, index, value), formula);
    }
  }

  /**
   * Returns the formula of a cell. One that was filled down is told once, at the first cell, and
   * the others name it (ECMA-376 part 1, 18.3.1.40).
   */
  private String formula(Position at) throws Refusal {
    String group = "shared".equals(xml.attribute("t")) ? xml.attribute("si") : null;
    String own = xml.text();
    if (group == null) {
      return own;
    }
    if (!own.isBlank()) {
      filledDown.put(group, new FilledDown(own, at));
      return own;
    }
    FilledDown first = filledDown.get(group);
    return first == null
        ? own
        : A1Formula.moved(
            first.formula(), at.row() - first.at().row(), at.column() - first.at().column());
  }

  /** Tells whether two texts, as {@code 1.} and {@code 1.0}, leave no choice between values. */
  private static boolean sameValue(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    BigDecimal first = StoredNumber.parse(one);
    BigDecimal second = StoredNumber.parse(other);
    return first != null && second != null && first.compareTo(second) == 0;
  }

  private static int index(@Nullable String style) {
    try {
      return style == null ? 0 : Integer.parseInt(style);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private Cell cell(Position at, String type, int style, @Nullable String value) throws Refusal {
    if (value == null) {
      return Cell.EMPTY;
    }
    return switch (type) {
      case "str", "inlineStr" -> new Cell.Text(EscapedText.decode(value));
      case "s" -> Cell.EMPTY;
      case "n" -> value.isBlank() ? Cell.EMPTY : number(at, style, value);
      case "b" -> value.isBlank() ? Cell.EMPTY : bool(value);
      case "d" -> value.isBlank() ? Cell.EMPTY : isoDate(value.strip());
      case "e" -> value.isBlank() ? Cell.EMPTY : new Cell.ErrorValue(value);
      default -> throw sheet.damaged(at);
    };
  }

  /** Returns the text that a cell refers to; null where it refers to none. */
  private @Nullable RichText shared(Position at, String value) throws Refusal {
    if (value.isBlank()) {
      return null;
    }
    try {
      return sheet.shared(at, Integer.parseInt(value.strip()));
    } catch (NumberFormatException e) {
      throw sheet.damaged(at);
    }
  }

  private Cell number(Position at, int index, String value) throws Refusal {
    BigDecimal number = StoredNumber.parse(value);
    if (number == null) {
      // Not as text: a text of digits would be counted.
      return new Cell.ErrorValue(value);
    }
    return sheet.number(at, index, number);
  }

  private static Cell bool(String value) {
    return switch (value.strip()) {
      case "1", "true", "TRUE" -> new Cell.Bool(true);
      case "0", "false", "FALSE" -> new Cell.Bool(false);
      default -> new Cell.ErrorValue(value);
    };
  }

  /** Reads a day, a time of day or both, as ISO 8601 writes them. */
  private static Cell isoDate(String value) {
    String local = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
    int mark = local.indexOf('T');
    try {
      LocalDate day = mark == 0 || local.indexOf(':') == 2 ? NO_DAY : day(local, mark);
      boolean noTime = mark < 0 && local.indexOf(':') < 0;
      LocalTime time = noTime ? LocalTime.MIDNIGHT : LocalTime.parse(local.substring(mark + 1));
      return new Cell.Date(day.atTime(time));
    } catch (DateTimeException e) {
      return new Cell.ErrorValue(value);
    }
  }

  private static LocalDate day(String local, int mark) {
    return LocalDate.parse(mark < 0 ? local : local.substring(0, mark));
  }
}
