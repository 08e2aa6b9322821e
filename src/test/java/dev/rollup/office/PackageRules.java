package dev.rollup.office;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** What ECMA-376 part 2 asks of a package: names, types, relationships, properties. */
final class PackageRules {

  /** Excel finds a workbook damaged in which an address is longer. */
  private static final int LONGEST_ADDRESS = 2079;

  private static final int LONGEST_PROPERTY = 255;
  private static final String RELATIONS =
      "application/vnd.openxmlformats-package.relationships+xml";
  private static final String USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String SHEET = OFFICE + "spreadsheetml.";
  private static final String WORD = OFFICE + "wordprocessingml.";

  /** Of which type a part is that something leads to, where programs look at that. */
  private static final Map<String, Set<String>> TYPES =
      Map.ofEntries(
          Map.entry("officeDocument", Set.of(SHEET + "sheet.main+xml", WORD + "document.main+xml")),
          Map.entry("worksheet", Set.of(SHEET + "worksheet+xml")),
          Map.entry("sharedStrings", Set.of(SHEET + "sharedStrings+xml")),
          Map.entry("styles", Set.of(SHEET + "styles+xml", WORD + "styles+xml")),
          Map.entry("comments", Set.of(SHEET + "comments+xml", WORD + "comments+xml")),
          Map.entry("drawing", Set.of(OFFICE + "drawing+xml")),
          Map.entry("vmlDrawing", Set.of(OFFICE + "vmlDrawing")),
          Map.entry("chart", Set.of(OFFICE + "drawingml.chart+xml")),
          Map.entry("theme", Set.of(OFFICE + "theme+xml")),
          Map.entry("customXmlProps", Set.of(OFFICE + "customXmlProperties+xml")),
          Map.entry("extended-properties", Set.of(OFFICE + "extended-properties+xml")),
          Map.entry("custom-properties", Set.of(OFFICE + "custom-properties+xml")),
          Map.entry(
              "core-properties",
              Set.of("application/vnd.openxmlformats-package.core-properties+xml")),
          Map.entry("numbering", Set.of(WORD + "numbering+xml")),
          Map.entry("settings", Set.of(WORD + "settings+xml")),
          Map.entry("fontTable", Set.of(WORD + "fontTable+xml")),
          Map.entry("webSettings", Set.of(WORD + "webSettings+xml")),
          Map.entry("footer", Set.of(WORD + "footer+xml")),
          Map.entry("header", Set.of(WORD + "header+xml")),
          Map.entry("footnotes", Set.of(WORD + "footnotes+xml")),
          Map.entry("endnotes", Set.of(WORD + "endnotes+xml")));

  private final OfficePackage file;
  private final Complaints complaints;

  PackageRules(OfficePackage file, Complaints complaints) {
    this.file = file;
    this.complaints = complaints;
  }

  /** Holds all of them against the file. */
  void check() {
    file.broken().forEach(complaints::add);
    names();
    encodings();
    types();
    relations();
    reachable();
    file.related("/", "core-properties").ifPresent(this::coreProperties);
    file.related("/", "custom-properties").ifPresent(this::customProperties);
  }

  private void names() {
    var seen = new HashSet<String>();
    for (var name : file.names()) {
      complaints.unless(seen.add(name.toLowerCase(Locale.ROOT)), name, "is there more than once");
      complaints.unless(
          name.equals(OfficePackage.TYPES)
              || name.matches("(/[\\w.~%!$&'()*+,;=:@-]*[\\w~%!$&'()*+,;=:@-])+"),
          name,
          "is no name of a part");
    }
  }

  private void encodings() {
    file.documents()
        .forEach(
            (name, document) -> {
              String encoding = document.getXmlEncoding();
              complaints.unless(
                  encoding == null || encoding.equalsIgnoreCase("UTF-8"), name, "is not UTF-8");
            });
  }

  private void types() {
    Element all = file.xml(OfficePackage.TYPES).orElse(null);
    if (all == null) {
      complaints.add(OfficePackage.TYPES, "is missing");
      return;
    }
    var seen = new HashSet<String>();
    for (var child : Xml.children(all)) {
      boolean isDefault = child.getLocalName().equals("Default");
      String of = child.getAttribute(isDefault ? "Extension" : "PartName");
      complaints.unless(
          seen.add(of.toLowerCase(Locale.ROOT)), OfficePackage.TYPES, of + " comes twice");
      complaints.unless(
          isDefault || file.has(of),
          OfficePackage.TYPES,
          "tells of " + of + ", which is not there");
    }
    for (var name : file.names()) {
      complaints.unless(
          name.equals(OfficePackage.TYPES) || !file.type(name).isEmpty(), name, "has no type");
      complaints.unless(
          !name.endsWith(".rels") || file.type(name).equals(RELATIONS),
          name,
          "is of type " + file.type(name));
    }
  }

