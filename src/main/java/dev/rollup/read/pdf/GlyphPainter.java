package dev.rollup.read.pdf;

import dev.rollup.model.Mark;
import dev.rollup.read.page.Ink;
import dev.rollup.read.page.Lines;
import dev.rollup.read.page.Page;
import dev.rollup.read.page.Placement;
import dev.rollup.read.pdf.LetterRun.Letter;
import java.awt.geom.Area;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Puts down letters (ISO 32000-1, 9.4.3) where they are seen, as far as they are not cut away. */
final class GlyphPainter {

  private final Page page;
  private final DeviceSpace space;
  private final Fonts fonts;
  private final CurrentColours colours;
  private final LetterRun run;

  GlyphPainter(Page page, DeviceSpace space, Fonts fonts, CurrentColours colours, LetterRun run) {
    this.page = page;
    this.space = space;
    this.fonts = fonts;
    this.colours = colours;
    this.run = run;
  }

  /**
   * Draws a letter.
   *
   * @param place from its own space, in which its font is one high, to that of the page
   * @param advance how far it takes its line ahead
   */
  void draw(PDGraphicsState state, Matrix place, PDFont font, int code, Vector advance)
      throws IOException {
    RenderingMode mode = state.getTextState().getRenderingMode();
    if (mode == RenderingMode.NEITHER) {
      return;
    }
    String text = fonts.text(font, code);
    if (text.isEmpty()) {
      return;
    }
    double across = font.isVertical() ? font.getWidth(code) / 1000 : advance.getX();
    double[] origin = space.seen(place.getTranslateX(), place.getTranslateY());
    double[] end = at(place, across, 0);
    double[] top = at(place, 0, Lines.ASCENT);
    double[] foot = at(place, across, -Lines.DESCENT);
    double[] above = at(place, 0, 1);
    double size = Math.hypot(origin[0] - above[0], origin[1] - above[1]);
    Placement placement = Placement.of(page.box(), origin, at(place, 1, 0), end, top, foot);
    var marks = EnumSet.noneOf(Mark.class);
    if (mode.isClip()) {
      marks.add(Mark.DRAWN_OVER);
    }
    Ink ink = mode.isFill() || !mode.isStroke() ? colours.fill(state) : colours.stroke(state);
    boolean cut = isCut(state.getCurrentClippingPath(), place, across, marks);
    run.add(new Letter(text, placement, size, ink, marks, cut));
  }

  private double[] at(Matrix place, double x, double y) {
    Point2D point = place.transformPoint((float) x, (float) y);
    return space.seen(point.getX(), point.getY());
  }

  /** Tells whether the middle of a letter is cut away; of one that is cut in part, marks it. */
  private boolean isCut(Area clip, Matrix place, double across, Set<Mark> marks) {
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

  private static boolean contains(Area clip, Matrix place, double x, double y) {
    return clip.contains(place.transformPoint((float) x, (float) y));
  }
}
