package dev.rollup.write.summary;

import dev.rollup.merge.Report;
import dev.rollup.messages.BarChart;
import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Identities;
import dev.rollup.messages.Messages;
import dev.rollup.messages.TitleWords;
import dev.rollup.messages.Verdict;
import dev.rollup.report.AnswerCounts;
import dev.rollup.report.Figure;
import dev.rollup.report.Group;
import dev.rollup.report.ReportingFigures;
import dev.rollup.report.TitleBlock;
import dev.rollup.template.Template;
import dev.rollup.text.TextSize;
import dev.rollup.write.form.AnnexSheet;
import dev.rollup.write.xlsx.CellFormat;
import dev.rollup.write.xlsx.PagePlan;
import dev.rollup.write.xlsx.Palette;
import dev.rollup.write.xlsx.SheetChart;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** 总览: how it stands, on one page, and the way into every other sheet. */
public final class OverviewSheet {

  /** The sheet's name, in every language. */
  public static final String NAME = "总览";

  private static final int NAME_WIDTH = 16;
  private static final int FIGURE_WIDTH = 11;

  /** What the rows of the charts come to fills the rest of their page. */
  private static final int CHART_ROWS = 30;

  private static final float CHART_ROW = 14.5f;
  private static final int CHART_NAME_WIDTH = 40;

  /**
   * The cells are what the charts take the names from; longer ones would leave no room for bars.
   */
  private static final int MOST_NAME = 60;

  private static final String PERCENT = "0.0%";
  private static final double INCH = 25.4;

  private static final CellFormat.Frame OPEN_BELOW =
      new CellFormat.Frame(BorderStyle.THIN, BorderStyle.THIN, BorderStyle.NONE, BorderStyle.THIN);
  private static final CellFormat.Frame OPEN_ABOVE =
      new CellFormat.Frame(BorderStyle.NONE, BorderStyle.THIN, BorderStyle.THIN, BorderStyle.THIN);

  /** What is shown large, first who sent something and then how good it is. */
  private static final List<Figure> REPORTS =
      List.of(
          Figure.EXPECTED,
          Figure.ACTUAL,
          Figure.NIL,
          Figure.RETURNED,
          Figure.MISSING,
          Figure.AWAITED,
          Figure.RATE);

  private static final List<Figure> QUALITY =
      List.of(
          Figure.ON_TIME,
          Figure.LATE,
          Figure.UNKNOWN,
          Figure.RATE_ON_TIME,
          Figure.ERRORS,
          Figure.WARNINGS);

  /** The other sheets, in order, by the key of what is said about them. */
  private static final Map<String, String> SHEETS = new LinkedHashMap<>();

  static {
    SHEETS.put(TotalsSheet.NAME, "form");
    SHEETS.put(UnitsSheet.NAME, "units");
    SHEETS.put(AnnexSheet.NAME, "activities");
    SHEETS.put(AnswersSheet.NAME, "answers");
    SHEETS.put(ReportingSheet.NAME, "reporting");
    SHEETS.put(IssuesSheet.NAME, "issues");
    SHEETS.put(DispatchSheet.NAME, "dispatch");
    SHEETS.put(SourcesSheet.NAME, "sources");
    SHEETS.put(NotesSheet.NAME, "notes");
  }

  /** Tells whether a sheet of that name is one of this workbook's own. */
  static boolean isOurs(String name) {
    return name.equals(NAME) || name.equals(BoundTotalsSheet.NAME) || SHEETS.containsKey(name);
  }

  private final Report report;
  private final TemplateWorkbook workbook;
  private final XSSFSheet sheet;
  private final Palette palette;
  private final Template template;
  private final Messages messages;
  private final List<Figure> figures;
  private final int lastColumn;
  private int next;

  OverviewSheet(TemplateWorkbook workbook, Template template, Messages messages, Report report) {
    this.report = report;
    this.workbook = workbook;
    this.sheet = workbook.createSheet(NAME);
    this.palette = workbook.palette();
    this.template = template;
    this.messages = messages;
    this.figures =
        Arrays.stream(Figure.values())
            .filter(f -> f != Figure.AWAITED || report.reporting().awaited() > 0)
            .toList();
    this.lastColumn = figures.size();
  }

  void write(TitleBlock block) {
    sheet.setColumnWidth(0, NAME_WIDTH * 256);
    for (int c = 1; c <= lastColumn; c++) {
      sheet.setColumnWidth(c, FIGURE_WIDTH * 256);
    }
    var labels = new FormLabels(template, messages);
    boolean roster = report.reporting().expected().isPresent();
    ReportingFigures all = ReportingFigures.of(report);
    line(
        messages.text("overview.title", labels.activity()),
        CellFormat.WORDS.type(CellFormat.Type.TITLE).across(HorizontalAlignment.CENTER),
        38);
    line(
        new Verdict(messages).of(report),
        CellFormat.WORDS.type(CellFormat.Type.LEAD).across(HorizontalAlignment.CENTER),
        36);
    line(
        new TitleWords(messages, labels, block).line(),
        CellFormat.WORDS.across(HorizontalAlignment.CENTER),
        20);
    tiles("overview.reports", REPORTS, all);
    tiles("overview.quality", QUALITY, all);
    gap();
    groups(all);
    gap();
    Identities.of(report.reporting(), messages).forEach(this::small);
    small(messages.text("overview.explained"));
    if (!roster) {
      small(messages.text("overview.no-roster"));
    }
    gap();
    links();
    charts(BarChart.of(report, template, messages));
    print();
  }

