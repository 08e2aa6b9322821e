package dev.rollup.office;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The schemas of ECMA-376, transitional, as Apache POI carries them; Maven lays them below {@code
 * target}.
 *
 * <p>What is said in the words of others:
 *
 * <ul>
 *   <li>What a part declares as ignorable ({@code mc:Ignorable}) is taken out, as part 3 of the
 *       standard has every reader do that does not know it.
 *   <li>Of {@code mc:AlternateContent} every choice and the fallback are held against the schema,
 *       each in its place: which of them a program takes, nobody knows.
 *   <li>Any other word without a schema is wrong, but in {@code ext} elements and {@code
 *       a:graphicData}, which the schema opens for them.
 *   <li>{@code xml:space} on a text of a workbook, of which the schema knows nothing and which
 *       Excel writes and asks for.
 *   <li>Parts without a schema: {@code customXml} items, which belong to whoever put them there;
 *       the drawings in VML behind comments, which no Office product writes as the schema says;
 *       {@code docProps/core.xml} and the content types, which {@link PackageRules} looks at.
 * </ul>
 */
final class SchemaRules {

  private static final Path FOLDER =
      Path.of("target", "ooxml-schemas", "org", "apache", "poi", "schemas", "ooxml", "src");

  /** They import all others of which there are words in a workbook or a document. */
  private static final List<String> ROOTS =
      List.of(
          "sml.xsd",
          "wml.xsd",
          "dml-chart.xsd",
          "dml-spreadsheetDrawing.xsd",
          "shared-documentPropertiesExtended.xsd",
          "shared-documentPropertiesCustom.xsd",
          "shared-customXmlDataProperties.xsd",
          "opc-relationships.xsd");

  /** Of the words of XML itself: they are imported from nowhere. */
  private static final String OF_XML =
      """
      <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"
          targetNamespace="http://www.w3.org/XML/1998/namespace">
        <xsd:attribute name="space" type="xsd:NCName"/>
        <xsd:attribute name="lang" type="xsd:language"/>
      </xsd:schema>
      """;

  private final Schema schema;

  private SchemaRules(Schema schema) {
    this.schema = schema;
  }

  /** Tells whether Maven has laid the schemas there. */
  static boolean areHere() {
    return Files.isDirectory(FOLDER);
  }

  /** Reads the schemas. */
  static SchemaRules read() throws IOException, SAXException {
    var factory = SchemaFactory.newDefaultInstance();
    var sources = new ArrayList<Source>();
    sources.add(new StreamSource(new StringReader(OF_XML)));
    for (var root : ROOTS) {
      sources.add(new StreamSource(FOLDER.resolve(root).toFile()));
    }
    return new SchemaRules(factory.newSchema(sources.toArray(Source[]::new)));
  }

  /** Holds them against every part of a file, and leaves in it what they are held against. */
  void check(OfficePackage file, Complaints complaints) {
    file.documents()
        .forEach(
            (name, document) -> {
              if (!isWithout(name, file.type(name))) {
                check(name, document, complaints);
              }
            });
  }

  private static boolean isWithout(String name, String type) {
    return name.equals(OfficePackage.TYPES)
        || name.matches("/customXml/item\\d+\\.xml")
        || type.endsWith("vmlDrawing")
        || type.endsWith("core-properties+xml");
  }

  private void check(String name, Document document, Complaints complaints) {
    int choices = alternatives(document);
    for (int choice = 0; choice < choices; choice++) {
      Document one = choices == 1 ? document : (Document) document.cloneNode(true);
      Element root = one.getDocumentElement();
      take(root, choice);
      var words = new HashSet<String>();
      ignorable(root, words);
      if (!words.isEmpty()) {
        strip(root, words);
      }
      spaces(root);
      validate(name, one, complaints);
    }
  }

  private static int alternatives(Document document) {
    var all = document.getElementsByTagNameNS(Namespaces.COMPATIBILITY, "AlternateContent");
    int most = 1;
    for (int i = 0; i < all.getLength(); i++) {
      most = Math.max(most, Xml.children((Element) all.item(i)).size());
    }
    return most;
  }

  /** Puts one alternative in the place of each choice; the last one where there are fewer. */
  private static void take(Element element, int number) {
    for (var child : Xml.children(element)) {
      take(child, number);
      if (isCompatibility(child) && child.getLocalName().equals("AlternateContent")) {
        List<Element> ways = Xml.children(child);
        Element way = ways.get(Math.min(number, ways.size() - 1));
        while (way.getFirstChild() != null) {
          element.insertBefore(way.getFirstChild(), child);
        }
        element.removeChild(child);
      }
    }
  }

  /** Collects what may be left out, wherever that is said, and takes what says so away. */
  private static void ignorable(Element root, Set<String> words) {
    for (var element : Xml.all(root)) {
      var attributes = element.getAttributes();
      for (int i = attributes.getLength() - 1; i >= 0; i--) {
        var attribute = (Attr) attributes.item(i);
        if (!Namespaces.COMPATIBILITY.equals(attribute.getNamespaceURI())) {
          continue;
        }
        if (attribute.getLocalName().equals("Ignorable")) {
          Arrays.stream(attribute.getValue().split("\\s+"))
              .map(prefix -> String.valueOf(element.lookupNamespaceURI(prefix)))
              .forEach(words::add);
        }
        element.removeAttributeNode(attribute);
      }
    }
  }

  private static void strip(Element root, Set<String> words) {
    for (var element : Xml.all(root)) {
      Node parent = element.getParentNode();
      if (words.contains(element.getNamespaceURI()) && parent != null) {
        parent.removeChild(element);
      }
      var attributes = element.getAttributes();
      for (int i = attributes.getLength() - 1; i >= 0; i--) {
        if (words.contains(attributes.item(i).getNamespaceURI())) {
          element.removeAttributeNode((Attr) attributes.item(i));
        }
      }
    }
  }

  private static void spaces(Element root) {
    for (var text : Xml.all(root, "t")) {
      if (Namespaces.SHEET.equals(text.getNamespaceURI())) {
        text.removeAttributeNS(XMLConstants.XML_NS_URI, "space");
      }
    }
  }

  private static boolean isCompatibility(Element element) {
    return Namespaces.COMPATIBILITY.equals(element.getNamespaceURI());
  }

  private void validate(String name, Document document, Complaints complaints) {
    Validator validator = schema.newValidator();
    validator.setErrorHandler(
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException e) {
            complain(e);
          }

          @Override
          public void error(SAXParseException e) {
            complain(e);
          }

          @Override
          public void fatalError(SAXParseException e) {
            complain(e);
          }

          private void complain(SAXParseException e) {
            complaints.add(name + " " + place(validator), e.getMessage());
          }
        });
    try {
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.validate(new DOMSource(document));
    } catch (SAXException | IOException e) {
      complaints.add(name, e.toString());
    }
  }

  /** Returns the way down to the element that is looked at, with its address where it has one. */
  private static String place(Validator validator) {
    var way = new StringBuilder();
    try {
      Node node =
          (Node) validator.getProperty("http://apache.org/xml/properties/dom/current-element-node");
      for (; node instanceof Element element; node = node.getParentNode()) {
        String at = element.getAttribute("r");
        way.insert(0, "/" + element.getNodeName() + (at.isEmpty() ? "" : "[" + at + "]"));
      }
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
    return way.toString();
  }
}
