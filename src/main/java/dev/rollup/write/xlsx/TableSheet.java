package dev.rollup.write.xlsx;

import dev.rollup.messages.Messages;
import dev.rollup.model.Position;
import dev.rollup.text.TextSize;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that is a table: a title, headings that stay in sight and are printed on every page, then
 * row after row. Rows are written once, from above, so that a long table needs no memory; a row
 * becomes as high as its words need.
 */
public final class TableSheet {

  /** How a cell of the table looks. */
  public enum Style {
    WORDS,
    /** Words that are there to be looked up or copied, and not to be read first. */
    SMALL,
    CENTRED,
    COUNT,
    /** A count of which something was left out. */
    PARTIAL_COUNT,
    TOTAL,
    TOTAL_WORDS,
    /** Something is wrong or missing here. */
    ALERT,
    /** As {@link #ALERT}, with more words than there is room for. */
    SMALL_ALERT,
    /** In order, with a remark. */
    NOTE,
    /** Words between tables. */
    HEADING,
    /** Words without a frame. */
    PLAIN
  }

  /** The colour behind heads, in hex. */
  public static final String HEAD_FILL = "DCE6F1";

  /** The colour behind totals, in hex. */
  public static final String TOTAL_FILL = "F2F2F2";

  /** The colour behind what is to be corrected, in hex. */
  public static final String ALERT_FILL = "FCE4D6";

  /** The colour behind what is to be confirmed, in hex. */
  public static final String NOTE_FILL = "FFF2CC";

  /** What a printed row of one line needs, the tight way of long tables. */
  public static final float TIGHT_ROW = 15;

  /** A page header takes 255 characters, its codes among them. */
  private static final int MOST_HEADER = 200;

  private static final double INCH = 25.4;

  private final SXSSFSheet sheet;
  private final Palette palette;
  private final TemplateWorkbook workbook;
  private final Messages messages;
  private final int[] widths;
  private String title = "";
  private int headings;
  private int next;
  private int first;

  /** A table on a sheet of its own, row after row. */
  public TableSheet(
      SXSSFWorkbook book,
      TemplateWorkbook workbook,
      String name,
      List<Integer> widths,
      Messages messages) {
    this.sheet = book.createSheet(name);
    this.workbook = workbook;
    this.palette = workbook.palette();
    this.messages = messages;
    this.widths = widths.stream().mapToInt(Integer::intValue).toArray();
    for (int c = 0; c < this.widths.length; c++) {
      sheet.setColumnWidth(c, this.widths[c] * 256);
    }
  }

  /** Hides the first column: it holds a code that programs look for and people do not read. */
  public void hideCodes() {
    sheet.setColumnHidden(0, true);
    first = 1;
  }

  /**
   * Writes the title in the first row, behind the way back to another sheet. The row is seen on the
   * screen only: on paper the title stands above each page.
   *
   * @param back the name of the sheet that leads here
   */
  public void title(String text, String back) {
    title(text, back, widths.length - 1);
  }

  /** As {@link #title(String, String)}, above the columns up to the last one, counted from 0. */
  public void title(String text, String back, int lastColumn) {
    title = text;
    CellFormat cellFormat =
        CellFormat.WORDS.type(CellFormat.Type.TITLE).across(HorizontalAlignment.CENTER);
    wide(text, cellFormat, first + 1, lastColumn, 34);
    palette.write(
        sheet.getRow(next - 1).createCell(first),
        back,
        CellFormat.WORDS.type(CellFormat.Type.LINK));
    link(first, back, new Position(0, 0));
  }

  /** Lets a cell of the row that was started last lead to a cell of another sheet. */
  public void link(int column, String toSheet, Position to) {
    XSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
    link.setAddress("'" + toSheet + "'!" + Position.columnLetters(to.column()) + (to.row() + 1));
    cell(column).setHyperlink(link);
  }

  /** Writes another title between tables. */
  public void subtitle(String text) {
    CellFormat cellFormat =
        CellFormat.WORDS.type(CellFormat.Type.TITLE).across(HorizontalAlignment.CENTER);
    wide(text, cellFormat, 0, widths.length - 1, 34);
  }

