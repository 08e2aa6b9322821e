package dev.rollup.read.xlsx;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellReference;
import dev.rollup.read.sheet.ConditionalFormats;
import dev.rollup.read.sheet.DrawnObject;
import dev.rollup.read.sheet.HeaderFooter;
import dev.rollup.read.sheet.NamedCells;
import dev.rollup.read.sheet.SheetSizes;
import dev.rollup.read.sheet.SpreadsheetXml;
import dev.rollup.read.xml.XmlCursor;
import dev.rollup.read.zip.OpcPackage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one worksheet part (CT_Worksheet, ECMA-376 part 1, 18.3.1.99). */
public final class SheetReader implements NamedCells {

  /** Elements that a worksheet may have from other namespaces; what else is foreign is no part. */
  private static final Set<String> NAMESPACES =
      Set.of(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main",
          "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
          "http://schemas.microsoft.com/office/excel/2006/main",
          "http://schemas.openxmlformats.org/markup-compatibility/2006",
          "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
          "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing");

  private final Workbook.Sheet sheet;
  private final CellReader reader;
  private final Styles styles;
  private final int mostCells;

  /** Null where nothing can lie over the cells. */
  private final @Nullable SheetSizes sizes;

  private final Grid.Builder grid;

  /** The merged cells by the first of them. */
  private final Map<Long, Area> merged = new HashMap<>();

  private final List<ConditionalFormats.Styled> filled = new ArrayList<>();
  private final ConditionalFormats conditional = new ConditionalFormats();
  private final BitSet rows = new BitSet();
  private final BitSet sizedColumns = new BitSet();
  private final Set<DrawnObject> listed = new LinkedHashSet<>();
  private List<String> pageMargins = List.of();
  private @Nullable String drawing;
  private @Nullable String legacyDrawing;
  private boolean zerosHidden;
  private boolean formulasShown;
  private boolean columnsHidden;
  private int lastRow;
  private int lastColumn;

  private final XmlCursor xml;

  /**
   * Makes a reader for one sheet.
   *
   * @param workbook what it belongs to
   * @param mostCells how many cells the file may still hold
   * @param sized whether it matters how large its cells are
   */
  SheetReader(
      Workbook.Sheet sheet,
      Workbook workbook,
      Styles styles,
      SharedStrings strings,
      byte[] part,
      int mostCells,
      boolean sized)
      throws Refusal {
    this.sheet = sheet;
    this.reader = new CellReader(sheet.name(), workbook, styles, strings);
    this.styles = styles;
    this.mostCells = mostCells;
    this.sizes = sized ? new SheetSizes() : null;
    this.grid = Grid.builder(sheet.name()).hidden(sheet.hidden());
    this.xml = XmlCursor.open(part, NAMESPACES);
  }

