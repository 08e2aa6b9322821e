package dev.rollup.write.xlsx;

import dev.rollup.messages.Messages;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Value;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Layout;
import dev.rollup.template.Layout.Kind;
import dev.rollup.template.Layout.Slot;
import dev.rollup.template.Template;
import dev.rollup.text.TextSize;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * Draws a form into a sheet, in the form's own wording, with a name on every input cell.
 *
 * <p>What stands below the table is added line by line; {@link #print} comes last, since the page
 * ends where the last line does. Nothing is drawn right of the form: those columns are the
 * caller's.
 */
public final class FormSheet {

  /** What the form is drawn for. */
  public enum Use {
    /** To be filled in: the inputs stand out and can be changed. */
    BLANK,
    /** To be read and printed. */
    FILLED,
    /** To be printed and signed: the rows are high enough to fill the page. */
    SIGNED
  }

  static final String INPUT_FILL = "FFF9E5";
  private static final String DATE_FORMAT = "yyyy\"年\"m\"月\"d\"日\"";
  private static final int MOST_ROWS = 12;
  private static final double INCH = 25.4;

  private final TemplateWorkbook workbook;
  private final XSSFSheet sheet;
  private final Template template;
  private final Layout layout;
  private final Messages messages;
  private final Palette palette;
  private final Use use;
  private final FormColumns columns;
  private int nextRow;

  /** The form of a template, to be drawn on a sheet that is empty. */
  public FormSheet(
      TemplateWorkbook workbook,
      XSSFSheet sheet,
      Template template,
      Layout layout,
      Messages messages,
      Use use) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.template = template;
    this.layout = layout;
    this.messages = messages;
    this.palette = workbook.palette();
    this.use = use;
    this.columns = new FormColumns(layout);
    this.nextRow = layout.rows();
  }

  /** Returns the name of a sheet that holds nothing but the form. */
  public static String nameOf(Template template, Messages messages) {
    return WorkbookUtil.createSafeSheetName(
        SheetText.clean(messages.text("form.sheet", template.contentHead())));
  }

  /**
   * Draws title, header and table.
   *
   * @param values by defined name; an input without one stays empty
   */
  public void draw(Map<String, Value> values) {
    for (int c = 0; c < layout.columns(); c++) {
      sheet.setColumnWidth(c, columns.width(c, 1) * 256);
    }
    for (int r = 0; r < layout.rows(); r++) {
      sheet.createRow(r);
    }
    var heights = new float[layout.rows()];
    for (Slot slot : layout.slots()) {
      Value value = slot.name() == null ? new Value.Words(slot.text()) : values.get(slot.name());
      draw(slot, value);
      grow(heights, slot, value);
    }
    for (int r = 0; r < heights.length; r++) {
      sheet.getRow(r).setHeightInPoints(heights[r]);
    }
    if (use == Use.BLANK) {
      letListsGrow();
    }
  }

  /** Adds how to fill the form in. */
  public void addInstructions() {
    List<String> instructions = template.instructions();
    if (instructions.isEmpty()) {
      return;
    }
    addLine(messages.text("form.instructions"), CellFormat.WORDS.type(CellFormat.Type.SMALL_HEAD));
    for (int i = 0; i < instructions.size(); i++) {
      addLine((i + 1) + ". " + instructions.get(i), CellFormat.WORDS.type(CellFormat.Type.SMALL));
    }
  }

  /** Adds the line that names the template, for people and for programs that lose all else. */
  public void addTemplateLine() {
    addTemplateLine(TemplateLine.ofBlank(template, messages));
  }

  /** As {@link #addTemplateLine()}, of a form that is made of returns. */
  public void addTemplateLine(RollUpContents carried) {
    addTemplateLine(TemplateLine.ofReturns(template, carried, messages));
  }

  private void addTemplateLine(String text) {
    addLine(text, CellFormat.WORDS.type(CellFormat.Type.FAINT).across(HorizontalAlignment.RIGHT));
  }

  /** Adds the line to sign on, clear of the table and with room for hands. */
  public void addSignatures(String text) {
    sheet.createRow(nextRow++).setHeightInPoints(20);
    addLine(text, CellFormat.WORDS);
    sheet.getRow(nextRow - 1).setHeightInPoints(40);
  }

  /** Adds a line as wide as the form. */
  void addLine(String text, CellFormat cellFormat) {
    XSSFRow row = sheet.createRow(nextRow);
    XSSFCell cell = row.createCell(0);
    palette.write(cell, text, cellFormat);
    merge(nextRow, 0, layout.columns(), 1);
    int lines =
        TextSize.lines(text, columns.width(0, layout.columns()), cellFormat.type().points());
    row.setHeightInPoints(TextSize.height(lines, cellFormat.type().points()));
    nextRow++;
  }

  /**
   * Sets the page up for A4, as wide as the page.
   *
   * @param onePage whether everything is to stand on one page
   */
  public void print(boolean onePage) {
    XSSFPrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(false);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) (onePage ? 1 : 0));
    sheet.setFitToPage(true);
    sheet.setHorizontallyCenter(true);
    sheet.setMargin(PageMargin.LEFT, 13 / INCH);
    sheet.setMargin(PageMargin.RIGHT, 13 / INCH);
    sheet.setMargin(PageMargin.TOP, 12 / INCH);
    sheet.setMargin(PageMargin.BOTTOM, 13 / INCH);
    sheet.setMargin(PageMargin.HEADER, 7 / INCH);
    sheet.setMargin(PageMargin.FOOTER, 6 / INCH);
    sheet.getFooter().setCenter(messages.text("form.page", "&P", "&N"));
    sheet.setDisplayGridlines(false);
    workbook.printArea(sheet, new CellRangeAddress(0, nextRow - 1, 0, layout.columns() - 1));
    workbook.printTitles(sheet, tableHead(), tableHead());
  }

  private int tableHead() {
    return layout.slots().stream()
        .filter(slot -> slot.kind() == Kind.COLUMN_HEAD)
        .mapToInt(slot -> slot.at().row())
        .findFirst()
        .orElseThrow();
  }

  private void draw(Slot slot, @Nullable Value value) {
    CellFormat cellFormat = cellFormat(slot);
    for (int r = 0; r < slot.height(); r++) {
      XSSFRow row = sheet.getRow(slot.at().row() + r);
      for (int c = 0; c < slot.width(); c++) {
        row.createCell(slot.at().column() + c).setCellStyle(palette.style(cellFormat));
      }
    }
    merge(slot.at().row(), slot.at().column(), slot.width(), slot.height());
    XSSFCell cell = sheet.getRow(slot.at().row()).getCell(slot.at().column());
    if (value instanceof Value.Number number) {
      cell.setCellValue(number.number().doubleValue());
    } else if (value instanceof Value.Day date) {
      cell.setCellValue(date.day());
    } else if (value instanceof Value.Words words && !words.text().isEmpty()) {
      palette.write(cell, words.text(), cellFormat);
    }
    if (slot.name() != null) {
      workbook.name(slot.name(), sheet, slot.at());
    }
  }

  /** Gives a drawn input another background. */
  public void fill(Slot slot, String colour) {
    for (int r = 0; r < slot.height(); r++) {
      XSSFRow row = sheet.getRow(slot.at().row() + r);
      for (int c = 0; c < slot.width(); c++) {
        row.getCell(slot.at().column() + c)
            .setCellStyle(palette.style(cellFormat(slot).fill(colour)));
      }
    }
  }

  private CellFormat cellFormat(Slot slot) {
    CellFormat words = CellFormat.WORDS;
    return switch (slot.kind()) {
      case TITLE -> words.type(CellFormat.Type.TITLE).across(HorizontalAlignment.CENTER);
      case HEADER_LABEL -> words.frame(CellFormat.Frame.THIN).across(HorizontalAlignment.CENTER);
      case HEADER_INPUT ->
          input(
              words.frame(CellFormat.Frame.THIN),
              slot.isOf(HeaderField.DATE) ? FieldType.DATE : FieldType.TEXT);
      case COLUMN_HEAD ->
          words
              .type(CellFormat.Type.HEAD)
              .frame(CellFormat.Frame.THIN)
              .across(HorizontalAlignment.CENTER);
      case SECTION ->
          // In the middle of many rows the heading would stand on another page than they begin on.
          words
              .frame(CellFormat.Frame.THIN)
              .down(slot.height() > MOST_ROWS ? VerticalAlignment.TOP : VerticalAlignment.CENTER);
      case WORDS -> words.frame(sentenceFrame(slot));
      case INPUT -> input(words.frame(CellFormat.Frame.THIN), slot.input().type());
    };
  }

  private CellFormat input(CellFormat cellFormat, FieldType type) {
    String format =
        switch (type) {
          case COUNT -> "0";
          case DECIMAL, MONEY, PERCENT -> "General";
          case TEXT, CHOICE, MARK -> "@";
          case DATE -> DATE_FORMAT;
        };
    CellFormat input =
        cellFormat
            .numberFormat(format)
            .across(type.number() ? HorizontalAlignment.CENTER : HorizontalAlignment.LEFT);
    return use == Use.BLANK ? input.fill(INPUT_FILL).unlocked() : input;
  }

  /** A sentence is open towards its blanks. */
  private CellFormat.Frame sentenceFrame(Slot slot) {
    boolean last = slot.at().column() + slot.width() == layout.columns();
    return new CellFormat.Frame(
        BorderStyle.THIN,
        last ? BorderStyle.THIN : BorderStyle.NONE,
        BorderStyle.THIN,
        BorderStyle.NONE);
  }

  private void merge(int row, int column, int width, int height) {
    if (width > 1 || height > 1) {
      // Unsafe is only the missing comparison with all other regions; a layout has no overlaps.
      sheet.addMergedRegionUnsafe(
          new CellRangeAddress(row, row + height - 1, column, column + width - 1));
    }
  }

  /** Makes the rows of a slot high enough for its text; a high one grows all its rows alike. */
  private void grow(float[] heights, Slot slot, @Nullable Value value) {
    String text = value instanceof Value.Words words ? words.text() : "";
    double points = cellFormat(slot).type().points();
    int lines = TextSize.lines(text, columns.width(slot.at().column(), slot.width()), points);
    float needed = Math.max(leastHeight(slot.kind()), TextSize.height(lines, points));
    // Sections come before their sentences, so their share is a lower bound for each row.
    float share = needed / slot.height();
    for (int r = slot.at().row(); r < slot.at().row() + slot.height(); r++) {
      heights[r] = Math.max(heights[r], share);
    }
  }

  /** A row of a list takes words of any length: its height is a beginning that may change. */
  private void letListsGrow() {
    for (Slot slot : layout.slots()) {
      if (slot.takes(FieldType.TEXT)) {
        sheet.getRow(slot.at().row()).getCTRow().setCustomHeight(false);
      }
    }
  }

  private float leastHeight(Kind kind) {
    return switch (kind) {
      case TITLE -> 36;
      case HEADER_LABEL, HEADER_INPUT, COLUMN_HEAD -> use == Use.SIGNED ? 28 : 21;
      case SECTION, WORDS, INPUT -> use == Use.SIGNED ? 30 : 22;
    };
  }
}
