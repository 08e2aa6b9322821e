package dev.rollup.read.ofd;

import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.page.Box;
import dev.rollup.read.page.Ink;
import dev.rollup.read.page.Letters;
import dev.rollup.read.page.Lines;
import dev.rollup.read.page.Page;
import dev.rollup.read.page.Placement;
import dev.rollup.read.text.RunningText;
import dev.rollup.read.text.SymbolCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Draws the objects of a page (GB/T 33190, 8 to 13) where a person sees them. */
final class OfdPainter {

  /** Points in a millimetre. */
  private static final double POINTS = 72 / 25.4;

  private static final int DEEPEST = 16;

  private static final int MOST_WORK = 6_000_000;

  private static final int SEGMENTS = 8;

  private static final double LINE = 3;

  private static final double BOXED = 0.85;

  /** A letter that is drawn so far outside its object, in parts of its size, is cut away. */
  private static final double OUTSIDE = 0.3;

  private static final int OPAQUE = 255;

  private static final Box EVERYWHERE = new Box(-1e6, -1e6, 1e6, 1e6);

  /** What cannot be written in XML is written so. */
  private static final Pattern ESCAPED = Pattern.compile("\\\\([0-9A-Fa-f]{4})");

  /** What stands for a letter that has no character of its own. */
  private static final char PLACEHOLDER = '\u00A4';

  /**
   * Where something is drawn.
   *
   * @param place from its own space to the page's, in points
   * @param cut what is seen of it, in points
   * @param layer the way of drawing that its layer asks for
   */
  private record Context(
      Matrix place, Box cut, double opacity, @Nullable String layer, int depth) {}

  private final Page page;
  private final Resources resources;
  private int work;

  OfdPainter(Page page, Resources resources) {
    this.page = page;
    this.resources = resources;
  }

  /** Returns the page that a box in millimetres makes. */
  static Page page(int number, double[] box) {
    return new Page(number, box[2] * POINTS, box[3] * POINTS);
  }

  /** Draws the objects of layers onto a page whose upper left corner is at a place. */
  void draw(Node content, double left, double top) throws Refusal {
    Matrix place = onPage(left, top);
    for (var layer : content.children()) {
      var context = new Context(place, EVERYWHERE, 1, layer.attribute("DrawParam"), 0);
      if (layer.name().equals("Layer")) {
        objects(layer, context);
      }
    }
  }

  /** Draws an appearance, which has a space of its own. */
  void appearance(Node appearance, double left, double top) throws Refusal {
    Matrix place = onPage(left, top);
    var outer = new Context(place, EVERYWHERE, 1, null, 0);
    objects(appearance, inside(appearance, outer));
  }

  /** Puts a seal down. */
  void seal(double[] boundary, double left, double top) throws Refusal {
    if (boundary.length == 4) {
      page.picture(
          new Box(
              (boundary[0] - left) * POINTS,
              (boundary[1] - top) * POINTS,
              (boundary[0] - left + boundary[2]) * POINTS,
              (boundary[1] - top + boundary[3]) * POINTS),
          false);
    }
  }

  private void objects(Node holder, Context context) throws Refusal {
    if (context.depth() > DEEPEST) {
      throw Refusal.of(UNSAFE_CONTENT);
    }
    for (var object : holder.children()) {
      spend(10);
      if (!object.flag("Visible", true)) {
        continue;
      }
      switch (object.name()) {
        case "TextObject" -> text(object, inside(object, context));
        case "PathObject" -> path(object, inside(object, context));
        case "ImageObject" -> image(object, inside(object, context));
        case "CompositeObject" -> composite(object, inside(object, context));
        case "PageBlock", "Block" -> objects(object, deeper(context));
        default -> {}
      }
    }
  }

  private void spend(int more) throws Refusal {
    work += more;
    if (work > MOST_WORK) {
      throw Refusal.of(TOO_LARGE);
    }
  }

  private static Context deeper(Context context) {
    return new Context(
        context.place(), context.cut(), context.opacity(), context.layer(), context.depth() + 1);
  }

  // --- spaces

  /** Returns the space inside an object: its boundary moves it, and then its own matrix does. */
  private static Context inside(Node object, Context outer) {
    double[] boundary = Node.numbers(object.attribute("Boundary"));
    Matrix place = outer.place();
    Box cut = outer.cut();
    if (boundary.length == 4) {
      cut = box(boundary, place).within(cut);
      place = place.inside(Matrix.moving(boundary[0], boundary[1]));
    }
    double[] own = Node.numbers(object.attribute("CTM"));
    if (own.length == 6) {
      place = place.inside(matrix(own));
    }
    double opacity = outer.opacity() * object.number("Alpha", OPAQUE) / OPAQUE;
    return new Context(place, clipped(object, place, cut), opacity, outer.layer(), outer.depth());
  }

