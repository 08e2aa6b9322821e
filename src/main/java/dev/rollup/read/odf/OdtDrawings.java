package dev.rollup.read.odf;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;

/**
 * Reads what is drawn in a text and over it. Whatever is drawn may be a number, written by hand or
 * stamped: that it is there must show. What floats over the page, as seals do, has its place in the
 * text by chance only, unless that is in a blank or there is nothing else in the cell.
 */
final class OdtDrawings {

  private final XmlCursor xml;
  private final OdtForms forms;
  private final OdtPen pen;
  private final OdtContent inside;
  private boolean pictures;

  /** Whether something floats that hangs on the paragraph that is open. */
  private boolean floats;

  /** How many drawings are open. */
  private int open;

  OdtDrawings(XmlCursor xml, OdtForms forms, OdtPen pen, OdtContent inside) {
    this.xml = xml;
    this.forms = forms;
    this.pen = pen;
    this.inside = inside;
  }

  /** Tells whether there was a picture that a person sees. */
  boolean hasPictures() {
    return pictures;
  }

  /** Tells whether something floats that hangs on the paragraph that is open. */
  boolean isFloating() {
    return floats;
  }

  /** Says whether something floats, where another paragraph is the one that is open. */
  void floating(boolean is) {
    floats = is;
  }

  /** Reads the current element, which is drawn and is used up. */
  void read() throws Refusal {
    if ("none".equals(xml.attribute(Odf.DRAW, "display")) || !pen.isSeen()) {
      xml.skip();
      return;
    }
    if (xml.name().equals("a")) {
      drawn();
      return;
    }
    boolean floating = !"as-char".equals(xml.attribute(Odf.TEXT, "anchor-type"));
    boolean known = xml.name().equals("control") && control(floating);
    boolean isPart = open > 0;
    open++;
    drawn();
    open--;
    if (isPart || known) {
      return;
    }
    pen.finishRun();
    if (!pen.isInParagraph()) {
      return;
    }
    if (!floating || pen.text().isInBlank()) {
      pen.append(OdtPen.UNKNOWN);
    } else {
      floats = true;
    }
  }

  /** Adds what a control shows; returns whether that is known. */
  private boolean control(boolean floating) throws Refusal {
    String shown = forms.shown(xml.attribute(Odf.DRAW, "control"));
    if (shown.equals(OdtPen.UNKNOWN)) {
      return false;
    }
    var text = pen.text();
    if (pen.isInParagraph() && (!floating || text.isInBlank() || text.isBlankCell())) {
      pen.append(shown);
    } else if (!shown.isBlank()) {
      OdtPen.Outside outside = pen.beginBox();
      pen.append(shown);
      pen.endBox(outside);
    }
    return true;
  }

  /** Reads what a drawing holds: its own text is a box. */
  private void drawn() throws Refusal {
    OdtPen.Outside outside = null;
    int around = open;
    while (xml.toChild()) {
      String namespace = xml.namespace();
      if (Odf.TEXT.contains(namespace) || Odf.TABLE.contains(namespace)) {
        if (outside == null) {
          outside = pen.beginBox();
          open = 0;
        }
        inside.element();
      } else if (!Odf.DRAW.contains(namespace)) {
        xml.skip();
      } else {
        part();
      }
    }
    if (outside != null) {
      pen.endBoxUnlessBlank(outside);
      open = around;
    }
  }

  private void part() throws Refusal {
    switch (xml.name()) {
      case "text-box" -> {
        OdtPen.Outside outside = pen.beginBox();
        int around = open;
        open = 0;
        inside.content();
        pen.endBox(outside);
        open = around;
      }
      case "image" -> {
        pictures = true;
        drawn();
      }
      case "object", "object-ole", "plugin", "applet", "floating-frame", "glue-point" -> xml.skip();
      default -> {
        if (xml.name().startsWith("enhanced-") || xml.name().startsWith("contour-")) {
          xml.skip();
        } else {
          read();
        }
      }
    }
  }
}
