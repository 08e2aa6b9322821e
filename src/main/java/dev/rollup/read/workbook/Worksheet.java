package dev.rollup.read.workbook;

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
import dev.rollup.read.sheet.CellStyle;
import dev.rollup.read.sheet.ConditionalFormats;
import dev.rollup.read.sheet.DrawnObject;
import dev.rollup.read.sheet.Looks;
import dev.rollup.read.sheet.NamedCells;
import dev.rollup.read.sheet.SheetSizes;
import dev.rollup.read.xml.XmlCursor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One worksheet as it is read: what its part says, in whatever encoding, becomes a grid here. */
public final class Worksheet implements NamedCells {

  private final Workbook.Sheet sheet;
  private final Workbook workbook;
  private final Styles styles;
  private final SharedStrings strings;
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
  private int columnsTold;
  private int lastRow;
  private int lastColumn;

  /**
   * An empty sheet.
   *
   * @param workbook what it belongs to
   * @param mostCells how many cells the file may still hold
   * @param sized whether it matters how large its cells are
   */
  Worksheet(
      Workbook.Sheet sheet,
      Workbook workbook,
      Styles styles,
      SharedStrings strings,
      int mostCells,
      boolean sized) {
    this.sheet = sheet;
    this.workbook = workbook;
    this.styles = styles;
    this.strings = strings;
    this.mostCells = mostCells;
    this.sizes = sized ? new SheetSizes() : null;
    this.grid = Grid.builder(sheet.name()).hidden(sheet.hidden());
  }

  /** Adds one way in which the sheet is looked at. */
  public void view(boolean hidesZeros, boolean showsFormulas) {
    zerosHidden |= hidesZeros;
    formulasShown |= showsFormulas;
  }

  /**
   * Sets the sizes of what has none of its own; null for what a program takes by itself.
   *
   * @param width in digits
   * @param height in points
   */
  public void setDefaults(@Nullable Double width, @Nullable Double height) {
    columnsHidden = SheetSizes.hidesColumn(width);
    if (sizes != null) {
      sizes.setDefaults(width, height);
    }
  }

  /**
   * Adds what is said about columns.
   *
   * @param width in digits; null where nothing is said
   * @throws Refusal {@code damaged-file} where the last stands before the first, {@code too-large}
   *     where more is said than there are columns
   */
  public void columns(int first, int last, @Nullable Double width, boolean hidden) throws Refusal {
    if (first > last) {
      throw damaged();
    }
    if (++columnsTold > Limits.COLUMNS) {
      throw Refusal.of(TOO_LARGE);
    }
    boolean unseen = hidden || SheetSizes.hidesColumn(width);
    if (unseen) {
      grid.hideColumns(first, last);
    }
    sizedColumns.set(first, last + 1);
    if (sizes != null && (unseen || width != null)) {
      sizes.setWidth(first, last, unseen || width == null ? 0 : width);
    }
  }

  /**
   * Begins a row.
   *
   * @param height in points; null where nothing is said
   * @throws Refusal {@code damaged-file} where it is outside of every sheet, or was there before
   */
  public void row(int row, @Nullable Double height, boolean hidden) throws Refusal {
    if (row < 0 || row >= Limits.ROWS || rows.get(row)) {
      // Of two rows at one place nobody can tell which the unit meant.
      throw damaged();
    }
    rows.set(row);
    boolean unseen = hidden || SheetSizes.hidesRow(height);
    if (unseen) {
      grid.hideRow(row);
    }
    if (sizes != null && (unseen || height != null)) {
      sizes.setHeight(row, unseen || height == null ? 0 : height);
    }
    lastRow = Math.max(lastRow, row);
  }

  /** Notes that there is a cell, be it empty. */
  public void cell(Position at) throws Refusal {
    if (at.column() >= Limits.COLUMNS) {
      throw damaged();
    }
    lastColumn = Math.max(lastColumn, at.column());
  }

