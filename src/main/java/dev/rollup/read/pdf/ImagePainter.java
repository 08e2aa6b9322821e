package dev.rollup.read.pdf;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.page.Box;
import dev.rollup.read.page.Ink;
import dev.rollup.read.page.Page;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Puts down where pictures are (ISO 32000-1, 8.9), which are never unpacked. */
final class ImagePainter {

  private final Page page;
  private final DeviceSpace space;
  private final CurrentColours colours;
  private final MarkedContent content;
  private final LetterRun run;

  ImagePainter(
      Page page, DeviceSpace space, CurrentColours colours, MarkedContent content, LetterRun run) {
    this.page = page;
    this.space = space;
    this.colours = colours;
    this.content = content;
    this.run = run;
  }

  /**
   * Draws a picture where one is drawn now, if its layer is shown.
   *
   * @param covers whether nothing is seen through it
   */
  void draw(PDGraphicsState state, boolean covers) throws IOException {
    run.flush();
    if (content.isOff()) {
      return;
    }
    Rectangle2D rest =
        Subpath.bounds(List.of(square(state.getCurrentTransformationMatrix())))
            .createIntersection(state.getCurrentClippingPath().getBounds2D());
    if (rest.getWidth() < 0 || rest.getHeight() < 0) {
      return;
    }
    Box box = space.seen(rest);
    int opacity = colours.fillOpacity(state);
    try {
      if (Math.min(box.width(), box.height()) <= PathPainter.LINE) {
        // Some programs draw lines as pictures of one point.
        page.fill(box, new Ink(null, opacity));
      } else if (opacity > 10) {
        page.picture(box, covers && opacity >= 90);
      }
    } catch (Refusal e) {
      throw new Refused(e);
    }
  }

  /** Every picture is drawn into the square from nothing to one. */
  private static Subpath square(Matrix place) {
    var corners = new ArrayList<double[]>();
    for (int i = 0; i < 4; i++) {
      Point2D corner = place.transformPoint(i >> 1, i & 1);
      corners.add(new double[] {corner.getX(), corner.getY()});
    }
    return new Subpath(corners);
  }
}
