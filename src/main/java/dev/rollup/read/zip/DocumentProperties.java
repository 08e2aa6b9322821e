package dev.rollup.read.zip;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.EscapedText;
import dev.rollup.read.xml.XmlCursor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the parts that say something about the document as a whole. */
public final class DocumentProperties {

  private DocumentProperties() {}

  /**
   * Reads the properties that somebody added, whatever their type, as texts.
   *
   * @param part the bytes of the part; null where there is none
   * @return name to text, to be changed by the caller at will
   */
  public static Map<String, String> custom(byte @Nullable [] part) throws Refusal {
    var properties = new HashMap<String, String>();
    if (part == null) {
      return properties;
    }
    var xml = XmlCursor.open(part, XmlCursor.ANY_NAMESPACE);
    while (xml.toChild()) {
      String name = xml.attribute("name");
      while (xml.toChild()) {
        String text = EscapedText.decode(xml.text());
        if (name != null) {
          properties.putIfAbsent(name, text);
          Limits.checkListed(properties.size());
        }
      }
    }
    return properties;
  }

  /**
   * Reads {@code title} and {@code identifier} of the properties that every document has.
   *
   * @param part the bytes of the part; null where there is none
   */
  public static Map<String, String> core(byte @Nullable [] part) throws Refusal {
    var properties = new HashMap<String, String>();
    if (part == null) {
      return properties;
    }
    var xml = XmlCursor.open(part, XmlCursor.ANY_NAMESPACE);
    while (xml.toChild()) {
      switch (xml.name()) {
        case "title", "identifier" -> {
          String name = xml.name();
          String text = xml.text();
          if (!text.isEmpty()) {
            properties.putIfAbsent(name, text);
          }
        }
        default -> xml.skip();
      }
    }
    return properties;
  }
}