  /** Cuts what is seen of an object by the boxes of its clips. */
  private static Box clipped(Node object, Matrix place, Box cut) {
    Node clips = object.child("Clips");
    Box rest = cut;
    for (var clip : clips == null ? List.<Node>of() : clips.all("Clip")) {
      Box all = null;
      for (var area : clip.all("Area")) {
        double[] own = Node.numbers(area.attribute("CTM"));
        Matrix inner = own.length == 6 ? place.inside(matrix(own)) : place;
        for (var path : area.children()) {
          double[] boundary = Node.numbers(path.attribute("Boundary"));
          if (boundary.length == 4) {
            Box box = box(boundary, inner);
            all = all == null ? box : all.with(box);
          }
        }
      }
      rest = all == null ? rest : all.within(rest);
    }
    return rest;
  }

  private static Box box(double[] boundary, Matrix place) {
    double[] one = place.at(boundary[0], boundary[1]);
    double[] other = place.at(boundary[0] + boundary[2], boundary[1] + boundary[3]);
    double[] third = place.at(boundary[0] + boundary[2], boundary[1]);
    double[] fourth = place.at(boundary[0], boundary[1] + boundary[3]);
    return Box.of(one[0], one[1], other[0], other[1])
        .with(Box.of(third[0], third[1], fourth[0], fourth[1]));
  }

  private static Matrix matrix(double[] six) {
    return new Matrix(six[0], six[1], six[2], six[3], six[4], six[5]);
  }

  private static Matrix onPage(double left, double top) {
    return new Matrix(POINTS, 0, 0, POINTS, -left * POINTS, -top * POINTS);
  }

  private Ink ink(@Nullable Node colour, @Nullable Integer otherwise, Context context) {
    double opacity = context.opacity();
    if (colour != null) {
      opacity *= colour.number("Alpha", OPAQUE) / OPAQUE;
    }
    return new Ink(
        colour == null ? otherwise : resources.colour(colour), (int) Math.round(100 * opacity));
  }

  // --- letters

  private void text(Node object, Context context) throws Refusal {
    boolean fill = object.flag("Fill", true);
    boolean stroke = object.flag("Stroke", false);
    if (!fill && !stroke) {
      return;
    }
    Ink ink =
        ink(
            resources.said(object, context.layer(), fill ? "FillColor" : "StrokeColor"),
            0,
            context);
    double size = object.number("Size", 0);
    double wide = object.number("HScale", 1);
    double read = object.number("ReadDirection", 0);
    double turned = object.number("CharDirection", 0);
    boolean mapped = object.all("CGTransform").isEmpty();
    String font = resources.font(object.attribute("Font"));
    double x = 0;
    double y = 0;
    for (var code : object.all("TextCode")) {
      page.beginRun();
      x = code.number("X", x);
      y = code.number("Y", y);
      int[] letters = letters(code.text());
      double[] across = deltas(code.attribute("DeltaX"), letters.length);
      double[] down = deltas(code.attribute("DeltaY"), letters.length);
      double penX = x;
      double penY = y;
      boolean free = across.length == 0 && down.length == 0;
      for (int i = 0; i < letters.length; i++) {
        spend(4);
        double next = i < across.length ? across[i] : 0;
        double step = i < across.length ? Math.abs(next) : 0;
        double width = width(letters[i], size * wide, read % 180 == 0 ? step : 0);
        String said = said(letters[i], mapped, font);
        letter(said, penX, penY, width, size, turned, ink, context);
        penX += free ? width : next;
        penY += i < down.length ? down[i] : 0;
      }
    }
  }

  private static String said(int letter, boolean mapped, String font) {
    if (letter == PLACEHOLDER && !mapped) {
      return String.valueOf(RunningText.UNKNOWN);
    }
    return SymbolCharacter.shown(Letters.read(Character.toString(letter)), font);
  }

