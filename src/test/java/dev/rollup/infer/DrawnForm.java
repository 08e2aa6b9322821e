package dev.rollup.infer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A blank form, drawn with letters. A line is a title ({@code T}), a line outside the table ({@code
 * L}, a bar between cells), or a row of the table between bars. In the table {@code <} continues
 * the cell on its left, {@code ^} the one above, {@code /} is shaded, {@code =…} is a formula.
 */
final class DrawnForm {

  private final List<String> lines;

  DrawnForm(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  /** Returns the form as a workbook with one sheet. */
  byte[] xlsx() throws IOException {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet("表");
      XSSFCellStyle boxed = workbook.createCellStyle();
      boxed.setBorderTop(BorderStyle.THIN);
      boxed.setBorderBottom(BorderStyle.THIN);
      boxed.setBorderLeft(BorderStyle.THIN);
      boxed.setBorderRight(BorderStyle.THIN);
      XSSFCellStyle shaded = boxed.copy();
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
