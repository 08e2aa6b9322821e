package dev.rollup.read.xlsx;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.SheetColors;
import dev.rollup.read.sheet.SpreadsheetXml;
import dev.rollup.read.xml.XmlCursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the indexed colours that a workbook has of its own (CT_Colors, ECMA-376 part 1, 18.8.11).
 * They stand at the end of its styles, which are often long and hardly ever have any.
 */
final class OwnPalette {

  private static final byte[] ELEMENT = "indexedColors".getBytes(StandardCharsets.US_ASCII);

  private OwnPalette() {}

  /**
   * Returns the colours as {@link SheetColors.Palette} has them.
   *
   * @param styles the part of the styles; null where there is none
   */
  static List<Integer> read(byte @Nullable [] styles) throws Refusal {
    return styles != null && mentionsPalette(styles) ? readColors(styles) : List.of();
  }

  private static boolean mentionsPalette(byte[] part) {
    int found = 0;
    for (byte b : part) {
      found = b == ELEMENT[found] ? found + 1 : b == ELEMENT[0] ? 1 : 0;
      if (found == ELEMENT.length) {
        return true;
      }
    }
    return false;
  }

  private static List<Integer> readColors(byte[] part) throws Refusal {
    var colors = new ArrayList<Integer>();
    var xml = XmlCursor.open(part, SpreadsheetXml.NAMESPACES);
    while (xml.toChild()) {
      if (!xml.name().equals("colors")) {
        xml.skip();
        continue;
      }
      while (xml.toChild()) {
        if (!xml.name().equals("indexedColors")) {
          xml.skip();
          continue;
        }
        while (xml.toChild()) {
          colors.add(SheetColors.rgb(xml.attribute("rgb"), SheetColors.BLACK));
          Limits.checkListed(colors.size());
          xml.skip();
        }
      }
    }
    return colors;
  }
}