  /** Writes a line as wide as the table. */
  public void line(String text, Style style) {
    wide(text, cellFormat(style), 0, widths.length - 1, 0);
  }

  /** Leaves a little room. */
  public void gap(float height) {
    sheet.createRow(next++).setHeightInPoints(height);
  }

  private void wide(String text, CellFormat cellFormat, int from, int to, float least) {
    Row row = sheet.createRow(next++);
    palette.write(row.createCell(from), text, cellFormat);
    int lines = TextSize.lines(text, width(from, to), cellFormat.type().points());
    float height = TextSize.height(withSpare(lines), cellFormat.type().points());
    row.setHeightInPoints(Math.max(least, height));
    merge(next - 1, next - 1, from, to);
  }

  /** Writes a row of headings; the last one is what the filter and the frozen part end with. */
  public void headings(List<String> texts) {
    headings(texts, CellFormat.Type.HEAD);
  }

  /** Writes a row of headings in a type of its own. */
  void headings(List<String> texts, CellFormat.Type type) {
    int lines = 1;
    for (int c = 0; c < texts.size(); c++) {
      lines = Math.max(lines, TextSize.lines(texts.get(c), widths[c], type.points()));
    }
    headings(texts, type, TextSize.height(lines, type.points()) + 4);
  }

  /** Writes a row of headings of a height of its own: some are merged afterwards. */
  public void headings(List<String> texts, CellFormat.Type type, float height) {
    Row row = sheet.createRow(next++);
    row.setHeightInPoints(height);
    CellFormat head =
        CellFormat.WORDS
            .type(type)
            .frame(CellFormat.Frame.THIN)
            .fill(HEAD_FILL)
            .across(HorizontalAlignment.CENTER);
    for (int c = 0; c < texts.size(); c++) {
      palette.write(row.createCell(c), texts.get(c), head);
    }
    headings = next;
  }

  /** Returns how wide columns are together; both counted from 0 and included. */
  int width(int first, int last) {
    int sum = 0;
    for (int c = first; c <= last; c++) {
      sum += widths[c];
    }
    return sum;
  }

  /** Merges cells of rows that are written already; rows and columns are counted from 0. */
  public void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    if (firstRow != lastRow || firstColumn != lastColumn) {
      sheet.addMergedRegionUnsafe(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
    }
  }

  /** Merges cells of the row that was started last, all framed alike. */
  private void span(int firstColumn, int lastColumn) {
    merge(next - 1, next - 1, firstColumn, lastColumn);
    Cell first = cell(firstColumn);
    for (int c = firstColumn + 1; c <= lastColumn; c++) {
      cell(c).setCellStyle(first.getCellStyle());
    }
  }

  /** Starts the next row and returns its number, counted from 0. */
  public int row() {
    return row(TextSize.height(1, CellFormat.Type.TEXT.points()));
  }

  /** Starts the next row, at least so high, and returns its number, counted from 0. */
  public int row(float height) {
    sheet.createRow(next).setHeightInPoints(height);
    return next++;
  }

  /** Returns the number of the row that will be started next, counted from 0. */
  public int nextRow() {
    return next;
  }

  /** Gives a cell of the row that was started last a name that the whole workbook knows. */
  public void name(String name, int column) {
    workbook.name(name, workbook.getSheet(sheet.getSheetName()), new Position(next - 1, column));
  }

  /** Writes words into the row that was started last; null leaves the cell empty. */
  public void words(int column, @Nullable String text, Style style) {
    words(column, column, text, style);
  }

  /** Writes words into several cells of the row that was started last, merged into one. */
  public void words(int first, int last, @Nullable String text, Style style) {
    CellFormat cellFormat = cellFormat(style);
    if (text == null || text.isEmpty()) {
      cell(first).setCellStyle(palette.style(cellFormat));
    } else {
      palette.write(cell(first), text, cellFormat);
      double points = cellFormat.type().points();
      int lines = TextSize.lines(text, width(first, last), points);
      Row row = sheet.getRow(next - 1);
      float needed = lines == 1 ? 0 : TextSize.height(withSpare(lines), points);
      if (needed > row.getHeightInPoints()) {
        row.setHeightInPoints(needed);
      }
    }
    if (last > first) {
      span(first, last);
    }
  }

