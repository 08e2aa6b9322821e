package dev.rollup.write.review;

import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.write.xlsx.XmlSafeText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;

/** A blank that is no workbook of today, drawn on the sheets of one: its words and its lines. */
final class DrawnBlank {

  private static final int COLUMN_WIDTH = 14 * 256;

  private final XSSFWorkbook book;
  private final CellStyle boxed;

  /** Where the blank's places are on the sheets that were drawn, by their names. */
  private final Map<String, Cell> cells = new HashMap<>();

  DrawnBlank(XSSFWorkbook book) {
    this.book = book;
    boxed = book.createCellStyle();
    boxed.setWrapText(true);
    boxed.setAlignment(HorizontalAlignment.CENTER);
    boxed.setVerticalAlignment(VerticalAlignment.CENTER);
    boxed.setBorderTop(BorderStyle.THIN);
    boxed.setBorderBottom(BorderStyle.THIN);
    boxed.setBorderLeft(BorderStyle.THIN);
    boxed.setBorderRight(BorderStyle.THIN);
  }

  /** Returns the cell in which a blank was drawn; null where it was not. */
  Cell cell(Place place) {
    return cells.get(new Place(place.kind(), place.on(), place.cell(), 0, 0).toString());
  }

  /** Draws a workbook of old, sheet by sheet. */
  void old(byte[] content) throws IOException {
    var shown = new DataFormatter();
    try (var old = new HSSFWorkbook(new ByteArrayInputStream(content))) {
      for (Sheet from : old) {
        Sheet to = book.createSheet(from.getSheetName());
        for (Row row : from) {
          Row drawn = to.createRow(row.getRowNum());
          drawn.setHeight(row.getHeight());
          for (Cell cell : row) {
            Cell copy = drawn.createCell(cell.getColumnIndex());
            copy.setCellValue(XmlSafeText.onOneLine(shown.formatCellValue(cell)));
            boolean lines = cell.getCellStyle().getBorderBottom() != BorderStyle.NONE;
            if (lines || cell.getCellStyle().getBorderTop() != BorderStyle.NONE) {
              copy.setCellStyle(boxed);
            }
            to.setColumnWidth(cell.getColumnIndex(), from.getColumnWidth(cell.getColumnIndex()));
            var at = new Position(cell.getRowIndex(), cell.getColumnIndex());
            cells.put(Place.onSheet(from.getSheetName(), at).toString(), copy);
          }
        }
        from.getMergedRegions().forEach(to::addMergedRegion);
      }
    }
  }

  /**
   * Draws a Word document on one sheet: its paragraphs and tables one below the other.
   *
   * @param name the name of the sheet
   */
  void word(byte[] content, String name) throws IOException {
    Sheet sheet = book.createSheet(name);
    sheet.setDefaultColumnWidth(COLUMN_WIDTH / 256);
    int row = 0;
    int tables = 0;
    int paragraphs = 0;
    try (var document = new XWPFDocument(new ByteArrayInputStream(content))) {
      for (IBodyElement element : document.getBodyElements()) {
        if (element instanceof XWPFParagraph paragraph) {
          Cell cell = sheet.createRow(row++).createCell(0);
          cell.setCellValue(XmlSafeText.onOneLine(paragraph.getText()));
          cells.put(Place.inText(paragraphs++).toString(), cell);
        } else if (element instanceof XWPFTable table) {
          row = table(table, ++tables, sheet, row) + 1;
        }
      }
    }
  }

  private int table(XWPFTable table, int number, Sheet sheet, int top) {
    var open = new HashMap<Integer, CellRangeAddress>();
    int row = top;
    for (int r = 0; r < table.getNumberOfRows(); r++, row++) {
      Row drawn = sheet.createRow(row);
      int column = 0;
      int cellNumber = 0;
      for (var cell : table.getRow(r).getTableCells()) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        boolean spans = properties != null && properties.isSetGridSpan();
        int width = spans ? properties.getGridSpan().getVal().intValue() : 1;
        boolean goesOn =
            properties != null
                && properties.isSetVMerge()
                && !"restart".equals(String.valueOf(properties.getVMerge().getVal()));
        for (int c = column; c < column + width; c++) {
          drawn.createCell(c).setCellStyle(boxed);
        }
        Cell own = drawn.getCell(column);
        cells.put(Place.inTable(number, r, cellNumber).toString(), own);
        own.setCellValue(XmlSafeText.onOneLine(cell.getText()));
        CellRangeAddress above = open.get(column);
        if (goesOn && above != null) {
          above.setLastRow(row);
        } else {
          open.put(column, new CellRangeAddress(row, row, column, column + width - 1));
          merge(sheet, above);
        }
        column += width;
        cellNumber++;
      }
    }
    open.values().forEach(area -> merge(sheet, area));
    return row;
  }

  private static void merge(Sheet sheet, CellRangeAddress area) {
    if (area != null && area.getNumberOfCells() > 1) {
      sheet.addMergedRegion(area);
    }
  }
}
