package dev.rollup.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/**
 * A blank form, drawn with letters. A line is a title ({@code T}), a line outside the table ({@code
 * L}, a bar between cells), or a row of the table between bars. In the table {@code <} continues
 * the cell on its left, {@code ^} the one above, {@code /} is shaded, {@code =…} is a formula.
 */
public final class DrawnForm {

  private final List<String> lines;

  /** A form that is drawn with these lines. */
  public DrawnForm(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  /** Returns the form as a workbook with one sheet. */
  public byte[] xlsx() throws IOException {
    return sheet(new XSSFWorkbook());
  }

  /** Returns the same as a workbook of old. */
  public byte[] xls() throws IOException {
    return sheet(new HSSFWorkbook());
  }

  private byte[] sheet(Workbook workbook) throws IOException {
    try (workbook;
        var bytes = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet("表");
      CellStyle boxed = workbook.createCellStyle();
      boxed.setBorderTop(BorderStyle.THIN);
      boxed.setBorderBottom(BorderStyle.THIN);
      boxed.setBorderLeft(BorderStyle.THIN);
      boxed.setBorderRight(BorderStyle.THIN);
      CellStyle shaded = workbook.createCellStyle();
      shaded.cloneStyleFrom(boxed);
      shaded.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      shaded.setFillForegroundColor(IndexedColors.GREY_40_PERCENT.getIndex());
      var table = new ArrayList<List<String>>();
      int width = 1;
      for (var line : lines) {
        List<String> cells = cells(line);
        table.add(cells);
        width = Math.max(width, line.startsWith("|") ? cells.size() : 1);
      }
      for (int r = 0; r < table.size(); r++) {
        var row = sheet.createRow(r);
        boolean inTable = lines.get(r).startsWith("|");
        for (int c = 0; c < table.get(r).size(); c++) {
          String text = table.get(r).get(c);
          var cell = row.createCell(c);
          if (inTable) {
            cell.setCellStyle(text.equals("/") ? shaded : boxed);
          }
          if (text.startsWith("=")) {
            cell.setCellFormula(text.substring(1));
          } else if (!text.isEmpty() && !"<^/".contains(text)) {
            cell.setCellValue(text);
          }
        }
        if (lines.get(r).startsWith("T") && width > 1) {
          sheet.addMergedRegion(new CellRangeAddress(r, r, 0, width - 1));
        }
      }
      merge(table).forEach(sheet::addMergedRegion);
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  /** Returns the form as a Word document with one table. */
  public byte[] docx() throws IOException {
    try (var document = new XWPFDocument();
        var bytes = new ByteArrayOutputStream()) {
      XWPFTable table = null;
      for (var line : lines) {
        if (!line.startsWith("|")) {
          table = null;
          String text = line.substring(2).replaceAll("\\|+", "　　　　");
          document.createParagraph().createRun().setText(text);
          continue;
        }
        XWPFTableRow row;
        if (table == null) {
          table = document.createTable();
          row = table.getRow(0);
        } else {
          row = table.createRow();
        }
        while (!row.getTableCells().isEmpty()) {
          row.removeCell(0);
        }
        List<String> cells = cells(line);
        var grid = table.getCTTbl().getTblGrid();
        if (grid == null) {
          grid = table.getCTTbl().addNewTblGrid();
        }
        while (grid.sizeOfGridColArray() < cells.size()) {
          grid.addNewGridCol();
        }
        for (int c : starts(line)) {
          cell(row.createCell(), cells, c);
        }
      }
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void cell(XWPFTableCell cell, List<String> cells, int column) {
    String text = cells.get(column);
    var properties = cell.getCTTc().addNewTcPr();
    int right = column;
    while (right + 1 < cells.size() && cells.get(right + 1).equals("<")) {
      right++;
    }
    if (right > column) {
      properties.addNewGridSpan().setVal(BigInteger.valueOf(right - column + 1));
    }
    if (text.equals("^")) {
      properties.addNewVMerge();
    } else {
      properties.addNewVMerge().setVal(STMerge.RESTART);
    }
    if (text.equals("/")) {
      cell.setColor("A0A0A0");
    } else if (!text.equals("^") && !text.startsWith("=")) {
      cell.setText(text);
    }
  }

  /** Returns the columns in which the cells of a line begin, as Word numbers them. */
  public static List<Integer> starts(String line) {
    List<String> cells = cells(line);
    var starts = new ArrayList<Integer>();
    for (int c = 0; c < cells.size(); c++) {
      if (!cells.get(c).equals("<")) {
        starts.add(c);
      }
    }
    return starts;
  }

  private static List<String> cells(String line) {
    if (!line.startsWith("|")) {
      return List.of(line.substring(2).split("\\|", -1));
    }
    var cells = new ArrayList<String>();
    for (var cell : line.substring(1, line.lastIndexOf('|')).split("\\|", -1)) {
      cells.add(cell.replaceAll("^ +| +$", ""));
    }
    return cells;
  }

  private List<CellRangeAddress> merge(List<List<String>> table) {
    var areas = new ArrayList<CellRangeAddress>();
    for (int r = 0; r < table.size(); r++) {
      for (int c = 0; c < table.get(r).size(); c++) {
        if (lines.get(r).startsWith("|") && !"<^".contains(text(table, r, c))) {
          int right = c;
          while (text(table, r, right + 1).equals("<")) {
            right++;
          }
          int bottom = r;
          while (text(table, bottom + 1, c).equals("^")) {
            bottom++;
          }
          if (right > c || bottom > r) {
            areas.add(new CellRangeAddress(r, bottom, c, right));
          }
        }
      }
    }
    return areas;
  }

  /** Returns the text at a place; white space where nothing is written, or nothing is. */
  private static String text(List<List<String>> table, int row, int column) {
    boolean inside = row < table.size() && column < table.get(row).size();
    return inside && !table.get(row).get(column).isEmpty() ? table.get(row).get(column) : " ";
  }
}
