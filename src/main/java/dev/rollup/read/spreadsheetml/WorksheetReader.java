package dev.rollup.read.spreadsheetml;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.A1Formula;
import dev.rollup.read.sheet.CellFill;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.CellReference;
import dev.rollup.read.sheet.CellStyle;
import dev.rollup.read.sheet.ColorNames;
import dev.rollup.read.sheet.Comment;
import dev.rollup.read.sheet.ConditionalFormats;
import dev.rollup.read.sheet.ConditionalFormats.Rule;
import dev.rollup.read.sheet.Differential;
import dev.rollup.read.sheet.HeaderFooter;
import dev.rollup.read.sheet.NamedCells;
import dev.rollup.read.sheet.SheetColor;
import dev.rollup.read.sheet.SheetSizes;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one sheet of XML Spreadsheet 2003, part by part as they come. */
final class WorksheetReader implements NamedCells {

  private static final Pattern CSS =
      Pattern.compile("(?:^|;)\\s*(color|background|text-line-through)\\s*:\\s*([^;]+)");

  private static final Pattern RANGE =
      Pattern.compile("R([0-9]{1,7})C([0-9]{1,5})(?::R([0-9]{1,7})C([0-9]{1,5}))?");

  private static final Map<String, String> OPERATORS =
      Map.of(
          "Equal", "equal",
          "NotEqual", "notEqual",
          "Greater", "greaterThan",
          "GreaterOrEqual", "greaterThanOrEqual",
          "Less", "lessThan",
          "LessOrEqual", "lessThanOrEqual",
          "Between", "between",
          "NotBetween", "notBetween");

  private static final Area EVERYWHERE =
      new Area(new Position(0, 0), new Position(Limits.ROWS - 1, Limits.COLUMNS - 1));

  private final XmlCursor xml;
  private final StyleList styles;
  private final String name;
  private final int mostCells;
  private final Grid.Builder grid;
  private final List<Note> notes = new ArrayList<>();
  private final Map<Position, Area> merged = new HashMap<>();
  private final Map<Integer, String> columnStyles = new HashMap<>();
  private final List<ConditionalFormats.Styled> filled = new ArrayList<>();
  private final ConditionalFormats conditional = new ConditionalFormats();
  private @Nullable String tableStyle;
  private boolean hidden;
  private boolean read;

  /** A reader of the sheet that the cursor is in. */
  WorksheetReader(XmlCursor xml, StyleList styles, String name, int mostCells) {
    this.xml = xml;
    this.styles = styles;
    this.name = name;
    this.mostCells = mostCells;
    this.grid = Grid.builder(name);
  }

  String name() {
    return name;
  }

  int cells() {
    return grid.size();
  }

  /** Returns what stands beside the cells; nothing where nobody sees the sheet. */
  List<Note> notes() {
    return hidden ? List.of() : notes;
  }

  Grid grid() {
    return grid.build();
  }

  @Override
  public void name(String defined, long first, long last) {
    if (NamedCells.isOne(first, last, merged)) {
      grid.name(defined, CellReference.position(first));
    }
  }

  /** Marks what was read with what stands behind it. */
  void finish() throws Refusal {
    conditional.apply(filled, styles.table(), grid::mark);
  }

