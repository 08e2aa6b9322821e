package dev.rollup.write.copy;

import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFChartSheet;

/**
 * A line below the form on each sheet of an office's own workbook. It is seen on the screen and
 * kept in whatever the sheet is saved as, and is on no page: what is printed is the form.
 */
final class BelowPage {

  private BelowPage() {}

  /** Writes the line on every sheet with a blank. */
  static void write(Workbook workbook, Blank blank, String text) {
    var font = workbook.createFont();
    Font own = workbook.getFontAt(0);
    font.setFontName(own.getFontName());
    font.setFontHeightInPoints((short) 9);
    font.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
    var style = workbook.createCellStyle();
    style.setFont(font);
    Set<String> sheets = new LinkedHashSet<>();
    blank.blocks().forEach(block -> block.bindings().forEach(each -> sheets.add(on(each))));
    for (var name : sheets) {
      Sheet sheet = workbook.getSheet(name);
      if (sheet != null && !(sheet instanceof XSSFChartSheet)) {
        int last = printed(workbook, sheet);
        var row = sheet.getRow(last + 2);
        var cell = (row == null ? sheet.createRow(last + 2) : row).createCell(0);
        cell.setCellValue(text);
        cell.setCellStyle(style);
      }
    }
  }

  private static String on(Binding binding) {
    return binding.at().on();
  }

  /** Has nothing printed but what stands on the sheet now; returns its last row. */
  private static int printed(Workbook workbook, Sheet sheet) {
    int lastRow = 0;
    int lastColumn = 0;
    for (var row : sheet) {
      for (var cell : row) {
        if (isSeen(cell)) {
          lastRow = Math.max(lastRow, row.getRowNum());
          lastColumn = Math.max(lastColumn, cell.getColumnIndex());
        }
      }
    }
    for (var area : sheet.getMergedRegions()) {
      lastRow = Math.max(lastRow, area.getLastRow());
      lastColumn = Math.max(lastColumn, area.getLastColumn());
    }
    if (sheet.getDrawingPatriarch() != null) {
      for (var shape : sheet.getDrawingPatriarch()) {
        if (shape.getAnchor() instanceof ClientAnchor anchor) {
          lastRow = Math.max(lastRow, anchor.getRow2());
          lastColumn = Math.max(lastColumn, anchor.getCol2());
        }
      }
    }
    int index = workbook.getSheetIndex(sheet);
    if (workbook.getPrintArea(index) == null) {
      workbook.setPrintArea(index, 0, lastColumn, 0, lastRow);
    }
    return lastRow;
  }

  /** Tells whether anything of a cell is on the page; many are kept for their type alone. */
  private static boolean isSeen(Cell cell) {
    CellStyle style = cell.getCellStyle();
    return cell.getCellType() != CellType.BLANK
        || style.getFillPattern() != FillPatternType.NO_FILL
        || Stream.of(
                style.getBorderTop(),
                style.getBorderBottom(),
                style.getBorderLeft(),
                style.getBorderRight())
            .anyMatch(border -> border != BorderStyle.NONE);
  }
}
