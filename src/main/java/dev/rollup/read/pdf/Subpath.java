package dev.rollup.read.pdf;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Points in the page's own space that are joined by straight lines (ISO 32000-1, 8.5.2). */
final class Subpath {

  private final List<double[]> points = new ArrayList<>();

  /** Begins with its first points. */
  Subpath(List<double[]> first) {
    points.addAll(first);
  }

  void add(double[] point) {
    points.add(point);
  }

  List<double[]> points() {
    return Collections.unmodifiableList(points);
  }

  /** Goes back to where it began; returns that point. */
  double[] close() {
    double[] first = points.get(0);
    double[] last = points.get(points.size() - 1);
    if (points.size() > 1 && Math.hypot(first[0] - last[0], first[1] - last[1]) > 0) {
      points.add(first);
    }
    return first;
  }

  /** Tells whether it goes around a rectangle that stands upright. */
  boolean isBox() {
    if (points.size() < 4 || points.size() > 5) {
      return false;
    }
    for (int i = 1; i < points.size(); i++) {
      double[] from = points.get(i - 1);
      double[] to = points.get(i);
      if (Math.abs(from[0] - to[0]) > 0.1 && Math.abs(from[1] - to[1]) > 0.1) {
        return false;
      }
    }
    return true;
  }

  /** Returns how much it goes around: less than nothing where it goes the other way. */
  private double area() {
    double area = 0;
    for (int i = 0; i < points.size(); i++) {
      double[] from = points.get(i);
      double[] to = points.get((i + 1) % points.size());
      area += from[0] * to[1] - to[0] * from[1];
    }
    return area / 2;
  }

  /** Returns how much several go around; of those that lie in each other, the outer's less. */
  static double area(List<Subpath> path) {
    double area = 0;
    for (var subpath : path) {
      area += subpath.area();
    }
    return Math.abs(area);
  }

  /** Returns the smallest rectangle with all points of several. */
  static Rectangle2D bounds(List<Subpath> path) {
    if (path.isEmpty()) {
      return new Rectangle2D.Double();
    }
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
    for (var subpath : path) {
      for (var point : subpath.points) {
        for (int i = 0; i < 2; i++) {
          low[i] = Math.min(low[i], point[i]);
          high[i] = Math.max(high[i], point[i]);
        }
      }
    }
    return new Rectangle2D.Double(low[0], low[1], high[0] - low[0], high[1] - low[1]);
  }
}
