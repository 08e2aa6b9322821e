package dev.rollup.read;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The number formats of a workbook's cell styles. */
final class Styles {
  private final List<NumberFormat> formats = new ArrayList<>();
  private final boolean absent;

  private Styles(boolean absent) {
    this.absent = absent;
  }

  /**
   * Reads the part as far as it says something about numbers: the rest of it, mostly named styles,
   * can be a hundred times as long.
   *
   * @param part its bytes; null where the workbook has none
   */
  static Styles read(byte[] part) throws Refusal {
    var styles = new Styles(part == null);
    if (part == null) {
      return styles;
    }
    var xml = XmlCursor.open(part, SpreadsheetXml.NAMESPACES);
    if (!SpreadsheetXml.isRoot(xml, "styleSheet")) {
      throw Refusal.of(DAMAGED_FILE);
    }
    var defined = new HashMap<Integer, NumberFormat>();
    while (xml.toChild()) {
      switch (xml.name()) {
        case "numFmts" -> readDefinitions(xml, defined);
        case "cellXfs" -> {
          styles.readCellFormats(xml, defined);
          return styles;
        }
        default -> xml.skip();
      }
    }
    return styles;
  }

  /**
   * Returns the format of a cell style; without any styles General, as every program shows it.
   *
   * @return null where there are styles but not this one
   */
  NumberFormat format(int style) {
    if (style >= 0 && style < formats.size()) {
      return formats.get(style);
    }
    return absent || style == 0 ? NumberFormat.GENERAL : null;
  }

  private static void readDefinitions(XmlCursor xml, Map<Integer, NumberFormat> defined)
      throws Refusal {
    while (xml.toChild()) {
      String code = xml.attribute("formatCode");
      if (code != null) {
        defined.put(formatId(xml.attribute("numFmtId")), NumberFormat.of(EscapedText.decode(code)));
        Limits.checkListed(defined.size());
      }
      xml.skip();
    }
  }

  private void readCellFormats(XmlCursor xml, Map<Integer, NumberFormat> defined) throws Refusal {
    while (xml.toChild()) {
      int id = formatId(xml.attribute("numFmtId"));
      var format = defined.get(id);
      formats.add(format != null ? format : NumberFormat.builtIn(id));
      Limits.checkListed(formats.size());
      xml.skip();
    }
  }

  private static int formatId(String id) throws Refusal {
    try {
      return id == null ? 0 : Integer.parseInt(id.strip());
    } catch (NumberFormatException e) {
      throw Refusal.of(DAMAGED_FILE);
    }
  }
}
