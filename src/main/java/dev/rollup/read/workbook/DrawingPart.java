package dev.rollup.read.workbook;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.DrawnObject;
import dev.rollup.read.sheet.DrawnObject.Box;
import dev.rollup.read.sheet.SheetSizes;
import dev.rollup.read.xml.XmlCursor;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the drawings of a sheet (SpreadsheetDrawingML, ECMA-376 part 1, 20.5), whatever the objects
 * are: where they lie, and what is written in them.
 */
final class DrawingPart {
  private final XmlCursor xml;
  private final SheetSizes sizes;
  private final Set<DrawnObject> objects = new LinkedHashSet<>();

  private DrawingPart(XmlCursor xml, SheetSizes sizes) {
    this.xml = xml;
    this.sizes = sizes;
  }

  /** Returns the objects that are not hidden, in their order. */
  static Set<DrawnObject> read(byte[] part, SheetSizes sizes) throws Refusal {
    var drawing = new DrawingPart(XmlCursor.open(part, XmlCursor.ANY_NAMESPACE), sizes);
    drawing.readAnchors();
    return drawing.objects;
  }

  /**
   * Returns where the objects lie that a sheet itself lists: embedded documents and controls, whose
   * anchors stand somewhere inside the current element, which is used up.
   */
  static Set<DrawnObject> listed(XmlCursor sheet, SheetSizes sizes) throws Refusal {
    var drawing = new DrawingPart(sheet, sizes);
    drawing.readListed();
    return drawing.objects;
  }

  private void readListed() throws Refusal {
    while (xml.toChild()) {
      if (xml.name().equals("anchor")) {
        readAnchor();
      } else {
        readListed();
      }
    }
  }

  private void readAnchors() throws Refusal {
    while (xml.toChild()) {
      switch (xml.name()) {
        case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor" -> readAnchor();
        // What only some programs can draw stands beside what the others draw instead.
        case "AlternateContent", "Choice", "Fallback" -> readAnchors();
        default -> xml.skip();
      }
    }
  }

  private void readAnchor() throws Refusal {
    long left = 0;
    long top = 0;
    long right = 0;
    long bottom = 0;
    var content = new Content();
    while (xml.toChild()) {
      switch (xml.name()) {
        case "from" -> {
          long[] corner = readCorner();
          left = corner[0];
          top = corner[1];
          right = left;
          bottom = top;
        }
        case "to" -> {
          long[] corner = readCorner();
          right = corner[0];
          bottom = corner[1];
        }
        case "pos" -> {
          left = number(xml.attribute("x"));
          top = number(xml.attribute("y"));
          xml.skip();
        }
        case "ext" -> {
          right = left + number(xml.attribute("cx"));
          bottom = top + number(xml.attribute("cy"));
          xml.skip();
        }
        case "clientData" -> xml.skip();
        default -> content.read();
      }
    }
    if (!content.hidden) {
      objects.add(new DrawnObject(new Box(left, top, right, bottom), content.text(), null));
      Limits.checkListed(objects.size());
    }
  }

  /** Returns how far a corner is from the left and from the top. */
  private long[] readCorner() throws Refusal {
    long column = 0;
    long row = 0;
    long right = 0;
    long down = 0;
    while (xml.toChild()) {
      String name = xml.name();
      long value = number(xml.text());
      switch (name) {
        case "col" -> column = value;
        case "row" -> row = value;
        case "colOff" -> right = value;
        case "rowOff" -> down = value;
        default -> {}
      }
    }
    int inColumn = (int) Math.max(0, Math.min(column, Limits.COLUMNS - 1));
    int inRow = (int) Math.max(0, Math.min(row, Limits.ROWS - 1));
    return new long[] {sizes.across(inColumn, right), sizes.down(inRow, down)};
  }

  /** Returns a length; none is longer than the largest sheet, so that lengths can be added. */
  private static long number(@Nullable String text) {
    try {
      long value = text == null ? 0 : Long.parseLong(text.strip());
      return Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, value));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** What is inside one anchor. */
  private final class Content {
    private final StringBuilder text = new StringBuilder();
    private boolean named;
    private boolean hidden;

    /** Uses up the current element. */
    void read() throws Refusal {
      switch (xml.name()) {
        case "cNvPr" -> {
          // The first is the object's own, the others are those of its parts.
          hidden |= !named && xml.flag("hidden");
          named = true;
          xml.skip();
        }
        case "t" -> text.append(xml.text());
        case "Fallback" -> xml.skip();
        default -> {
          if (xml.name().equals("p") || xml.name().equals("br")) {
            text.append('\n');
          }
          while (xml.toChild()) {
            read();
          }
        }
      }
    }

    String text() {
      return text.toString().strip();
    }
  }
}
