package dev.rollup.write.copy;

import dev.rollup.model.Position;
import dev.rollup.submission.Value;
import dev.rollup.template.Binding;
import dev.rollup.template.Block;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** Writes the rows of lists, and adds rows where a list has too few. */
final class GrowingLists {

  private final Workbook workbook;
  private final CopyCells cells;

  GrowingLists(Workbook workbook, CopyCells cells) {
    this.workbook = workbook;
    this.cells = cells;
  }

  /** Writes all lists, the lowest first: what is below one moves down as it grows. */
  void write(Map<Block.Rows, List<Map<Binding, Value>>> lists) {
    lists.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<Block.Rows, List<Map<Binding, Value>>> list) -> first(list.getKey()))
                .reversed())
        .forEach(list -> list(list.getKey(), list.getValue()));
  }

  private static int first(Block.Rows list) {
    return list.bindings().get(0).at().cell().row();
  }

  private void list(Block.Rows list, List<Map<Binding, Value>> rows) {
    String on = list.bindings().get(0).at().on();
    Sheet sheet = workbook.getSheet(on);
    int first = first(list);
    int last = first + list.rows() - 1;
    if (rows.size() > list.rows()) {
      grow(sheet, last, rows.size() - list.rows());
      cells.grow(on, last, rows.size() - list.rows());
    }
    for (int i = 0; i < rows.size(); i++) {
      int row = first + i;
      rows.get(i)
          .forEach(
              (binding, value) -> {
                Cell cell = cells.cell(on, new Position(row, binding.at().cell().column()));
                cells.put(cell, value);
              });
    }
  }

  /** Adds rows in the style of the last one; what is below moves down. */
  private static void grow(Sheet sheet, int last, int more) {
    if (sheet.getLastRowNum() > last) {
      sheet.shiftRows(last + 1, sheet.getLastRowNum(), more, true, false);
    }
    Row model = sheet.getRow(last);
    List<CellRangeAddress> merged =
        sheet.getMergedRegions().stream()
            .filter(area -> area.getFirstRow() == last && area.getLastRow() == last)
            .toList();
    for (int row = last + 1; row <= last + more; row++) {
      Row added = sheet.createRow(row);
      if (model == null) {
        continue;
      }
      added.setHeight(model.getHeight());
      for (var cell : model) {
        added.createCell(cell.getColumnIndex()).setCellStyle(cell.getCellStyle());
        ordinal(cell, added, row - last);
      }
      for (var area : merged) {
        sheet.addMergedRegion(
            new CellRangeAddress(row, row, area.getFirstColumn(), area.getLastColumn()));
      }
    }
  }

  /** Goes on with a column that numbers the rows. */
  private static void ordinal(Cell model, Row added, int further) {
    Row before = model.getSheet().getRow(model.getRowIndex() - 1);
    Cell above = before == null ? null : before.getCell(model.getColumnIndex());
    if (model.getCellType() == CellType.NUMERIC
        && above != null
        && above.getCellType() == CellType.NUMERIC
        && model.getNumericCellValue() - above.getNumericCellValue() == 1) {
      added.getCell(model.getColumnIndex()).setCellValue(model.getNumericCellValue() + further);
    } else if (model.getCellType() == CellType.STRING
        && above != null
        && above.getCellType() == CellType.STRING) {
      RowNumbers.next(above.getStringCellValue(), model.getStringCellValue(), further)
          .ifPresent(added.getCell(model.getColumnIndex())::setCellValue);
    }
  }
}
