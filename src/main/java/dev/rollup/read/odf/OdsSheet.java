package dev.rollup.read.odf;

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
import dev.rollup.read.odf.DataStyles.DataStyle;
import dev.rollup.read.sheet.A1Formula;
import dev.rollup.read.sheet.CellReference;
import dev.rollup.read.sheet.ConditionalFormats;
import dev.rollup.read.sheet.Coverage;
import dev.rollup.read.sheet.DefinedName;
import dev.rollup.read.sheet.NamedCells;
import dev.rollup.read.sheet.SeenNumber;
import dev.rollup.read.sheet.SheetSizes;
import dev.rollup.read.sheet.StoredNumber;
import dev.rollup.read.xml.XmlCursor;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one table of a spreadsheet (OpenDocument 1.3 part 3, 9.1). */
final class OdsSheet implements NamedCells {

  private static final LocalDateTime NO_DAY = LocalDate.of(1899, 12, 30).atStartOfDay();

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private static final Pattern ERROR = Pattern.compile("#[A-Z/0]{2,8}[!?]?|Err:[0-9]{3}");

  private final XmlCursor xml;
  private final Styles styles;
  private final CellLooks looks;
  private final String name;
  private final int mostCells;
  private final Grid.Builder grid;
  private final boolean hidden;
  private final List<Note> notes = new ArrayList<>();
  private final List<DefinedName> names = new ArrayList<>();
  private final Map<Position, Area> merged = new HashMap<>();
  private final List<ConditionalFormats.Styled> filled = new ArrayList<>();
  private final List<String> columnStyles = new ArrayList<>();
  private final OdsShapes shapes = new OdsShapes();
  private final OdsConditions conditions;

  /** How wide columns are, and how high rows: only what lies over the cells asks for it. */
  private final List<Stretch> widths = new ArrayList<>();

  private final List<Stretch> heights = new ArrayList<>();
  private final @Nullable String page;

  private int columns;
  private int rows;

  /** Columns or rows, the last one included, that are all of a size, in digits or points. */
  private record Stretch(int first, int last, double size) {}

  /** Makes a reader; the cursor is on the table. */
  OdsSheet(XmlCursor xml, Styles styles, CellLooks looks, String name, int mostCells) {
    this.xml = xml;
    this.styles = styles;
    this.looks = looks;
    this.conditions = new OdsConditions(looks);
    this.page = styles.page("table", xml.attribute(Odf.TABLE, "style-name"));
    this.name = name;
    this.mostCells = mostCells;
    this.hidden = styles.sheetHidden(xml.attribute(Odf.TABLE, "style-name"));
    this.grid = Grid.builder(name).hidden(hidden);
  }

  /**
   * Reads the table and uses it up.
   *
   * @param zerosHidden whether zeros are not shown
   */
  void read(boolean zerosHidden) throws Refusal {
    readContent(/* unseen= */ false);
    if (zerosHidden) {
      filled.stream()
          .filter(each -> isZero(each.cell()))
          .forEach(each -> grid.mark(each.at(), Mark.RESTYLED));
    }
    conditions.all().apply(filled, looks.table(), grid::mark);
    if (!shapes.isEmpty()) {
      drawOver();
    }
  }

  private void drawOver() throws Refusal {
    int lastRow = filled.stream().mapToInt(each -> each.at().row()).max().orElse(0);
    int lastColumn = filled.stream().mapToInt(each -> each.at().column()).max().orElse(0);
    SheetSizes sizes = sizes(lastRow);
    var used = new Area(new Position(0, 0), new Position(lastRow, lastColumn));
    var coverage = new Coverage(sizes, List.copyOf(merged.values()), used);
    for (var object : shapes.drawn(sizes)) {
      for (var at : coverage.of(object.box())) {
        grid.mark(at, Mark.DRAWN_OVER);
      }
      var corner =
          new Position(sizes.rowAt(object.box().top()), sizes.columnAt(object.box().left()));
      note(Note.Kind.BOX, corner, object.text());
    }
  }

