package dev.rollup.read.xlsx;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFill;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.CellStyle;
import dev.rollup.read.sheet.Differential;
import dev.rollup.read.sheet.Looks;
import dev.rollup.read.sheet.NumberFormat;
import dev.rollup.read.sheet.SpreadsheetXml;
import dev.rollup.read.workbook.Styles;
import dev.rollup.read.xml.EscapedText;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how the cells of a workbook look (CT_Stylesheet, ECMA-376 part 1, 18.8.39). */
final class StylesPart {
  private final Map<Integer, NumberFormat> formats = new HashMap<>();
  private final List<CellFont> fonts = new ArrayList<>();
  private final List<CellFill> fills = new ArrayList<>();
  private final List<CellStyle> styles = new ArrayList<>();

  private StylesPart() {}

  /**
   * Reads the part as far as it says how cells look: the rest of it, mostly named styles, can be a
   * hundred times as long.
   *
   * @param part its bytes; null where the workbook has none
   */
  static Styles read(byte @Nullable [] part, Looks looks) throws Refusal {
    if (part == null) {
      return new Styles(looks, null, List::of);
    }
    var read = new StylesPart();
    read.readStyles(part);
    return new Styles(looks, read.styles, () -> readDifferentials(part));
  }

  private void readStyles(byte[] part) throws Refusal {
    var xml = open(part);
    while (xml.toChild()) {
      switch (xml.name()) {
        case "numFmts" -> readFormats(xml);
        case "fonts" -> {
          while (xml.toChild()) {
            fonts.add(CellFont.read(xml));
            Limits.checkListed(fonts.size());
          }
        }
        case "fills" -> {
          while (xml.toChild()) {
            fills.add(CellFill.read(xml, false));
            Limits.checkListed(fills.size());
          }
        }
        case "cellXfs" -> {
          readCellStyles(xml);
          return;
        }
        default -> xml.skip();
      }
    }
  }

  private static List<Differential> readDifferentials(byte[] part) throws Refusal {
    var all = new ArrayList<Differential>();
    var xml = open(part);
    while (xml.toChild()) {
      if (!xml.name().equals("dxfs")) {
        xml.skip();
        continue;
      }
      while (xml.toChild()) {
        all.add(Differential.read(xml));
        Limits.checkListed(all.size());
      }
      return all;
    }
    return all;
  }

  private static XmlCursor open(byte[] part) throws Refusal {
    var xml = XmlCursor.open(part, SpreadsheetXml.NAMESPACES);
    if (!SpreadsheetXml.isRoot(xml, "styleSheet")) {
      throw Refusal.of(DAMAGED_FILE);
    }
    return xml;
  }

  private void readFormats(XmlCursor xml) throws Refusal {
    while (xml.toChild()) {
      String code = xml.attribute("formatCode");
      if (code != null) {
        formats.put(
            SpreadsheetXml.index(xml.attribute("numFmtId")),
            NumberFormat.of(EscapedText.decode(code)));
        Limits.checkListed(formats.size());
      }
      xml.skip();
    }
  }

  private void readCellStyles(XmlCursor xml) throws Refusal {
    while (xml.toChild()) {
      int id = SpreadsheetXml.index(xml.attribute("numFmtId"));
      var format = formats.get(id);
      var font = at(fonts, SpreadsheetXml.index(xml.attribute("fontId")), CellFont.PLAIN);
      var fill = at(fills, SpreadsheetXml.index(xml.attribute("fillId")), CellFill.NONE);
      boolean repeated = false;
      while (xml.toChild()) {
        repeated |= xml.name().equals("alignment") && "fill".equals(xml.attribute("horizontal"));
        xml.skip();
      }
      styles.add(
          new CellStyle(format != null ? format : NumberFormat.builtIn(id), font, fill, repeated));
      Limits.checkListed(styles.size());
    }
  }

  private static <T> T at(List<T> all, int index, T otherwise) {
    return index >= 0 && index < all.size() ? all.get(index) : otherwise;
  }
}
