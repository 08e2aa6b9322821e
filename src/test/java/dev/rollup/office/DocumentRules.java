package dev.rollup.office;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What Word asks of a document beside its schema. */
final class DocumentRules {

  private static final int LONGEST_BOOKMARK = 40;
  private static final int LONGEST_FORM_NAME = 20;
  private static final int LONGEST_HELP = 255;
  private static final int LONGEST_STATUS = 138;
  private static final long FIRST_ID_TOO_LARGE = 0x80000000L;

  private final OfficePackage file;
  private final String part;
  private final Element body;
  private final Complaints complaints;

  /** The kinds of the styles, by their ids. */
  private final Map<String, String> styles = new HashMap<>();

  DocumentRules(OfficePackage file, Complaints complaints) {
    this.file = file;
    this.part = file.main().orElseThrow();
    this.body = Xml.child(file.mainXml(), "body").orElseThrow();
    this.complaints = complaints;
  }

  /** Holds all of them against the file. */
  void check() {
    for (var section : Xml.children(body, "sectPr")) {
      complaints.unless(section.getNextSibling() == null, part, "something follows its end");
    }
    styles();
    numbering();
    // What is above and below a page has its own marks, and its styles are those of the document.
    for (var text : texts()) {
      file.xml(text).ifPresent(of -> text(text, of));
    }
    notes();
  }

  private List<String> texts() {
    return Stream.concat(
            Stream.of(part),
            file.relations(part).stream()
                .filter(
                    of -> Set.of("header", "footer", "footnotes", "endnotes").contains(of.type()))
                .map(OfficePackage.Relation::target))
        .distinct()
        .toList();
  }

  private void styles() {
    String at = file.related(part, "styles").orElse("");
    List<Element> all = file.xml(at).map(of -> Xml.children(of, "style")).orElse(List.of());
    var names = new HashSet<String>();
    for (var style : all) {
      String id = Xml.attribute(style, "styleId");
      complaints.unless(
          styles.put(id, Xml.attribute(style, "type")) == null, at, "two styles are " + id);
      Xml.value(style, "name")
          .ifPresentOrElse(
              name ->
                  complaints.unless(
                      names.add(name.toLowerCase(Locale.ROOT)), at, "two styles called " + name),
              () -> complaints.add(at, id + " has no name"));
    }
    for (var style : all) {
      for (var other : List.of("basedOn", "next", "link")) {
        Xml.value(style, other)
            .ifPresent(id -> complaints.unless(styles.containsKey(id), at, id + " is no style"));
      }
      ends(at, style, all);
    }
    Map<String, Long> defaults =
        all.stream()
            .filter(style -> Xml.isTrue(style, "default"))
            .collect(Collectors.groupingBy(s -> Xml.attribute(s, "type"), Collectors.counting()));
    complaints.unless(
        defaults.values().stream().allMatch(number -> number == 1), at, "defaults " + defaults);
  }

  /** Word hangs, or finds a document damaged, where a style comes from itself. */
  private void ends(String at, Element style, List<Element> all) {
    var seen = new HashSet<String>();
    var open = new ArrayDeque<>(List.of(Xml.attribute(style, "styleId")));
    while (!open.isEmpty()) {
      String id = open.pop();
      if (!seen.add(id)) {
        complaints.add(at, id + " comes from itself");
        return;
      }
      all.stream()
          .filter(other -> Xml.attribute(other, "styleId").equals(id))
          .flatMap(other -> Xml.value(other, "basedOn").stream())
          .forEach(open::push);
    }
  }

  private void numbering() {
    String at = file.related(part, "numbering").orElse("");
    Element all = file.xml(at).orElse(null);
    var numbers = new HashSet<String>();
    if (all != null) {
      var patterns = new HashSet<String>();
      for (var pattern : Xml.children(all, "abstractNum")) {
        complaints.unless(
            patterns.add(Xml.attribute(pattern, "abstractNumId")), at, "a pattern twice");
      }
      for (var number : Xml.children(all, "num")) {
        complaints.unless(numbers.add(Xml.attribute(number, "numId")), at, "a list twice");
        complaints.unless(
            patterns.contains(Xml.value(number, "abstractNumId").orElse("")),
            at,
            "a list without a pattern");
      }
    }
    for (var text : texts()) {
      for (var number : file.xml(text).map(of -> Xml.all(of, "numPr")).orElse(List.of())) {
        String id = Xml.value(number, "numId").orElse("0");
        complaints.unless(id.equals("0") || numbers.contains(id), text, "there is no list " + id);
      }
    }
  }

  private void text(String at, Element text) {
    List<Element> all = Xml.all(text);
    for (var element : all) {
      switch (element.getLocalName()) {
        case "pStyle" -> style(at, element, "paragraph");
        case "rStyle" -> style(at, element, "character");
        case "tblStyle" -> style(at, element, "table");
        case "tbl" -> table(at, element);
        case "t" -> blanks(at, element);
        case "hyperlink" -> link(at, element);
        case "ffData" -> formField(at, element);
        default -> {}
      }
    }
    bookmarks(at, all);
    ids(at, all);
    fields(at, text);
  }

  private void style(String at, Element element, String kind) {
    String id = Xml.attribute(element, "val");
    complaints.unless(kind.equals(styles.get(id)), at, id + " is no style of a " + kind);
  }

  private void blanks(String at, Element text) {
    String content = text.getTextContent();
    complaints.unless(
        content.equals(content.strip()) || Xml.attribute(text, "space").equals("preserve"),
        at,
        "blanks are not kept: “" + content + "”");
  }

