package dev.rollup.read.word;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is drawn in a text, and the boxes of text in it. Whatever is drawn may be a number,
 * written by hand or stamped: that it is there must show. What floats over the page, as seals do,
 * has its place in the text by chance only, unless that is in a blank or there is nothing else in
 * the cell.
 */
final class DocxDrawings {

  private final XmlCursor xml;
  private final SeenText text;
  private final DocxFields fields;
  private final DocxContent inside;
  private boolean pictures;

  /** How many are open; elements of strangers count in there only. */
  private int open;

  /** Whether the one that is open says that it is not to be seen. */
  private boolean unseen;

  /** Whether the one that is open does not stand in the line. */
  private boolean floating;

  /** Whether something floats that hangs on the paragraph. */
  private boolean overParagraph;

  DocxDrawings(XmlCursor xml, SeenText text, DocxFields fields, DocxContent inside) {
    this.xml = xml;
    this.text = text;
    this.fields = fields;
    this.inside = inside;
  }

  /** Tells whether there is a picture that a person sees. */
  boolean hasPictures() {
    return pictures;
  }

  boolean isOpen() {
    return open > 0;
  }

  /** Tells whether something floats that hangs on the paragraph that is open. */
  boolean isOverParagraph() {
    return overParagraph;
  }

  /** Says whether something floats that hangs on the paragraph; returns how it was before. */
  boolean overParagraph(boolean now) {
    boolean before = overParagraph;
    overParagraph = now;
    return before;
  }

  /** Reads the current element, which is a drawing and is used up. */
  void read() throws Refusal {
    if (open > 0) {
      open++;
      inside.content();
      open--;
      return;
    }
    unseen = false;
    floating = false;
    open++;
    inside.content();
    open--;
    text.finishRun();
    if (!unseen && (!floating || text.running().isInBlank())) {
      text.append(SeenText.UNKNOWN);
    } else {
      overParagraph |= !unseen && text.isSeen();
    }
  }

  /** Reads the current element, which stands in a drawing and is used up. */
  void part() throws Refusal {
    switch (xml.name()) {
      case "blip", "imagedata" -> pictures |= text.isSeen();
      case "anchor" -> floating = true;
      case "docPr" -> unseen |= xml.flag("hidden");
      case "textpath" -> ornament(xml.attribute("string"));
      default -> {
        String style = xml.attribute("style");
        floating |= style != null && style.contains("position:absolute");
      }
    }
    inside.content();
  }

  /** Ornamental letters are drawn, and their text is no text but a property of the drawing. */
  private void ornament(@Nullable String letters) throws Refusal {
    if (letters != null && !letters.isBlank() && text.isSeen()) {
      text.running().beginBox();
      text.running().append(letters);
      text.running().endBox();
    }
  }

  /** Reads the current element, which is the text of a box and is used up. */
  void box() throws Refusal {
    if (!text.isSeen()) {
      text.delete();
      inside.content();
      text.undelete();
      return;
    }
    int outerOpen = open;
    boolean outerUnseen = unseen;
    boolean outerFloating = floating;
    open = 0;
    SeenText.Outside outside = text.beginBox();
    inside.content();
    fields.checkEnd();
    text.endBox(outside);
    open = outerOpen;
    unseen = outerUnseen;
    floating = outerFloating;
  }
}
