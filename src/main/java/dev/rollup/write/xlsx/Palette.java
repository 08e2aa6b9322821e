package dev.rollup.write.xlsx;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of one workbook, each made once: making them is slow and a workbook has a limit. */
public final class Palette {

  private final XSSFWorkbook workbook;
  private final NamedStyles named;
  private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
  private final Map<Look.Type, XSSFFont> fonts = new HashMap<>();

  Palette(XSSFWorkbook workbook) {
    this.workbook = workbook;
    this.named = new NamedStyles(workbook.getStylesSource());
  }

  /** Returns the style of a look. */
  public XSSFCellStyle style(Look look) {
    return styles.computeIfAbsent(look, this::newStyle);
  }

  /** Writes text from anywhere into a cell: never a formula, never broken XML. */
  public void write(Cell cell, String text, Look look) {
    cell.setCellValue(SheetText.clean(text));
    cell.setCellStyle(style(SheetText.needsQuote(text) ? look.asQuoted() : look));
  }

  private XSSFCellStyle newStyle(Look look) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(fonts.computeIfAbsent(look.type(), this::newFont));
    style.setAlignment(look.across());
    style.setVerticalAlignment(look.down());
    style.setWrapText(true);
    style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
    style.setBorderTop(look.frame().top());
    style.setBorderRight(look.frame().right());
    style.setBorderBottom(look.frame().bottom());
    style.setBorderLeft(look.frame().left());
    if (look.fill() != null) {
      style.setFillForegroundColor(colour(look.fill()));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    style.setLocked(look.locked());
    style.setQuotePrefixed(look.quoted());
    named.assign(style, look);
    return style;
  }

  private XSSFFont newFont(Look.Type type) {
    XSSFFont font = workbook.createFont();
    font.setFontName(type.font());
    font.setFontHeight(type.points());
    if (type.colour() != null) {
      font.setColor(colour(type.colour()));
    }
    return font;
  }

  private static XSSFColor colour(String rgb) {
    return new XSSFColor(HexFormat.of().parseHex(rgb));
  }
}
