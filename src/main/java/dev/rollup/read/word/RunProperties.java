package dev.rollup.read.word;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.LetterLook;
import dev.rollup.read.text.SymbolCharacter;
import dev.rollup.read.xml.XmlCursor;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an element says about the looks of characters ({@code w:rPr}, ECMA-376 part 1, 17.3.2).
 *
 * @param look what is said
 * @param style the character style that it names; null where it names none
 */
record RunProperties(LetterLook look, @Nullable String style) {

  /** A run that is fitted into less than the width of a letter, in twentieths of a point. */
  private static final int UNREADABLE_FIT = 120;

  /** Of the colours of a theme, these are certain. */
  private static final Map<String, Integer> OF_THEME =
      Map.of("bg1", 0xFFFFFF, "lt1", 0xFFFFFF, "tx1", 0, "dk1", 0);

  /** Reads the current element, which is used up. */
  static RunProperties read(XmlCursor xml) throws Refusal {
    var said = new LetterLook.Builder();
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
    return new RunProperties(said.build(), style);
  }

  private static void say(LetterLook.Builder said, XmlCursor xml) {
    switch (xml.name()) {
      case "vanish" -> said.hidden(WordXml.isOn(xml));
      case "strike" -> said.struckOut(WordXml.isOn(xml));
      case "dstrike" -> said.struckOutTwice(WordXml.isOn(xml));
      case "vertAlign" -> said.raisedOrLowered(WordXml.value(xml).endsWith("script"));
      case "position" -> said.position(WordXml.number(xml, "val", 0));
      case "sz" -> said.size(WordXml.number(xml, "val", Integer.MAX_VALUE));
      case "w" -> said.width(WordXml.number(xml, "val", 100));
      case "fitText" -> {
        if (WordXml.number(xml, "val", Integer.MAX_VALUE) <= UNREADABLE_FIT) {
          said.width(0);
        }
      }
      case "spacing" -> said.spacing(WordXml.number(xml, "val", 0));
      case "color" -> said.colour(WordColour.ofText(xml));
      case "shd" -> said.shading(WordColour.ofShading(xml));
      case "highlight" -> said.highlight(WordColour.highlight(WordXml.value(xml)));
      case "rFonts" -> {
        String font = font(xml);
        if (font != null) {
          said.font(font);
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

  /** Returns how much is seen through letters, in percent. */
  private static int clearness(XmlCursor xml) {
    String value = xml.attribute(Set.of(WordXml.WORD_2010), "val");
    return value != null && value.matches("[0-9]{1,6}") ? Integer.parseInt(value) / 1000 : 0;
  }

  /** Word 2010 paints letters as it paints shapes, and then the old colour is for others. */
  private static void filling(LetterLook.Builder said, XmlCursor xml) throws Refusal {
    while (xml.toChild()) {
      switch (xml.name()) {
        // As if they had the colour of whatever is behind them.
        case "noFill" -> said.size(0);
        case "srgbClr" -> {
          Integer colour = WordColour.of(xml.attribute(Set.of(WordXml.WORD_2010), "val"));
          if (colour != null) {
            said.colour(colour);
          }
        }
        case "schemeClr" -> {
          String colour = xml.attribute(Set.of(WordXml.WORD_2010), "val");
          said.colour(colour == null ? null : OF_THEME.get(colour));
        }
        // Of letters it says how clear they are, not how little is seen through them.
        case "alpha" -> said.opacity(100 - clearness(xml));
        default -> {}
      }
      filling(said, xml);
    }
  }
}