  /** Shows figures large, each below its name; the last one takes the columns that are left. */
  private void tiles(String key, List<Figure> all, ReportingFigures reporting) {
    // Before the deadline nobody is missing, afterwards nobody is awaited.
    Figure none = figures.contains(Figure.AWAITED) ? Figure.MISSING : Figure.AWAITED;
    List<Figure> shown = all.stream().filter(figure -> figure != none).toList();
    XSSFRow names = row(18);
    XSSFRow values = row(36);
    merged(names.getRowNum(), values.getRowNum(), 0, 0, head());
    palette.write(names.getCell(0), messages.text(key), head());
    int width = lastColumn / shown.size();
    for (int i = 0; i < shown.size(); i++) {
      Figure figure = shown.get(i);
      int from = 1 + i * width;
      int to = i == shown.size() - 1 ? lastColumn : from + width - 1;
      CellFormat name = head().type(CellFormat.Type.TEXT).frame(OPEN_BELOW);
      merged(names.getRowNum(), names.getRowNum(), from, to, name);
      palette.write(names.getCell(from), messages.text(figure.key()), name);
      CellFormat value = figure(figure, reporting).type(CellFormat.Type.FIGURE).frame(OPEN_ABOVE);
      merged(values.getRowNum(), values.getRowNum(), from, to, value);
      write(values.getCell(from), figure, reporting, value);
    }
  }

  private void groups(ReportingFigures all) {
    XSSFRow head = row(34);
    palette.write(head.createCell(0), messages.text("overview.groups"), head());
    for (int i = 0; i < figures.size(); i++) {
      palette.write(head.createCell(1 + i), messages.text(figures.get(i).key()), head());
    }
    List<Group> groups = Group.all(report);
    boolean grouped = groups.size() > 1 || groups.stream().noneMatch(g -> g.name().isEmpty());
    if (grouped) {
      groups.forEach(
          group ->
              figures(
                  group.name().isEmpty() ? messages.text("overview.no-group") : group.name(),
                  group.figures(),
                  false));
    }
    figures(messages.text("overview.total"), all, true);
  }

