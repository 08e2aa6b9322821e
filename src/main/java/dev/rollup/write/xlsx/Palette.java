package dev.rollup.write.xlsx;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of one workbook, each made once: making them is slow and a workbook has a limit. */
public final class Palette {

  private final XSSFWorkbook workbook;
  private final NamedStyles named;
  private final Map<CellFormat, XSSFCellStyle> styles = new HashMap<>();
  private final Map<CellFormat.Type, XSSFFont> fonts = new HashMap<>();

  Palette(XSSFWorkbook workbook) {
    this.workbook = workbook;
    this.named = new NamedStyles(workbook.getStylesSource());
  }

  /** Returns the style of a cell format. */
  public XSSFCellStyle style(CellFormat cellFormat) {
    return styles.computeIfAbsent(cellFormat, this::newStyle);
  }

  /** Writes text from anywhere into a cell: never a formula, never broken XML. */
  public void write(Cell cell, String text, CellFormat cellFormat) {
    cell.setCellValue(SheetText.clean(text));
    cell.setCellStyle(style(SheetText.needsQuote(text) ? cellFormat.asQuoted() : cellFormat));
  }

  private XSSFCellStyle newStyle(CellFormat cellFormat) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(fonts.computeIfAbsent(cellFormat.type(), this::newFont));
    style.setAlignment(cellFormat.across());
    style.setVerticalAlignment(cellFormat.down());
    style.setWrapText(true);
    style.setDataFormat(workbook.createDataFormat().getFormat(cellFormat.numberFormat()));
    style.setBorderTop(cellFormat.frame().top());
    style.setBorderRight(cellFormat.frame().right());
    style.setBorderBottom(cellFormat.frame().bottom());
    style.setBorderLeft(cellFormat.frame().left());
    if (cellFormat.fill() != null) {
      style.setFillForegroundColor(Opaque.colour(cellFormat.fill()));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    style.setLocked(cellFormat.locked());
    style.setQuotePrefixed(cellFormat.quoted());
    named.assign(style, cellFormat);
    return style;
  }

  private XSSFFont newFont(CellFormat.Type type) {
    XSSFFont font = workbook.createFont();
    font.setFontName(type.font());
    font.setFontHeight(type.points());
    if (type.colour() != null) {
      font.setColor(Opaque.colour(type.colour()));
    }
    return font;
  }
}