  /**
   * Puts a value into a cell.
   *
   * @param style the number of the cell's style, or -1 for one that is none
   * @param formula what it is the result of; null where it is none
   */
  public void put(Position at, int style, Cell value, @Nullable String formula) throws Refusal {
    put(
        at,
        style,
        value,
        value instanceof Cell.Text ? styles.onText(style) : styles.onNumber(style),
        formula);
  }

  /** Puts a text into a cell, as {@link #put(Position, int, Cell, String)} does. */
  public void put(Position at, int style, RichText text, @Nullable String formula) throws Refusal {
    if (text.runs().isEmpty()) {
      put(at, style, text.plain(), formula);
      return;
    }
    // Its runs say themselves what their fonts do.
    put(
        at,
        style,
        text.in(style(style), styles.looks()),
        Looks.beyondFont(style(style), true),
        formula);
  }

  private void put(Position at, int style, Cell value, Set<Mark> marks, @Nullable String formula)
      throws Refusal {
    Cell cell =
        formula == null ? value : new Cell.Formula(formula, workbook.stale() ? Cell.EMPTY : value);
    if (cell instanceof Cell.Empty) {
      return;
    }
    grid.put(at.row(), at.column(), cell);
    if (grid.size() > mostCells) {
      throw Refusal.of(TOO_LARGE);
    }
    filled.add(new ConditionalFormats.Styled(at, cell, style));
    for (var mark : marks) {
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

  private CellStyle style(int index) {
    CellStyle style = styles.style(index);
    return style == null ? CellStyle.PLAIN : style;
  }

  /** Returns what a number is in a cell of that style, which must be there: a date, or itself. */
  public Cell number(Position at, int index, BigDecimal number) throws Refusal {
    CellStyle style = styles.style(index);
    if (style == null) {
      throw damaged(at);
    }
    return style.format().cell(number, workbook.since1904());
  }

  /** Returns the shared text that a cell refers to, which must be there. */
  public RichText shared(Position at, int index) throws Refusal {
    RichText text = strings.get(index);
    if (text == null) {
      throw damaged(at);
    }
    return text;
  }

  /** Makes one cell of several. */
  public void merge(Area area) throws Refusal {
    if (area.severalCells()) {
      grid.merge(area);
      merged.put(CellReference.pack(area.first().row(), area.first().column()), area);
      Limits.checkListed(merged.size());
    }
  }

  /** Returns the formats that depend on what the cells hold, for more of them to be added. */
  public ConditionalFormats conditional() {
    return conditional;
  }

  /** Sets what stands at the top and the foot of every page. */
  public void setPageMargins(List<String> texts) {
    pageMargins = List.copyOf(texts);
  }

  /** Sets the id of the drawing over the cells; null for none. */
  public void setDrawing(@Nullable String id) {
    drawing = id;
  }

  /** Sets the id of the drawing of older programs over the cells; null for none. */
  public void setLegacyDrawing(@Nullable String id) {
    legacyDrawing = id;
  }

  /**
   * Uses up an element of the part, in XML, that lists embedded documents and controls by
   * themselves.
   */
  public void list(XmlCursor xml) throws Refusal {
    if (sizes == null) {
      xml.skip();
    } else {
      listed.addAll(DrawingPart.listed(xml, sizes));
    }
  }

  /** To be called when the whole part was read. */
  void close() throws Refusal {
    if (columnsHidden) {
      for (int column = 0; column <= lastColumn; column++) {
        if (!sizedColumns.get(column)) {
          grid.hideColumns(column, column);
        }
      }
    }
    conditional.apply(filled, styles, this::mark);
  }

  /** Returns the name of the sheet. */
  public String name() {
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

  /** Returns the refusal of the file because of this sheet. */
  public Refusal damaged() {
    return Refusal.at(sheet.name(), null, DAMAGED_FILE);
  }

  /** Returns the refusal of the file because of a cell of this sheet. */
  public Refusal damaged(Position at) {
    return Refusal.at(sheet.name(), at, DAMAGED_FILE);
  }
}