  private static boolean isZero(Cell cell) {
    Cell shown = cell instanceof Cell.Formula formula ? formula.cached() : cell;
    return shown instanceof Cell.Number number && number.value().signum() == 0;
  }

  private SheetSizes sizes(int lastRow) {
    var sizes = new SheetSizes();
    widths.forEach(each -> sizes.setWidth(each.first(), each.last(), each.size()));
    for (var each : heights) {
      for (int row = each.first(); row <= Math.min(each.last(), lastRow); row++) {
        sizes.setHeight(row, each.size());
      }
    }
    return sizes;
  }

  String name() {
    return name;
  }

  /** Returns the name of the page that it is printed on; null for the usual one. */
  @Nullable String page() {
    return page;
  }

  boolean hidden() {
    return hidden;
  }

  int cells() {
    return grid.size();
  }

  /** Returns what stands beside the cells; nothing where nobody sees the sheet. */
  List<Note> notes() {
    return hidden ? List.of() : notes;
  }

  /** Returns the names that are defined for this sheet alone. */
  List<DefinedName> names() {
    return names;
  }

  @Override
  public void name(String defined, long first, long last) {
    if (NamedCells.isOne(first, last, merged)) {
      grid.name(defined, CellReference.position(first));
    }
  }

  Grid grid() {
    return grid.build();
  }

  private void readContent(boolean unseen) throws Refusal {
    while (xml.toChild()) {
      switch (xml.name()) {
        case "table-columns", "table-header-columns", "table-rows", "table-header-rows" ->
            readContent(unseen);
        case "table-column-group", "table-row-group" ->
            readContent(unseen || "false".equals(xml.attribute(Odf.TABLE, "display")));
        case "table-column" -> readColumn(unseen);
        case "table-row" -> readRow(unseen);
        case "shapes" -> {
          while (xml.toChild()) {
            shapes.read(xml, null);
          }
        }
        case "named-expressions" -> OdsNames.read(xml, 0, names);
        case "conditional-formats" -> conditions.read(xml);
        default -> xml.skip();
      }
    }
  }

  private void readColumn(boolean unseen) throws Refusal {
    int count = repeated("number-columns-repeated");
    String style = xml.attribute(Odf.TABLE, "style-name");
    String cellStyle = xml.attribute(Odf.TABLE, "default-cell-style-name");
    int end = Math.min(Limits.COLUMNS, columns + count);
    Double width = styles.width(style);
    boolean hides = unseen || isCollapsed() || SheetSizes.hidesColumn(width);
    if (columns < end && hides) {
      grid.hideColumns(columns, end - 1);
    }
    if (columns < end && (hides || width != null)) {
      widths.add(new Stretch(columns, end - 1, hides || width == null ? 0 : width));
      Limits.checkListed(widths.size());
    }
    for (; columns < end; columns++) {
      columnStyles.add(cellStyle == null ? "" : cellStyle);
    }
    xml.skip();
  }

  private void readRow(boolean unseen) throws Refusal {
    int count = repeated("number-rows-repeated");
    String rowStyle = xml.attribute(Odf.TABLE, "style-name");
    String cellStyle = xml.attribute(Odf.TABLE, "default-cell-style-name");
    int end = (int) Math.min(Limits.ROWS, (long) rows + count);
    Double height = styles.height(rowStyle);
    boolean hidesRows = unseen || isCollapsed() || SheetSizes.hidesRow(height);
    if (rows < end && hidesRows) {
      grid.hideRows(rows, end - 1);
    }
    if (rows < end && (hidesRows || height != null)) {
      heights.add(new Stretch(rows, end - 1, hidesRows || height == null ? 0 : height));
      Limits.checkListed(heights.size());
    }
    int column = 0;
    while (xml.toChild()) {
      if (xml.name().equals("table-cell") || xml.name().equals("covered-table-cell")) {
        column = readCell(column, count, cellStyle);
      } else {
        xml.skip();
      }
    }
    rows = end;
  }

  private boolean isCollapsed() {
    String visibility = xml.attribute(Odf.TABLE, "visibility");
    return visibility != null && !visibility.equals("visible");
  }

