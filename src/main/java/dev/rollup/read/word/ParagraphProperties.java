package dev.rollup.read.word;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import dev.rollup.read.zip.OpcPackage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a paragraph says about itself ({@code w:pPr}, ECMA-376 part 1, 17.3.1; {@code PapxFkp},
 * MS-DOC 2.9.180).
 *
 * @param style the id of its style, or null
 * @param shaded whether it says what is behind it
 * @param shading the colour behind it; null where it wants none
 * @param squeezed whether its lines are too low to be read; null where it says nothing
 * @param endGone whether its end is deleted
 * @param endHidden whether its end is hidden; null where it says nothing
 * @param margins the relationships to the headers and footers of the section that ends with it
 */
record ParagraphProperties(
    @Nullable String style,
    boolean shaded,
    @Nullable Integer shading,
    @Nullable Boolean squeezed,
    boolean endGone,
    @Nullable Boolean endHidden,
    List<String> margins) {

  /** What a paragraph without properties says. */
  static final ParagraphProperties NONE =
      new ParagraphProperties(null, false, null, null, false, null, List.of());

  /** One of a binary file, whose style and margins are told elsewhere. */
  ParagraphProperties(boolean shaded, @Nullable Integer shading, @Nullable Boolean squeezed) {
    this(null, shaded, shading, squeezed, false, null, List.of());
  }

  /** Reads the current element, which is used up. */
  static ParagraphProperties read(XmlCursor xml) throws Refusal {
    String style = null;
    boolean shaded = false;
    Integer shading = null;
    Boolean squeezed = null;
    boolean endGone = false;
    Boolean endHidden = null;
    List<String> margins = List.of();
    while (xml.toChild()) {
      if (WordXml.is(xml, "sectPr")) {
        margins = margins(xml);
        continue;
      }
      if (WordXml.is(xml, "rPr")) {
        while (xml.toChild()) {
          endGone |= WordXml.is(xml, "del") || WordXml.is(xml, "moveFrom");
          endHidden = WordXml.is(xml, "vanish") ? Boolean.valueOf(WordXml.isOn(xml)) : endHidden;
          xml.skip();
        }
        continue;
      }
      if (WordXml.is(xml, "pStyle")) {
        style = WordXml.value(xml);
      } else if (WordXml.is(xml, "shd")) {
        shaded = true;
        shading = WordColour.ofShading(xml);
      } else if (WordXml.is(xml, "spacing")) {
        squeezed = WordXml.squeezes(xml, squeezed);
      }
      xml.skip();
    }
    return new ParagraphProperties(style, shaded, shading, squeezed, endGone, endHidden, margins);
  }

  /** Reads the properties of a section; returns the relationships to its headers and footers. */
  static List<String> margins(XmlCursor xml) throws Refusal {
    var margins = new ArrayList<String>();
    while (xml.toChild()) {
      if (WordXml.is(xml, "headerReference") || WordXml.is(xml, "footerReference")) {
        String id = xml.attribute(OpcPackage.RELATIONSHIPS, "id");
        if (id != null) {
          margins.add(id);
          Limits.checkListed(margins.size());
        }
      }
      xml.skip();
    }
    return margins;
  }
}
