package dev.rollup.read.xlsb;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.workbook.SharedStrings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the texts that cells refer to by number (MS-XLSB 2.1.7.45). */
final class SharedStringsPart {

  private SharedStringsPart() {}

  /**
   * Reads the part.
   *
   * @param part its bytes; null where the workbook has none
   * @param fonts all fonts of the workbook
   */
  static SharedStrings read(byte @Nullable [] part, List<CellFont> fonts) throws Refusal {
    var shared = new SharedStrings();
    if (part == null) {
      return shared;
    }
    var records = Records.open(part, Record.SHARED_BEGIN, Record.SHARED_END);
    while (records.next()) {
      if (records.type() == Record.SHARED_ITEM) {
        shared.add(RichTextField.read(records, fonts));
      }
    }
    return shared;
  }
}
