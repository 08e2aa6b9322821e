package dev.rollup.read.pdf;

import dev.rollup.read.page.Box;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Where points of a page's own space are looked at (ISO 32000-1, 8.3.2): from the upper left corner
 * of what is shown of the page, turned as it is shown.
 */
final class DeviceSpace {

  private final PDRectangle crop;
  private final int rotation;

  DeviceSpace(PDPage page) {
    this.crop = page.getCropBox();
    this.rotation = Math.floorMod(page.getRotation() / 90, 4);
  }

  double width() {
    return lies() ? crop.getHeight() : crop.getWidth();
  }

  double height() {
    return lies() ? crop.getWidth() : crop.getHeight();
  }

  private boolean lies() {
    return rotation % 2 == 1;
  }

  /** Returns where a point is looked at, across and down. */
  double[] seen(double x, double y) {
    double left = x - crop.getLowerLeftX();
    double low = y - crop.getLowerLeftY();
    return switch (rotation) {
      case 1 -> new double[] {low, left};
      case 2 -> new double[] {crop.getWidth() - left, low};
      case 3 -> new double[] {crop.getHeight() - low, crop.getWidth() - left};
      default -> new double[] {left, crop.getHeight() - low};
    };
  }

  /** Returns where an upright rectangle is looked at. */
  Box seen(Rectangle2D rectangle) {
    double[] one = seen(rectangle.getMinX(), rectangle.getMinY());
    double[] other = seen(rectangle.getMaxX(), rectangle.getMaxY());
    return Box.of(one[0], one[1], other[0], other[1]);
  }

  /** Returns where a rectangle that the file names is looked at. */
  Box seen(PDRectangle rectangle) {
    double[] one = seen(rectangle.getLowerLeftX(), rectangle.getLowerLeftY());
    double[] other = seen(rectangle.getUpperRightX(), rectangle.getUpperRightY());
    return Box.of(one[0], one[1], other[0], other[1]);
  }
}
