package dev.rollup.read.rtf;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.rtf.RtfGroup.Destination;

/** What the head of a file says for all that follows (RTF 1.9.1, "Header"): fonts and colours. */
final class RtfHeader {

  private final RtfFonts fonts = new RtfFonts();
  private final RtfColours colours = new RtfColours();
  private int usualFont;

  RtfFonts fonts() {
    return fonts;
  }

  RtfColours colours() {
    return colours;
  }

  /** The number of the font of what names none. */
  int usualFont() {
    return usualFont;
  }

  /** Takes a control word of the head; returns whether it is one. */
  boolean takes(RtfTokens word, RtfGroup group) {
    int number = word.number();
    switch (word.word()) {
      case "ansicpg" -> fonts.codePage(number);
      case "mac" -> fonts.codePage(10000);
      case "pc" -> fonts.codePage(437);
      case "pca" -> fonts.codePage(850);
      case "deff" -> {
        usualFont = number;
        group.font = usualFont;
      }
      case "fonttbl" -> {
        group.destination = Destination.FONTS;
        group.collected = new StringBuilder();
      }
      case "fcharset" -> group.characters = number;
      case "cpg" -> group.codePage = number;
      case "colortbl" -> group.destination = Destination.COLOURS;
      case "red" -> colours.red(number);
      case "green" -> colours.green(number);
      case "blue" -> colours.blue(number);
      case "stylesheet" -> group.destination = Destination.STYLES;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Takes the name of a font, or what ends it: each semicolon does. */
  void font(String written, RtfGroup group) throws Refusal {
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) == ';') {
        fonts.put(group.font, group.collected.toString(), group.characters, group.codePage);
        group.collected.setLength(0);
      } else if (group.collected.length() < RtfGroup.LONGEST_COLLECTED) {
        group.collected.append(written.charAt(i));
      }
    }
  }
}
