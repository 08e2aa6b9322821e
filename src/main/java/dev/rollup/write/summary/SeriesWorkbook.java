package dev.rollup.write.summary;

import dev.rollup.messages.BarChart;
import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.report.Series;
import dev.rollup.template.Template;
import dev.rollup.text.TextSize;
import dev.rollup.write.xlsx.CellFormat;
import dev.rollup.write.xlsx.Palette;
import dev.rollup.write.xlsx.SheetChart;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Several periods of one form in one workbook: a table, and a chart for each measure. */
public final class SeriesWorkbook {

  /** The names of its sheets, in every language. */
  private static final String TABLE = "各期";

  private static final String CHARTS = "趋势";
  private static final int FIXED = 3;
  private static final int CHART_COLUMNS = 6;
  private static final int CHART_ROWS = 14;
  private static final int CHARTS_OF_PAGE = 4;
  private static final int COLUMN = 14;
  private static final int CONTENT = 44;

  private final TemplateWorkbook workbook;
  private final Template template;
  private final Messages messages;
  private final Series series;
  private final Palette palette;

  private SeriesWorkbook(Template template, Messages messages, Series series) {
    this.workbook = new TemplateWorkbook(template);
    this.template = template;
    this.messages = messages;
    this.series = series;
    this.palette = workbook.palette();
  }

  /** Returns the workbook. */
  public static byte[] of(Template template, Messages messages, Series series) {
    var book = new SeriesWorkbook(template, messages, series);
    book.table();
    book.charts();
    return book.workbook.toBytes();
  }

  private void table() {
    var fields = new FormLabels(template, messages);
    XSSFSheet sheet = workbook.createSheet(TABLE);
    sheet.setColumnWidth(0, 10 * 256);
    sheet.setColumnWidth(1, CONTENT * 256);
    sheet.setColumnWidth(2, 8 * 256);
    CellFormat title =
        CellFormat.WORDS.type(CellFormat.Type.TITLE).across(HorizontalAlignment.CENTER);
    palette.write(cell(sheet, 0, 0), messages.text("series.title", fields.title()), title);
    int last = FIXED + series.labels().size() - 1;
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, last));
    sheet.getRow(0).setHeightInPoints(34);
    var heads =
        new ArrayList<>(
            List.of(
                messages.text("column.item"),
                messages.text("column.content"),
                messages.text("column.measure")));
    heads.addAll(series.labels());
    CellFormat head =
        CellFormat.WORDS
            .type(CellFormat.Type.HEAD)
            .frame(CellFormat.Frame.THIN)
            .fill(TableSheet.HEAD_FILL)
            .across(HorizontalAlignment.CENTER);
    for (int c = 0; c < heads.size(); c++) {
      palette.write(cell(sheet, 1, c), heads.get(c), head);
      if (c >= FIXED) {
        sheet.setColumnWidth(c, COLUMN * 256);
      }
    }
    CellFormat words = CellFormat.WORDS.frame(CellFormat.Frame.THIN);
    CellFormat count = words.across(HorizontalAlignment.RIGHT);
    int row = 2;
    palette.write(cell(sheet, row, 0), messages.text("compare.units"), words);
    palette.write(cell(sheet, row, 1), "", words);
    palette.write(cell(sheet, row, 2), "", words);
    for (int p = 0; p < series.units().size(); p++) {
      number(cell(sheet, row, FIXED + p), series.units().get(p), count.numberFormat("0"));
    }
    for (var line : series.lines()) {
      row++;
      String id = line.field().id();
      palette.write(cell(sheet, row, 0), fields.item(id), words);
      palette.write(cell(sheet, row, 1), fields.content(id), words);
      double points = words.type().points();
      int lines = TextSize.lines(fields.content(id), CONTENT, points);
      sheet.getRow(row).setHeightInPoints(TextSize.height(lines, points));
      palette.write(cell(sheet, row, 2), fields.measure(line.field()), words);
      String format = line.field().scale() == 0 ? "0" : "0.0#########";
      for (int p = 0; p < line.values().size(); p++) {
        number(cell(sheet, row, FIXED + p), line.values().get(p), count.numberFormat(format));
      }
    }
    sheet.createFreezePane(FIXED, 2);
    print(sheet);
    workbook.printTitles(sheet, 0, 1);
  }

  private void charts() {
    if (series.measures().isEmpty()) {
      return;
    }
    XSSFSheet sheet = workbook.createSheet(CHARTS);
    var fields = new FormLabels(template, messages);
    int names = 2 * CHART_COLUMNS + 1;
    CellFormat words = CellFormat.WORDS.type(CellFormat.Type.SMALL).frame(CellFormat.Frame.THIN);
    CellFormat head = words.type(CellFormat.Type.SMALL_HEAD).across(HorizontalAlignment.CENTER);
    sheet.setColumnWidth(names, COLUMN * 256);
    for (int m = 0; m < series.measures().size(); m++) {
      Series.OfMeasure measure = series.measures().get(m);
      int column = names + 1 + m;
      String name =
          measure.name().isEmpty()
              ? messages.text("series.no-measure")
              : fields.measure(measure.name());
      palette.write(cell(sheet, 0, names), messages.text("series.period"), head);
      palette.write(cell(sheet, 0, column), name, head);
      var bars = new ArrayList<BarChart.Bar>();
      for (int p = 0; p < series.labels().size(); p++) {
        palette.write(cell(sheet, 1 + p, names), series.labels().get(p), words);
        number(cell(sheet, 1 + p, column), measure.values().get(p), words.numberFormat("0"));
        bars.add(new BarChart.Bar(series.labels().get(p), measure.values().get(p), false));
      }
      int left = m % 2 * CHART_COLUMNS;
      int top = m / 2 * (CHART_ROWS + 1);
      if (m > 0 && m % CHARTS_OF_PAGE == 0) {
        sheet.setRowBreak(top - 1);
      }
      SheetChart.draw(
          sheet,
          new XSSFClientAnchor(0, 0, 0, 0, left, top, left + CHART_COLUMNS, top + CHART_ROWS),
          new BarChart(
              messages.text("series.chart", name),
              messages.text("series.period"),
              name,
              bars,
              measure.largest(),
              List.of()),
          new CellRangeAddress(1, series.labels().size(), names, names),
          new CellRangeAddress(1, series.labels().size(), column, column));
    }
    print(sheet);
    int rows = (series.measures().size() + 1) / 2 * (CHART_ROWS + 1);
    workbook.printArea(sheet, new CellRangeAddress(0, rows, 0, 2 * CHART_COLUMNS - 1));
  }

  private void number(XSSFCell cell, Number value, CellFormat cellFormat) {
    cell.setCellStyle(palette.style(cellFormat));
    if (value != null) {
      cell.setCellValue(value.doubleValue());
    }
  }

  private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
    XSSFRow cells = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    XSSFCell cell = cells.getCell(column);
    return cell == null ? cells.createCell(column) : cell;
  }

  private static void print(XSSFSheet sheet) {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(true);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setFitToPage(true);
  }
}
