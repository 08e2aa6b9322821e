package dev.rollup.read;

import java.util.Set;

/** What the parts of a text have in common (WordprocessingML, ECMA-376 part 1, chapter 17). */
final class WordXml {

  /** The namespace of transitional files and that of strict ones. */
  static final Set<String> NAMESPACES =
      Set.of(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main");

  private WordXml() {}

  /** Tells whether the cursor stands on that element of a text. */
  static boolean is(XmlCursor xml, String name) {
    return xml.name().equals(name) && NAMESPACES.contains(xml.namespace());
  }

  /** Returns what the current element says in an attribute of its own namespace, or null. */
  static String attribute(XmlCursor xml, String name) {
    return xml.attribute(NAMESPACES, name);
  }

  /** Returns the value of the current element; empty where it has none. */
  static String value(XmlCursor xml) {
    String value = attribute(xml, "val");
    return value == null ? "" : value;
  }

  /** Tells whether the current element switches something on, as it does without a value. */
  static boolean isOn(XmlCursor xml) {
    return switch (value(xml)) {
      case "0", "false", "off" -> false;
      default -> true;
    };
  }
}
