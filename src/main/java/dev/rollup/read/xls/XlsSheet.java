package dev.rollup.read.xls;

import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellReference;
import dev.rollup.read.sheet.ConditionalFormats;
import dev.rollup.read.sheet.NamedCells;
import dev.rollup.read.sheet.SheetSizes;
import dev.rollup.read.sheet.StoredNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hssf.record.aggregates.FormulaRecordAggregate;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;

/** Takes one worksheet over from POI. */
final class XlsSheet implements NamedCells {

  /** The width of a column is said in parts of a digit. */
  private static final double PARTS_OF_DIGIT = 256;

  private final HSSFSheet sheet;
  private final boolean since1904;
  private final boolean stale;
  private final XlsLooks looks;
  private final Grid.Builder grid;
  private final List<Area> areas = new ArrayList<>();
  private final List<BiffStream.Body> conditional;
  private final List<ConditionalFormats.Styled> filled = new ArrayList<>();
  private List<Note> notes = List.of();

  /** The merged ranges: first cell to last cell. */
  private final Map<Long, Long> merged = new HashMap<>();

  /** The formulas that were never computed. */
  private final Set<Long> open = new HashSet<>();

  /**
   * Takes a sheet over.
   *
   * @param looks how the cells of the workbook look
   * @param stream what POI does not take over of the workbook
   */
  XlsSheet(HSSFWorkbook workbook, int index, XlsLooks looks, BiffStream stream) {
    this.conditional = stream.conditionalFormats(index);
    this.stale = stream.stale();
    this.looks = looks;
    this.sheet = workbook.getSheetAt(index);
    this.since1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
    this.grid =
        Grid.builder(workbook.getSheetName(index))
            .hidden(workbook.isSheetHidden(index) || workbook.isSheetVeryHidden(index));
  }

  /** Reads everything, once. */
  void read() throws Refusal {
    readMerged();
    readOpenFormulas();
    for (int column = 0; column < SpreadsheetVersion.EXCEL97.getMaxColumns(); column++) {
      double width = sheet.getColumnWidth(column) / PARTS_OF_DIGIT;
      if (sheet.isColumnHidden(column) || SheetSizes.hidesColumn(width)) {
        grid.hideColumns(column, column);
      }
    }
    for (var row : sheet) {
      if (row.getZeroHeight() || SheetSizes.hidesRow((double) row.getHeightInPoints())) {
        grid.hideRow(row.getRowNum());
      }
      for (var cell : row) {
        Cell read = cell((HSSFCell) cell);
        var at = new Position(row.getRowNum(), cell.getColumnIndex());
        grid.put(at.row(), at.column(), read);
        mark((HSSFCell) cell, at, read);
      }
    }
    XlsConditionalFormats.read(conditional, looks::format).apply(filled, looks, grid::mark);
    int lastColumn = SpreadsheetVersion.EXCEL97.getMaxColumns() - 1;
    var used = new Area(new Position(0, 0), new Position(sheet.getLastRowNum() + 1, lastColumn));
    notes = new XlsObjects(sheet).read(grid, areas, used);
  }

  private void mark(HSSFCell cell, Position at, Cell read) throws Refusal {
    if (read instanceof Cell.Empty) {
      return;
    }
    filled.add(new ConditionalFormats.Styled(at, read, cell.getCellStyle().getIndex()));
    looks.of(cell, read).forEach(mark -> grid.mark(at, mark));
    boolean zero =
        read instanceof Cell.Number number && number.value().signum() == 0
            || read instanceof Cell.Formula formula
                && formula.cached() instanceof Cell.Number result
                && result.value().signum() == 0;
    boolean formulaShown = read instanceof Cell.Formula && sheet.isDisplayFormulas();
    if (zero && !sheet.isDisplayZeros() || formulaShown) {
      grid.mark(at, Mark.RESTYLED);
    }
  }

  /** Returns what stands beside the cells. */
  List<Note> notes() {
    return notes;
  }

  @Override
  public void name(String name, long first, long last) {
    if (first == last || merged.getOrDefault(first, CellReference.NONE) == last) {
      grid.name(name, CellReference.position(first));
    }
  }

  Grid grid() {
    return grid.build();
  }

  private void readMerged() throws Refusal {
    Limits.checkListed(sheet.getNumMergedRegions());
    for (var range : sheet.getMergedRegions()) {
      merged.put(
          CellReference.pack(range.getFirstRow(), range.getFirstColumn()),
          CellReference.pack(range.getLastRow(), range.getLastColumn()));
      var area =
          new Area(
              new Position(range.getFirstRow(), range.getFirstColumn()),
              new Position(range.getLastRow(), range.getLastColumn()));
      areas.add(area);
      grid.merge(area);
    }
  }

  /**
   * The format has no formula without a result. Programs that do not compute write a zero, and that
   * the formula is to be computed when somebody opens the file.
   */
  private void readOpenFormulas() {
    for (var cells = sheet.getSheet().getCellValueIterator(); cells.hasNext(); ) {
      var cell = cells.next();
      if (cell instanceof FormulaRecordAggregate formula
          && formula.getFormulaRecord().isCalcOnLoad()
          && formula.getFormulaRecord().getCachedResultTypeEnum() == CellType.NUMERIC
          && formula.getFormulaRecord().getValue() == 0) {
        open.add(CellReference.pack(cell.getRow(), cell.getColumn()));
      }
    }
  }

  private Cell cell(HSSFCell cell) throws Refusal {
    if (cell.getCellType() != CellType.FORMULA) {
      return value(cell, cell.getCellType());
    }
    boolean computed =
        !stale && !open.contains(CellReference.pack(cell.getRowIndex(), cell.getColumnIndex()));
    return new Cell.Formula(
        expression(cell), computed ? value(cell, cell.getCachedFormulaResultType()) : Cell.EMPTY);
  }

  /** Returns the formula as text; empty where POI cannot put it into words. */
  private static String expression(HSSFCell cell) {
    try {
      return cell.getCellFormula();
    } catch (RuntimeException e) {
      return "";
    }
  }

  private Cell value(HSSFCell cell, CellType type) throws Refusal {
    return switch (type) {
      case NUMERIC -> number(cell);
      case STRING -> text(cell);
      case BOOLEAN -> new Cell.Bool(cell.getBooleanCellValue());
      case ERROR -> error(cell.getErrorCellValue());
      case BLANK, FORMULA, _NONE -> Cell.EMPTY;
    };
  }

  private Cell text(HSSFCell cell) throws Refusal {
    String text = cell.getRichStringCellValue().getString();
    return cell.getCellType() == CellType.FORMULA
        ? new Cell.Text(text)
        : new Cell.Text(text, looks.spans(cell));
  }

  private Cell number(HSSFCell cell) {
    BigDecimal number = StoredNumber.of(cell.getNumericCellValue());
    if (number == null) {
      return new Cell.ErrorValue(String.valueOf(cell.getNumericCellValue()));
    }
    return looks.format(cell.getCellStyle().getDataFormat()).cell(number, since1904);
  }

  private static Cell error(byte code) {
    return new Cell.ErrorValue(
        FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#" + code);
  }
}
