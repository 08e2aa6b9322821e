package dev.rollup.read.word;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.format.Shades;
import dev.rollup.read.text.SymbolCharacter;
import dev.rollup.read.xml.XmlCursor;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one place of a text says about the looks of characters ({@code w:rPr}, ECMA-376 part 1,
 * 17.3.2; {@code Chpx}, MS-DOC 2.9.42): a run, a style, or all of them together. What it does not
 * say is left to what it stands on.
 */
final class WordLook {

  /** It says nothing. */
  static final WordLook PLAIN = new WordLook(new EnumMap<>(Property.class));

  private enum Property {
    HIDDEN,
    STRUCK,
    STRUCK_TWICE,
    /** Raised or lowered, and small. */
    SHIFT,
    /** In half points above the line. */
    POSITION,
    /** In half points. */
    SIZE,
    /** In percent of what is usual. */
    WIDTH,
    COLOUR,
    SHADING,
    HIGHLIGHT,
    FONT
  }

  /** Those that undo each other where several styles say them (17.7.3). */
  private static final int BLACK = 0;

  private static final List<Property> TOGGLES = List.of(Property.HIDDEN, Property.STRUCK);

  /** What a program says for "none", or "whatever is seen". */
  private static final Integer NONE = -1;

  /** Who raises a word by this much or more wants it to stand out of its line: 3 points. */
  private static final int LEAST_SHIFT = 6;

  /** Nobody reads letters of this size, in half points. */
  private static final int UNREADABLE_SIZE = 4;

  /** Nobody reads letters that are so narrow, in percent. */
  private static final int UNREADABLE_WIDTH = 10;

  private final Map<Property, Object> said;

  private WordLook(Map<Property, Object> said) {
    this.said = said;
  }

  /** What is said, and the character style that it names; null where it names none. */
  record Read(WordLook look, @Nullable String style) {}

  /** Collects what a place of a binary file says, property by property. */
  static final class Builder {
    private final Map<Property, Object> said = new EnumMap<>(Property.class);

    Builder struckOut(boolean value) {
      return say(Property.STRUCK, value);
    }

    Builder raisedOrLowered(boolean value) {
      return say(Property.SHIFT, value);
    }

    /** In half points above the line. */
    Builder position(int value) {
      return say(Property.POSITION, value);
    }

    /** In half points. */
    Builder size(int value) {
      return say(Property.SIZE, value);
    }

    /** In percent of what is usual. */
    Builder width(int value) {
      return say(Property.WIDTH, value);
    }

    /** Null for whatever is seen. */
    Builder colour(@Nullable Integer value) {
      return say(Property.COLOUR, orNone(value));
    }

    /** Null for none. */
    Builder shading(@Nullable Integer value) {
      return say(Property.SHADING, orNone(value));
    }

    /** Null for none. */
    Builder highlight(@Nullable Integer value) {
      return say(Property.HIGHLIGHT, orNone(value));
    }

    /** Takes back all that was said. */
    Builder clear() {
      said.clear();
      return this;
    }

    WordLook build() {
      return said.isEmpty() ? PLAIN : new WordLook(new EnumMap<>(said));
    }

    private Builder say(Property property, Object value) {
      said.put(property, value);
      return this;
    }
  }

  /** Reads the current element, which is used up. */
  static Read read(XmlCursor xml) throws Refusal {
    var said = new EnumMap<Property, Object>(Property.class);
    String style = null;
    while (xml.toChild()) {
      if (WordXml.NAMESPACES.contains(xml.namespace())) {
        if (xml.name().equals("rStyle")) {
          style = WordXml.value(xml);
        } else {
          say(said, xml);
        }
        xml.skip();
      } else if (xml.namespace().equals(WordXml.WORD_2010) && xml.name().equals("textFill")) {
        filling(said, xml);
      } else {
        xml.skip();
      }
    }
    return new Read(said.isEmpty() ? PLAIN : new WordLook(said), style);
  }

  private static void say(Map<Property, Object> said, XmlCursor xml) {
    switch (xml.name()) {
      case "vanish" -> said.put(Property.HIDDEN, WordXml.isOn(xml));
      case "strike" -> said.put(Property.STRUCK, WordXml.isOn(xml));
      case "dstrike" -> said.put(Property.STRUCK_TWICE, WordXml.isOn(xml));
      case "vertAlign" -> said.put(Property.SHIFT, WordXml.value(xml).endsWith("script"));
      case "position" -> said.put(Property.POSITION, WordXml.number(xml, "val", 0));
      case "sz" -> said.put(Property.SIZE, WordXml.number(xml, "val", Integer.MAX_VALUE));
      case "w" -> said.put(Property.WIDTH, WordXml.number(xml, "val", 100));
      case "color" -> said.put(Property.COLOUR, orNone(WordColour.ofText(xml)));
      case "shd" -> said.put(Property.SHADING, orNone(WordColour.ofShading(xml)));
      case "highlight" ->
          said.put(Property.HIGHLIGHT, orNone(WordColour.highlight(WordXml.value(xml))));
      case "rFonts" -> {
        String font = font(xml);
        if (font != null) {
          said.put(Property.FONT, font);
        }
      }
      default -> {}
    }
  }