  void readTable() throws Refusal {
    if (read) {
      throw damaged();
    }
    read = true;
    tableStyle = xml.attribute(Namespaces.SPREADSHEET, "StyleID");
    int row = 0;
    int column = 0;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "Column" -> column = readColumn(column);
        case "Row" -> row = readRow(row);
        default -> xml.skip();
      }
    }
  }

  void readOptions() throws Refusal {
    while (xml.toChild()) {
      switch (xml.name()) {
        case "Visible" -> {
          hidden = !xml.text().strip().equals("SheetVisible");
          grid.hidden(hidden);
        }
        case "PageSetup" -> readMargins();
        default -> xml.skip();
      }
    }
  }

  private void readMargins() throws Refusal {
    while (xml.toChild()) {
      String codes = xml.attribute(Namespaces.EXCEL, "Data");
      boolean margin = xml.name().equals("Header") || xml.name().equals("Footer");
      if (margin && codes != null) {
        note(Note.Kind.PAGE_MARGIN, null, HeaderFooter.plain(codes));
      }
      xml.skip();
    }
  }

  void readConditional() throws Refusal {
    List<Area> ranges = List.of(EVERYWHERE);
    var rules = new ArrayList<Rule>();
    while (xml.toChild()) {
      switch (xml.name()) {
        case "Range" -> ranges = areas(xml.text());
        case "Condition" -> rules.add(readCondition());
        default -> xml.skip();
      }
      Limits.checkListed(rules.size() + ranges.size());
    }
    for (var rule : rules) {
      conditional.add(
          new Rule(ranges, rule.type(), rule.operator(), rule.operands(), -1, rule.own(), false));
    }
  }

  private Rule readCondition() throws Refusal {
    String operator = null;
    Differential look = null;
    var operands = new ArrayList<String>();
    while (xml.toChild()) {
      switch (xml.name()) {
        case "Qualifier" -> operator = OPERATORS.get(xml.text().strip());
        case "Value1", "Value2" -> operands.add(xml.text().strip());
        case "Format" -> {
          // Excel gives this attribute no namespace.
          String css = xml.attribute("Style");
          look = css == null ? null : look(css);
          xml.skip();
        }
        default -> xml.skip();
      }
      Limits.checkListed(operands.size());
    }
    String type = operator == null ? "expression" : "cellIs";
    return new Rule(List.of(), type, operator, operands, -1, look, false);
  }

  private static Differential look(String css) {
    boolean struck = false;
    SheetColor front = null;
    SheetColor back = null;
    var parts = CSS.matcher(css);
    while (parts.find()) {
      String value = parts.group(2).strip();
      switch (parts.group(1)) {
        case "color" -> front = ColorNames.of(value);
        case "background" -> back = ColorNames.of(value.replaceFirst("\\s.*", ""));
        default -> struck = !value.equals("none");
      }
    }
    return new Differential(
        null,
        struck || front != null ? new CellFont(struck, false, false, false, front) : null,
        back == null ? null : CellFill.even(back));
  }

  /** Returns the cells of a list of ranges; all cells where any of them is not understood. */
  private static List<Area> areas(String ranges) throws Refusal {
    var areas = new ArrayList<Area>();
    for (String range : ranges.strip().split(",", -1)) {
      var found = RANGE.matcher(range.strip());
      boolean one = found.matches() && found.group(3) == null;
      Position first = found.matches() ? position(found.group(1), found.group(2)) : null;
      Position last = first == null || one ? first : position(found.group(3), found.group(4));
      if (first == null || last == null) {
        return List.of(EVERYWHERE);
      }
      areas.add(
          new Area(
              new Position(
                  Math.min(first.row(), last.row()), Math.min(first.column(), last.column())),
              new Position(
                  Math.max(first.row(), last.row()), Math.max(first.column(), last.column()))));
      Limits.checkListed(areas.size());
    }
    return areas;
  }

  /** Returns a cell by its numbers, from 1; null where there is no such cell. */
  private static @Nullable Position position(String row, String column) {
    int rowNumber = Integer.parseInt(row);
    int columnNumber = Integer.parseInt(column);
    boolean there =
        rowNumber >= 1
            && rowNumber <= Limits.ROWS
            && columnNumber >= 1
            && columnNumber <= Limits.COLUMNS;
    return there ? new Position(rowNumber - 1, columnNumber - 1) : null;
  }

  /** Returns the column behind those that the element is about. */
  private int readColumn(int expected) throws Refusal {
    int column = index(expected, Limits.COLUMNS);
    int last = Math.min(Limits.COLUMNS - 1, column + number("Span", 0));
    Double width = decimal("Width");
    boolean unseen =
        XmlCursor.isTrue(xml.attribute(Namespaces.SPREADSHEET, "Hidden"))
            || SheetSizes.hidesColumn(width == null ? null : SheetSizes.digits(width));
    String style = xml.attribute(Namespaces.SPREADSHEET, "StyleID");
    if (column <= last && unseen) {
      grid.hideColumns(column, last);
    }
    for (int at = column; style != null && at <= last; at++) {
      columnStyles.put(at, style);
    }
    xml.skip();
    return last + 1;
  }

  /** Returns the row behind those that the element is about. */
  private int readRow(int expected) throws Refusal {
    int row = index(expected, Limits.ROWS);
    int last = Math.min(Limits.ROWS - 1, row + number("Span", 0));
    if (row >= Limits.ROWS) {
      throw Refusal.of(TOO_LARGE);
    }
    boolean unseen =
        XmlCursor.isTrue(xml.attribute(Namespaces.SPREADSHEET, "Hidden"))
            || SheetSizes.hidesRow(decimal("Height"));
    if (unseen) {
      grid.hideRows(row, last);
    }
    String rowStyle = xml.attribute(Namespaces.SPREADSHEET, "StyleID");
    int column = 0;
    while (xml.toChild()) {
      if (xml.name().equals("Cell")) {
        column = readCell(row, column, rowStyle);
      } else {
        xml.skip();
      }
    }
    return last + 1;
  }

  /** Returns the column behind the cell. */
  private int readCell(int row, int expected, @Nullable String rowStyle) throws Refusal {
    int column = index(expected, Limits.COLUMNS);
    if (column >= Limits.COLUMNS || grid.size() >= mostCells) {
      throw Refusal.of(TOO_LARGE);
    }
    var at = new Position(row, column);
    String formula = xml.attribute(Namespaces.SPREADSHEET, "Formula");
    int across = number("MergeAcross", 0);
    int down = number("MergeDown", 0);
    CellStyle style = styles.of(style(column, rowStyle));
    Cell cell = Cell.EMPTY;
    Set<Mark> marks = Set.of();
    boolean held = false;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "Data" -> {
          if (held) {
            // Nobody can tell which of the two is shown.
            throw Refusal.at(name, at, DAMAGED_FILE);
          }
          held = true;
          var data = CellData.read(xml, styles, style);
          cell = data.cell();
          marks = data.marks();
        }
        case "Comment" -> readComment(at);
        default -> xml.skip();
      }
    }
    if (formula != null) {
      // The result of a formula may be a text without a letter, which is there all the same.
      Cell result = held && cell instanceof Cell.Empty ? new Cell.Text("") : cell;
      cell = new Cell.Formula(A1Formula.ofR1C1(formula, at), result);
    }
    if (!(cell instanceof Cell.Empty)) {
      grid.put(row, column, cell);
      filled.add(new ConditionalFormats.Styled(at, cell, styles.table().number(style)));
      marks.forEach(mark -> grid.mark(at, mark));
    }
    if (across > 0 || down > 0) {
      merge(at, down, across);
    }
    return column + across + 1;
  }

  private @Nullable String style(int column, @Nullable String rowStyle) {
    String own = xml.attribute(Namespaces.SPREADSHEET, "StyleID");
    String nearest = own != null ? own : rowStyle != null ? rowStyle : columnStyles.get(column);
    return nearest != null ? nearest : tableStyle;
  }

  private void merge(Position at, int down, int across) throws Refusal {
    var last =
        new Position(
            Math.min(Limits.ROWS - 1, at.row() + down),
            Math.min(Limits.COLUMNS - 1, at.column() + across));
    var area = new Area(at, last);
    merged.put(at, area);
    Limits.checkListed(merged.size());
    grid.merge(area);
  }

  private void readComment(Position at) throws Refusal {
    String said = xml.attribute(Namespaces.SPREADSHEET, "Author");
    String author = said == null ? "" : said;
    while (xml.toChild()) {
      note(Note.Kind.COMMENT, at, Comment.withoutAuthor(xml.allText().strip(), author));
    }
  }

  private void note(Note.Kind kind, @Nullable Position at, String text) throws Refusal {
    if (!text.isBlank()) {
      notes.add(new Note(kind, name, at, text.strip()));
      Limits.checkListed(notes.size());
    }
  }

  /** Returns where the element is, from 0: where it says, or right behind the one before it. */
  private int index(int expected, int most) throws Refusal {
    int index = number("Index", expected + 1) - 1;
    if (index < expected || index > most) {
      throw index > most ? Refusal.of(TOO_LARGE) : damaged();
    }
    return index;
  }

  private int number(String attribute, int otherwise) throws Refusal {
    String value = xml.attribute(Namespaces.SPREADSHEET, attribute);
    if (value == null) {
      return otherwise;
    }
    int number = XmlCursor.whole(value);
    if (number < 0) {
      throw damaged();
    }
    return number;
  }

  private @Nullable Double decimal(String attribute) {
    String value = xml.attribute(Namespaces.SPREADSHEET, attribute);
    try {
      return value == null ? null : Double.valueOf(value);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private Refusal damaged() {
    return Refusal.at(name, null, DAMAGED_FILE);
  }
}
