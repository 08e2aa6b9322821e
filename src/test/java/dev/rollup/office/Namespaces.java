package dev.rollup.office;

/** The names under which ECMA-376 keeps its words. */
final class Namespaces {

  private static final String OFFICE = "http://schemas.openxmlformats.org/";

  static final String RELATION_ID = OFFICE + "officeDocument/2006/relationships";
  static final String COMPATIBILITY = OFFICE + "markup-compatibility/2006";

  static final String SHEET = OFFICE + "spreadsheetml/2006/main";

  private Namespaces() {}
}
