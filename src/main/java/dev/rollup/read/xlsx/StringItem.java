package dev.rollup.read.xlsx;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.workbook.RichText;
import dev.rollup.read.xml.EscapedText;
import dev.rollup.read.xml.XmlCursor;

/** Reads a string item (CT_Rst, ECMA-376 part 1, 18.4.8). */
final class StringItem {

  private StringItem() {}

  /** Uses up the current element. */
  static RichText read(XmlCursor item) throws Refusal {
    String own = null;
    RichText.Joined joined = null;
    while (item.toChild()) {
      switch (item.name()) {
        case "t" -> {
          if (own != null || joined != null) {
            // Two texts: nobody can tell which of them was meant.
            throw Refusal.of(DAMAGED_FILE);
          }
          own = EscapedText.decode(item.text());
        }
        case "r" -> {
          if (joined == null) {
            joined = new RichText.Joined();
          }
          readRun(item, joined);
        }
        default -> item.skip();
      }
    }
    if (own != null && joined != null) {
      throw Refusal.of(DAMAGED_FILE);
    }
    return joined != null ? joined.text() : new RichText(own == null ? "" : own);
  }

  private static void readRun(XmlCursor run, RichText.Joined joined) throws Refusal {
    String text = null;
    CellFont font = null;
    while (run.toChild()) {
      switch (run.name()) {
        case "t" -> {
          if (text != null) {
            throw Refusal.of(DAMAGED_FILE);
          }
          text = EscapedText.decode(run.text());
        }
        case "rPr" -> font = CellFont.read(run);
        default -> run.skip();
      }
    }
    joined.add(text == null ? "" : text, font);
  }
}
