package dev.rollup.read.xlsx;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.SpreadsheetXml;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts that cells refer to by number. Read once, however many refer to them. */
final class SharedStrings {
  private final List<RichText> strings = new ArrayList<>();

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
        shared.strings.add(RichText.read(xml));
        Limits.checkListed(shared.strings.size());
      } else {
        xml.skip();
      }
    }
    return shared;
  }

  /** Returns the text of that number, counted from 0, or null. */
  @Nullable RichText get(int index) {
    return index >= 0 && index < strings.size() ? strings.get(index) : null;
  }
}
