package dev.rollup.read.xlsb;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.workbook.RichText;
import java.util.List;

/** Reads a text with runs that have fonts of their own (RichStr, MS-XLSB 2.5.121). */
final class RichTextField {

  private static final int HAS_RUNS = 1;

  private RichTextField() {}

  /**
   * Uses up the text as far as somebody sees it; what is behind it are phonetic hints.
   *
   * @param fonts all fonts of the workbook, which runs call by their numbers
   */
  static RichText read(Records records, List<CellFont> fonts) throws Refusal {
    int flags = records.u8();
    String text = records.text();
    if ((flags & HAS_RUNS) == 0) {
      return new RichText(text);
    }
    var joined = new RichText.Joined();
    int from = 0;
    CellFont font = null;
    for (int left = records.count(); left > 0; left--) {
      int to = records.u16();
      int number = records.u16();
      if (to < from || to > text.length() || number >= fonts.size()) {
        throw Records.damaged();
      }
      joined.add(text.substring(from, to), font);
      from = to;
      font = fonts.get(number);
    }
    joined.add(text.substring(from), font);
    return joined.text();
  }
}
