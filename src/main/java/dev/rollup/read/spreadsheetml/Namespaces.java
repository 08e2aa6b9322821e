package dev.rollup.read.spreadsheetml;

import java.util.Set;

/** The namespaces of XML Spreadsheet 2003. */
final class Namespaces {
  static final Set<String> SPREADSHEET = Set.of("urn:schemas-microsoft-com:office:spreadsheet");
  static final Set<String> EXCEL = Set.of("urn:schemas-microsoft-com:office:excel");
  static final Set<String> HTML = Set.of("http://www.w3.org/TR/REC-html40");

  private Namespaces() {}
}
