package dev.rollup.read.word;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.LineHeight;
import dev.rollup.read.xml.XmlCursor;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the parts of a text have in common (WordprocessingML, ECMA-376 part 1, chapter 17). */
final class WordXml {

  /** The namespace of transitional files and that of strict ones. */
  static final Set<String> NAMESPACES =
      Set.of(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main");

  /** The namespace of what Word 2010 added to the looks of characters ([MS-DOCX] 2.6). */
  static final String WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml";

  /** All that says how text looks. */
  static final Set<String> OF_LOOKS = ofLooks();

  private WordXml() {}

  private static Set<String> ofLooks() {
    var all = new HashSet<>(NAMESPACES);
    all.add(WORD_2010);
    return all;
  }

  /** Tells whether the cursor stands on that element of a text. */
  static boolean is(XmlCursor xml, String name) {
    return xml.name().equals(name) && NAMESPACES.contains(xml.namespace());
  }

  /** Returns what the current element says in an attribute of its own namespace, or null. */
  static @Nullable String attribute(XmlCursor xml, String name) {
    return xml.attribute(NAMESPACES, name);
  }

  /** Returns the value of the current element; empty where it has none. */
  static String value(XmlCursor xml) {
    String value = attribute(xml, "val");
    return value == null ? "" : value;
  }

  /**
   * Returns a number that the current element says, otherwise where it says none. Strict files may
   * name a unit (ECMA-376 part 1, 22.9.2.15); points are counted by their halves.
   */
  static int number(XmlCursor xml, String name, int otherwise) {
    String value = attribute(xml, name);
    if (value == null) {
      return otherwise;
    }
    try {
      if (value.endsWith("pt")) {
        return (int) Math.round(Double.parseDouble(value.substring(0, value.length() - 2)) * 2);
      }
      return Integer.parseInt(value.endsWith("%") ? value.substring(0, value.length() - 1) : value);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /**
   * Tells whether the current element, {@code w:spacing} or {@code w:trHeight}, leaves so little
   * height that nobody can read what is written there.
   *
   * @param otherwise what holds where it says nothing about the height
   */
  static @Nullable Boolean squeezes(XmlCursor xml, @Nullable Boolean otherwise) {
    boolean row = xml.name().equals("trHeight");
    String rule = attribute(xml, row ? "hRule" : "lineRule");
    int height = number(xml, row ? "val" : "line", -1);
    if (rule == null && height < 0) {
      return otherwise;
    }
    return LineHeight.squeezes(height, "exact".equals(rule));
  }

  /** Tells whether the current element switches something on, as it does without a value. */
  static boolean isOn(XmlCursor xml) {
    return switch (value(xml)) {
      case "0", "false", "off" -> false;
      default -> true;
    };
  }

  /** Adds all letters that the current element holds, which is used up. */
  static void letters(XmlCursor xml, StringBuilder all) throws Refusal {
    while (xml.toChild()) {
      if (is(xml, "t")) {
        all.append(xml.text());
      } else {
        letters(xml, all);
      }
    }
  }
}