  private void relations() {
    file.relations()
        .forEach(
            (source, relations) -> {
              complaints.unless(
                  source.equals("/") || file.has(source), source, "leads on and is not there");
              var ids = new HashSet<String>();
              for (var relation : relations) {
                complaints.unless(
                    ids.add(relation.id()), source, relation.id() + " leads to two parts");
                target(source, relation);
              }
              used(source, ids);
            });
  }

  private void target(String source, OfficePackage.Relation relation) {
    String target = relation.target();
    if (relation.external()) {
      complaints.unless(
          target.length() <= LONGEST_ADDRESS && target.matches("[\\x21-\\x7E&&[^<>\"{}|\\\\^`]]+"),
          source,
          target + " is no address");
    } else if (!file.has(target)) {
      complaints.add(source, "leads to " + target + ", which is not there");
    } else {
      Set<String> expected = TYPES.get(relation.type());
      complaints.unless(
          expected == null || expected.contains(file.type(target)),
          target,
          "is of type " + file.type(target) + " and led to as " + relation.type());
    }
  }

  /** Whatever an element names is there. */
  private void used(String source, Set<String> ids) {
    if (source.equals("/")) {
      return;
    }
    for (var element : file.xml(source).map(Xml::all).orElse(List.of())) {
      var attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        var attribute = attributes.item(i);
        if (Namespaces.RELATION_ID.equals(attribute.getNamespaceURI())) {
          complaints.unless(
              ids.contains(attribute.getNodeValue()),
              source,
              element.getNodeName()
                  + " names "
                  + attribute.getNodeValue()
                  + ", which leads nowhere");
        }
      }
    }
  }

  private void reachable() {
    var reached = new HashSet<String>();
    var open = new ArrayList<>(List.of("/"));
    while (!open.isEmpty()) {
      for (var relation : file.relations(open.remove(open.size() - 1))) {
        if (!relation.external() && reached.add(relation.target())) {
          open.add(relation.target());
        }
      }
    }
    for (var name : file.names()) {
      complaints.unless(
          reached.contains(name) || name.endsWith(".rels") || name.equals(OfficePackage.TYPES),
          name,
          "is led to by nothing");
    }
    for (var type :
        List.of("officeDocument", "core-properties", "extended-properties", "custom-properties")) {
      long number = file.relations("/").stream().filter(r -> r.type().equals(type)).count();
      complaints.unless(number <= 1, "/", "leads to more than one of " + type);
    }
    complaints.unless(file.main().isPresent(), "/", "leads to no document");
  }

  /** Its schema needs that of Dublin Core, which nobody carries: what it says is said here. */
  private void coreProperties(String part) {
    var seen = new HashSet<String>();
    for (var property : file.xml(part).map(Xml::children).orElse(List.of())) {
      String name = property.getLocalName();
      complaints.unless(seen.add(name), part, name + " comes twice");
      if (name.equals("created") || name.equals("modified")) {
        complaints.unless(
            Xml.attribute(property, "type").endsWith(":W3CDTF") && isTime(property),
            part,
            name + " is no time");
      }
    }
  }

  private static boolean isTime(Element property) {
    try {
      return OffsetDateTime.parse(property.getTextContent()).getYear() >= 1601;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private void customProperties(String part) {
    var names = new HashSet<String>();
    int expected = 2;
    for (var property : file.xml(part).map(Xml::children).orElse(List.of())) {
      String name = property.getAttribute("name");
      complaints.unless(
          names.add(name.toLowerCase(Locale.ROOT)) && !name.isBlank(), part, name + " comes twice");
      complaints.unless(name.length() <= LONGEST_PROPERTY, part, name + " is too long");
      complaints.unless(
          property.getTextContent().length() <= LONGEST_PROPERTY, part, name + " holds too much");
      complaints.unless(
          property.getAttribute("fmtid").equalsIgnoreCase(USER_DEFINED), part, name + " of whom?");
      complaints.unless(
          Xml.number(property, "pid").orElse(0) == expected++, part, name + " is out of turn");
    }
  }
}
