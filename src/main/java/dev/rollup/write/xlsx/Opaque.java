package dev.rollup.write.xlsx;

import java.util.HexFormat;
import org.apache.poi.xssf.usermodel.XSSFColor;

/**
 * Colours as a workbook keeps them: four bytes, of which the first says that nothing shines through
 * (ECMA-376 part 1, 18.18.86).
 */
public final class Opaque {

  private static final String ALPHA = "FF";

  private Opaque() {}

  /**
   * Returns a colour.
   *
   * @param rgb red, green and blue in six hexadecimal digits
   */
  public static XSSFColor colour(String rgb) {
    return new XSSFColor(HexFormat.of().parseHex(ALPHA + rgb));
  }
}
