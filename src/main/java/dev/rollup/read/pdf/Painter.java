package dev.rollup.read.pdf;

import dev.rollup.finding.FindingCode;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.page.Page;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.EmptyGraphicsStackException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Follows the instructions of one page, and puts down what they draw where a person sees it: hands
 * each to what draws its kind, and refuses what no program wrote.
 */
final class Painter extends PDFGraphicsStreamEngine {

  /** All instructions that there are (ISO 32000-1, annex A). */
  private static final Set<String> OPERATORS =
      Set.of(
          ("b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J"
                  + " K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm"
                  + " Tr Ts Tw Tz v w W W* y ' \"")
              .split(" ", -1));

  private final Page page;
  private final DeviceSpace space;
  private final Budget budget;
  private final CurrentColours colours = new CurrentColours();
  private final MarkedContent content;
  private final LetterRun run;
  private final GlyphPainter glyphs;
  private final CurrentPath path;
  private final PathPainter paths;

  /**
   * One that draws a page.
   *
   * @param number its number in the file, from 1
   */
  Painter(PDPage source, int number, Budget budget, Layers layers, Fonts fonts) {
    super(source);
    this.budget = budget;
    this.space = new DeviceSpace(source);
    this.page = new Page(number, space.width(), space.height());
    this.content = new MarkedContent(layers);
    this.run = new LetterRun(page);
    this.glyphs = new GlyphPainter(page, space, fonts, colours, run);
    this.path = new CurrentPath(budget);
    this.paths = new PathPainter(page, space, budget, colours);
    var images = new ImagePainter(page, space, colours, content, run);
    for (var name : ColourOperator.NAMES) {
      addOperator(new ColourOperator(name, this, colours));
    }
    addOperator(new FontOperator(this, fonts));
    addOperator(new XObjectOperator(this, budget, layers, colours, content, run, images));
    addOperator(new InlineImageOperator(this, images));
  }

  /** Draws the page, without its annotations. */
  Page draw() throws IOException {
    processPage(getPage());
    run.flush();
    return page;
  }

  /** Draws what lies over the page. */
  void show(PDAnnotation annotation) throws IOException {
    colours.reset();
    showAnnotation(annotation);
    run.flush();
  }

  Page page() {
    return page;
  }

  /** Returns where points of the page are looked at. */
  DeviceSpace space() {
    return space;
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

  // --- the state of the graphics

  @Override
  public void saveGraphicsState() {
    PDGraphicsState outer = getGraphicsState();
    super.saveGraphicsState();
    colours.copy(outer, getGraphicsState());
  }

  @Override
  public void restoreGraphicsState() {
    colours.remove(getGraphicsState());
    super.restoreGraphicsState();
  }

  @Override
  protected void processChildStream(PDContentStream stream, PDPage source) throws IOException {
    colours.inherit(getGraphicsState(), () -> super.processChildStream(stream, source));
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
    content.begin(tag, properties);
  }

  @Override
  public void endMarkedContentSequence() {
    content.end();
  }

  // --- letters

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
    if (!content.isOff()) {
      glyphs.draw(getGraphicsState(), place, font, code, advance);
    }
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
    path.moveTo(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    path.lineTo(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    path.curveTo(x1, y1, x2, y2, x3, y3);
  }

  @Override
  public Point2D getCurrentPoint() {
    return path.currentPoint();
  }

  @Override
  public void closePath() {
    path.close();
  }

  @Override
  public void clip(int rule) {
    path.clip(rule);
  }

  @Override
  public void endPath() throws IOException {
    run.flush();
    path.end(getGraphicsState());
  }

  @Override
  public void strokePath() throws IOException {
    paint(false, true);
  }

  @Override
  public void fillPath(int rule) throws IOException {
    paint(true, false);
  }

  @Override
  public void fillAndStrokePath(int rule) throws IOException {
    paint(true, true);
  }

  private void paint(boolean fill, boolean stroke) throws IOException {
    run.flush();
    if (!content.isOff()) {
      PDGraphicsState state = getGraphicsState();
      if (fill) {
        paths.fill(path, state);
      }
      if (stroke) {
        paths.stroke(path, state, transformWidth(state.getLineWidth()));
      }
    }
    endPath();
  }

  @Override
  public void shadingFill(COSName name) throws IOException {
    if (!content.isOff()) {
      paths.shade(getGraphicsState());
    }
  }

  // --- pictures

  @Override
  public void drawImage(PDImage image) {
    throw new IllegalStateException("pictures are not unpacked");
  }
}
