package dev.rollup.cases;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Types over a cell of a workbook that rollup wrote, as a clerk does who knows better. */
final class EditedByHand {

  private EditedByHand() {}

  /**
   * Changes a file in its place.
   *
   * @param name the defined name of the cell, or the sheet and the cell as in {@code 表!E5}
   * @param typed what is typed; digits are a number, the empty text clears the cell
   */
  static void edit(Path file, String name, String typed) throws IOException {
    try (var book = new XSSFWorkbook(Files.newInputStream(file))) {
      var place =
          new CellReference(name.contains("!") ? name : book.getName(name).getRefersToFormula());
      XSSFSheet sheet = book.getSheet(place.getSheetName());
      XSSFRow row = sheet.getRow(place.getRow());
      XSSFCell cell =
          (row == null ? sheet.createRow(place.getRow()) : row)
              .getCell(place.getCol(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
      if (typed.isEmpty()) {
        cell.setBlank();
      } else if (typed.matches("\\d+")) {
        cell.setCellValue(Double.parseDouble(typed));
      } else {
        cell.setCellValue(typed);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        book.write(out);
      }
    }
  }
}
