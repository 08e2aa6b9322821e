package dev.rollup.read.pdf;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;

/**
 * The path that instructions build until one of them paints or ends it (ISO 32000-1, 8.5.2), in the
 * page's own space.
 */
final class CurrentPath {

  /** So many parts of a curve are straight lines. */
  private static final int SEGMENTS = 8;

  /** More points than the edge of anything that a form is cut out by. */
  private static final int MOST_POINTS = 400;

  private final Budget budget;
  private final List<Subpath> subpaths = new ArrayList<>();
  private boolean curved;
  private double[] current = {0, 0};
  private int clipping = -1;

  CurrentPath(Budget budget) {
    this.budget = budget;
  }

  List<Subpath> subpaths() {
    return Collections.unmodifiableList(subpaths);
  }

  /** Tells whether any of it is no straight line. */
  boolean isCurved() {
    return curved;
  }

  Point2D currentPoint() {
    return new Point2D.Double(current[0], current[1]);
  }

  void moveTo(float x, float y) {
    current = new double[] {x, y};
    subpaths.add(new Subpath(List.of(current)));
  }

  void lineTo(float x, float y) {
    if (subpaths.isEmpty()) {
      moveTo(x, y);
      return;
    }
    current = new double[] {x, y};
    subpaths.get(subpaths.size() - 1).add(current);
  }

  void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
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

  void close() {
    if (!subpaths.isEmpty()) {
      current = subpaths.get(subpaths.size() - 1).close();
    }
  }

  /**
   * Lets the path cut what comes after it, once it is painted.
   *
   * @param rule by which it is told what is inside
   */
  void clip(int rule) {
    clipping = rule;
  }

  /** Ends the path: cuts with it where that was asked for, and begins anew. */
  void end(PDGraphicsState state) throws Refused {
    if (clipping >= 0) {
      state.intersectClippingPath(outline(clipping));
      clipping = -1;
    }
    subpaths.clear();
    curved = false;
  }

  private GeneralPath outline(int rule) throws Refused {
    var outline = new GeneralPath(rule);
    int points = 0;
    for (var subpath : subpaths) {
      points += subpath.points().size();
      budget.spend(subpath.points().size());
    }
    if (points > MOST_POINTS) {
      // What is cut so finely may be anything; what it is cut out of bounds it.
      outline.append(Subpath.bounds(subpaths), false);
      return outline;
    }
    for (var subpath : subpaths) {
      List<double[]> all = subpath.points();
      outline.moveTo(all.get(0)[0], all.get(0)[1]);
      for (var point : all.subList(1, all.size())) {
        outline.lineTo(point[0], point[1]);
      }
      outline.closePath();
    }
    return outline;
  }
}
