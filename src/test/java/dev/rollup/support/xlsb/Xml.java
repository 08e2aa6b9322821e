package dev.rollup.support.xlsb;

import dev.rollup.read.xml.EscapedText;
import dev.rollup.read.zip.OpcPackage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A part of a workbook in XML, as far as it is written over into records. */
final class Xml {

  /** What is from elsewhere is no part of a workbook. */
  private static final String OWN =
      "http://(?:schemas\\.openxmlformats\\.org/spreadsheetml|purl\\.oclc\\.org/ooxml/spreadsheetml"
          + "|schemas\\.microsoft\\.com/office/(?:spreadsheetml|excel))/.*";

  private static final DocumentBuilder BUILDER = builder();

  private Xml() {}

  private static DocumentBuilder builder() {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the root of a part; null where it is no XML. */
  static synchronized Element root(byte[] part) {
    try {
      return BUILDER.parse(new ByteArrayInputStream(part)).getDocumentElement();
    } catch (SAXException | IOException e) {
      return null;
    }
  }

  /** Returns the children of that name, or all for {@code *}. */
  static List<Element> children(Element parent, String name) {
    var children = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && String.valueOf(element.getNamespaceURI()).matches(OWN)
          && (name.equals("*") || name.equals(element.getLocalName()))) {
        children.add(element);
      }
    }
    return children;
  }

  /** Returns the first child of that name, or null. */
  static Element child(Element parent, String name) {
    return children(parent, name).stream().findFirst().orElse(null);
  }

  /** Returns the text of the first child of that name, decoded, or null. */
  static String text(Element parent, String name) {
    Element child = child(parent, name);
    return child == null ? null : EscapedText.decode(child.getTextContent());
  }

  /** Returns an attribute, or null. */
  static String attribute(Element element, String name) {
    return element.hasAttribute(name) ? element.getAttribute(name) : null;
  }

  static String attribute(Element element, String name, String otherwise) {
    return element.hasAttribute(name) ? element.getAttribute(name) : otherwise;
  }

  static int number(Element element, String name, int otherwise) {
    return element.hasAttribute(name)
        ? Integer.parseInt(element.getAttribute(name).strip())
        : otherwise;
  }

  static double real(Element element, String name, double otherwise) {
    return element.hasAttribute(name) ? Double.parseDouble(element.getAttribute(name)) : otherwise;
  }

  static boolean flag(Element element, String name, boolean otherwise) {
    String value = attribute(element, name);
    return value == null ? otherwise : value.equals("1") || value.equalsIgnoreCase("true");
  }

  /** Returns the id of the arrow that an element names. */
  static String arrow(Element element) {
    return OpcPackage.RELATIONSHIPS.stream()
        .map(namespace -> element.getAttributeNS(namespace, "id"))
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse(null);
  }
}
