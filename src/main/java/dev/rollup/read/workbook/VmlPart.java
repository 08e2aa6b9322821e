package dev.rollup.read.workbook;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.DrawnObject;
import dev.rollup.read.sheet.DrawnObject.Box;
import dev.rollup.read.sheet.SheetSizes;
import dev.rollup.read.xml.XmlCursor;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the older drawings of a sheet (VML, ECMA-376 part 4, 19): controls, embedded documents and
 * boxes. The boxes of comments, which lie over cells only while one points at them, are left to the
 * comments.
 */
final class VmlPart {

  /** Controls whose cell holds the very number that one sees there. */
  private static final Set<String> NUMBER_HOLDERS = Set.of("Spin", "Scroll");

  private final XmlCursor xml;
  private final SheetSizes sizes;
  private final Set<DrawnObject> objects = new LinkedHashSet<>();

  private VmlPart(XmlCursor xml, SheetSizes sizes) {
    this.xml = xml;
    this.sizes = sizes;
  }

  /** Returns the objects that are not hidden, in their order. */
  static Set<DrawnObject> read(byte[] part, SheetSizes sizes) throws Refusal {
    try {
      return parse(part, sizes);
    } catch (Refusal e) {
      if (e.finding().code() != DAMAGED_FILE) {
        throw e;
      }
      // Line breaks as HTML has them, which no XML has, are known from Excel.
      String text = new String(part, StandardCharsets.ISO_8859_1);
      String closed = text.replaceAll("(?i)<br *>", "<br/>").replaceAll("(?i)</br *>", "");
      return parse(closed.getBytes(StandardCharsets.ISO_8859_1), sizes);
    }
  }

  private static Set<DrawnObject> parse(byte[] part, SheetSizes sizes) throws Refusal {
    var vml = new VmlPart(XmlCursor.open(part, XmlCursor.ANY_NAMESPACE), sizes);
    vml.readShapes();
    return vml.objects;
  }

  private void readShapes() throws Refusal {
    while (xml.toChild()) {
      switch (xml.name()) {
        case "shape",
            "rect",
            "roundrect",
            "oval",
            "line",
            "polyline",
            "arc",
            "curve",
            "image",
            "group" ->
            readShape();
        default -> xml.skip();
      }
    }
  }

  private void readShape() throws Refusal {
    String style = xml.attribute("style");
    boolean hidden =
        style != null
            && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("visibility:hidden");
    var shape = new Shape();
    shape.readParts();
    if (!hidden && shape.box != null && !"Note".equals(shape.kind)) {
      String holder = NUMBER_HOLDERS.contains(shape.kind) ? shape.link : null;
      objects.add(new DrawnObject(shape.box, shape.text.toString().strip(), holder));
      Limits.checkListed(objects.size());
    }
  }

  /** What is inside one shape. */
  private final class Shape {
    private final StringBuilder text = new StringBuilder();
    private String kind = "";
    private @Nullable String link;
    private @Nullable Box box;

    /** Uses up the current element. */
    void readParts() throws Refusal {
      while (xml.toChild()) {
        switch (xml.name()) {
          case "ClientData" -> readClientData();
          case "textbox" -> text.append('\n').append(xml.allText());
          case "textpath" -> {
            String string = xml.attribute("string");
            text.append('\n').append(string == null ? "" : string);
            xml.skip();
          }
          default -> readParts();
        }
      }
    }

    private void readClientData() throws Refusal {
      String type = xml.attribute("ObjectType");
      kind = type == null ? "" : type;
      while (xml.toChild()) {
        switch (xml.name()) {
          case "Anchor" -> box = box(xml.text());
          case "FmlaLink" -> link = xml.text().strip();
          default -> xml.skip();
        }
      }
    }

    /** Reads left column and distance, top row and distance, and the same for right and bottom. */
    private Box box(String anchor) throws Refusal {
      String[] words = anchor.split(",", -1);
      int[] numbers = new int[8];
      if (words.length < numbers.length) {
        throw Refusal.of(DAMAGED_FILE);
      }
      for (int i = 0; i < numbers.length; i++) {
        try {
          numbers[i] = Integer.parseInt(words[i].strip());
        } catch (NumberFormatException e) {
          throw Refusal.of(DAMAGED_FILE);
        }
      }
      return new Box(
          sizes.across(column(numbers[0]), numbers[1] * SheetSizes.PER_PIXEL),
          sizes.down(row(numbers[2]), numbers[3] * SheetSizes.PER_PIXEL),
          sizes.across(column(numbers[4]), numbers[5] * SheetSizes.PER_PIXEL),
          sizes.down(row(numbers[6]), numbers[7] * SheetSizes.PER_PIXEL));
    }

    private static int column(int number) {
      return Math.max(0, Math.min(number, Limits.COLUMNS - 1));
    }

    private static int row(int number) {
      return Math.max(0, Math.min(number, Limits.ROWS - 1));
    }
  }
}
