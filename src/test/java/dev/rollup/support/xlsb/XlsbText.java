package dev.rollup.support.xlsb;

import dev.rollup.read.xml.EscapedText;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Writes texts with runs. */
final class XlsbText {

  /** The font of a text in cells that have different ones. */
  static final int SEVERAL = -1;

  private XlsbText() {}

  /** Tells whether a string item has runs. */
  static boolean isRich(Element item) {
    return Xml.child(item, "r") != null;
  }

  /** Returns the whole text of a string item. */
  static String plain(Element item) {
    if (!isRich(item)) {
      String text = Xml.text(item, "t");
      return text == null ? "" : text;
    }
    var text = new StringBuilder();
    for (var run : Xml.children(item, "r")) {
      String part = Xml.text(run, "t");
      text.append(part == null ? "" : part);
    }
    return text.toString();
  }

  /**
   * Writes a string item, with its phonetic hints.
   *
   * @param ofCell the font of runs that have none of their own
   */
  static void write(RecordWriter to, Element item, XlsbStyles styles, int ofCell) {
    List<int[]> runs = new ArrayList<>();
    int at = 0;
    boolean fonts = Xml.children(item, "r").stream().anyMatch(run -> Xml.child(run, "rPr") != null);
    for (var run : fonts ? Xml.children(item, "r") : List.<Element>of()) {
      String part = Xml.text(run, "t");
      Element font = Xml.child(run, "rPr");
      if (font != null || at > 0) {
        if (font == null && ofCell == SEVERAL) {
          throw new IllegalArgumentException("a run in several fonts");
        }
        runs.add(new int[] {at, font == null ? ofCell : styles.font(font)});
      }
      at += part == null ? 0 : part.length();
    }
    Element hint = Xml.child(item, "rPh");
    to.u8((runs.isEmpty() ? 0 : 1) | (hint == null ? 0 : 2)).text(plain(item));
    if (!runs.isEmpty()) {
      styles.requireFonts();
      to.i32(runs.size());
      runs.forEach(run -> to.u16(run[0]).u16(run[1]));
    }
    if (hint != null) {
      String text = EscapedText.decode(Xml.child(hint, "t").getTextContent());
      to.text(text).i32(1).u16(0).u16(0).u16(text.length()).u16(1).u16(0);
    }
  }
}
