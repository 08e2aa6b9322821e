package dev.rollup.read.word;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;

/** Reads the content controls of a text as far as they show it ({@link ContentControls}). */
final class DocxControls {

  private final XmlCursor xml;
  private final SeenText text;
  private final ContentControls controls;
  private final DocxContent inside;

  /** How many are open, whatever they show. */
  private int open;

  /** Whether one with a blank content is open that may show something. */
  private boolean mayShow;

  DocxControls(XmlCursor xml, SeenText text, ContentControls controls, DocxContent inside) {
    this.xml = xml;
    this.text = text;
    this.controls = controls;
    this.inside = inside;
  }

  /** Reads the current element, which is a control and is used up. */
  void read() throws Refusal {
    Surroundings outer = text.around();
    open++;
    switch (controls.at(xml.number())) {
      case CONTENT -> inside.content();
      case NOTHING -> {
        text.beginPrompt();
        inside.content();
        text.endPrompt();
      }
      case UNKNOWN -> {
        text.around(outer.marked(Mark.RESTYLED, true));
        inside.content();
      }
      case UNKNOWN_FOR_BLANK -> {
        mayShow = true;
        inside.content();
        if (takeUnknown()) {
          text.append(SeenText.UNKNOWN);
        }
      }
    }
    open--;
    text.around(outer);
  }

  boolean isOpen() {
    return open > 0;
  }

  /** Tells, once, whether a control with a blank content is open that may show something. */
  boolean takeUnknown() {
    boolean taken = mayShow;
    mayShow = false;
    return taken;
  }
}