  /** Other fonts break long words elsewhere: they get a line more than they need. */
  private static int withSpare(int lines) {
    return lines > 2 ? lines + 1 : lines;
  }

  /** Writes a long text of which the row shows the beginning only: it is there to be copied. */
  public void clipped(int column, String text) {
    palette.write(cell(column), text, cellFormat(Style.SMALL).down(VerticalAlignment.TOP));
  }

  /** Writes a count into the row that was started last; null leaves the cell empty. */
  public void count(int column, @Nullable Number count, Style style) {
    Cell cell = cell(column);
    cell.setCellStyle(palette.style(cellFormat(style, count)));
    if (count != null) {
      cell.setCellValue(count.doubleValue());
    }
  }

  /** Writes a live formula with the result that it has now; null where the result is empty. */
  public void formula(int column, String formula, @Nullable Number result, Style style) {
    Cell cell = cell(column);
    cell.setCellStyle(palette.style(cellFormat(style, result)));
    cell.setCellFormula(formula);
    if (result == null) {
      cell.setCellValue("");
    } else {
      cell.setCellValue(result.doubleValue());
    }
  }

  /** Returns a format that shows all decimals that a number has. */
  private static CellFormat cellFormat(Style style, @Nullable Number number) {
    CellFormat cellFormat = cellFormat(style);
    boolean decimals = number instanceof BigDecimal exact && exact.scale() > 0;
    return decimals
        ? cellFormat.numberFormat(cellFormat.numberFormat().replaceFirst("^0", "0.0#########"))
        : cellFormat;
  }

  /** Tells whether the table has as many rows as a sheet can take but for a last one. */
  public boolean full() {
    return next >= workbook.getSpreadsheetVersion().getLastRowIndex();
  }

  /**
   * Closes the sheet as a table that is one page wide: what stays in sight, what is printed, what
   * can be filtered.
   *
   * @param frozenColumns how many columns stay in sight
   * @param lastFiltered the last row that the filter takes in, counted from 0
   */
  public void finish(int frozenColumns, int lastFiltered) {
    finish(frozenColumns, lastFiltered, widths.length - 1);
  }

  /**
   * As {@link #finish(int, int)}.
   *
   * @param lastPrinted the last column that is printed; those behind it are read on the screen
   */
  public void finish(int frozenColumns, int lastFiltered, int lastPrinted) {
    finish(frozenColumns, lastFiltered, lastPrinted, true);
  }

  /** As {@link #finish(int, int)}, on paper that stands: for tables that are not wide. */
  public void finishStanding(int lastFiltered) {
    finish(0, lastFiltered, widths.length - 1, false);
  }

  private void finish(int frozenColumns, int lastFiltered, int lastPrinted, boolean landscape) {
    sheet.createFreezePane(frozenColumns, headings);
    filter(headings - 1, lastFiltered);
    print(landscape, PrintSetup.A4_PAPERSIZE);
    onePageWide();
    workbook.printArea(xssf(), new CellRangeAddress(1, Math.max(1, next - 1), 0, lastPrinted));
    workbook.printTitles(xssf(), 1, headings - 1);
  }

  /**
   * Closes the sheet as one that is read on the screen: of it nothing is printed but its second
   * row, which says so. A sheet cannot be kept from being printed with the others.
   */
  public void finishForScreen(int frozenColumns, int lastFiltered) {
    sheet.createFreezePane(frozenColumns, headings);
    filter(headings - 1, lastFiltered);
    print(true, PrintSetup.A4_PAPERSIZE);
    onePageWide();
    workbook.printArea(xssf(), new CellRangeAddress(1, 1, 0, widths.length - 1));
  }

  /**
   * Closes the sheet as a document to be read, of which the last table may be long.
   *
   * @param lastPrinted the last row that is printed, counted from 0
   */
  public void finishDocument(int lastPrinted) {
    print(false, PrintSetup.A4_PAPERSIZE);
    onePageWide();
    sheet.setDisplayGridlines(false);
    workbook.printArea(xssf(), new CellRangeAddress(1, lastPrinted, 0, widths.length - 1));
    if (lastPrinted == next - 1) {
      workbook.printTitles(xssf(), headings - 1, headings - 1);
    }
  }