  /** Returns the font that the current element, {@code w:rFonts}, gives to digits, or null. */
  private static @Nullable String font(XmlCursor xml) {
    String digits = WordXml.attribute(xml, "ascii");
    String others = WordXml.attribute(xml, "hAnsi");
    if (WordXml.attribute(xml, "asciiTheme") != null) {
      return "";
    }
    return digits == null || SymbolCharacter.isPictures(others) ? others : digits;
  }

  /** Word 2010 paints letters as it paints shapes, and then the old colour is for others. */
  private static void filling(Map<Property, Object> said, XmlCursor xml) throws Refusal {
    while (xml.toChild()) {
      switch (xml.name()) {
        // As if they had the colour of whatever is behind them.
        case "noFill" -> said.put(Property.SIZE, 0);
        case "srgbClr" -> {
          Integer colour = WordColour.of(xml.attribute(Set.of(WordXml.WORD_2010), "val"));
          if (colour != null) {
            said.put(Property.COLOUR, colour);
          }
        }
        default -> {}
      }
      filling(said, xml);
    }
  }

  private static Integer orNone(@Nullable Integer colour) {
    return colour == null ? NONE : colour;
  }

  /** Returns what both say, and this one where they differ. */
  WordLook over(WordLook base) {
    if (said.isEmpty() || base.said.isEmpty()) {
      return said.isEmpty() ? base : this;
    }
    var both = new EnumMap<>(base.said);
    both.putAll(said);
    return new WordLook(both);
  }

  /**
   * Returns what styles say that are laid over each other. What some of them switch on is off again
   * where two of them do, and on wherever the whole document is so.
   *
   * @param document what holds in the whole document
   * @param styles the styles, the lowest first
   */
  static WordLook stacked(WordLook document, List<WordLook> styles) {
    WordLook all = document;
    for (var style : styles) {
      all = style.over(all);
    }
    for (var toggle : TOGGLES) {
      boolean on = false;
      for (var style : styles) {
        on ^= style.is(toggle);
      }
      on |= document.is(toggle);
      if (on != all.is(toggle)) {
        var said = new EnumMap<>(all.said);
        said.put(toggle, on);
        all = new WordLook(said);
      }
    }
    return all;
  }

  /** Tells whether its author took it out of the text. */
  boolean hidden() {
    return is(Property.HIDDEN);
  }

  /** Returns the font of letters and digits, or null. */
  @Nullable String font() {
    return (String) said.get(Property.FONT);
  }

  /**
   * Returns what keeps a person from seeing what is written so.
   *
   * @param ground the colour of what it is written on; null where nobody knows
   */
  Set<Mark> marks(@Nullable Integer ground) {
    if (said.isEmpty()) {
      return Set.of();
    }
    var marks = EnumSet.noneOf(Mark.class);
    if (is(Property.STRUCK) || is(Property.STRUCK_TWICE)) {
      marks.add(Mark.STRUCK_OUT);
    }
    if (is(Property.SHIFT) || Math.abs(number(Property.POSITION, 0)) >= LEAST_SHIFT) {
      marks.add(Mark.SHIFTED);
    }
    Integer colour = colour(Property.COLOUR);
    Integer highlight = colour(Property.HIGHLIGHT);
    // Letters of no colour of their own turn white on dark shading; on a highlight nobody knows.
    colour = colour == null && highlight != null ? Integer.valueOf(BLACK) : colour;
    Integer behind = highlight;
    behind = behind == null ? colour(Property.SHADING) : behind;
    behind = behind == null ? ground : behind;
    if (number(Property.SIZE, Integer.MAX_VALUE) <= UNREADABLE_SIZE
        || number(Property.WIDTH, 100) <= UNREADABLE_WIDTH
        || colour != null && behind != null && Shades.alike(colour, behind)) {
      marks.add(Mark.HIDDEN);
    }
    return marks;
  }

  private boolean is(Property property) {
    return Boolean.TRUE.equals(said.get(property));
  }

  private int number(Property property, int otherwise) {
    return said.get(property) instanceof Integer number ? number : otherwise;
  }

  private @Nullable Integer colour(Property property) {
    Integer colour = (Integer) said.get(property);
    return NONE.equals(colour) ? null : colour;
  }
}
