package dev.rollup.read.odf;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import java.util.Set;

/** Reads what stands beside the cells: comments, and what is at the top and foot of pages. */
final class OdsNotes {

  private static final Set<String> FIELDS =
      Set.of("page-number", "page-count", "sheet-name", "date", "time", "title", "file-name");

  private OdsNotes() {}

  /** Returns what a comment says, without who says it and when. */
  static String annotation(XmlCursor xml) throws Refusal {
    var text = new StringBuilder();
    while (xml.toChild()) {
      if (xml.name().equals("p") || xml.name().equals("list")) {
        text.append(text.length() > 0 ? "\n" : "").append(xml.allText());
      } else {
        xml.skip();
      }
    }
    return text.toString();
  }

  /** Returns the text of a margin of the page, without what programs fill in themselves. */
  static String margin(XmlCursor xml) throws Refusal {
    var text = new StringBuilder();
    while (true) {
      switch (xml.toNext()) {
        case END -> {
          return text.toString();
        }
        case TEXT -> text.append(xml.piece());
        case CHILD -> {
          if (FIELDS.contains(xml.name())) {
            xml.skip();
          } else {
            text.append(margin(xml));
          }
        }
      }
    }
  }
}
