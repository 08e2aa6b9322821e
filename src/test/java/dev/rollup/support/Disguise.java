package dev.rollup.support;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The ways in which people, and programs, keep others from seeing what a cell holds. */
public enum Disguise {
  STRUCK(font(font -> font.setStrikeout(true))),
  RAISED(font(font -> font.setTypeOffset(XSSFFont.SS_SUPER))),
  LOWERED(font(font -> font.setTypeOffset(XSSFFont.SS_SUB))),
  RUN_STRUCK(run(font -> font.setStrikeout(true))),
  RUN_RAISED(run(font -> font.setTypeOffset(XSSFFont.SS_SUPER))),
  RUN_TINY(run(font -> font.setFontHeight(1))),
  TINY(font(font -> font.setFontHeight(1))),
  IN_THE_COLOUR_OF_THE_FILL(
      styled(
          (book, style) -> {
            style.setFillForegroundColor(color(0xCC));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            var font = book.createFont();
            font.setColor(color(0xCC));
            style.setFont(font);
          })),
  WHITE_ON_WHITE(
      styled(
          (book, style) -> {
            style.setFillPattern(FillPatternType.NO_FILL);
            var font = book.createFont();
            font.setColor(color(0xFF));
            style.setFont(font);
          })),
  REPEATED(styled((book, style) -> style.setAlignment(HorizontalAlignment.FILL))),
  ROW_HIDDEN((book, cell) -> cell.getRow().setZeroHeight(true)),
  ROW_OF_NO_HEIGHT((book, cell) -> cell.getRow().setHeightInPoints(0.5f)),
  COLUMN_HIDDEN((book, cell) -> cell.getSheet().setColumnHidden(cell.getColumnIndex(), true)),
  COLUMN_OF_NO_WIDTH((book, cell) -> cell.getSheet().setColumnWidth(cell.getColumnIndex(), 0)),
  COVERED_BY_A_MERGE(
      (book, cell) -> {
        // The words left of the blank are merged already, and grow over it.
        var sheet = cell.getSheet();
        var beside = at(cell);
        for (int i = sheet.getNumMergedRegions() - 1; i >= 0; i--) {
          var region = sheet.getMergedRegion(i);
          if (region.isInRange(cell.getRowIndex(), cell.getColumnIndex() - 1)) {
            beside.setFirstColumn(region.getFirstColumn());
            sheet.removeMergedRegion(i);
          }
        }
        sheet.addMergedRegion(beside);
      }),
  CONDITION_HIDES(
      (book, cell) -> {
        var formats = cell.getSheet().getSheetConditionalFormatting();
        var rule = formats.createConditionalFormattingRule("LEN(A1)>=0");
        var font = rule.createFontFormatting();
        font.setUnderlineType(FontUnderline.NONE.getByteValue());
        font.setFontColor(color(0xCC));
        var fill = rule.createPatternFormatting();
        fill.setFillBackgroundColor(color(0xCC));
        formats.addConditionalFormatting(new CellRangeAddress[] {at(cell)}, rule);
      }),
  BOX(
      (book, cell) ->
          cell.getSheet().createDrawingPatriarch().createTextbox(over(cell)).setText("无")),
  PICTURE(
      (book, cell) -> {
        int picture = book.addPicture(new byte[] {1, 2, 3}, XSSFWorkbook.PICTURE_TYPE_PNG);
        cell.getSheet().createDrawingPatriarch().createPicture(over(cell), picture);
      }),
  LINE((book, cell) -> cell.getSheet().createDrawingPatriarch().createConnector(through(cell)));

  private final BiConsumer<XSSFWorkbook, XSSFCell> deed;

  Disguise(BiConsumer<XSSFWorkbook, XSSFCell> deed) {
    this.deed = deed;
  }

  /** Tells whether it is done to a stretch of a text, which a number has none of. */
  public boolean ofRuns() {
    return name().startsWith("RUN_");
  }

  /** Disguises the input cell of a name. */
  public void put(XSSFWorkbook workbook, String name) {
    deed.accept(workbook, FilledBlank.cell(workbook, name));
  }

  private static BiConsumer<XSSFWorkbook, XSSFCell> styled(
      BiConsumer<XSSFWorkbook, XSSFCellStyle> look) {
    return (book, cell) -> {
      var style = book.createCellStyle();
      style.cloneStyleFrom(cell.getCellStyle());
      look.accept(book, style);
      cell.setCellStyle(style);
    };
  }

  private static BiConsumer<XSSFWorkbook, XSSFCell> font(Consumer<XSSFFont> look) {
    return styled(
        (book, style) -> {
          var font = book.createFont();
          look.accept(font);
          style.setFont(font);
        });
  }

  /** Does it to the first character of a text. */
  private static BiConsumer<XSSFWorkbook, XSSFCell> run(Consumer<XSSFFont> look) {
    return (book, cell) -> {
      var font = book.createFont();
      look.accept(font);
      var text = new XSSFRichTextString(cell.getStringCellValue());
      text.applyFont(0, 1, font);
      cell.setCellValue(text);
    };
  }

  private static XSSFColor color(int grey) {
    byte shade = (byte) grey;
    return new XSSFColor(new byte[] {shade, shade, shade}, new DefaultIndexedColorMap());
  }

  private static CellRangeAddress at(XSSFCell cell) {
    int row = cell.getRowIndex();
    int column = cell.getColumnIndex();
    return new CellRangeAddress(row, row, column, column);
  }

  private static XSSFClientAnchor over(XSSFCell cell) {
    int row = cell.getRowIndex();
    int column = cell.getColumnIndex();
    return new XSSFClientAnchor(0, 0, 0, 0, column, row, column + 1, row + 1);
  }

  private static XSSFClientAnchor through(XSSFCell cell) {
    int row = cell.getRowIndex();
    int column = cell.getColumnIndex();
    int middle = 120_000;
    return new XSSFClientAnchor(0, middle, 0, middle, column, row, column + 1, row);
  }
}
