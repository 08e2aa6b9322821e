package dev.rollup.read.sheet;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.EscapedText;
import dev.rollup.read.xml.XmlCursor;
import org.jspecify.annotations.Nullable;

/**
 * What a conditional format lays over the look of a cell (CT_Dxf, ECMA-376 part 1, 18.8.14).
 *
 * @param format null where it leaves the cell's
 * @param font null where it leaves the cell's
 * @param fill null where it leaves the cell's
 */
public record Differential(
    @Nullable NumberFormat format, @Nullable CellFont font, @Nullable CellFill fill) {

  /** Uses up the current element. */
  public static Differential read(XmlCursor xml) throws Refusal {
    NumberFormat format = null;
    CellFont font = null;
    CellFill fill = null;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "numFmt" -> {
          format = format(xml.attribute("numFmtId"), xml.attribute("formatCode"));
          xml.skip();
        }
        case "font" -> font = CellFont.read(xml);
        case "fill" -> fill = CellFill.read(xml, true);
        default -> xml.skip();
      }
    }
    return new Differential(format, font, fill);
  }

  private static NumberFormat format(@Nullable String id, @Nullable String code) throws Refusal {
    return code != null
        ? NumberFormat.of(EscapedText.decode(code))
        : NumberFormat.builtIn(SpreadsheetXml.index(id));
  }

  /** Tells whether anything of it can keep a person from seeing what is stored. */
  boolean matters() {
    return format != null || font != null || fill != null;
  }
}
