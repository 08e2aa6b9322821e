package dev.rollup.read.zip;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.EscapedText;
import dev.rollup.read.xml.XmlCursor;
import dev.rollup.read.zip.OpcPackage.Relationship;
import java.util.HashMap;
import java.util.List;
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
   * Reads {@code title} and {@code identifier} of the properties that every document has. Excel
   * leaves a second part of them beside its own where another program wrote the file before it.
   *
   * @param ofPackage the arrows that leave the package
   * @throws Refusal {@code damaged-file} where two parts have different ones
   */
  public static Map<String, String> core(OpcPackage parts, List<Relationship> ofPackage)
      throws Refusal {
    var properties = new HashMap<String, String>();
    for (var relationship : ofPackage) {
      if (relationship.type().equals("core-properties") && !relationship.external()) {
        for (var own : core(parts.required(relationship.target())).entrySet()) {
          String other = properties.putIfAbsent(own.getKey(), own.getValue());
          if (other != null && !other.equals(own.getValue())) {
            throw Refusal.of(DAMAGED_FILE);
          }
        }
      }
    }
    return properties;
  }

  private static Map<String, String> core(byte[] part) throws Refusal {
    var properties = new HashMap<String, String>();
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
