package dev.rollup.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Saves a workbook in the format of Excel 97, as far as it makes a difference to a reader. */
public final class SavedAsXls {

  private final XSSFWorkbook from;
  private final HSSFWorkbook to = new HSSFWorkbook();
  private final Map<String, HSSFCellStyle> styles = new HashMap<>();

  private SavedAsXls(XSSFWorkbook from) {
    this.from = from;
  }

  /** Returns the bytes of the {@code .xls}. */
  public static byte[] of(byte[] workbook) {
    return bytes(open(workbook));
  }

  /** Returns the bytes of the {@code .xls}. */
  static byte[] of(XSSFWorkbook workbook) {
    return bytes(new SavedAsXls(workbook).copy());
  }

  /** Returns the workbook of old itself. */
  static HSSFWorkbook open(byte[] workbook) {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      return new SavedAsXls(book).copy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the bytes of a workbook of old as it is now. */
  static byte[] bytes(HSSFWorkbook old) {
    var out = new ByteArrayOutputStream();
    try {
      old.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private HSSFWorkbook copy() {
    for (int i = 0; i < from.getNumberOfSheets(); i++) {
      copy(from.getSheetAt(i));
      to.setSheetVisibility(i, from.getSheetVisibility(i));
    }
    for (var name : from.getAllNames()) {
      if (!name.getNameName().startsWith("_xlnm.")) {
        var copy = to.createName();
        copy.setNameName(name.getNameName());
        copy.setRefersToFormula(name.getRefersToFormula());
      }
    }
    to.createInformationProperties();
    var custom = new CustomProperties();
    from.getProperties()
        .getCustomProperties()
        .getUnderlyingProperties()
        .getPropertyList()
        .forEach(property -> custom.put(property.getName(), property.getLpwstr()));
    to.getDocumentSummaryInformation().setCustomProperties(custom);
    return to;
  }

  private void copy(XSSFSheet sheet) {
    var copy = to.createSheet(sheet.getSheetName());
    sheet.getMergedRegions().forEach(copy::addMergedRegion);
    for (var row : sheet) {
      var rowCopy = copy.createRow(row.getRowNum());
      rowCopy.setZeroHeight(row.getZeroHeight());
      for (var cell : row) {
        var cellCopy = rowCopy.createCell(cell.getColumnIndex());
        cellCopy.setCellStyle(style(cell.getCellStyle().getDataFormatString()));
        if (cell.getCellType() == CellType.FORMULA) {
          cellCopy.setCellFormula(cell.getCellFormula());
          value(cell, cell.getCachedFormulaResultType(), cellCopy);
        } else {
          value(cell, cell.getCellType(), cellCopy);
        }
      }
    }
    for (int column = 0; column < 256; column++) {
      if (sheet.isColumnHidden(column)) {
        copy.setColumnHidden(column, true);
      }
    }
  }

  private HSSFCellStyle style(String format) {
    return styles.computeIfAbsent(
        format,
        code -> {
          var style = to.createCellStyle();
          style.setDataFormat(to.createDataFormat().getFormat(code));
          return style;
        });
  }

  private static void value(Cell from, CellType type, Cell to) {
    switch (type) {
      case NUMERIC -> to.setCellValue(from.getNumericCellValue());
      case STRING -> to.setCellValue(from.getStringCellValue());
      case BOOLEAN -> to.setCellValue(from.getBooleanCellValue());
      case ERROR -> to.setCellErrorValue(from.getErrorCellValue());
      case BLANK, FORMULA, _NONE -> {
        // Nothing to be copied.
      }
    }
  }
}
