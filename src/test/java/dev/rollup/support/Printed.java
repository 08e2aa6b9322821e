package dev.rollup.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Prints the first sheet of a workbook, as wide as the page, cell by cell with its lines. */
public final class Printed {

  private static final double MARGIN = 36;
  private static final double WIDTH = 595;

  private Printed() {}

  /** Prints onto a paper of A4. */
  public static byte[] on(Paper paper, byte[] workbook) {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      print(paper, book.getSheetAt(0));
      return paper.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(Paper paper, XSSFSheet sheet) {
    int columns = 0;
    for (var row : sheet) {
      columns = Math.max(columns, row.getLastCellNum());
    }
    double[] xs = new double[columns + 1];
    for (int column = 0; column < columns; column++) {
      boolean hidden = sheet.isColumnHidden(column);
      xs[column + 1] = xs[column] + (hidden ? 0 : sheet.getColumnWidthInPixels(column));
    }
    double scale = (WIDTH - 2 * MARGIN) / xs[columns];
    double[] ys = new double[sheet.getLastRowNum() + 2];
    for (int row = 0; row <= sheet.getLastRowNum(); row++) {
      var own = sheet.getRow(row);
      boolean hidden = own != null && own.getZeroHeight();
      ys[row + 1] =
          ys[row] + (hidden ? 0 : own == null ? 14 : Math.max(14, own.getHeightInPoints()));
    }
    double down = Math.min(1, (842 - 2 * MARGIN) / ys[ys.length - 1]);
    var format = new DataFormatter();
    var evaluator = sheet.getWorkbook().getCreationHelper().createFormulaEvaluator();
    for (var row : sheet) {
      for (var cell : row) {
        CellRangeAddress area = area(sheet, cell);
        if (area.getFirstRow() != cell.getRowIndex()
            || area.getFirstColumn() != cell.getColumnIndex()) {
          continue;
        }
        double left = MARGIN + xs[area.getFirstColumn()] * scale;
        double right = MARGIN + xs[area.getLastColumn() + 1] * scale;
        double top = MARGIN + ys[area.getFirstRow()] * down;
        double bottom = MARGIN + ys[area.getLastRow() + 1] * down;
        if (right - left < 1 || bottom - top < 1) {
          continue;
        }
        if (cell.getCellStyle().getBorderBottom() != BorderStyle.NONE) {
          paper.line(left, top, right, top).line(left, bottom, right, bottom);
          paper.line(left, top, left, bottom).line(right, top, right, bottom);
        }
        write(paper, format.formatCellValue(cell, evaluator), left, top, right, bottom);
      }
    }
  }

  private static CellRangeAddress area(XSSFSheet sheet, Cell cell) {
    return sheet.getMergedRegions().stream()
        .filter(area -> area.isInRange(cell))
        .findFirst()
        .orElseGet(
            () ->
                new CellRangeAddress(
                    cell.getRowIndex(),
                    cell.getRowIndex(),
                    cell.getColumnIndex(),
                    cell.getColumnIndex()));
  }

  private static void write(
      Paper paper, String text, double left, double top, double right, double bottom) {
    double size = Math.min(8, (bottom - top) * 0.7);
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      var line = new StringBuilder();
      for (int i = 0; i < paragraph.length(); i++) {
        char c = paragraph.charAt(i);
        if (Paper.width(line.toString() + c, size) > right - left - 3) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(c);
      }
      lines.add(line.toString());
    }
    double pitch = Math.min(size * 1.2, (bottom - top) / lines.size());
    double y = (top + bottom) / 2 - pitch * lines.size() / 2 + pitch * 0.8;
    for (String line : lines) {
      if (!line.isBlank()) {
        paper.text(left + 1.5, y, Math.min(size, pitch), line);
      }
      y += pitch;
    }
  }
}
