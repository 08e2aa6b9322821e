package dev.rollup.read;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;

/** Reads one worksheet part. */
final class SheetReader implements NamedCells {

  /** The day that a mere time of day belongs to: day 0 of the 1900 system. */
  private static final LocalDate NO_DAY = LocalDate.of(1899, 12, 31);

  private final Workbook.Sheet sheet;
  private final boolean since1904;
  private final Styles styles;
  private final SharedStrings strings;
  private final int mostCells;
  private final Grid.Builder grid;

  /** The merged ranges: first cell to last cell. */
  private final Map<Long, Long> merged = new HashMap<>();

  private XmlCursor xml;

  /**
   * Makes a reader for one sheet.
   *
   * @param mostCells how many cells the file may still hold
   */
  SheetReader(
      Workbook.Sheet sheet,
      boolean since1904,
      Styles styles,
      SharedStrings strings,
      int mostCells) {
    this.sheet = sheet;
    this.since1904 = since1904;
    this.styles = styles;
    this.strings = strings;
    this.mostCells = mostCells;
    this.grid = Grid.builder(sheet.name()).hidden(sheet.hidden());
  }

  /** Reads the part, once. */
  void read(byte[] part) throws Refusal {
    xml = XmlCursor.open(part, SpreadsheetXml.NAMESPACES);
    if (!SpreadsheetXml.isRoot(xml, "worksheet")) {
      throw damaged(null);
    }
    while (xml.toChild()) {
      switch (xml.name()) {
        case "cols" -> readColumns();
        case "sheetData" -> readRows();
        case "mergeCells" -> readMerged();
        default -> xml.skip();
      }
    }
  }

  /** Returns how many cells were found. */
  int cells() {
    return grid.size();
  }

  @Override
  public void name(String name, long first, long last) {
    if (first == last || merged.getOrDefault(first, CellReference.NONE) == last) {
      grid.name(name, CellReference.position(first));
    }
  }

  /** Returns the finished grid. */
  Grid grid() throws Refusal {
    int put = grid.size();
    var built = grid.build();
    if (built.cells().size() != put) {
      // Two cells at one place: nobody can tell which of them the unit meant.
      throw damaged(null);
    }
    return built;
  }

  private void readColumns() throws Refusal {
    while (xml.toChild()) {
      if (xml.flag("hidden")) {
        int first = column(xml.attribute("min"));
        int last = column(xml.attribute("max"));
        if (first > last) {
          throw damaged(null);
        }
        grid.hideColumns(first, last);
      }
      xml.skip();
    }
  }

  private int column(String number) throws Refusal {
    int column = number == null ? -1 : CellReference.number(number, Limits.COLUMNS);
    if (column < 0) {
      throw damaged(null);
    }
    return column - 1;
  }

  private void readMerged() throws Refusal {
    while (xml.toChild()) {
      String range = xml.attribute("ref");
      int colon = range == null ? -1 : range.indexOf(':');
      if (colon > 0) {
        merged.put(
            CellReference.parse(range, 0, colon, false),
            CellReference.parse(range, colon + 1, range.length(), false));
        Limits.checkListed(merged.size());
      }
      xml.skip();
    }
  }

  private void readRows() throws Refusal {
    int row = -1;
    while (xml.toChild()) {
      if (xml.name().equals("row")) {
        row = readRow(row + 1);
      } else {
        xml.skip();
      }
    }
  }

  /** Returns the row's index, which is the expected one where the row does not say. */
  private int readRow(int expected) throws Refusal {
    int row = expected;
    boolean hidden = false;
    for (int i = 0; i < xml.attributeCount(); i++) {
      switch (xml.attributeName(i)) {
        case "r" -> row = CellReference.number(xml.attributeValue(i), Limits.ROWS) - 1;
        case "hidden" -> hidden = XmlCursor.isTrue(xml.attributeValue(i));
        default -> {}
      }
    }
    if (row < 0 || row >= Limits.ROWS) {
      throw damaged(null);
    }
    if (hidden) {
      grid.hideRow(row);
    }
    int column = -1;
    while (xml.toChild()) {
      if (xml.name().equals("c")) {
        column = readCell(row, column + 1);
      } else {
        xml.skip();
      }
    }
    return row;
  }

  /** Returns the cell's column, which is the expected one where the cell does not say. */
  private int readCell(int row, int expected) throws Refusal {
    int column = expected;
    String type = "n";
    String style = null;
    for (int i = 0; i < xml.attributeCount(); i++) {
      switch (xml.attributeName(i)) {
        case "r" -> {
          long place = CellReference.parse(xml.attributeValue(i));
          if (place == CellReference.NONE || CellReference.row(place) != row) {
            throw Refusal.at(sheet.name(), xml.attributeValue(i), DAMAGED_FILE);
          }
          column = CellReference.column(place);
        }
        case "s" -> style = xml.attributeValue(i);
        case "t" -> type = xml.attributeValue(i);
        default -> {}
      }
    }
    if (column >= Limits.COLUMNS) {
      throw damaged(null);
    }
    String value = null;
    String inline = null;
    String expression = null;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "v" -> value = xml.text();
        case "f" -> expression = xml.text();
        case "is" -> inline = SpreadsheetXml.stringItem(xml);
        default -> xml.skip();
      }
    }
    var at = new Position(row, column);
    Cell cell =
        inline != null && (value == null || type.equals("inlineStr"))
            ? new Cell.Text(inline)
            : cell(at, type, style, value);
    grid.put(row, column, expression == null ? cell : new Cell.Formula(expression, cell));
    if (grid.size() > mostCells) {
      throw Refusal.of(TOO_LARGE);
    }
    return column;
  }

  private Cell cell(Position at, String type, String style, String value) throws Refusal {
    if (value == null) {
      return Cell.EMPTY;
    }
    return switch (type) {
      case "str", "inlineStr" -> new Cell.Text(EscapedText.decode(value));
      case "s" -> value.isBlank() ? Cell.EMPTY : shared(at, value);
      case "n" -> value.isBlank() ? Cell.EMPTY : number(at, style, value);
      case "b" -> value.isBlank() ? Cell.EMPTY : bool(value);
      case "d" -> value.isBlank() ? Cell.EMPTY : isoDate(value.strip());
      case "e" -> value.isBlank() ? Cell.EMPTY : new Cell.ErrorValue(value);
      default -> throw damaged(at);
    };
  }

  private Cell shared(Position at, String value) throws Refusal {
    Cell text;
    try {
      text = strings.get(Integer.parseInt(value.strip()));
    } catch (NumberFormatException e) {
      throw damaged(at);
    }
    if (text == null) {
      throw damaged(at);
    }
    return text;
  }

  private Cell number(Position at, String style, String value) throws Refusal {
    BigDecimal number = StoredNumber.parse(value);
    if (number == null) {
      // Not as text: a text of digits would be counted.
      return new Cell.ErrorValue(value);
    }
    NumberFormat format;
    try {
      format = styles.format(style == null ? 0 : Integer.parseInt(style));
    } catch (NumberFormatException e) {
      throw damaged(at);
    }
    if (format == null) {
      throw damaged(at);
    }
    return format.cell(number, since1904);
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

  private Refusal damaged(Position at) {
    return Refusal.at(sheet.name(), at == null ? null : at.a1(), DAMAGED_FILE);
  }
}