  /** Reads the part, once. */
  void read() throws Refusal {
    if (!SpreadsheetXml.isRoot(xml, "worksheet")) {
      throw damaged();
    }
    boolean hasRows = false;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "sheetViews" -> readViews();
        case "sheetFormatPr" -> readDefaults();
        case "cols" -> readColumns();
        case "sheetData" -> {
          if (hasRows) {
            throw damaged();
          }
          hasRows = true;
          readRows();
        }
        case "mergeCells" -> readMerged();
        case "conditionalFormatting" -> conditional.read(xml);
        case "headerFooter" -> pageMargins = HeaderFooter.read(xml);
        case "drawing" -> {
          drawing = xml.attribute(OpcPackage.RELATIONSHIPS, "id");
          xml.skip();
        }
        case "legacyDrawing" -> {
          legacyDrawing = xml.attribute(OpcPackage.RELATIONSHIPS, "id");
          xml.skip();
        }
        case "oleObjects", "controls", "AlternateContent" -> {
          if (sizes == null) {
            xml.skip();
          } else {
            listed.addAll(DrawingPart.listed(xml, sizes));
          }
        }
        case "extLst" -> conditional.readExtensions(xml);
        default -> xml.skip();
      }
    }
    if (columnsHidden) {
      hideColumnsWithoutSize();
    }
    conditional.apply(filled, styles, this::mark);
  }

  /** Returns the name of the sheet. */
  String name() {
    return sheet.name();
  }

  /** Returns how large the cells are; empty where that does not matter. */
  Optional<SheetSizes> sizes() {
    return Optional.ofNullable(sizes);
  }

  /** Returns the id of the drawing over the cells, or null. */
  @Nullable String drawing() {
    return drawing;
  }

  /** Returns the id of the drawing of older programs over the cells, or null. */
  @Nullable String legacyDrawing() {
    return legacyDrawing;
  }

  /** Returns the embedded documents and the controls that the part itself lists. */
  Set<DrawnObject> listed() {
    return listed;
  }

  /** Returns what stands at the top and the foot of every page. */
  List<String> pageMargins() {
    return pageMargins;
  }

  /** Returns the merged cells. */
  List<Area> merged() {
    return List.copyOf(merged.values());
  }

  /** Returns the rectangle from the first cell to all that the part mentions. */
  Area used() {
    return new Area(new Position(0, 0), new Position(lastRow, lastColumn));
  }

  /** Says what keeps a person from seeing what is stored at a place. */
  void mark(Position at, Mark mark) {
    grid.mark(at, mark);
  }

  /** Returns how many cells were found. */
  int cells() {
    return grid.size();
  }

  @Override
  public void name(String name, long first, long last) {
    Position from = CellReference.position(first);
    Area area = merged.get(first);
    if (first == last || area != null && area.last().equals(CellReference.position(last))) {
      grid.name(name, from);
    }
  }

  /** Returns the finished grid. */
  Grid grid() throws Refusal {
    int put = grid.size();
    var built = grid.build();
    if (built.cells().size() != put) {
      // Two cells at one place: nobody can tell which of them the unit meant.
      throw damaged();
    }
    return built;
  }

  private void readViews() throws Refusal {
    while (xml.toChild()) {
      String zeros = xml.attribute("showZeros");
      zerosHidden |= zeros != null && !XmlCursor.isTrue(zeros);
      formulasShown |= xml.flag("showFormulas");
      xml.skip();
    }
  }

  private void readDefaults() throws Refusal {
    Double width = number(xml.attribute("defaultColWidth"));
    columnsHidden = SheetSizes.hidesColumn(width);
    if (sizes != null) {
      sizes.setDefaults(width, number(xml.attribute("defaultRowHeight")));
    }
    xml.skip();
  }

  private void readColumns() throws Refusal {
    while (xml.toChild()) {
      int first = column(xml.attribute("min"));
      int last = column(xml.attribute("max"));
      if (first > last) {
        throw damaged();
      }
      Double width = number(xml.attribute("width"));
      boolean hidden = xml.flag("hidden") || SheetSizes.hidesColumn(width);
      if (hidden) {
        grid.hideColumns(first, last);
      }
      sizedColumns.set(first, last + 1);
      if (sizes != null && (hidden || width != null)) {
        sizes.setWidth(first, last, hidden || width == null ? 0 : width);
      }
      xml.skip();
    }
  }

  private void hideColumnsWithoutSize() {
    for (int column = 0; column <= lastColumn; column++) {
      if (!sizedColumns.get(column)) {
        grid.hideColumns(column, column);
      }
    }
  }

  private static @Nullable Double number(@Nullable String digits) {
    try {
      return digits == null ? null : Double.valueOf(digits);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private int column(@Nullable String number) throws Refusal {
    int column = number == null ? -1 : CellReference.number(number, Limits.COLUMNS);
    if (column < 0) {
      throw damaged();
    }
    return column - 1;
  }

  private void readMerged() throws Refusal {
    while (xml.toChild()) {
      String range = xml.attribute("ref");
      Area area = range == null ? null : CellReference.area(range);
      if (area != null && area.severalCells()) {
        grid.merge(area);
        merged.put(CellReference.pack(area.first().row(), area.first().column()), area);
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
      } else if (xml.name().equals("AlternateContent")) {
        // Rows for one program and others for the next: two meanings.
        throw damaged();
      } else {
        xml.skip();
      }
    }
  }

  /** Returns the row's index, which is the expected one where the row does not say. */
  private int readRow(int expected) throws Refusal {
    int row = expected;
    boolean hidden = false;
    Double height = null;
    for (int i = 0; i < xml.attributeCount(); i++) {
      switch (xml.attributeName(i)) {
        case "r" -> row = CellReference.number(xml.attributeValue(i), Limits.ROWS) - 1;
        case "hidden" -> hidden = XmlCursor.isTrue(xml.attributeValue(i));
        case "ht" -> height = number(xml.attributeValue(i));
        default -> {}
      }
    }
    if (row < 0 || row >= Limits.ROWS || rows.get(row)) {
      // Of two rows at one place nobody can tell which the unit meant.
      throw damaged();
    }
    rows.set(row);
    hidden |= SheetSizes.hidesRow(height);
    if (hidden) {
      grid.hideRow(row);
    }
    if (sizes != null && (hidden || height != null)) {
      sizes.setHeight(row, hidden || height == null ? 0 : height);
    }
    lastRow = Math.max(lastRow, row);
    int column = -1;
    while (xml.toChild()) {
      if (xml.name().equals("c")) {
        column = readCell(row, column + 1);
      } else if (xml.name().equals("AlternateContent")) {
        throw damaged();
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
          if (place == CellReference.NONE) {
            throw Refusal.at(sheet.name(), new Position(row, expected), DAMAGED_FILE);
          }
          if (CellReference.row(place) != row) {
            throw Refusal.at(sheet.name(), CellReference.position(place), DAMAGED_FILE);
          }
          column = CellReference.column(place);
        }
        case "s" -> style = xml.attributeValue(i);
        case "t" -> type = xml.attributeValue(i);
        default -> {}
      }
    }
    if (column >= Limits.COLUMNS) {
      throw damaged();
    }
    lastColumn = Math.max(lastColumn, column);
    var at = new Position(row, column);
    var read = reader.read(xml, at, type, style);
    if (!(read.cell() instanceof Cell.Empty)) {
      put(at, read);
    }
    return column;
  }

  private void put(Position at, CellReader.Read read) throws Refusal {
    Cell cell = read.cell();
    grid.put(at.row(), at.column(), cell);
    if (grid.size() > mostCells) {
      throw Refusal.of(TOO_LARGE);
    }
    filled.add(new ConditionalFormats.Styled(at, cell, read.style()));
    for (var mark : read.marks()) {
      grid.mark(at, mark);
    }
    if (formulasShown && cell instanceof Cell.Formula || zerosHidden && isZero(cell)) {
      grid.mark(at, Mark.RESTYLED);
    }
  }

  private static boolean isZero(Cell cell) {
    Cell shown = cell instanceof Cell.Formula formula ? formula.cached() : cell;
    return shown instanceof Cell.Number number && number.value().signum() == 0;
  }

  private Refusal damaged() {
    return Refusal.at(sheet.name(), null, DAMAGED_FILE);
  }
}
