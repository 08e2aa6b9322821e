package dev.rollup.read.odf;

import dev.rollup.model.Note;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands at the top and the foot of pages, by the kinds of pages that a file defines. */
final class OdtPages {

  private static final Set<String> MARGINS =
      Set.of("header", "header-left", "header-first", "footer", "footer-left", "footer-first");

  private final Map<String, List<String>> texts = new LinkedHashMap<>();

  /** By page the one that follows it. */
  private final Map<String, String> next = new LinkedHashMap<>();

  /** Reads a list of pages; the cursor is on it and uses it up. */
  void read(XmlCursor xml, Styles styles) throws Refusal {
    while (xml.toChild()) {
      if (xml.name().equals("master-page")) {
        page(xml, styles);
      } else {
        xml.skip();
      }
    }
  }

  private void page(XmlCursor xml, Styles styles) throws Refusal {
    String name = xml.attribute(Odf.STYLE, "name");
    String follows = xml.attribute(Odf.STYLE, "next-style-name");
    var margins = new ArrayList<String>();
    while (xml.toChild()) {
      // Of those that are not displayed Writer leaves out only the ones for some pages.
      boolean ofSome = xml.name().indexOf('-') > 0;
      boolean left = ofSome && "false".equals(xml.attribute(Odf.STYLE, "display"));
      if (left || !MARGINS.contains(xml.name())) {
        xml.skip();
        continue;
      }
      var text = new OdtText(xml, styles, new OdtForms(), true);
      text.read();
      margins.add(text.running().lines());
    }
    if (name != null) {
      texts.put(name, margins);
      if (follows != null) {
        next.put(name, follows);
      }
      Limits.checkListed(texts.size());
    }
  }

  /**
   * Returns what is seen at the margins of pages, each text once.
   *
   * @param begun the pages that the text begins; where the file defines none of them, all are taken
   */
  List<Note> notes(Collection<String> begun) throws Refusal {
    var pages = new LinkedHashSet<String>();
    var open = new ArrayDeque<String>(begun);
    while (!open.isEmpty()) {
      String page = open.remove();
      if (texts.containsKey(page) && pages.add(page) && next.containsKey(page)) {
        open.add(next.getOrDefault(page, page));
      }
    }
    var seen = new LinkedHashSet<String>();
    for (var page : pages.isEmpty() ? texts.keySet() : pages) {
      seen.addAll(texts.getOrDefault(page, List.of()));
    }
    Limits.checkListed(seen.size());
    return seen.stream()
        .filter(text -> !text.isBlank())
        .map(text -> new Note(Note.Kind.PAGE_MARGIN, null, null, text))
        .toList();
  }
}
