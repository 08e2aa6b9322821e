package dev.rollup.write.review;

import dev.rollup.write.xlsx.Opaque;
import dev.rollup.write.xlsx.SheetText;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Copies what the sheets of a workbook from before 2007 look like: words, lines, type, widths. */
final class OldSheets {

  private final HSSFWorkbook from;
  private final XSSFWorkbook to;
  private final DataFormatter shown = new DataFormatter();
  private final Map<Short, XSSFCellStyle> styles = new HashMap<>();

  OldSheets(HSSFWorkbook from, XSSFWorkbook to) {
    this.from = from;
    this.to = to;
    shown.setUseCachedValuesForFormulaCells(true);
  }

  /** Copies every sheet, under its own name. */
  void copy() {
    for (int i = 0; i < from.getNumberOfSheets(); i++) {
      copy(from.getSheetAt(i), to.createSheet(from.getSheetName(i)));
      to.setSheetVisibility(i, from.getSheetVisibility(i));
    }
    to.setActiveSheet(from.getActiveSheetIndex());
  }

  private void copy(Sheet old, Sheet sheet) {
    int columns = 0;
    for (Row row : old) {
      Row copy = sheet.createRow(row.getRowNum());
      copy.setHeight(row.getHeight());
      copy.setZeroHeight(row.getZeroHeight());
      for (Cell cell : row) {
        Cell same = copy.createCell(cell.getColumnIndex());
        same.setCellStyle(style((HSSFCellStyle) cell.getCellStyle()));
        String words = shown.formatCellValue(cell);
        if (!words.isEmpty()) {
          same.setCellValue(SheetText.clean(words));
        }
        columns = Math.max(columns, cell.getColumnIndex() + 1);
      }
    }
    for (int c = 0; c < columns; c++) {
      sheet.setColumnWidth(c, old.getColumnWidth(c));
      sheet.setColumnHidden(c, old.isColumnHidden(c));
    }
    old.getMergedRegions().forEach(sheet::addMergedRegionUnsafe);
    sheet.setDisplayGridlines(old.isDisplayGridlines());
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setPaperSize(old.getPrintSetup().getPaperSize());
    sheet.getPrintSetup().setLandscape(old.getPrintSetup().getLandscape());
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private XSSFCellStyle style(HSSFCellStyle old) {
    XSSFCellStyle known = styles.get(old.getIndex());
    if (known != null) {
      return known;
    }
    XSSFCellStyle style = to.createCellStyle();
    styles.put(old.getIndex(), style);
    style.setAlignment(old.getAlignment());
    style.setVerticalAlignment(old.getVerticalAlignment());
    style.setWrapText(old.getWrapText());
    style.setRotation(old.getRotation());
    style.setIndention(old.getIndention());
    style.setBorderTop(old.getBorderTop());
    style.setBorderBottom(old.getBorderBottom());
    style.setBorderLeft(old.getBorderLeft());
    style.setBorderRight(old.getBorderRight());
    // What only looks like a formula stays words when somebody edits it.
    style.setQuotePrefixed(true);
    HSSFFont oldFont = old.getFont(from);
    XSSFFont font = to.createFont();
    font.setFontName(oldFont.getFontName());
    font.setFontHeightInPoints(oldFont.getFontHeightInPoints());
    font.setBold(oldFont.getBold());
    font.setItalic(oldFont.getItalic());
    font.setUnderline(oldFont.getUnderline());
    style.setFont(font);
    HSSFColor colour = old.getFillForegroundColorColor();
    if (old.getFillPattern() == FillPatternType.SOLID_FOREGROUND && colour != null) {
      short[] parts = colour.getTriplet();
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      style.setFillForegroundColor(
          Opaque.colour("%02X%02X%02X".formatted(parts[0], parts[1], parts[2])));
    }
    return style;
  }
}
