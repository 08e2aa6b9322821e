package dev.rollup.read.pdf;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.page.Box;
import dev.rollup.read.page.Ink;
import dev.rollup.read.page.Page;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;

/** Puts down lines and areas (ISO 32000-1, 8.5.3), as far as they are not cut away. */
final class PathPainter {

  /** An area that fills so much of its box is its box. */
  private static final double BOXED = 0.85;

  /** Nothing that parts or strikes is thicker. */
  static final double LINE = 3;

  private final Page page;
  private final DeviceSpace space;
  private final Budget budget;
  private final CurrentColours colours;

  PathPainter(Page page, DeviceSpace space, Budget budget, CurrentColours colours) {
    this.page = page;
    this.space = space;
    this.budget = budget;
    this.colours = colours;
  }

  /**
   * Draws along a path.
   *
   * @param thickness of its lines, in the page's own space
   */
  void stroke(CurrentPath path, PDGraphicsState state, double thickness) throws Refused {
    double width = Math.max(0.3, thickness);
    Ink ink = colours.stroke(state);
    Rectangle2D clip = state.getCurrentClippingPath().getBounds2D();
    Box cut = space.seen(clip);
    try {
      int slanted = 0;
      for (var subpath : path.subpaths()) {
        List<double[]> points = subpath.points();
        for (int i = 1; i < points.size(); i++) {
          budget.spend(2);
          slanted += line(points.get(i - 1), points.get(i), width, cut, ink) ? 1 : 0;
        }
      }
      Rectangle2D bounds = Subpath.bounds(path.subpaths());
      Box box = space.seen(bounds);
      if ((path.isCurved() || slanted > 3) && box.height() > LINE && box.width() > LINE) {
        drawing(bounds.createIntersection(clip), ink);
      }
    } catch (Refusal e) {
      throw new Refused(e);
    }
  }

  /** Draws a line as far as it is not cut away; returns whether it is slanted. */
  private boolean line(double[] from, double[] to, double width, Box cut, Ink ink) throws Refusal {
    double[] one = space.seen(from[0], from[1]);
    double[] other = space.seen(to[0], to[1]);
    boolean slanted = Math.abs(one[0] - other[0]) > 1 && Math.abs(one[1] - other[1]) > 1;
    Box box = Box.of(one[0], one[1], other[0], other[1]);
    boolean outside =
        box.right() < cut.left() - width
            || box.left() > cut.right() + width
            || box.bottom() < cut.top() - width
            || box.top() > cut.bottom() + width;
    if (outside) {
      return false;
    }
    if (slanted) {
      page.line(one[0], one[1], other[0], other[1], width, ink);
    } else {
      Box rest = box.within(cut);
      page.line(rest.left(), rest.top(), rest.right(), rest.bottom(), width, ink);
    }
    return slanted;
  }

  /** Draws what a path goes around. */
  void fill(CurrentPath path, PDGraphicsState state) throws Refused {
    Ink ink = colours.fill(state);
    Rectangle2D clip = state.getCurrentClippingPath().getBounds2D();
    List<Subpath> all = path.subpaths();
    boolean boxes = all.size() > 1 && all.stream().allMatch(Subpath::isBox);
    try {
      for (var area : boxes ? all.stream().map(List::of).toList() : List.of(all)) {
        budget.spend(4);
        fill(area, clip, ink);
      }
    } catch (Refusal e) {
      throw new Refused(e);
    }
  }

  private void fill(List<Subpath> area, Rectangle2D clip, Ink ink) throws Refusal {
    Rectangle2D bounds = Subpath.bounds(area);
    Rectangle2D rest = bounds.createIntersection(clip);
    if (area.isEmpty() || rest.getWidth() < 0 || rest.getHeight() < 0) {
      return;
    }
    Box box = space.seen(rest);
    boolean narrow = Math.min(box.width(), box.height()) <= LINE;
    if (narrow || Subpath.area(area) >= BOXED * bounds.getWidth() * bounds.getHeight()) {
      page.fill(box, ink);
    } else {
      drawing(rest, ink);
    }
  }

  /** Draws over all that is not cut away, in colours of which nobody knows which is where. */
  void shade(PDGraphicsState state) throws Refused {
    Rectangle2D clip = state.getCurrentClippingPath().getBounds2D();
    try {
      page.fill(space.seen(clip), colours.shading(state));
    } catch (Refusal e) {
      throw new Refused(e);
    }
  }

  /** Something is drawn of which no more is known. */
  private void drawing(Rectangle2D bounds, Ink ink) throws Refusal {
    if (ink.opacity() > 10 && !isWhite(ink)) {
      page.picture(space.seen(bounds), false);
    }
  }

  private static boolean isWhite(Ink ink) {
    return Objects.equals(ink.colour(), 0xFFFFFF);
  }
}
