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
import dev.rollup.read.sheet.CellFill;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.CellReference;
import dev.rollup.read.sheet.CellStyle;
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

  /** Columns are measured in digits of seven pixels. */
  private static final double POINTS_OF_DIGIT = 5.25;

  private static final Pattern CSS =
      Pattern.compile("(?:^|;)\\s*(color|background|text-line-through)\\s*:\\s*([^;]+)");

  private static final Pattern RANGE =
      Pattern.compile("R([0-9]{1,7})C([0-9]{1,5})(?::R([0-9]{1,7})C([0-9]{1,5}))?");

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
  private final List<Position> filled = new ArrayList<>();
  private final List<Area> restyled = new ArrayList<>();
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
    Position from = CellReference.position(first);
    Area area = merged.get(from);
    if (first == last || area != null && area.last().equals(CellReference.position(last))) {
      grid.name(defined, from);
    }
  }

  /** Returns {@code $E$5} for row 5 and column 5, its signs escaped for a replacement. */
  static String absolute(String row, String column) {
    int number = Integer.parseInt(column);
    return number < 1 || number > Limits.COLUMNS
        ? ""
        : "\\$" + Position.columnLetters(number - 1) + "\\$" + row;
  }

  /** Marks what was read with what stands behind it. */
  void finish() {
    for (var at : filled) {
      if (restyled.stream().anyMatch(area -> area.contains(at))) {
        grid.mark(at, Mark.RESTYLED);
      }
    }
  }

  void readTable() throws Refusal {
    if (read) {
      throw damaged();
    }
    read = true;
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
          hidden = xml.text().startsWith("SheetHidden") || hidden;
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

  /** What a rule does to cells counts as if it always applied. */
  void readConditional() throws Refusal {
    String range = null;
    boolean changes = false;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "Range" -> range = xml.text();
        case "Condition" -> changes |= readCondition();
        default -> xml.skip();
      }
    }
    if (changes) {
      restyled.addAll(areas(range));
      Limits.checkListed(restyled.size());
    }
  }

  private boolean readCondition() throws Refusal {
    boolean changes = false;
    while (xml.toChild()) {
      // Excel gives this attribute no namespace.
      String style = xml.attribute("Style");
      changes |= xml.name().equals("Format") && style != null && changesWhatIsSeen(style);
      xml.skip();
    }
    return changes;
  }

  private boolean changesWhatIsSeen(String css) throws Refusal {
    boolean struck = false;
    SheetColor front = null;
    SheetColor back = null;
    var parts = CSS.matcher(css);
    while (parts.find()) {
      String value = parts.group(2).strip();
      switch (parts.group(1)) {
        case "color" -> front = StyleList.color(value);
        case "background" -> back = StyleList.color(value.replaceFirst("\\s.*", ""));
        default -> struck = !value.equals("none");
      }
    }
    var font = new CellFont(struck, false, false, false, front);
    return !styles.marks(font, back == null ? CellFill.NONE : CellFill.even(back)).isEmpty();
  }

  /** Returns the cells of a list of ranges; all cells where any of them is not understood. */
  private static List<Area> areas(@Nullable String ranges) {
    var areas = new ArrayList<Area>();
    for (String range : ranges == null ? new String[] {""} : ranges.strip().split(",")) {
      var found = RANGE.matcher(range.strip());
      if (!found.matches()) {
        return List.of(EVERYWHERE);
      }
      int row = Integer.parseInt(found.group(1)) - 1;
      int column = Integer.parseInt(found.group(2)) - 1;
      boolean one = found.group(3) == null;
      int lastRow = one ? row : Integer.parseInt(found.group(3)) - 1;
      int lastColumn = one ? column : Integer.parseInt(found.group(4)) - 1;
      areas.add(
          new Area(
              new Position(Math.min(row, lastRow), Math.min(column, lastColumn)),
              new Position(Math.max(row, lastRow), Math.max(column, lastColumn))));
    }
    return areas;
  }

  /** Returns the column behind those that the element is about. */
  private int readColumn(int expected) throws Refusal {
    int column = index(expected, Limits.COLUMNS);
    int last = Math.min(Limits.COLUMNS - 1, column + number("Span", 0));
    Double width = decimal("Width");
    boolean unseen =
        XmlCursor.isTrue(xml.attribute(Namespaces.SPREADSHEET, "Hidden"))
            || SheetSizes.hidesColumn(width == null ? null : width / POINTS_OF_DIGIT);
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
    for (int at = row; unseen && at <= last; at++) {
      grid.hideRow(at);
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
      cell = new Cell.Formula(formula.startsWith("=") ? formula.substring(1) : formula, cell);
    }
    if (!(cell instanceof Cell.Empty)) {
      grid.put(row, column, cell);
      filled.add(at);
      marks.forEach(mark -> grid.mark(at, mark));
    }
    if (across > 0 || down > 0) {
      merge(at, down, across);
    }
    return column + across + 1;
  }

  private @Nullable String style(int column, @Nullable String rowStyle) {
    String own = xml.attribute(Namespaces.SPREADSHEET, "StyleID");
    return own != null ? own : rowStyle != null ? rowStyle : columnStyles.get(column);
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
    String author = xml.attribute(Namespaces.SPREADSHEET, "Author");
    while (xml.toChild()) {
      String text = xml.allText().strip();
      boolean named =
          author != null
              && !author.isBlank()
              && text.length() > author.length()
              && text.startsWith(author)
              && ":：".indexOf(text.charAt(author.length())) >= 0;
      note(Note.Kind.COMMENT, at, named ? text.substring(author.length() + 1) : text);
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
    if (!value.matches("[0-9]{1,8}")) {
      throw damaged();
    }
    return Integer.parseInt(value);
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