  /** Returns the characters of a text; spaces at line ends are those of the XML. */
  private static int[] letters(String text) {
    Matcher escaped = ESCAPED.matcher(text.replaceAll("[\\r\\n\\t]+ *", ""));
    String plain =
        escaped.replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(found.group(1), 16))));
    return plain.codePoints().toArray();
  }

  /** Returns how far each letter is from the one before; {@code g 3 5} is 5 three times. */
  private static double[] deltas(@Nullable String list, int most) {
    if (list == null || list.isBlank()) {
      return new double[0];
    }
    var all = new ArrayList<Double>();
    String[] words = list.strip().split("[\\s,]+", -1);
    for (int i = 0; i < words.length && all.size() < most; i++) {
      boolean group = words[i].equalsIgnoreCase("g") && i + 2 < words.length;
      double[] numbers = Node.numbers(group ? words[i + 1] + " " + words[i + 2] : words[i]);
      if (numbers.length == 0) {
        break;
      }
      int times = group ? (int) numbers[0] : 1;
      double value = numbers[numbers.length - 1];
      for (int j = 0; j < times && all.size() < most; j++) {
        all.add(value);
      }
      i += group ? 2 : 0;
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Returns how wide a letter is, which only its font knows exactly: the next one tells. */
  private static double width(int letter, double size, double step) {
    boolean wide = letter >= 0x2E80 || letter >= 0x2010 && letter <= 0x203B;
    double most = wide ? 1 : Character.isLetter(letter) ? 1 : 0.65;
    double own = wide ? 1 : 0.5;
    return step > 0 ? Math.min(step, most * size) : own * size;
  }

  private void letter(
      String said,
      double x,
      double y,
      double width,
      double size,
      double turned,
      Ink ink,
      Context context)
      throws Refusal {
    double angle = Math.toRadians(turned);
    double[] along = {Math.cos(angle), Math.sin(angle)};
    double[] up = {along[1], -along[0]};
    double[] origin = context.place().at(x, y);
    double[] end = context.place().at(x + along[0] * width, y + along[1] * width);
    double[] top =
        context.place().at(x + up[0] * Lines.ASCENT * size, y + up[1] * Lines.ASCENT * size);
    double[] foot =
        context
            .place()
            .at(
                x + along[0] * width - up[0] * Lines.DESCENT * size,
                y + along[1] * width - up[1] * Lines.DESCENT * size);
    double height = Math.hypot(top[0] - origin[0], top[1] - origin[1]) / Lines.ASCENT;
    Placement placement = Placement.of(page.box(), origin, end, end, top, foot);
    Box box = placement.box();
    double far = OUTSIDE * height;
    Box cut = context.cut();
    boolean seen =
        box.middle() >= cut.left() - far
            && box.middle() <= cut.right() + far
            && box.centre() >= cut.top() - far
            && box.centre() <= cut.bottom() + far;
    if (!seen) {
      return;
    }
    page.glyph(said, placement, height, ink, Set.of());
  }

  // --- lines and areas

  private void path(Node object, Context context) throws Refusal {
    List<List<double[]>> path = points(object.textOf("AbbreviatedData").orElse(""), context);
    boolean curved = path.stream().anyMatch(subpath -> subpath.size() > 2 * SEGMENTS);
    if (object.flag("Fill", false)) {
      Node colour = resources.said(object, context.layer(), "FillColor");
      fill(path, ink(colour, 0, context), context.cut());
    }
    if (object.flag("Stroke", true)) {
      Node colour = resources.said(object, context.layer(), "StrokeColor");
      double scale = context.place().scale();
      double width = resources.number(object, context.layer(), "LineWidth", 0.353) * scale;
      stroke(path, Math.max(0.3, width), ink(colour, 0, context), context.cut(), curved);
    }
  }

  /** Reads a path (9.1): lines, and curves as short lines. */
  private List<List<double[]>> points(String data, Context context) throws Refusal {
    var path = new ArrayList<List<double[]>>();
    String[] words = data.strip().split("[\\s,]+", -1);
    double[] pen = {0, 0};
    int i = 0;
    while (i < words.length) {
      spend(1);
      String operator = words[i++];
      int count =
          switch (operator) {
            case "S", "M", "L" -> 2;
            case "Q" -> 4;
            case "B" -> 6;
            case "A" -> 7;
            default -> 0;
          };
      double[] numbers = new double[0];
      if (count > 0) {
        int to = Math.min(words.length, i + count);
        numbers = Node.numbers(String.join(" ", List.of(words).subList(i, to)));
        i += count;
      }
      if (numbers.length < count) {
        break;
      }
      if (operator.equals("S") || operator.equals("M")) {
        var subpath = new ArrayList<double[]>();
        subpath.add(context.place().at(numbers[0], numbers[1]));
        path.add(subpath);
      } else if (operator.equals("C") && !path.isEmpty()) {
        List<double[]> subpath = path.get(path.size() - 1);
        subpath.add(subpath.get(0));
      } else if (count > 0 && !path.isEmpty()) {
        curve(operator, pen, numbers, path.get(path.size() - 1), context);
      }
      if (count > 0) {
        pen = new double[] {numbers[count - 2], numbers[count - 1]};
      }
    }
    return path;
  }

  private static void curve(
      String operator, double[] from, double[] numbers, List<double[]> to, Context context) {
    if (operator.equals("L")) {
      to.add(context.place().at(numbers[0], numbers[1]));
      return;
    }
    double[] end = {numbers[numbers.length - 2], numbers[numbers.length - 1]};
    double[] one = end;
    double[] two = end;
    if (operator.equals("B")) {
      one = new double[] {numbers[0], numbers[1]};
      two = new double[] {numbers[2], numbers[3]};
    } else if (operator.equals("Q")) {
      one = new double[] {numbers[0], numbers[1]};
      two = one;
    } else {
      // How far an arc reaches out does not matter here, only that it is none of a table's lines.
      double out = Math.max(Math.abs(numbers[0]), Math.abs(numbers[1])) / 2;
      one = new double[] {from[0] + out, from[1] + out};
      two = new double[] {end[0] + out, end[1] + out};
    }
    for (int i = 1; i <= 2 * SEGMENTS; i++) {
      double t = i / (2.0 * SEGMENTS);
      double u = 1 - t;
      double[] point = new double[2];
      for (int k = 0; k < 2; k++) {
        point[k] =
            u * u * u * from[k]
                + 3 * u * u * t * one[k]
                + 3 * u * t * t * two[k]
                + t * t * t * end[k];
      }
      to.add(context.place().at(point[0], point[1]));
    }
  }

  private void stroke(List<List<double[]>> path, double width, Ink ink, Box cut, boolean curved)
      throws Refusal {
    int slanted = 0;
    Box bounds = null;
    for (var subpath : path) {
      for (int i = 1; i < subpath.size(); i++) {
        spend(2);
        double[] from = subpath.get(i - 1);
        double[] to = subpath.get(i);
        Box box = Box.of(from[0], from[1], to[0], to[1]);
        bounds = bounds == null ? box : bounds.with(box);
        if (box.width() > 1 && box.height() > 1) {
          slanted++;
          page.line(from[0], from[1], to[0], to[1], width, ink);
        } else {
          Box around =
              new Box(
                  cut.left() - width, cut.top() - width, cut.right() + width, cut.bottom() + width);
          if (around.contains(box.middle(), box.centre()) || around.shared(box) > 0) {
            Box rest = box.within(around);
            page.line(rest.left(), rest.top(), rest.right(), rest.bottom(), width, ink);
          }
        }
      }
    }
    if (bounds != null
        && (curved || slanted > 3)
        && bounds.height() > LINE
        && bounds.width() > LINE) {
      drawing(bounds.within(cut), ink);
    }
  }

  private void fill(List<List<double[]>> path, Ink ink, Box cut) throws Refusal {
    double area = 0;
    Box bounds = null;
    for (var subpath : path) {
      double own = 0;
      for (int i = 0; i < subpath.size(); i++) {
        double[] from = subpath.get(i);
        double[] to = subpath.get((i + 1) % subpath.size());
        own += from[0] * to[1] - to[0] * from[1];
        Box box = Box.of(from[0], from[1], to[0], to[1]);
        bounds = bounds == null ? box : bounds.with(box);
      }
      area += own / 2;
    }
    if (bounds == null
        || bounds.right() < cut.left()
        || bounds.left() > cut.right()
        || bounds.bottom() < cut.top()
        || bounds.top() > cut.bottom()) {
      return;
    }
    Box rest = bounds.within(cut);
    if (Math.min(rest.width(), rest.height()) <= LINE || Math.abs(area) >= BOXED * bounds.area()) {
      page.fill(rest, ink);
    } else {
      drawing(rest, ink);
    }
  }

  private void drawing(Box box, Ink ink) throws Refusal {
    boolean white = ink.colour() != null && ink.colour() == 0xFFFFFF;
    if (ink.opacity() > 10 && !white) {
      page.picture(box, false);
    }
  }

  // --- pictures and drawings

  private void image(Node object, Context context) throws Refusal {
    double[] boundary = Node.numbers(object.attribute("Boundary"));
    if (boundary.length != 4 || context.opacity() < 0.1) {
      return;
    }
    // A picture of a format that knows no holes is no seal.
    boolean covers = context.opacity() > 0.9 && object.attribute("ImageMask") == null;
    page.picture(context.cut(), covers && object.attribute("BlendMode") == null && isWhole(object));
  }

  private static boolean isWhole(Node object) {
    return object.child("Border") == null;
  }

  private void composite(Node object, Context context) throws Refusal {
    Node unit = resources.unit(object.attribute("ResourceID"));
    Node content = unit == null ? null : unit.child("Content");
    if (content == null) {
      page.picture(context.cut(), false);
      return;
    }
    objects(content, deeper(context));
  }
}