  /**
   * Closes the sheet as a table that is several pages wide; the first columns and the headings
   * stand on each of them, the title above each of them.
   *
   * @param frozenColumns how many columns stay in sight
   * @param heads how many rows, the title among them, stay in sight and are printed on every page
   * @param repeated how many columns are printed on every page
   */
  public void finishWide(
      int frozenColumns, int heads, int repeated, int lastFiltered, PagePlan plan) {
    sheet.createFreezePane(frozenColumns, heads);
    filter(headings - 1, lastFiltered);
    print(plan.landscape(), plan.paper());
    sheet.getPrintSetup().setScale((short) plan.scale());
    plan.breaks().forEach(sheet::setColumnBreak);
    workbook.printArea(xssf(), new CellRangeAddress(1, next - 1, 0, widths.length - 1));
    workbook.printTitles(xssf(), 1, heads - 1, repeated - 1);
  }

  /** The blank keeps a title that begins with digits apart from the size of the type. */
  private static String pageHeader(String title) {
    String text = SheetText.clean(title).replace("&", "&&");
    return "&\"黑体,Regular\"&15 "
        + (text.length() <= MOST_HEADER ? text : text.substring(0, MOST_HEADER));
  }

  private void filter(int head, int last) {
    if (last > head) {
      sheet.setAutoFilter(new CellRangeAddress(head, last, 0, widths.length - 1));
    }
  }

  private void onePageWide() {
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setFitToPage(true);
  }

  private void print(boolean landscape, short paper) {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(paper);
    setup.setLandscape(landscape);
    sheet.setHorizontallyCenter(true);
    sheet.setMargin(PageMargin.LEFT, PagePlan.SIDE_MARGIN / INCH);
    sheet.setMargin(PageMargin.RIGHT, PagePlan.SIDE_MARGIN / INCH);
    sheet.setMargin(PageMargin.TOP, PagePlan.TOP_MARGIN / INCH);
    sheet.setMargin(PageMargin.BOTTOM, PagePlan.BOTTOM_MARGIN / INCH);
    sheet.setMargin(PageMargin.HEADER, 8 / INCH);
    sheet.setMargin(PageMargin.FOOTER, 6 / INCH);
    sheet.getHeader().setCenter(pageHeader(title));
    sheet.getFooter().setCenter(messages.text("form.page", "&P", "&N"));
  }

  private XSSFSheet xssf() {
    return workbook.getSheet(sheet.getSheetName());
  }

  private Cell cell(int column) {
    Row row = sheet.getRow(next - 1);
    Cell cell = row.getCell(column);
    return cell == null ? row.createCell(column) : cell;
  }

  private static CellFormat cellFormat(Style style) {
    CellFormat words = CellFormat.WORDS.frame(CellFormat.Frame.THIN);
    CellFormat counts = words.across(HorizontalAlignment.RIGHT).numberFormat("0");
    return switch (style) {
      case WORDS -> words;
      case SMALL -> words.type(CellFormat.Type.SMALL);
      case CENTRED -> words.across(HorizontalAlignment.CENTER);
      case COUNT -> counts;
      case PARTIAL_COUNT -> counts.numberFormat("0\"＊\"").fill(NOTE_FILL);
      case TOTAL -> counts.type(CellFormat.Type.HEAD).fill(TOTAL_FILL);
      case TOTAL_WORDS ->
          words.type(CellFormat.Type.HEAD).fill(TOTAL_FILL).across(HorizontalAlignment.CENTER);
      case ALERT -> words.fill(ALERT_FILL).across(HorizontalAlignment.CENTER);
      case SMALL_ALERT ->
          words.type(CellFormat.Type.SMALL).fill(ALERT_FILL).across(HorizontalAlignment.CENTER);
      case NOTE -> words.fill(NOTE_FILL).across(HorizontalAlignment.CENTER);
      case HEADING -> CellFormat.WORDS.type(CellFormat.Type.HEADING);
      case PLAIN -> CellFormat.WORDS;
    };
  }
}
