package dev.rollup.read.pdf;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Mark;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.page.Box;
import dev.rollup.read.page.Lines;
import dev.rollup.read.page.Page;
import dev.rollup.read.page.Page.Ink;
import dev.rollup.read.page.Standing;
import dev.rollup.text.Numerals;
import java.awt.geom.Area;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.state.EmptyGraphicsStackException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Follows the instructions of one page, and puts down what they draw where a person sees it. */
final class Painter extends PDFGraphicsStreamEngine {

  /** Forms in forms; real ones stay below 5. */
  private static final int DEEPEST = 20;

  /** So many parts of a circle are straight lines. */
  private static final int SEGMENTS = 8;

  /** An area that fills so much of its box is its box. */
  private static final double BOXED = 0.85;

  /** Nothing that parts or strikes is thicker. */
  private static final double LINE = 3;

  /** Letters nearer to each other than this part of their size are one word. */
  private static final double SPACE = 0.15;

  /** All instructions that there are (ISO 32000-1, annex A). */
  private static final Set<String> OPERATORS =
      Set.of(
          ("b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J"
                  + " K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm"
                  + " Tr Ts Tw Tz v w W W* y ' \"")
              .split(" ", -1));

  /** The space of the colours and the colour itself, of areas and letters, and of lines. */
  private record Inks(
      @Nullable COSBase fillSpace,
      @Nullable Integer fill,
      @Nullable COSBase strokeSpace,
      @Nullable Integer stroke) {}

  private static final Inks BLACK = new Inks(COSName.DEVICEGRAY, 0, COSName.DEVICEGRAY, 0);

  /** A letter that waits for those that follow it. */
  private record Letter(
      String text, Standing standing, double size, Ink ink, EnumSet<Mark> marks, boolean cut) {}

  private final Page page;
  private final Budget budget;
  private final Layers layers;
  private final Fonts fonts;
  private final int rotation;
  private final PDRectangle crop;

  private final IdentityHashMap<PDGraphicsState, Inks> inks = new IdentityHashMap<>();
  private Inks inherited = BLACK;
  private double inheritedOpacity = 1;
  private int depth;

  /** By how deep it is nested, whether marked content is of a layer that is off. */
  private final List<Boolean> sequences = new ArrayList<>();

  private int hidden;

  private final List<Letter> word = new ArrayList<>();
  private final List<List<double[]>> path = new ArrayList<>();
  private boolean curved;
  private double[] current = {0, 0};
  private int clipping = -1;

  /**
   * One that draws a page.
   *
   * @param number its number in the file, from 1
   */
  Painter(PDPage source, int number, Budget budget, Layers layers, Fonts fonts) {
    super(source);
    this.budget = budget;
    this.layers = layers;
    this.fonts = fonts;
    this.crop = source.getCropBox();
    this.rotation = Math.floorMod(source.getRotation() / 90, 4);
    boolean lies = rotation % 2 == 1;
    this.page =
        new Page(
            number,
            lies ? crop.getHeight() : crop.getWidth(),
            lies ? crop.getWidth() : crop.getHeight());
    for (var name : List.of("g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN")) {
      addOperator(new ColourOperator(name));
    }
    addOperator(new FontOperator());
    addOperator(new ObjectOperator());
    addOperator(new InlinePictureOperator());
  }

  /** Draws the page, without its annotations. */
  Page draw() throws IOException {
    processPage(getPage());
    flush();
    return page;
  }

  /** Draws what lies over the page. */
  void show(PDAnnotation annotation) throws IOException {
    inherited = BLACK;
    showAnnotation(annotation);
    flush();
  }

  Page page() {
    return page;
  }

  // --- what is refused

  @Override
  protected void processOperator(Operator operator, @Nullable List<COSBase> operands)
      throws IOException {
    // The instructions that begin a line and show it in one ask for the first half without any.
    List<COSBase> given = operands == null ? List.of() : operands;
    budget.spend(1 + given.size() / 16);
    super.processOperator(operator, given);
  }

  /** What PDFBox would pass over is seen, or was seen before the file was damaged. */
  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
      throws IOException {
    if (e instanceof Refused || !(e instanceof EmptyGraphicsStackException)) {
      throw e instanceof Refused ? e : new Refused(Refusal.of(FindingCode.DAMAGED_FILE));
    }
  }

