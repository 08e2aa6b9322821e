package dev.rollup.write.xlsx;

import java.util.List;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;

/** What a workbook carries for the program that reads it again. Nobody is shown it. */
public final class HiddenSheet {

  private HiddenSheet() {}

  /**
   * Adds a sheet behind all others.
   *
   * @param book the workbook, or the one that streams into it
   * @param lines the cells line by line, each a Number or words
   */
  public static void add(
      Workbook book, String name, Palette palette, List<? extends List<? extends Object>> lines) {
    add(book, name, lines, (cell, words) -> palette.write(cell, words, CellFormat.WORDS));
  }

  /**
   * Adds a sheet behind all others of a workbook that is a copy of somebody's own.
   *
   * @param lines the cells line by line, each a Number or words
   */
  public static void add(Workbook book, String name, List<? extends List<? extends Object>> lines) {
    var words = book.createCellStyle();
    words.setQuotePrefixed(true);
    add(
        book,
        name,
        lines,
        (cell, text) -> {
          cell.setCellValue(SheetText.clean(text));
          if (SheetText.needsQuote(text)) {
            cell.setCellStyle(words);
          }
        });
  }

  private static void add(
      Workbook book,
      String name,
      List<? extends List<? extends Object>> lines,
      BiConsumer<Cell, String> words) {
    Sheet sheet = book.createSheet(name);
    int next = 0;
    for (var line : lines) {
      row(sheet.createRow(next++), line, words);
    }
    book.setSheetVisibility(book.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
  }

  private static void row(Row row, List<? extends Object> line, BiConsumer<Cell, String> words) {
    for (int c = 0; c < line.size(); c++) {
      if (line.get(c) instanceof Number count) {
        row.createCell(c).setCellValue(count.doubleValue());
      } else if (!line.get(c).toString().isEmpty()) {
        words.accept(row.createCell(c), line.get(c).toString());
      }
    }
  }
}
