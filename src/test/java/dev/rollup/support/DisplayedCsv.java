package dev.rollup.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Saves the first sheet of a workbook as csv, as spreadsheets do: what is displayed. */
public final class DisplayedCsv {

  private DisplayedCsv() {}

  /** Returns the csv in UTF-8, without a byte order mark. */
  public static byte[] of(byte[] workbook) {
    return written(cells(workbook));
  }

  /** Returns what the cells of the first sheet show, row by row. */
  static List<List<String>> cells(byte[] workbook) {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      return cells(book);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the cells of the first sheet show, row by row. */
  static List<List<String>> cells(XSSFWorkbook book) {
    var rows = new ArrayList<List<String>>();
    var formatter = new DataFormatter();
    XSSFSheet sheet = book.getSheetAt(0);
    for (int r = 0; r <= sheet.getLastRowNum(); r++) {
      var row = sheet.getRow(r);
      var values = new ArrayList<String>();
      for (int c = 0; row != null && c < row.getLastCellNum(); c++) {
        values.add(formatter.formatCellValue(row.getCell(c)));
      }
      rows.add(values);
    }
    return rows;
  }

  /** Returns a csv with these cells. */
  static byte[] written(List<List<String>> rows) {
    var out = new ByteArrayOutputStream();
    try (var printer =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.EXCEL)) {
      printer.printRecords(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