  /** An instruction that there is none of was another before the file was damaged. */
  @Override
  protected void unsupportedOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (!OPERATORS.contains(operator.getName())) {
      throw new Refused(Refusal.of(FindingCode.DAMAGED_FILE));
    }
  }

  // --- colours

  private Inks inks() {
    return inks.getOrDefault(getGraphicsState(), inherited);
  }

  @Override
  public void saveGraphicsState() {
    Inks own = inks();
    super.saveGraphicsState();
    inks.put(getGraphicsState(), own);
  }

  @Override
  public void restoreGraphicsState() {
    inks.remove(getGraphicsState());
    super.restoreGraphicsState();
  }

  @Override
  protected void processChildStream(PDContentStream stream, PDPage source) throws IOException {
    Inks before = inherited;
    inherited = inks();
    try {
      super.processChildStream(stream, source);
    } finally {
      inherited = before;
    }
  }

  private final class ColourOperator extends OperatorProcessor {
    private final String name;

    ColourOperator(String name) {
      super(Painter.this);
      this.name = name;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
      boolean stroke = Character.isUpperCase(name.charAt(0));
      Inks own = inks();
      COSBase space = stroke ? own.strokeSpace() : own.fillSpace();
      Integer colour;
      switch (name) {
        case "g", "G" -> space = COSName.DEVICEGRAY;
        case "rg", "RG" -> space = COSName.DEVICERGB;
        case "k", "K" -> space = COSName.DEVICECMYK;
        case "cs", "CS" ->
            space =
                !operands.isEmpty() && operands.get(0) instanceof COSName named
                    ? Colours.space(named, getResources())
                    : null;
        default -> {}
      }
      if (name.equalsIgnoreCase("cs")) {
        // What every space begins with is black, or nearly.
        colour = COSName.PATTERN.equals(space) ? null : Integer.valueOf(0);
      } else {
        colour = Colours.rgb(space, operands);
      }
      inks.put(
          getGraphicsState(),
          stroke
              ? new Inks(own.fillSpace(), own.fill(), space, colour)
              : new Inks(space, colour, own.strokeSpace(), own.stroke()));
    }
  }

  private Ink fillInk() {
    return new Ink(inks().fill(), opacity(getGraphicsState().getNonStrokeAlphaConstant()));
  }

  private Ink strokeInk() {
    return new Ink(inks().stroke(), opacity(getGraphicsState().getAlphaConstant()));
  }

  private int opacity(double constant) {
    PDGraphicsState state = getGraphicsState();
    double opacity = Math.min(constant, inheritedOpacity);
    boolean through =
        state.getSoftMask() != null
            || state.getBlendMode() != null
                && state.getBlendMode() != BlendMode.NORMAL
                && state.getBlendMode() != BlendMode.COMPATIBLE;
    return (int) Math.round(100 * (through ? Math.min(opacity, 0.5) : opacity));
  }

  // --- where things are

  /** Returns where a point of the page's own space is looked at. */
  private double[] seen(double x, double y) {
    double left = x - crop.getLowerLeftX();
    double low = y - crop.getLowerLeftY();
    return switch (rotation) {
      case 1 -> new double[] {low, left};
      case 2 -> new double[] {crop.getWidth() - left, low};
      case 3 -> new double[] {crop.getHeight() - low, crop.getWidth() - left};
      default -> new double[] {left, crop.getHeight() - low};
    };
  }

  private Box seen(Rectangle2D rectangle) {
    double[] one = seen(rectangle.getMinX(), rectangle.getMinY());
    double[] other = seen(rectangle.getMaxX(), rectangle.getMaxY());
    return Box.of(one[0], one[1], other[0], other[1]);
  }

  /** Returns where a rectangle of the page's own space is looked at. */
  Box seen(PDRectangle rectangle) {
    double[] one = seen(rectangle.getLowerLeftX(), rectangle.getLowerLeftY());
    double[] other = seen(rectangle.getUpperRightX(), rectangle.getUpperRightY());
    return Box.of(one[0], one[1], other[0], other[1]);
  }

  private Area clip() {
    return getGraphicsState().getCurrentClippingPath();
  }

  // --- layers

  @Override
  public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
    boolean off = COSName.OC.equals(tag) && layers.isOff(properties);
    sequences.add(off);
    hidden += off ? 1 : 0;
  }

  @Override
  public void endMarkedContentSequence() {
    if (!sequences.isEmpty() && sequences.remove(sequences.size() - 1)) {
      hidden--;
    }
  }

  private boolean isOff() {
    return hidden > 0;
  }

  // --- letters

  private final class FontOperator extends OperatorProcessor {
    FontOperator() {
      super(Painter.this);
    }

    @Override
    public String getName() {
      return "Tf";
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      if (operands.size() < 2
          || !(operands.get(0) instanceof COSName name)
          || !(operands.get(1) instanceof COSNumber size)) {
        throw new Refused(Refusal.of(FindingCode.DAMAGED_FILE));
      }
      COSDictionary named = getResources().getCOSObject().getCOSDictionary(COSName.FONT);
      COSDictionary font = named == null ? null : named.getCOSDictionary(name);
      if (font == null) {
        throw new Refused(Refusal.of(FindingCode.DAMAGED_FILE));
      }
      getGraphicsState().getTextState().setFont(fonts.of(font));
      getGraphicsState().getTextState().setFontSize(size.floatValue());
    }
  }

  @Override
  public void showTextStrings(COSArray array) throws IOException {
    page.beginRun();
    super.showTextStrings(array);
  }

  @Override
  public void showTextString(byte[] string) throws IOException {
    page.beginRun();
    super.showTextString(string);
  }

  @Override
  protected void showGlyph(Matrix place, PDFont font, int code, Vector advance) throws IOException {
    budget.spend(4);
    RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
    if (isOff() || mode == RenderingMode.NEITHER) {
      return;
    }
    String text = fonts.text(font, code);
    if (text.isEmpty()) {
      return;
    }
    double across = font.isVertical() ? font.getWidth(code) / 1000 : advance.getX();
    double[] origin = seen(place.getTranslateX(), place.getTranslateY());
    double[] end = at(place, across, 0);
    double[] top = at(place, 0, Lines.ASCENT);
    double[] foot = at(place, across, -Lines.DESCENT);
    double size = distance(origin, at(place, 0, 1));
    Standing standing = Standing.of(page.box(), origin, at(place, 1, 0), end, top, foot);
    var marks = EnumSet.noneOf(Mark.class);
    if (mode.isClip()) {
      marks.add(Mark.DRAWN_OVER);
    }
    Ink ink = mode.isFill() || !mode.isStroke() ? fillInk() : strokeInk();
    put(new Letter(text, standing, size, ink, marks, isCut(place, across, marks)));
  }

  private double[] at(Matrix place, double x, double y) {
    Point2D point = place.transformPoint((float) x, (float) y);
    return seen(point.getX(), point.getY());
  }

  private static double distance(double[] one, double[] other) {
    return Math.hypot(one[0] - other[0], one[1] - other[1]);
  }

  /** Tells whether the middle of a letter is cut away; of one that is cut in part, marks it. */
  private boolean isCut(Matrix place, double across, Set<Mark> marks) {
    Area clip = clip();
    double middle = (Lines.ASCENT - Lines.DESCENT) / 2;
    double[] centre = at(place, across / 2, middle);
    if (!page.shows(centre[0], centre[1])) {
      // The page ends before it, which is told of the line that it belongs to.
      return false;
    }
    if (!contains(clip, place, across / 2, middle)) {
      return true;
    }
    boolean whole =
        contains(clip, place, across * 0.2, middle)
            && contains(clip, place, across * 0.8, middle)
            && contains(clip, place, across / 2, 0.1)
            && contains(clip, place, across / 2, 0.5);
    if (!whole) {
      marks.add(Mark.DRAWN_OVER);
    }
    return false;
  }

  private boolean contains(Area clip, Matrix place, double x, double y) {
    return clip.contains(place.transformPoint((float) x, (float) y));
  }

  private void put(Letter letter) throws IOException {
    if (!word.isEmpty() && !follows(word.get(word.size() - 1), letter)) {
      flush();
    }
    word.add(letter);
  }

  private static boolean follows(Letter before, Letter after) {
    double far = SPACE * Math.max(before.size(), after.size());
    Standing left = before.standing();
    Standing right = after.standing();
    return left.turn() == right.turn()
        && Math.abs(left.base() - right.base()) <= far
        && (left.turn() % 2 == 0
            ? Math.abs(right.box().left() - left.box().right()) <= far
                || Math.abs(left.box().left() - right.box().right()) <= far
            : Math.abs(right.box().top() - left.box().bottom()) <= far
                || Math.abs(left.box().top() - right.box().bottom()) <= far);
  }

  /** Of a number of which a part is cut away nobody sees how much it is. */
  private void flush() throws IOException {
    for (int i = 0; i < word.size(); i++) {
      if (word.get(i).cut()) {
        for (int j = i - 1; j >= 0 && isOfNumber(word.get(j)); j--) {
          word.get(j).marks().add(Mark.DRAWN_OVER);
        }
        for (int j = i + 1; j < word.size() && isOfNumber(word.get(j)); j++) {
          word.get(j).marks().add(Mark.DRAWN_OVER);
        }
      }
    }
    try {
      for (var letter : word) {
        if (!letter.cut()) {
          page.glyph(letter.text(), letter.standing(), letter.size(), letter.ink(), letter.marks());
        }
      }
    } catch (Refusal e) {
      throw new Refused(e);
    }
    word.clear();
  }

  private static boolean isOfNumber(Letter letter) {
    return !letter.cut() && (Numerals.in(letter.text()) || ".,，．-－".contains(letter.text()));
  }

  // --- lines and areas

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    moveTo((float) p0.getX(), (float) p0.getY());
    lineTo((float) p1.getX(), (float) p1.getY());
    lineTo((float) p2.getX(), (float) p2.getY());
    lineTo((float) p3.getX(), (float) p3.getY());
    closePath();
  }

  @Override
  public void moveTo(float x, float y) {
    var subpath = new ArrayList<double[]>();
    current = new double[] {x, y};
    subpath.add(current);
    path.add(subpath);
  }

  @Override
  public void lineTo(float x, float y) {
    if (path.isEmpty()) {
      moveTo(x, y);
      return;
    }
    current = new double[] {x, y};
    path.get(path.size() - 1).add(current);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    double[] from = current;
    for (int i = 1; i <= SEGMENTS; i++) {
      double t = (double) i / SEGMENTS;
      double u = 1 - t;
      lineTo(
          (float) (u * u * u * from[0] + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * x3),
          (float) (u * u * u * from[1] + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * y3));
    }
    curved = true;
  }

  @Override
  public Point2D getCurrentPoint() {
    return new Point2D.Double(current[0], current[1]);
  }

  @Override
  public void closePath() {
    if (!path.isEmpty()) {
      List<double[]> subpath = path.get(path.size() - 1);
      double[] first = subpath.get(0);
      if (subpath.size() > 1 && distance(first, subpath.get(subpath.size() - 1)) > 0) {
        subpath.add(first);
      }
      current = first;
    }
  }

  @Override
  public void clip(int rule) {
    clipping = rule;
  }

  @Override
  public void endPath() throws IOException {
    flush();
    if (clipping >= 0) {
      var clip = new GeneralPath(clipping);
      int points = 0;
      for (var subpath : path) {
        points += subpath.size();
        budget.spend(subpath.size());
      }
      if (points > 400) {
        // What is cut so finely may be anything; what it is cut out of bounds it.
        clip.append(bounds(path), false);
      } else {
        for (var subpath : path) {
          clip.moveTo(subpath.get(0)[0], subpath.get(0)[1]);
          for (var point : subpath.subList(1, subpath.size())) {
            clip.lineTo(point[0], point[1]);
          }
          clip.closePath();
        }
      }
      getGraphicsState().intersectClippingPath(clip);
      clipping = -1;
    }
    path.clear();
    curved = false;
  }

  private static Rectangle2D bounds(List<List<double[]>> path) {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
    for (var subpath : path) {
      for (var point : subpath) {
        for (int i = 0; i < 2; i++) {
          low[i] = Math.min(low[i], point[i]);
          high[i] = Math.max(high[i], point[i]);
        }
      }
    }
    return path.isEmpty()
        ? new Rectangle2D.Double()
        : new Rectangle2D.Double(low[0], low[1], high[0] - low[0], high[1] - low[1]);
  }

  @Override
  public void strokePath() throws IOException {
    stroke();
    endPath();
  }

  @Override
  public void fillPath(int rule) throws IOException {
    fill();
    endPath();
  }

  @Override
  public void fillAndStrokePath(int rule) throws IOException {
    fill();
    stroke();
    endPath();
  }

  private void stroke() throws IOException {
    flush();
    if (isOff()) {
      return;
    }
    double width = Math.max(0.3, transformWidth(getGraphicsState().getLineWidth()));
    Rectangle2D clip = clip().getBounds2D();
    try {
      int slanted = 0;
      for (var subpath : path) {
        for (int i = 1; i < subpath.size(); i++) {
          double[] from = subpath.get(i - 1);
          double[] to = subpath.get(i);
          budget.spend(2);
          slanted += line(from, to, width, clip) ? 1 : 0;
        }
      }
      Box box = seen(bounds(path));
      if ((curved || slanted > 3) && box.height() > LINE && box.width() > LINE) {
        drawing(bounds(path).createIntersection(clip), strokeInk());
      }
    } catch (Refusal e) {
      throw new Refused(e);
    }
  }

  /** Draws a line as far as it is not cut away; returns whether it is slanted. */
  private boolean line(double[] from, double[] to, double width, Rectangle2D clip) throws Refusal {
    double[] one = seen(from[0], from[1]);
    double[] other = seen(to[0], to[1]);
    boolean slanted = Math.abs(one[0] - other[0]) > 1 && Math.abs(one[1] - other[1]) > 1;
    Box cut = seen(clip);
    Box box = Box.of(one[0], one[1], other[0], other[1]);
    Box rest = box.within(cut);
    boolean outside =
        box.right() < cut.left() - width
            || box.left() > cut.right() + width
            || box.bottom() < cut.top() - width
            || box.top() > cut.bottom() + width;
    if (outside) {
      return false;
    }
    if (slanted) {
      page.line(one[0], one[1], other[0], other[1], width, strokeInk());
    } else {
      page.line(rest.left(), rest.top(), rest.right(), rest.bottom(), width, strokeInk());
    }
    return slanted;
  }

  private void fill() throws IOException {
    flush();
    if (isOff()) {
      return;
    }
    Rectangle2D clip = clip().getBounds2D();
    try {
      boolean boxes = path.size() > 1 && path.stream().allMatch(Painter::isBox);
      for (var subpath : boxes ? path.stream().map(List::of).toList() : List.of(path)) {
        budget.spend(4);
        Rectangle2D bounds = bounds(subpath);
        Rectangle2D rest = bounds.createIntersection(clip);
        if (subpath.isEmpty() || rest.getWidth() < 0 || rest.getHeight() < 0) {
          continue;
        }
        Box box = seen(rest);
        boolean narrow = Math.min(box.width(), box.height()) <= LINE;
        if (narrow || area(subpath) >= BOXED * bounds.getWidth() * bounds.getHeight()) {
          page.fill(box, fillInk());
        } else {
          drawing(rest, fillInk());
        }
      }
    } catch (Refusal e) {
      throw new Refused(e);
    }
  }

  /** Tells whether a path goes around a rectangle that stands upright. */
  private static boolean isBox(List<double[]> subpath) {
    if (subpath.size() < 4 || subpath.size() > 5) {
      return false;
    }
    for (int i = 1; i < subpath.size(); i++) {
      double[] from = subpath.get(i - 1);
      double[] to = subpath.get(i);
      if (Math.abs(from[0] - to[0]) > 0.1 && Math.abs(from[1] - to[1]) > 0.1) {
        return false;
      }
    }
    return true;
  }

  /** Returns how much a path goes around; of several that lie in each other, the outer's less. */
  private static double area(List<List<double[]>> path) {
    double area = 0;
    for (var subpath : path) {
      double own = 0;
      for (int i = 0; i < subpath.size(); i++) {
        double[] from = subpath.get(i);
        double[] to = subpath.get((i + 1) % subpath.size());
        own += from[0] * to[1] - to[0] * from[1];
      }
      area += own / 2;
    }
    return Math.abs(area);
  }

  /** Something is drawn of which no more is known. */
  private void drawing(Rectangle2D bounds, Ink ink) throws Refusal {
    if (ink.opacity() > 10 && !isWhite(ink)) {
      page.picture(seen(bounds), false);
    }
  }

  private static boolean isWhite(Ink ink) {
    return Objects.equals(ink.colour(), 0xFFFFFF);
  }

  @Override
  public void shadingFill(COSName name) throws IOException {
    if (!isOff()) {
      try {
        page.fill(seen(clip().getBounds2D()), new Ink(null, opacity(1)));
      } catch (Refusal e) {
        throw new Refused(e);
      }
    }
  }

  // --- pictures and forms

  @Override
  public void drawImage(PDImage image) {
    throw new IllegalStateException("pictures are not unpacked");
  }

  private void picture(boolean covers) throws IOException {
    flush();
    if (isOff()) {
      return;
    }
    Matrix place = getGraphicsState().getCurrentTransformationMatrix();
    var corners = new ArrayList<double[]>();
    for (int i = 0; i < 4; i++) {
      Point2D corner = place.transformPoint(i >> 1, i & 1);
      corners.add(new double[] {corner.getX(), corner.getY()});
    }
    Rectangle2D rest = bounds(List.of(corners)).createIntersection(clip().getBounds2D());
    if (rest.getWidth() < 0 || rest.getHeight() < 0) {
      return;
    }
    Box box = seen(rest);
    int opacity = opacity(getGraphicsState().getNonStrokeAlphaConstant());
    try {
      if (Math.min(box.width(), box.height()) <= LINE) {
        // Some programs draw lines as pictures of one point.
        page.fill(box, new Ink(null, opacity));
      } else if (opacity > 10) {
        page.picture(box, covers && opacity >= 90);
      }
    } catch (Refusal e) {
      throw new Refused(e);
    }
  }

  private final class InlinePictureOperator extends OperatorProcessor {
    InlinePictureOperator() {
      super(Painter.this);
    }

    @Override
    public String getName() {
      return "BI";
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      COSDictionary told = operator.getImageParameters();
      boolean mask = told != null && told.getBoolean(COSName.IM, COSName.IMAGE_MASK, false);
      picture(!mask);
    }
  }

  private final class ObjectOperator extends OperatorProcessor {
    ObjectOperator() {
      super(Painter.this);
    }

    @Override
    public String getName() {
      return "Do";
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      COSDictionary named = getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
      COSBase object =
          named != null && !operands.isEmpty() && operands.get(0) instanceof COSName name
              ? named.getDictionaryObject(name)
              : null;
      if (!(object instanceof COSStream stream)) {
        throw new Refused(Refusal.of(FindingCode.DAMAGED_FILE));
      }
      if (layers.isOff(stream.getDictionaryObject(COSName.OC))) {
        return;
      }
      COSName kind = stream.getCOSName(COSName.SUBTYPE);
      if (COSName.IMAGE.equals(kind)) {
        boolean covers =
            !stream.getBoolean(COSName.IMAGE_MASK, false)
                && stream.getDictionaryObject(COSName.SMASK) == null
                && stream.getDictionaryObject(COSName.MASK) == null;
        picture(covers);
      } else if (COSName.FORM.equals(kind)) {
        form(stream);
      }
    }
  }

  private void form(COSStream stream) throws IOException {
    if (depth >= DEEPEST) {
      throw new Refused(Refusal.of(FindingCode.UNSAFE_CONTENT));
    }
    budget.spend(50);
    double before = inheritedOpacity;
    inheritedOpacity = opacity(getGraphicsState().getNonStrokeAlphaConstant()) / 100.0;
    int open = sequences.size();
    depth++;
    try {
      flush();
      showForm(new PDFormXObject(stream));
      flush();
    } finally {
      depth--;
      inheritedOpacity = before;
      while (sequences.size() > open) {
        endMarkedContentSequence();
      }
    }
  }
}