  /** Returns the column behind the cell. */
  private int readCell(int column, int rowCount, @Nullable String rowCellStyle) throws Refusal {
    int count = repeated("number-columns-repeated");
    String style = xml.attribute(Odf.TABLE, "style-name");
    if (style == null) {
      style = rowCellStyle;
    }
    if (style == null && column < columnStyles.size() && !columnStyles.get(column).isEmpty()) {
      style = columnStyles.get(column);
    }
    String formula = xml.attribute(Odf.TABLE, "formula");
    var value = new Value(xml);
    int rowSpan = span("number-rows-spanned");
    int columnSpan = span("number-columns-spanned");
    var text = new CellText(looks, style);
    var at = new Position(Math.min(rows, Limits.ROWS - 1), Math.min(column, Limits.COLUMNS - 1));
    readInside(text, at);
    text.comments().forEach(comment -> note(Note.Kind.COMMENT, at, comment));
    CellLooks.Look look = looks.of(style);
    Cell read = value.cell(text, look.format());
    Cell cell = formula == null ? read : computed(formula, read, text);
    var marks = EnumSet.noneOf(Mark.class);
    marks.addAll(look.marks());
    boolean words = read instanceof Cell.Text;
    Mark onText = words && look.format() != null ? look.format().onText() : null;
    if (onText != null) {
      marks.add(onText);
    }
    if (value.saysOtherwise(text)) {
      marks.add(Mark.RESTYLED);
    }
    if (!(cell instanceof Cell.Empty)) {
      put(cell, column, (long) count, rowCount, look, marks);
    }
    if (rowSpan > 1 || columnSpan > 1) {
      merge(at, rowSpan, columnSpan);
    }
    return (int) Math.min(Limits.COLUMNS, (long) column + count);
  }

  /** The result of a formula may be a text without a letter, which is there all the same. */
  private static Cell computed(String formula, Cell read, CellText text) {
    Cell result = read instanceof Cell.Empty && text.text() != null ? new Cell.Text("") : read;
    return new Cell.Formula(A1Formula.ofOpenFormula(formula), result);
  }

  private void put(
      Cell cell, int column, long count, int rowCount, CellLooks.Look look, Set<Mark> marks)
      throws Refusal {
    if (count * rowCount > mostCells - grid.size()
        || rows + (long) rowCount > Limits.ROWS
        || column + count > Limits.COLUMNS) {
      throw Refusal.of(TOO_LARGE);
    }
    for (int row = rows; row < rows + rowCount; row++) {
      for (int i = column; i < column + count; i++) {
        var at = new Position(row, i);
        grid.put(row, i, cell);
        var styled = new ConditionalFormats.Styled(at, cell, look.number());
        filled.add(styled);
        if (!look.mapped().isEmpty()) {
          look.mapped().apply(List.of(styled), looks.table(), grid::mark);
        }
        marks.forEach(mark -> grid.mark(at, mark));
      }
    }
  }

  private void merge(Position at, int rowSpan, int columnSpan) throws Refusal {
    var last =
        new Position(
            (int) Math.min(Limits.ROWS - 1, at.row() + rowSpan - 1L),
            (int) Math.min(Limits.COLUMNS - 1, at.column() + columnSpan - 1L));
    var area = new Area(at, last);
    merged.put(at, area);
    Limits.checkListed(merged.size());
    grid.merge(area);
  }

  private void readInside(CellText text, Position at) throws Refusal {
    while (xml.toChild()) {
      switch (xml.name()) {
        case "p", "h" -> text.paragraph(xml);
        case "annotation" -> note(Note.Kind.COMMENT, at, OdsNotes.annotation(xml));
        case "table" ->
            // A table in a cell is seen, and no program that is known writes one.
            throw Refusal.at(name, at, DAMAGED_FILE);
        case "detective", "cell-range-source", "help-message", "error-message" -> xml.skip();
        default -> shapes.read(xml, at);
      }
    }
  }

  private void note(Note.Kind kind, Position place, String text) {
    if (!text.isBlank()) {
      notes.add(new Note(kind, name, place, text.strip()));
    }
  }

