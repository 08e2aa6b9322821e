package dev.rollup.read.odf;

import dev.rollup.model.Area;
import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellReference;
import dev.rollup.read.sheet.DrawnObject;
import dev.rollup.read.sheet.DrawnObject.Box;
import dev.rollup.read.sheet.SheetSizes;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What lies over the cells of a sheet: the shapes that hang on its cells and those of its page. How
 * high the rows below a shape are is known only when all are read.
 */
final class OdsShapes {

  private static final Set<String> GROUPS = Set.of("g", "a", "scene");
  private static final Set<String> LINES = Set.of("line", "measure", "connector");
  private static final Set<String> TEXT_HOLDERS =
      Set.of("text-box", "list", "list-item", "list-header");

  private static final Pattern ROTATED = Pattern.compile("rotate ?\\((-?[0-9.eE-]{1,24})\\)");
  private static final Pattern MOVED =
      Pattern.compile("translate ?\\((-?[0-9.]+[a-z]+)[ ,]+(-?[0-9.]+[a-z]+)\\)");

  private static final double PER_POINT = 12_700;

  /** Farther from its cell than any sheet goes. */
  private static final double FARTHEST = 1e9;

  /**
   * A shape before its sheet is measured.
   *
   * @param cell the cell that it hangs on; null for one of the page
   * @param outline its rectangle, in points from that cell or from the page's corner; null where
   *     the file does not tell
   * @param end where it ends; null where the file does not tell
   */
  private record Shape(
      @Nullable Position cell, @Nullable Outline outline, @Nullable End end, String text) {}

  /** The last cell that a shape reaches, and how far into it, in points; null for all of it. */
  private record End(Position cell, @Nullable Double across, @Nullable Double down) {}

  private record Outline(double left, double top, double right, double bottom) {}

  private final List<Shape> shapes = new ArrayList<>();

  boolean isEmpty() {
    return shapes.isEmpty();
  }

  /** Reads one shape, or a group of them, and uses it up. */
  void read(XmlCursor xml, @Nullable Position cell) throws Refusal {
    if (!xml.namespace().startsWith("urn:oasis:names:tc:opendocument:xmlns:d")) {
      xml.skip();
      return;
    }
    if (GROUPS.contains(xml.name())) {
      while (xml.toChild()) {
        read(xml, cell);
      }
      return;
    }
    End end = end(xml);
    Outline outline = LINES.contains(xml.name()) ? line(xml) : rectangle(xml);
    var text = new StringBuilder();
    paragraphs(xml, text);
    shapes.add(new Shape(cell, outline, end, text.toString().strip()));
    Limits.checkListed(shapes.size());
  }

  /** Returns where the shapes lie on a sheet of those sizes. */
  List<DrawnObject> drawn(SheetSizes sizes) {
    return shapes.stream()
        .map(shape -> new DrawnObject(box(shape, sizes), shape.text(), null))
        .toList();
  }

  private static Box box(Shape shape, SheetSizes sizes) {
    Position cell = shape.cell() == null ? new Position(0, 0) : shape.cell();
    long left = sizes.left(cell.column());
    long top = sizes.top(cell.row());
    Outline outline = shape.outline();
    End end = shape.end();
    if (outline == null && end == null) {
      // Nobody knows how large it is; what it is known to touch is not read.
      return new Box(left, top, sizes.left(cell.column() + 1), sizes.top(cell.row() + 1));
    }
    Box box =
        outline == null
            ? new Box(left, top, left, top)
            : new Box(
                left + emu(outline.left()),
                top + emu(outline.top()),
                left + emu(outline.right()),
                top + emu(outline.bottom()));
    return end == null ? box : reaching(box, end, sizes);
  }

  private static Box reaching(Box box, End end, SheetSizes sizes) {
    int column = end.cell().column();
    int row = end.cell().row();
    long right =
        end.across() == null ? sizes.left(column + 1) : sizes.across(column, emu(end.across()));
    long bottom = end.down() == null ? sizes.top(row + 1) : sizes.down(row, emu(end.down()));
    return new Box(
        box.left(), box.top(), Math.max(box.right(), right), Math.max(box.bottom(), bottom));
  }

  private static long emu(double points) {
    return Math.round(Math.max(-FARTHEST, Math.min(FARTHEST, points)) * PER_POINT);
  }

  private static @Nullable Outline line(XmlCursor xml) {
    OptionalDouble left = Length.points(xml.attribute(Odf.SVG, "x1"));
    OptionalDouble top = Length.points(xml.attribute(Odf.SVG, "y1"));
    OptionalDouble right = Length.points(xml.attribute(Odf.SVG, "x2"));
    OptionalDouble bottom = Length.points(xml.attribute(Odf.SVG, "y2"));
    return left.isEmpty() || top.isEmpty() || right.isEmpty() || bottom.isEmpty()
        ? null
        : new Outline(
            left.getAsDouble(), top.getAsDouble(), right.getAsDouble(), bottom.getAsDouble());
  }

