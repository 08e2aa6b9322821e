package dev.rollup.read.word;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.LetterLook;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The styles of a text (ECMA-376 part 1, 17.7). Read only as far as the text asks for them: they
 * are by far the largest part of a form, and those that it uses stand first.
 */
final class WordStyles {

  /**
   * What a style says, together with all that it is based on.
   *
   * @param look of characters
   * @param ground the colour behind paragraphs, or cells; null where it says none
   * @param squeezed whether lines are too low for anybody to read them; null where it says nothing
   * @param placeholder whether it is that of words that only tell where to type
   */
  record Style(
      LetterLook look, @Nullable Integer ground, @Nullable Boolean squeezed, boolean placeholder) {
    /** It says nothing. */
    static final Style NONE = new Style(LetterLook.PLAIN, null, null, false);

    /** Returns what both say, and this one where they differ. */
    Style over(Style base) {
      return new Style(
          look.over(base.look),
          ground == null ? base.ground : ground,
          squeezed == null ? base.squeezed : squeezed,
          placeholder || base.placeholder);
    }
  }

  /** A style by itself. */
  private record Entry(@Nullable String base, Style own) {}

  /** The ids of styles that are laid over each other. */
  private record Stack(
      @Nullable String ofTable, @Nullable String ofParagraph, @Nullable String ofCharacters) {}

  /** The name is the same in every language; only ids are translated. */
  private static final String PLACEHOLDER = "placeholder text";

  /** Styles that are based on each other are not stacked higher than this. */
  private static final int LONGEST_CHAIN = 64;

  /** What is left to be read; null where nothing is. */
  private @Nullable XmlCursor rest;

  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, Style> styles = new HashMap<>();
  private final Map<Stack, LetterLook> looks = new HashMap<>();
  private LetterLook document = LetterLook.PLAIN;

  /** The id of the style of paragraphs that name none; null as long as it was not met. */
  private @Nullable String usual;

  private WordStyles(@Nullable XmlCursor all) {
    this.rest = all;
  }

  /**
   * Opens them.
   *
   * @param part the bytes of the part that holds the styles; null where there is none
   */
  static WordStyles open(byte @Nullable [] part) throws Refusal {
    return new WordStyles(part == null ? null : XmlCursor.open(part, WordXml.OF_LOOKS));
  }

  /** Returns the style of that id; one that says nothing for null, or where there is none. */
  Style style(@Nullable String id) throws Refusal {
    if (id == null) {
      return Style.NONE;
    }
    Style known = styles.get(id);
    if (known == null) {
      known = flattened(id);
      styles.put(id, known);
    }
    return known;
  }

  /** Returns the style of paragraphs of that id; the usual one for null, or where there is none. */
  Style ofParagraph(@Nullable String id) throws Refusal {
    if (id != null && entry(id) != null) {
      return style(id);
    }
    while (usual == null && readNext()) {
      // It is hardly ever the second.
    }
    return style(usual);
  }

  /** Returns how characters look of which nothing else is said; null for no such style. */
  LetterLook look(
      @Nullable String ofTable, @Nullable String ofParagraph, @Nullable String ofCharacters)
      throws Refusal {
    var key = new Stack(ofTable, ofParagraph, ofCharacters);
    LetterLook known = looks.get(key);
    if (known == null) {
      var levels = new ArrayList<LetterLook>(3);
      levels.add(style(ofTable).look());
      levels.add(ofParagraph(ofParagraph).look());
      levels.add(style(ofCharacters).look());
      known = LetterLook.stacked(document, levels);
      looks.put(key, known);
    }
    return known;
  }

  private Style flattened(String id) throws Refusal {
    List<Style> chain = new ArrayList<>();
    var met = new HashSet<String>();
    String next = id;
    while (next != null && chain.size() < LONGEST_CHAIN && met.add(next)) {
      Entry entry = entry(next);
      if (entry == null) {
        break;
      }
      chain.add(entry.own());
      next = entry.base();
    }
    Style all = Style.NONE;
    for (int i = chain.size() - 1; i >= 0; i--) {
      all = chain.get(i).over(all);
    }
    return all;
  }

  private @Nullable Entry entry(String id) throws Refusal {
    while (!entries.containsKey(id) && readNext()) {
      // Those that come before it are kept.
    }
    return entries.get(id);
  }

  /** Reads one more element; returns whether there was one. */
  private boolean readNext() throws Refusal {
    XmlCursor xml = rest;
    if (xml == null) {
      return false;
    }
    if (!xml.toChild()) {
      rest = null;
      return false;
    }
    switch (xml.name()) {
      case "docDefaults" -> defaults(xml);
      case "style" -> readStyle(xml);
      default -> xml.skip();
    }
    return true;
  }

  private void defaults(XmlCursor xml) throws Refusal {
    while (xml.toChild()) {
      if (xml.name().equals("rPrDefault")) {
        while (xml.toChild()) {
          if (xml.name().equals("rPr")) {
            document = RunProperties.read(xml).look();
          } else {
            xml.skip();
          }
        }
      } else {
        xml.skip();
      }
    }
  }

  private void readStyle(XmlCursor xml) throws Refusal {
    String id = WordXml.attribute(xml, "styleId");
    boolean isUsual =
        "paragraph".equals(WordXml.attribute(xml, "type"))
            && XmlCursor.isTrue(WordXml.attribute(xml, "default"));
    String base = null;
    LetterLook look = LetterLook.PLAIN;
    Integer ground = null;
    Boolean squeezed = null;
    boolean placeholder = false;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "name" -> {
          placeholder = WordXml.value(xml).equalsIgnoreCase(PLACEHOLDER);
          xml.skip();
        }
        case "basedOn" -> {
          base = WordXml.value(xml);
          xml.skip();
        }
        case "rPr" -> look = RunProperties.read(xml).look();
        case "pPr", "tcPr" -> {
          while (xml.toChild()) {
            switch (xml.name()) {
              case "shd" -> ground = WordColour.ofShading(xml);
              case "spacing" -> squeezed = WordXml.squeezes(xml, squeezed);
              default -> {}
            }
            xml.skip();
          }
        }
        default -> xml.skip();
      }
    }
    String key = id == null ? "" : id;
    if (entries.putIfAbsent(key, new Entry(base, new Style(look, ground, squeezed, placeholder)))
        == null) {
      Limits.checkListed(entries.size());
    }
    if (isUsual && usual == null) {
      usual = key;
    }
  }
}
