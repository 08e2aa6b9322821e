package dev.rollup.read.blank;

import dev.rollup.infer.Pages;
import dev.rollup.infer.PrintedSheet;
import dev.rollup.infer.Spot;
import dev.rollup.model.Area;
import dev.rollup.model.Place;
import dev.rollup.model.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder.BorderSide;
import org.jspecify.annotations.Nullable;

/** Reads how the sheets of a blank workbook look. */
final class PrintedSheets {

  /** A fill that is darker than this, and of no colour, is a shade. */
  private static final int LIGHT = 0xF4;

  private static final int COLOURED = 16;

  /** The colours of old that a number names. */
  private static final Map<Integer, HSSFColor> LISTED = HSSFColor.getIndexHash();

  /** Cells in a row or column: {@code 选项!$A$1:$A$3}. Fewer digits than would make it endless. */
  private static final Pattern AREA =
      Pattern.compile(
          "(?:[^!]{1,40}!)?\\$?[A-Z]{1,2}\\$?[0-9]{1,4}(?::\\$?[A-Z]{1,2}\\$?[0-9]{1,4})?");

  /** More answers than these are no choice that anybody counts. */
  private static final int MOST_CHOICES = 100;

  private final Sheet sheet;
  private final DataFormatter shown = new DataFormatter();
  private final Map<Position, CellRangeAddress> merged = new HashMap<>();
  private final Map<Position, CellRangeAddress> covered = new HashMap<>();

  private PrintedSheets(Sheet sheet) {
    this.sheet = sheet;
    for (var area : sheet.getMergedRegions()) {
      var first = new Position(area.getFirstRow(), area.getFirstColumn());
      merged.put(first, area);
      for (var at : area) {
        covered.put(new Position(at.getRow(), at.getColumn()), area);
      }
    }
  }

