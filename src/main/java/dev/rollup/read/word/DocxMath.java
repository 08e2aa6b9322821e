package dev.rollup.read.word;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import java.util.Set;

/**
 * Reads equations (ECMA-376 part 1, 22.1), but for the runs in them. Their structure must show: a
 * half is not 12.
 */
final class DocxMath {

  static final Set<String> NAMESPACES =
      Set.of(
          "http://schemas.openxmlformats.org/officeDocument/2006/math",
          "http://purl.oclc.org/ooxml/officeDocument/math");

  private final XmlCursor xml;
  private final SeenText text;
  private final DocxContent inside;

  DocxMath(XmlCursor xml, SeenText text, DocxContent inside) {
    this.xml = xml;
    this.text = text;
    this.inside = inside;
  }

  /** Reads the current element, which is a part of an equation and is used up. */
  void read() throws Refusal {
    switch (xml.name()) {
      case "t" -> text.append(xml.text());
      case "den" -> part("/");
      case "sup" -> part("^");
      case "sub" -> part("_");
      case "deg", "lim", "e" -> part(" ");
      case "rad" -> part("√");
      // Lines through, around or above it, or a place that is kept free for it.
      case "borderBox", "phant", "bar", "acc", "groupChr" -> part(SeenText.UNKNOWN);
      default -> {
        if (xml.name().endsWith("Pr")) {
          xml.skip();
        } else {
          inside.content();
        }
      }
    }
  }

  private void part(String mark) throws Refusal {
    text.append(mark);
    inside.content();
  }
}
