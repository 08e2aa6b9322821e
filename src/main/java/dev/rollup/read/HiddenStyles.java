package dev.rollup.read;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which styles of a text hide what is written in them. */
final class HiddenStyles {

  private static final byte[] WORD = "vanish".getBytes(StandardCharsets.US_ASCII);

  /** Whoever declares types is refused, by the cursor that reads the part. */
  private static final byte[] TYPES = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

  /** Styles that are based on each other are not stacked higher than this. */
  private static final int LONGEST_CHAIN = 64;

  /**
   * One style.
   *
   * @param base the id of the style that it is based on, or null
   * @param hides whether it hides; null where it says nothing
   */
  private record Style(String base, Boolean hides) {}

  private HiddenStyles() {}

  /**
   * Reads them.
   *
   * @param part the bytes of the part that holds the styles; null where there is none
   * @return the ids of the styles that hide, by themselves or by what they are based on
   */
  static Set<String> read(byte[] part) throws Refusal {
    // A list of styles is by far the largest part of a form, and hardly one of them hides.
    if (part == null
        || part.length > 0 && part[0] == '<' && !mentions(part, WORD) && !mentions(part, TYPES)) {
      return Set.of();
    }
    var styles = new HashMap<String, Style>();
    var xml = XmlCursor.open(part, WordXml.NAMESPACES);
    while (xml.toChild()) {
      if (xml.name().equals("style")) {
        String id = WordXml.attribute(xml, "styleId");
        styles.put(id == null ? "" : id, style(xml));
        Limits.checkListed(styles.size());
      } else {
        xml.skip();
      }
    }
    var hidden = new HashSet<String>();
    for (String id : styles.keySet()) {
      if (hides(styles, id)) {
        hidden.add(id);
      }
    }
    return hidden;
  }

  private static Style style(XmlCursor xml) throws Refusal {
    String base = null;
    Boolean hides = null;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "basedOn" -> {
          base = WordXml.value(xml);
          xml.skip();
        }
        case "rPr" -> {
          while (xml.toChild()) {
            hides = xml.name().equals("vanish") ? Boolean.valueOf(WordXml.isOn(xml)) : hides;
            xml.skip();
          }
        }
        default -> xml.skip();
      }
    }
    return new Style(base, hides);
  }

  private static boolean hides(Map<String, Style> styles, String id) {
    var style = styles.get(id);
    for (int i = 0; i < LONGEST_CHAIN && style != null; i++) {
      if (style.hides != null) {
        return style.hides;
      }
      style = styles.get(style.base);
    }
    return false;
  }

  private static boolean mentions(byte[] part, byte[] word) {
    for (int at = 0; at <= part.length - word.length; at++) {
      int i = 0;
      while (i < word.length && part[at + i] == word[i]) {
        i++;
      }
      if (i == word.length) {
        return true;
      }
    }
    return false;
  }
}