  /** Returns how often something is there; once where the file does not say. */
  private int repeated(String attribute) throws Refusal {
    int count = span(attribute);
    if (count < 1) {
      throw Refusal.at(name, null, DAMAGED_FILE);
    }
    return count;
  }

  private int span(String attribute) throws Refusal {
    String value = xml.attribute(Odf.TABLE, attribute);
    if (value == null) {
      return 1;
    }
    int count = XmlCursor.whole(value);
    if (count < 0) {
      throw Refusal.at(name, null, DAMAGED_FILE);
    }
    return count;
  }

  /** What a cell says that it holds. */
  private static final class Value {
    private final String type;
    private final boolean error;
    private final @Nullable String number;
    private final @Nullable String string;
    private final @Nullable String date;
    private final @Nullable String time;
    private final @Nullable String bool;

    Value(XmlCursor xml) {
      String own = xml.attribute(Odf.OFFICE, "value-type");
      type = own == null ? "" : own;
      error = "error".equals(xml.attribute(Odf.CALC_EXTENSION, "value-type"));
      number = xml.attribute(Odf.OFFICE, "value");
      string = xml.attribute(Odf.OFFICE, "string-value");
      date = xml.attribute(Odf.OFFICE, "date-value");
      time = xml.attribute(Odf.OFFICE, "time-value");
      bool = xml.attribute(Odf.OFFICE, "boolean-value");
    }

    /** Tells whether a person sees another text than the stored one. */
    boolean saysOtherwise(CellText text) {
      String seen = text.text();
      return !error
          && type.equals("string")
          && string != null
          && seen != null
          && !string.equals(seen)
          && !spaced(string).equals(spaced(seen));
    }

    private static String spaced(String text) {
      return SPACES.matcher(text.strip()).replaceAll(" ");
    }

    Cell cell(CellText text, @Nullable DataStyle format) {
      String seen = text.text();
      if (error || seen != null && type.isEmpty() && ERROR.matcher(seen).matches()) {
        return new Cell.ErrorValue(seen == null ? "#ERR" : seen.strip());
      }
      return switch (type) {
        case "float", "currency", "percentage" -> number(seen, format);
        case "date" -> date(seen);
        case "time" -> time(seen);
        case "boolean" -> new Cell.Bool("true".equals(bool));
        default -> {
          if (!type.isEmpty() && !type.equals("string")) {
            // No program shows a value of a type that it does not know.
            yield seen == null ? Cell.EMPTY : new Cell.ErrorValue(seen);
          }
          String shown = seen == null ? string : seen;
          yield shown == null || shown.isEmpty() ? Cell.EMPTY : new Cell.Text(shown, text.spans());
        }
      };
    }

    private Cell number(@Nullable String seen, @Nullable DataStyle format) {
      BigDecimal value = number == null ? null : StoredNumber.parse(number);
      if (value == null) {
        // Not as text: a text of digits would be counted.
        return new Cell.ErrorValue(number == null || number.isEmpty() ? "#ERR" : number);
      }
      return new Cell.Number(value, SeenNumber.format(value, seen, written(format)));
    }

    private static SeenNumber.@Nullable Written written(@Nullable DataStyle format) {
      return format == null ? null : new SeenNumber.Written(format.code(), format.more());
    }

    /** Hours may go on beyond a day: they count from the day on which these programs begin. */
    private Cell time(@Nullable String seen) {
      try {
        return new Cell.Date(NO_DAY.plus(Duration.parse(time == null ? "" : time)));
      } catch (DateTimeException | ArithmeticException e) {
        return new Cell.ErrorValue(seen == null ? "#ERR" : seen);
      }
    }

    private Cell date(@Nullable String seen) {
      try {
        String stored = date == null ? "" : date;
        return new Cell.Date(
            stored.indexOf('T') < 0
                ? LocalDate.parse(stored).atStartOfDay()
                : LocalDateTime.parse(stored));
      } catch (DateTimeException e) {
        return new Cell.ErrorValue(seen == null ? String.valueOf(date) : seen);
      }
    }
  }
}
