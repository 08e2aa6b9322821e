package dev.rollup.write;

import dev.rollup.messages.Messages;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A sheet that is a table: a title, headings that stay in sight and are printed on every page, then
 * row after row. Rows are written once, from above, so that a long table needs no memory.
 */
final class TableSheet {

  /** How a cell of the table looks. */
  enum Style {
    WORDS,
    CENTRED,
    COUNT,
    TOTAL,
    TOTAL_WORDS,
    /** Something is wrong or missing here. */
    ALERT,
    /** In order, with a remark. */
    NOTE
  }

  private static final String HEAD_FILL = "DCE6F1";
  private static final String TOTAL_FILL = "F2F2F2";
  private static final String ALERT_FILL = "FCE4D6";
  private static final String NOTE_FILL = "FFF2CC";
  private static final double INCH = 25.4;

  private final SXSSFSheet sheet;
  private final Palette palette;
  private final TemplateWorkbook workbook;
  private final Messages messages;
  private final int columns;
  private int headings;
  private int next;

  TableSheet(
      SXSSFWorkbook book, TemplateWorkbook workbook, String name, int columns, Messages messages) {
    this.sheet = book.createSheet(name);
    this.workbook = workbook;
    this.palette = workbook.palette();
    this.columns = columns;
    this.messages = messages;
  }

  /** Writes the title in the first row. */
  void title(String text) {
    Row row = sheet.createRow(next++);
    row.setHeightInPoints(34);
    Look look = Look.WORDS.type(Look.Type.TITLE).across(HorizontalAlignment.CENTER);
    palette.write(row.createCell(0), text, look);
    merge(0, 0, 0, columns - 1);
  }

  /** Writes a row of headings; the last one is what the filter and the frozen part end with. */
  void headings(List<String> texts, float height) {
    Row row = sheet.createRow(next++);
    row.setHeightInPoints(height);
    for (int c = 0; c < columns; c++) {
      palette.write(row.createCell(c), texts.get(c), head());
    }
    headings = next;
  }

  /** Sets the widths of the columns, in half characters. */
  void widths(List<Integer> widths) {
    for (int c = 0; c < columns; c++) {
      sheet.setColumnWidth(c, Math.min(255, widths.get(c)) * 256);
    }
  }

  /** Merges cells of rows that are written already; rows and columns are counted from 0. */
  void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    if (firstRow != lastRow || firstColumn != lastColumn) {
      sheet.addMergedRegionUnsafe(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
    }
  }

  /** Starts the next row and returns its number, counted from 0. */
  int row() {
    sheet.createRow(next);
    return next++;
  }

  /** Starts the next row with room for several lines of text. */
  int row(int lines) {
    sheet
        .createRow(next)
        .setHeightInPoints(TextSize.height(Math.max(1, lines), Look.Type.TEXT.points()));
    return next++;
  }

  /** Writes words into the row that was started last; null leaves the cell empty. */
  void words(int column, String text, Style style) {
    palette.write(cell(column), text == null ? "" : text, look(style));
    if (text == null || text.isEmpty()) {
      cell(column).setBlank();
    }
  }

  /** Writes a count into the row that was started last; null leaves the cell empty. */
  void count(int column, Long count, Style style) {
    Cell cell = cell(column);
    cell.setCellStyle(palette.style(look(style)));
    if (count != null) {
      cell.setCellValue(count);
    }
  }

  /** Writes a live formula with the result that it has now; null where the result is empty. */
  void formula(int column, String formula, Long result, Style style) {
    Cell cell = cell(column);
    cell.setCellStyle(palette.style(look(style)));
    cell.setCellFormula(formula);
    if (result == null) {
      cell.setCellValue("");
    } else {
      cell.setCellValue(result);
    }
  }

  /**
   * Closes the sheet: what stays in sight, what is printed, what can be filtered.
   *
   * @param frozenColumns how many columns stay in sight
   * @param lastFiltered the last row that the filter takes in, counted from 0
   */
  void finish(int frozenColumns, int lastFiltered) {
    sheet.createFreezePane(frozenColumns, headings);
    if (lastFiltered >= headings) {
      sheet.setAutoFilter(new CellRangeAddress(headings - 1, lastFiltered, 0, columns - 1));
    }
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(true);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.setHorizontallyCenter(true);
    sheet.setMargin(PageMargin.LEFT, 10 / INCH);
    sheet.setMargin(PageMargin.RIGHT, 10 / INCH);
    sheet.setMargin(PageMargin.TOP, 12 / INCH);
    sheet.setMargin(PageMargin.BOTTOM, 14 / INCH);
    sheet.getFooter().setCenter(messages.text("form.page", "&P", "&N"));
    workbook.printTitles(workbook.getSheet(sheet.getSheetName()), 1, headings - 1);
  }

  private Cell cell(int column) {
    Row row = sheet.getRow(next - 1);
    Cell cell = row.getCell(column);
    return cell == null ? row.createCell(column) : cell;
  }

  private static Look head() {
    return Look.WORDS
        .type(Look.Type.HEAD)
        .frame(Look.Frame.THIN)
        .fill(HEAD_FILL)
        .across(HorizontalAlignment.CENTER);
  }

  private static Look look(Style style) {
    Look words = Look.WORDS.frame(Look.Frame.THIN);
    Look counts = words.across(HorizontalAlignment.RIGHT).format("0");
    return switch (style) {
      case WORDS -> words;
      case CENTRED -> words.across(HorizontalAlignment.CENTER);
      case COUNT -> counts;
      case TOTAL -> counts.type(Look.Type.HEAD).fill(TOTAL_FILL);
      case TOTAL_WORDS ->
          words.type(Look.Type.HEAD).fill(TOTAL_FILL).across(HorizontalAlignment.CENTER);
      case ALERT -> words.fill(ALERT_FILL).across(HorizontalAlignment.CENTER);
      case NOTE -> words.fill(NOTE_FILL).across(HorizontalAlignment.CENTER);
    };
  }
}