  private static @Nullable End end(XmlCursor xml) {
    String address = xml.attribute(Odf.TABLE, "end-cell-address");
    Position cell = address == null ? null : cell(address);
    if (cell == null) {
      return null;
    }
    OptionalDouble across = Length.points(xml.attribute(Odf.TABLE, "end-x"));
    OptionalDouble down = Length.points(xml.attribute(Odf.TABLE, "end-y"));
    return new End(
        cell,
        across.isEmpty() ? null : across.getAsDouble(),
        down.isEmpty() ? null : down.getAsDouble());
  }

  /** Circles and ellipses may say where their middle is, and how far it is to their edge. */
  private static @Nullable Outline round(XmlCursor xml) {
    OptionalDouble middleX = Length.points(xml.attribute(Odf.SVG, "cx"));
    OptionalDouble middleY = Length.points(xml.attribute(Odf.SVG, "cy"));
    String radius = xml.attribute(Odf.SVG, "r");
    String across = xml.attribute(Odf.SVG, "rx");
    String down = xml.attribute(Odf.SVG, "ry");
    OptionalDouble radiusX = Length.points(radius == null ? across : radius);
    OptionalDouble radiusY = Length.points(radius == null ? down : radius);
    if (middleX.isEmpty() || middleY.isEmpty() || radiusX.isEmpty() || radiusY.isEmpty()) {
      return null;
    }
    return new Outline(
        middleX.getAsDouble() - radiusX.getAsDouble(),
        middleY.getAsDouble() - radiusY.getAsDouble(),
        middleX.getAsDouble() + radiusX.getAsDouble(),
        middleY.getAsDouble() + radiusY.getAsDouble());
  }

  private static @Nullable Outline rectangle(XmlCursor xml) {
    OptionalDouble width = Length.points(xml.attribute(Odf.SVG, "width"));
    OptionalDouble height = Length.points(xml.attribute(Odf.SVG, "height"));
    if (width.isEmpty() || height.isEmpty()) {
      return round(xml);
    }
    String moves = xml.attribute(Odf.DRAW, "transform");
    return moves == null
        ? new Outline(
            Length.points(xml.attribute(Odf.SVG, "x")).orElse(0),
            Length.points(xml.attribute(Odf.SVG, "y")).orElse(0),
            Length.points(xml.attribute(Odf.SVG, "x")).orElse(0) + width.getAsDouble(),
            Length.points(xml.attribute(Odf.SVG, "y")).orElse(0) + height.getAsDouble())
        : moved(moves, width.getAsDouble(), height.getAsDouble());
  }

  /** Turns a rectangle about its corner, against the clock, and moves it (part 3, 19.228). */
  private static @Nullable Outline moved(String moves, double width, double height) {
    var rotated = ROTATED.matcher(moves);
    var moved = MOVED.matcher(moves);
    double angle;
    try {
      angle = rotated.find() ? Double.parseDouble(rotated.group(1)) : 0;
    } catch (NumberFormatException e) {
      return null;
    }
    boolean found = moved.find();
    double left = found ? Length.points(moved.group(1)).orElse(0) : 0;
    double top = found ? Length.points(moved.group(2)).orElse(0) : 0;
    double[] across = {0, width * Math.cos(angle), height * Math.sin(angle)};
    double[] down = {0, -width * Math.sin(angle), height * Math.cos(angle)};
    double right = Math.max(0, across[1]) + Math.max(0, across[2]);
    double bottom = Math.max(0, down[1]) + Math.max(0, down[2]);
    return new Outline(
        left + Math.min(0, across[1]) + Math.min(0, across[2]),
        top + Math.min(0, down[1]) + Math.min(0, down[2]),
        left + right,
        top + bottom);
  }

  /** Collects what is written in a shape, without its title and what programs keep of it. */
  private static void paragraphs(XmlCursor xml, StringBuilder text) throws Refusal {
    while (xml.toChild()) {
      if (xml.name().equals("p") || xml.name().equals("h")) {
        text.append(text.length() > 0 ? "\n" : "").append(xml.allText());
      } else if (TEXT_HOLDERS.contains(xml.name())) {
        paragraphs(xml, text);
      } else {
        xml.skip();
      }
    }
  }

  /** Returns the cell that an address of a cell names, whatever its sheet; null for none. */
  private static @Nullable Position cell(String address) {
    Area area =
        CellReference.area(address.substring(address.lastIndexOf('.') + 1).replace("$", ""));
    return area == null ? null : area.first();
  }
}
