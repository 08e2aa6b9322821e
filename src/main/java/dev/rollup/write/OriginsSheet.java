package dev.rollup.write;

import dev.rollup.match.Carried;
import dev.rollup.match.CarriedTable;
import dev.rollup.template.RollUp;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * 分项来源: of how many units each total is made and whose each row is, for the program of the level
 * above. Nobody is shown it.
 */
final class OriginsSheet {

  private OriginsSheet() {}

  /**
   * Adds the sheet behind all others.
   *
   * @param book the workbook, or the one that streams into it
   */
  static void add(Workbook book, Palette palette, Carried carried) {
    Sheet sheet = book.createSheet(RollUp.ORIGINS);
    int next = 0;
    for (var line : CarriedTable.of(carried)) {
      row(sheet.createRow(next++), line, palette);
    }
    book.setSheetVisibility(book.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
  }

  private static void row(Row row, List<Object> line, Palette palette) {
    for (int c = 0; c < line.size(); c++) {
      if (line.get(c) instanceof Long count) {
        row.createCell(c).setCellValue(count);
      } else if (!line.get(c).toString().isEmpty()) {
        Cell cell = row.createCell(c);
        palette.write(cell, line.get(c).toString(), Look.WORDS);
      }
    }
  }
}
