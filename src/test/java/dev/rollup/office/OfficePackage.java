package dev.rollup.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An office file as its package: parts, their types, and what leads from one to the other. */
final class OfficePackage {

  /** The part that says of which type the others are. */
  static final String TYPES = "/[Content_Types].xml";

  /**
   * What leads from one part to another.
   *
   * @param type the last word of the kind of relationship: {@code worksheet}
   * @param target the name of a part, or an address outside
   */
  record Relation(String id, String type, String target, boolean external) {}

  private final List<String> names = new ArrayList<>();
  private final Map<String, Document> documents = new LinkedHashMap<>();
  private final Map<String, String> broken = new LinkedHashMap<>();
  private final Map<String, String> byEnding = new HashMap<>();
  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, List<Relation>> relations = new TreeMap<>();

  private OfficePackage() {}

  /** Opens a file, whatever is wrong with it. */
  static OfficePackage open(byte[] file) throws IOException {
    var opened = new OfficePackage();
    opened.unzip(file);
    opened.readTypes();
    opened.readRelations();
    return opened;
  }

  /** Returns the names of the parts, which begin with a slash, as often as they are there. */
  List<String> names() {
    return names;
  }

  /** Tells whether a part is there. */
  boolean has(String part) {
    return names.contains(part);
  }

  /** Returns the parts that are no XML and should be, with what is said of them. */
  Map<String, String> broken() {
    return broken;
  }

  /** Returns the content type of a part, nothing where it has none. */
  String type(String part) {
    String lower = part.toLowerCase(Locale.ROOT);
    String ending = lower.substring(lower.lastIndexOf('.') + 1);
    return byName.getOrDefault(lower, byEnding.getOrDefault(ending, ""));
  }

  /** Returns the parts that are XML. */
  Map<String, Document> documents() {
    return documents;
  }

  /** Returns a part as XML; nothing where it is none, or is not there. */
  Optional<Element> xml(String part) {
    return Optional.ofNullable(documents.get(part)).map(Document::getDocumentElement);
  }

  /** Returns the name of the part that everything else belongs to. */
  Optional<String> main() {
    return related("/", "officeDocument").filter(this::has);
  }

  /** Returns the part that everything else belongs to. */
  Element mainXml() {
    return main().flatMap(this::xml).orElseThrow();
  }

  /** Returns the names of the parts that lead to others; the package itself is a slash. */
  Map<String, List<Relation>> relations() {
    return relations;
  }

  /** Returns what a part leads to. */
  List<Relation> relations(String part) {
    return relations.getOrDefault(part, List.of());
  }

  /** Returns what a part leads to under the id that one of its elements names. */
  Optional<Relation> relation(String part, Element element) {
    String id = element.getAttributeNS(Namespaces.RELATION_ID, "id");
    return relations(part).stream().filter(relation -> relation.id().equals(id)).findFirst();
  }

  /** Returns the first part of a kind that a part leads to. */
  Optional<String> related(String part, String type) {
    return relations(part).stream()
        .filter(relation -> relation.type().equals(type))
        .map(Relation::target)
        .findFirst();
  }

  private void unzip(byte[] file) throws IOException {
    DocumentBuilder builder = builder();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = "/" + entry.getName();
        names.add(name);
        byte[] content = zip.readAllBytes();
        if (looksLikeXml(content)) {
          parse(builder, name, content);
        } else if (name.endsWith(".xml") || name.endsWith(".rels")) {
          broken.put(name, "is no XML");
        }
      }
    }
  }

  private static boolean looksLikeXml(byte[] content) {
    String start = new String(content, 0, Math.min(content.length, 8), StandardCharsets.UTF_8);
    return start.replace("\uFEFF", "").stripLeading().startsWith("<");
  }

  private void parse(DocumentBuilder builder, String name, byte[] content) throws IOException {
    try {
      documents.put(name, builder.parse(new ByteArrayInputStream(content)));
    } catch (SAXException e) {
      broken.put(name, "is not well formed: " + e.getMessage());
    }
  }

  private static DocumentBuilder builder() {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // What is fatal is thrown, and nothing is printed.
      builder.setErrorHandler(new DefaultHandler());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void readTypes() {
    for (var child : xml(TYPES).map(Xml::children).orElse(List.of())) {
      boolean isDefault = child.getLocalName().equals("Default");
      (isDefault ? byEnding : byName)
          .put(
              child.getAttribute(isDefault ? "Extension" : "PartName").toLowerCase(Locale.ROOT),
              child.getAttribute("ContentType"));
    }
  }

  private void readRelations() {
    documents.forEach(
        (name, document) -> {
          if (name.endsWith(".rels")) {
            String source = source(name);
            relations.put(
                source,
                Xml.children(document.getDocumentElement(), "Relationship").stream()
                    .map(child -> readRelation(source, child))
                    .toList());
          }
        });
  }

  /** Returns whose relationships a part holds. */
  static String source(String relations) {
    return relations.replace("_rels/", "").replaceFirst("\\.rels$", "");
  }

  private static Relation readRelation(String source, Element child) {
    String type = child.getAttribute("Type");
    boolean external = child.getAttribute("TargetMode").equals("External");
    String target = child.getAttribute("Target");
    return new Relation(
        child.getAttribute("Id"),
        type.substring(type.lastIndexOf('/') + 1),
        external ? target : URI.create(source).resolve(target).getPath(),
        external);
  }
}
