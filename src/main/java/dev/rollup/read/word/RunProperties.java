package dev.rollup.read.word;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.LetterLook;
import dev.rollup.read.text.SymbolCharacter;
import dev.rollup.read.xml.XmlCursor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an element says about the looks of characters ({@code w:rPr}, ECMA-376 part 1, 17.3.2).
 *
 * @param look what is said
 * @param style the character style that it names; null where it names none
 */
record RunProperties(LetterLook look, @Nullable String style) {

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
        default -> {}
      }
      filling(said, xml);
    }
  }
}