  private void figures(String name, ReportingFigures reporting, boolean total) {
    CellFormat words =
        CellFormat.WORDS.frame(CellFormat.Frame.THIN).across(HorizontalAlignment.CENTER);
    CellFormat cellFormat =
        total ? words.type(CellFormat.Type.HEAD).fill(TableSheet.TOTAL_FILL) : words;
    int lines = TextSize.lines(name, NAME_WIDTH, cellFormat.type().points());
    XSSFRow row = row(Math.max(20, TextSize.height(lines, cellFormat.type().points())));
    palette.write(row.createCell(0), name, cellFormat);
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      CellFormat marked = figure(figure, reporting).type(cellFormat.type());
      write(
          row.createCell(1 + i),
          figure,
          reporting,
          marked.fill() == null ? marked.fill(cellFormat.fill()) : marked);
    }
  }

  /** Returns how a figure looks: marked where somebody still has something to do. */
  private static CellFormat figure(Figure figure, ReportingFigures reporting) {
    boolean some = figure.of(reporting).filter(number -> number.signum() > 0).isPresent();
    String fill =
        switch (figure) {
          case RETURNED, MISSING, ERRORS -> TableSheet.ALERT_FILL;
          case LATE, UNKNOWN, AWAITED, WARNINGS -> TableSheet.NOTE_FILL;
          case EXPECTED, ACTUAL, NIL, ON_TIME, RATE, RATE_ON_TIME -> null;
        };
    return CellFormat.WORDS
        .frame(CellFormat.Frame.THIN)
        .across(HorizontalAlignment.CENTER)
        .fill(some ? fill : null)
        .numberFormat(figure.isRate() ? PERCENT : "0");
  }

  private void write(
      XSSFCell cell, Figure figure, ReportingFigures reporting, CellFormat cellFormat) {
    cell.setCellStyle(palette.style(cellFormat));
    Optional<BigDecimal> number = figure.of(reporting);
    if (number.isPresent()) {
      BigDecimal value = figure.isRate() ? number.get().movePointLeft(2) : number.get();
      cell.setCellValue(value.doubleValue());
    }
  }

  private void links() {
    line(messages.text("overview.sheets"), CellFormat.WORDS.type(CellFormat.Type.HEADING), 22);
    CellFormat link = CellFormat.WORDS.type(CellFormat.Type.LINK).frame(CellFormat.Frame.THIN);
    CellFormat about = CellFormat.WORDS.frame(CellFormat.Frame.THIN);
    SHEETS.forEach(
        (name, key) -> {
          if (name.equals(AnswersSheet.NAME) && !AnswerCounts.asked(template)) {
            return;
          }
          XSSFRow row = row(16);
          merged(row.getRowNum(), row.getRowNum(), 1, lastColumn, about);
          XSSFCell cell = row.createCell(0);
          palette.write(cell, name, link);
          XSSFHyperlink to = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
          to.setAddress("'" + name + "'!A1");
          cell.setHyperlink(to);
          palette.write(row.getCell(1), messages.text("overview.about-" + key), about);
        });
  }

  /** Draws the charts side by side on a page of their own, their numbers beside the page. */
  private void charts(List<BarChart> charts) {
    if (charts.isEmpty()) {
      return;
    }
    sheet.setRowBreak(next - 1);
    int top = next;
    for (int r = 0; r < CHART_ROWS; r++) {
      row(CHART_ROW);
    }
    charts.stream().flatMap(chart -> chart.notes().stream()).distinct().forEach(this::small);
    int width = (lastColumn + 1) / charts.size();
    for (int i = 0; i < charts.size(); i++) {
      BarChart chart = charts.get(i);
      int from = i * width;
      int to = i == charts.size() - 1 ? lastColumn + 1 : from + width;
      int names = lastColumn + 2 + i * 3;
      numbers(chart, top, names);
      SheetChart.draw(
          sheet,
          new XSSFClientAnchor(0, 0, 0, 0, from, top, to, top + CHART_ROWS),
          chart,
          new CellRangeAddress(top + 1, top + chart.bars().size(), names, names),
          new CellRangeAddress(top + 1, top + chart.bars().size(), names + 1, names + 1));
    }
  }

  private void numbers(BarChart chart, int top, int column) {
    sheet.setColumnWidth(column, CHART_NAME_WIDTH * 256);
    sheet.setColumnWidth(column + 1, FIGURE_WIDTH * 256);
    CellFormat words = CellFormat.WORDS.type(CellFormat.Type.SMALL).frame(CellFormat.Frame.THIN);
    CellFormat head = words.type(CellFormat.Type.SMALL_HEAD).across(HorizontalAlignment.CENTER);
    palette.write(cell(top, column), chart.head(), head);
    palette.write(cell(top, column + 1), chart.measure(), head);
    CellFormat count = words.across(HorizontalAlignment.RIGHT).numberFormat("0");
    for (int i = 0; i < chart.bars().size(); i++) {
      var bar = chart.bars().get(i);
      palette.write(cell(top + 1 + i, column), bar.marked(MOST_NAME), words);
      XSSFCell value = cell(top + 1 + i, column + 1);
      value.setCellStyle(palette.style(count));
      if (bar.value() != null) {
        value.setCellValue(bar.value().doubleValue());
      }
    }
  }

  private XSSFCell cell(int row, int column) {
    XSSFRow cells = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    return cells.createCell(column);
  }

  private void small(String text) {
    line(text, CellFormat.WORDS.type(CellFormat.Type.SMALL), 0);
  }

  private void line(String text, CellFormat cellFormat, float least) {
    double points = cellFormat.type().points();
    int lines = TextSize.lines(text, NAME_WIDTH + FIGURE_WIDTH * lastColumn, points);
    XSSFRow row = row(Math.max(least, TextSize.height(lines, points)));
    merged(row.getRowNum(), row.getRowNum(), 0, lastColumn, cellFormat);
    palette.write(row.getCell(0), text, cellFormat);
  }

  private void gap() {
    row(6);
  }

  private XSSFRow row(float height) {
    XSSFRow row = sheet.createRow(next++);
    row.setHeightInPoints(height);
    return row;
  }

  private void merged(int firstRow, int lastRow, int first, int last, CellFormat cellFormat) {
    for (int r = firstRow; r <= lastRow; r++) {
      for (int c = first; c <= last; c++) {
        sheet.getRow(r).createCell(c).setCellStyle(palette.style(cellFormat));
      }
    }
    if (firstRow != lastRow || first != last) {
      sheet.addMergedRegionUnsafe(new CellRangeAddress(firstRow, lastRow, first, last));
    }
  }

  private static CellFormat head() {
    return CellFormat.WORDS
        .type(CellFormat.Type.HEAD)
        .frame(CellFormat.Frame.THIN)
        .fill(TableSheet.HEAD_FILL)
        .across(HorizontalAlignment.CENTER);
  }

  private void print() {
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.setHorizontallyCenter(true);
    sheet.setMargin(PageMargin.LEFT, PagePlan.SIDE_MARGIN / INCH);
    sheet.setMargin(PageMargin.RIGHT, PagePlan.SIDE_MARGIN / INCH);
    sheet.setMargin(PageMargin.TOP, 12 / INCH);
    sheet.setMargin(PageMargin.BOTTOM, PagePlan.BOTTOM_MARGIN / INCH);
    sheet.setMargin(PageMargin.FOOTER, 6 / INCH);
    sheet.getFooter().setCenter(messages.text("form.page", "&P", "&N"));
    sheet.setDisplayGridlines(false);
    workbook.printTitles(sheet, 0, 0);
    workbook.printArea(sheet, new CellRangeAddress(0, next - 1, 0, lastColumn));
  }
}
