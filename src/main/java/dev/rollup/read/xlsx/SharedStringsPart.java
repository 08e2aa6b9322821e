package dev.rollup.read.xlsx;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.SpreadsheetXml;
import dev.rollup.read.workbook.SharedStrings;
import dev.rollup.read.xml.XmlCursor;
import org.jspecify.annotations.Nullable;

/** Reads the texts that cells refer to by number (CT_Sst, ECMA-376 part 1, 18.4.9). */
final class SharedStringsPart {

  private SharedStringsPart() {}

  /**
   * Reads the part.
   *
   * @param part its bytes; null where the workbook has none
   */
  static SharedStrings read(byte @Nullable [] part) throws Refusal {
    var shared = new SharedStrings();
    if (part == null) {
      return shared;
    }
    var xml = XmlCursor.open(part, SpreadsheetXml.NAMESPACES);
    if (!SpreadsheetXml.isRoot(xml, "sst")) {
      throw Refusal.of(DAMAGED_FILE);
    }
    while (xml.toChild()) {
      if (xml.name().equals("si")) {
        shared.add(StringItem.read(xml));
      } else {
        xml.skip();
      }
    }
    return shared;
  }
}
