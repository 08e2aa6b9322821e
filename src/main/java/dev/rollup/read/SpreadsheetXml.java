package dev.rollup.read;

import java.util.Set;

/** What the parts of a workbook have in common (SpreadsheetML, ECMA-376 part 1, chapter 18). */
final class SpreadsheetXml {

  /** The namespace of transitional files and that of strict ones. */
  static final Set<String> NAMESPACES =
      Set.of(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main");

  private SpreadsheetXml() {}

  /** Tells whether a part's root is that element of a workbook. */
  static boolean isRoot(XmlCursor part, String name) {
    return part.name().equals(name) && NAMESPACES.contains(part.namespace());
  }

  /**
   * Uses up a string item: its runs joined, without the phonetic hints that are shown above it.
   *
   * @return the text; empty, never null
   */
  static String stringItem(XmlCursor item) throws Refusal {
    String first = "";
    StringBuilder joined = null;
    while (item.toChild()) {
      String text =
          switch (item.name()) {
            case "t" -> item.text();
            case "r" -> run(item);
            default -> {
              item.skip();
              yield "";
            }
          };
      if (first.isEmpty()) {
        first = text;
      } else {
        joined = joined == null ? new StringBuilder(first) : joined;
        joined.append(text);
      }
    }
    return EscapedText.decode(joined == null ? first : joined.toString());
  }

  private static String run(XmlCursor run) throws Refusal {
    String text = "";
    while (run.toChild()) {
      if (run.name().equals("t")) {
        text = run.text();
      } else {
        run.skip();
      }
    }
    return text;
  }
}