  /** Reads all sheets that a person sees. */
  static Pages read(Workbook workbook) {
    var pages = new ArrayList<PrintedSheet>();
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      if (!workbook.isSheetHidden(i) && !workbook.isSheetVeryHidden(i)) {
        pages.add(new PrintedSheets(workbook.getSheetAt(i)).page());
      }
    }
    return new Pages(pages, Map.of());
  }

  private PrintedSheet page() {
    var spots = new HashMap<Position, Spot>();
    var areas = new HashMap<Position, Area>();
    for (var row : sheet) {
      if (row.getZeroHeight()) {
        continue;
      }
      for (var cell : row) {
        var at = new Position(cell.getRowIndex(), cell.getColumnIndex());
        CellRangeAddress area = covered.get(at);
        boolean begins = area == null || merged.containsKey(at);
        if (!begins || sheet.isColumnHidden(at.column())) {
          continue;
        }
        Spot spot = spot(cell, at, area);
        if (!spot.text().isBlank() || spot.boxed() || spot.formula().isPresent()) {
          spots.put(at, spot);
          if (area != null) {
            areas.put(at, new Area(at, new Position(area.getLastRow(), area.getLastColumn())));
          }
        }
      }
    }
    if (spots.values().stream().noneMatch(Spot::boxed)) {
      Unruled.box(spots, areas, sheet.getSheetName());
    }
    return new PrintedSheet(spots, areas);
  }

  private Spot spot(Cell cell, Position at, @Nullable CellRangeAddress area) {
    boolean formula = cell.getCellType() == CellType.FORMULA;
    return new Spot(
        Place.onSheet(sheet.getSheetName(), at),
        formula ? "" : indented(text(cell), cell),
        boxed(at, area),
        diagonal(cell.getCellStyle()) || shaded(cell.getCellStyle()),
        formula ? Optional.of(cell.getCellFormula()) : Optional.empty(),
        format(cell.getCellStyle()),
        choices(cell));
  }

  private static String format(CellStyle style) {
    String format = style.getDataFormatString();
    return format == null || format.equalsIgnoreCase("General") ? "" : format;
  }

  /** Words that a style sets in are as far in as those with white space before them. */
  private static String indented(String text, Cell cell) {
    HorizontalAlignment side = cell.getCellStyle().getAlignment();
    boolean left = side == HorizontalAlignment.LEFT || side == HorizontalAlignment.GENERAL;
    int indent = text.isBlank() || !left ? 0 : cell.getCellStyle().getIndention();
    return indent == 0 ? text : "\u3000".repeat(indent) + text;
  }

  private String text(Cell cell) {
    if (cell.getCellType() != CellType.STRING) {
      return cell.getCellType() == CellType.BLANK ? "" : shown.formatCellValue(cell);
    }
    RichTextString rich = cell.getRichStringCellValue();
    String text = rich.getString();
    if (!(rich instanceof XSSFRichTextString runs) || runs.numFormattingRuns() == 0) {
      return text;
    }
    var ruled = new StringBuilder(text);
    for (int run = 0; run < runs.numFormattingRuns(); run++) {
      XSSFFont font = runs.getFontOfFormattingRun(run);
      int from = runs.getIndexOfFormattingRun(run);
      int to = Math.min(text.length(), from + runs.getLengthOfFormattingRun(run));
      for (int i = from; font != null && font.getUnderline() != 0 && i < to; i++) {
        if (Character.isSpaceChar(text.charAt(i))) {
          ruled.setCharAt(i, Spot.RULED);
        }
      }
    }
    return ruled.toString();
  }

  /** Tells whether lines close a cell in on at least three sides, its own or its neighbours'. */
  private boolean boxed(Position at, @Nullable CellRangeAddress area) {
    int lastRow = area == null ? at.row() : area.getLastRow();
    int lastColumn = area == null ? at.column() : area.getLastColumn();
    int sides = 0;
    sides +=
        line(at.row(), at.column(), BorderSide.LEFT)
                || line(at.row(), at.column() - 1, BorderSide.RIGHT)
            ? 1
            : 0;
    sides +=
        line(at.row(), at.column(), BorderSide.TOP)
                || line(at.row() - 1, at.column(), BorderSide.BOTTOM)
            ? 1
            : 0;
    sides +=
        line(at.row(), lastColumn, BorderSide.RIGHT)
                || line(at.row(), lastColumn + 1, BorderSide.LEFT)
            ? 1
            : 0;
    sides +=
        line(lastRow, at.column(), BorderSide.BOTTOM)
                || line(lastRow + 1, at.column(), BorderSide.TOP)
            ? 1
            : 0;
    return sides >= 3;
  }

  private boolean line(int row, int column, BorderSide side) {
    if (row < 0 || column < 0 || sheet.getRow(row) == null) {
      return false;
    }
    Cell cell = sheet.getRow(row).getCell(column);
    if (cell == null) {
      return false;
    }
    if (cell.getCellStyle() instanceof XSSFCellStyle own
        && sheet.getWorkbook() instanceof XSSFWorkbook workbook) {
      // Whether the style says that its lines apply matters to POI alone.
      int id = own.getCoreXf().isSetBorderId() ? (int) own.getCoreXf().getBorderId() : 0;
      var lines = workbook.getStylesSource().getBorderAt(id);
      return lines != null && lines.getBorderStyle(side) != BorderStyle.NONE;
    }
    CellStyle style = cell.getCellStyle();
    BorderStyle line =
        switch (side) {
          case LEFT -> style.getBorderLeft();
          case RIGHT -> style.getBorderRight();
          case TOP -> style.getBorderTop();
          default -> style.getBorderBottom();
        };
    return line != BorderStyle.NONE;
  }

  private boolean diagonal(CellStyle style) {
    if (!(style instanceof XSSFCellStyle own)
        || !(sheet.getWorkbook() instanceof XSSFWorkbook workbook)
        || !own.getCoreXf().isSetBorderId()) {
      return false;
    }
    int id = (int) own.getCoreXf().getBorderId();
    var lines = workbook.getStylesSource().getBorderAt(id).getCTBorder();
    return (lines.getDiagonalUp() || lines.getDiagonalDown())
        && lines.isSetDiagonal()
        && lines.getDiagonal().isSetStyle();
  }

  private static boolean shaded(CellStyle style) {
    if (style.getFillPattern() == FillPatternType.NO_FILL) {
      return false;
    }
    byte[] colour = null;
    if (style instanceof XSSFCellStyle own) {
      XSSFColor fill = own.getFillForegroundXSSFColor();
      colour = fill == null ? null : rgb(fill);
    } else if (style instanceof HSSFCellStyle old && old.getFillForegroundColorColor() != null) {
      colour = bytes(old.getFillForegroundColorColor().getTriplet());
    }
    if (colour == null) {
      return style.getFillPattern() != FillPatternType.SOLID_FOREGROUND;
    }
    int red = colour[0] & 0xFF;
    int green = colour[1] & 0xFF;
    int blue = colour[2] & 0xFF;
    int most = Math.max(red, Math.max(green, blue));
    int least = Math.min(red, Math.min(green, blue));
    return most < LIGHT && most - least < COLOURED;
  }

  private static byte[] rgb(XSSFColor fill) {
    HSSFColor listed = fill.isIndexed() ? LISTED.get((int) fill.getIndex()) : null;
    return listed == null ? fill.getRGBWithTint() : bytes(listed.getTriplet());
  }

  private static byte[] bytes(short[] triplet) {
    return new byte[] {(byte) triplet[0], (byte) triplet[1], (byte) triplet[2]};
  }

  private List<String> choices(Cell cell) {
    for (DataValidation each : sheet.getDataValidations()) {
      var constraint = each.getValidationConstraint();
      boolean here =
          Arrays.stream(each.getRegions().getCellRangeAddresses())
              .anyMatch(area -> area.isInRange(cell));
      if (here && constraint.getValidationType() == ValidationType.LIST) {
        String[] listed = constraint.getExplicitListValues();
        return listed == null ? listed(constraint.getFormula1()) : Arrays.asList(listed);
      }
    }
    return List.of();
  }

  /** Returns the words in the cells that a list of choices names, be they on a hidden sheet. */
  private List<String> listed(@Nullable String cells) {
    if (cells == null) {
      return List.of();
    }
    Workbook workbook = sheet.getWorkbook();
    Name name = workbook.getName(cells);
    String area = name == null ? cells : name.getRefersToFormula();
    if (area == null || !AREA.matcher(area).matches()) {
      return List.of();
    }
    var all = new AreaReference(area, SpreadsheetVersion.EXCEL2007);
    CellReference first = all.getFirstCell();
    CellReference last = all.getLastCell();
    if (first.getCol() != last.getCol() && first.getRow() != last.getRow()) {
      return List.of();
    }
    var words = new ArrayList<String>();
    for (CellReference at : all.getAllReferencedCells()) {
      Sheet of = at.getSheetName() == null ? sheet : workbook.getSheet(at.getSheetName());
      Row row = of == null ? null : of.getRow(at.getRow());
      Cell cell = row == null ? null : row.getCell(at.getCol());
      String word = cell == null ? "" : shown.formatCellValue(cell).strip();
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words.size() > MOST_CHOICES ? List.of() : List.copyOf(words);
  }
}
