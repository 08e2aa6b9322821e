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
}