  private void link(String at, Element link) {
    String anchor = Xml.attribute(link, "anchor");
    complaints.unless(
        !anchor.isEmpty() || file.relation(at, link).isPresent(), at, "a link leads nowhere");
  }

  private void formField(String at, Element field) {
    Xml.value(field, "name")
        .ifPresent(
            name ->
                complaints.unless(
                    name.length() <= LONGEST_FORM_NAME, at, "the name " + name + " is too long"));
    Xml.value(field, "helpText")
        .ifPresent(help -> complaints.unless(help.length() <= LONGEST_HELP, at, "help too long"));
    Xml.value(field, "statusText")
        .ifPresent(
            status -> complaints.unless(status.length() <= LONGEST_STATUS, at, "status too long"));
  }

  private void bookmarks(String at, List<Element> all) {
    var names = new HashSet<String>();
    var open = new HashSet<String>();
    var ended = new HashSet<String>();
    for (var element : all) {
      String id = Xml.attribute(element, "id");
      if (element.getLocalName().equals("bookmarkStart")) {
        String name = Xml.attribute(element, "name");
        complaints.unless(
            names.add(name.toLowerCase(Locale.ROOT))
                && name.length() <= LONGEST_BOOKMARK
                && name.matches("[\\p{L}_][\\p{L}\\p{N}_]*"),
            at,
            "“" + name + "” is no name of a bookmark, or of two");
        complaints.unless(open.add(id), at, "two bookmarks are the " + id + "th");
      } else if (element.getLocalName().equals("bookmarkEnd")) {
        complaints.unless(
            open.contains(id) && ended.add(id), at, "a bookmark ends that did not begin");
      }
    }
    complaints.unless(open.equals(ended), at, "a bookmark does not end");
  }

  private void ids(String at, List<Element> all) {
    var shapes = new HashSet<String>();
    var paragraphs = new HashSet<String>();
    var controls = new HashSet<String>();
    for (var element : all) {
      switch (element.getLocalName()) {
        case "docPr" ->
            complaints.unless(shapes.add(Xml.attribute(element, "id")), at, "two shapes of one id");
        case "sdtPr" ->
            Xml.value(element, "id")
                .ifPresent(id -> complaints.unless(controls.add(id), at, "two controls of one id"));
        default -> {}
      }
      String id = Xml.attribute(element, "paraId");
      complaints.unless(
          id.isEmpty() || paragraphs.add(id) && Long.parseLong(id, 16) < FIRST_ID_TOO_LARGE,
          at,
          "two paragraphs are " + id);
    }
  }

  /** A field begins, may be separated, and ends; one may be in another. */
  private void fields(String at, Element text) {
    var open = new ArrayDeque<String>();
    boolean isRight = true;
    for (var mark : Xml.all(text, "fldChar")) {
      switch (Xml.attribute(mark, "fldCharType")) {
        case "begin" -> open.push("begin");
        case "separate" -> {
          isRight &= "begin".equals(open.poll());
          open.push("separate");
        }
        default -> isRight &= open.poll() != null;
      }
    }
    complaints.unless(isRight && open.isEmpty(), at, "a field does not end");
  }

  private void table(String at, Element table) {
    int columns = (int) Xml.at(table, "tblGrid", "gridCol").count();
    List<Element> rows = Xml.children(table, "tr");
    complaints.unless(columns > 0 && !rows.isEmpty(), at, "an empty table");
    var above = new HashMap<Integer, Integer>();
    for (var row : rows) {
      complaints.unless(!Xml.children(row, "tc").isEmpty(), at, "a row without cells");
      var here = new HashMap<Integer, Integer>();
      int column = span(row, "trPr", "gridBefore", 0);
      for (var cell : Xml.children(row, "tc")) {
        int width = span(cell, "tcPr", "gridSpan", 1);
        merged(at, cell, column, width, above, here);
        column += width;
        List<Element> content = Xml.children(cell);
        complaints.unless(
            !content.isEmpty() && content.get(content.size() - 1).getLocalName().equals("p"),
            at,
            "a cell without a paragraph at its end");
      }
      column += span(row, "trPr", "gridAfter", 0);
      complaints.unless(column == columns, at, "a row of " + column + " columns of " + columns);
      above.clear();
      above.putAll(here);
    }
  }

  private static int span(Element of, String properties, String name, int otherwise) {
    return Xml.at(of, properties, name)
        .map(span -> Integer.parseInt(Xml.attribute(span, "val")))
        .findFirst()
        .orElse(otherwise);
  }

  /** What goes on below a cell is as wide as it, and below it. */
  private void merged(
      String at,
      Element cell,
      int column,
      int width,
      Map<Integer, Integer> above,
      Map<Integer, Integer> here) {
    for (var merge : Xml.at(cell, "tcPr", "vMerge").toList()) {
      boolean begins = Xml.attribute(merge, "val").equals("restart");
      complaints.unless(
          begins || Integer.valueOf(width).equals(above.get(column)),
          at,
          "a cell goes on that did not begin");
      here.put(column, width);
    }
  }

  private void notes() {
    for (var kind : List.of("footnote", "endnote", "comment")) {
      Set<String> there =
          file
              .related(part, kind + "s")
              .flatMap(file::xml)
              .map(of -> Xml.children(of, kind))
              .orElse(List.of())
              .stream()
              .map(of -> Xml.attribute(of, "id"))
              .collect(Collectors.toSet());
      for (var mark : Xml.all(body, kind + "Reference")) {
        complaints.unless(
            there.contains(Xml.attribute(mark, "id")), part, "there is no such " + kind);
      }
    }
  }
}
