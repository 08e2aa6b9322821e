package dev.rollup.read.page;

/**
 * A rectangle on a page as it is looked at: in points, from the left and from the top.
 *
 * @param left where it begins
 * @param top its upper side
 * @param right where it ends; not less than {@code left}
 * @param bottom its lower side; not less than {@code top}
 */
public record Box(double left, double top, double right, double bottom) {

  /** Returns the box of two corners, whichever they are. */
  public static Box of(double x0, double y0, double x1, double y1) {
    return new Box(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
  }

  /** Returns how wide it is. */
  public double width() {
    return right - left;
  }

  /** Returns how high it is. */
  public double height() {
    return bottom - top;
  }

  /** Returns its middle across. */
  public double middle() {
    return (left + right) / 2;
  }

  /** Returns its middle from above. */
  public double centre() {
    return (top + bottom) / 2;
  }

  /** Returns how much of the page it takes. */
  public double area() {
    return width() * height();
  }

  /** Tells whether a point is in it. */
  public boolean contains(double x, double y) {
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  /** Returns how much of the page two boxes share. */
  public double shared(Box other) {
    double across = Math.min(right, other.right) - Math.max(left, other.left);
    double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    return across <= 0 || down <= 0 ? 0 : across * down;
  }

  /** Returns the smallest box that holds both. */
  public Box with(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  /** Returns what of it is in another; a box of no size at its edge where nothing is. */
  public Box within(Box other) {
    double x0 = Math.min(Math.max(left, other.left), other.right);
    double y0 = Math.min(Math.max(top, other.top), other.bottom);
    return new Box(
        x0,
        y0,
        Math.max(x0, Math.min(right, other.right)),
        Math.max(y0, Math.min(bottom, other.bottom)));
  }

  /** Tells whether a straight line between two points goes through it. */
  public boolean isCrossedBy(double x0, double y0, double x1, double y1) {
    double from = 0;
    double to = 1;
    double[] along = {x1 - x0, y1 - y0};
    double[] begin = {x0, y0};
    double[] low = {left, top};
    double[] high = {right, bottom};
    for (int i = 0; i < along.length; i++) {
      if (along[i] == 0) {
        if (begin[i] < low[i] || begin[i] > high[i]) {
          return false;
        }
        continue;
      }
      double one = (low[i] - begin[i]) / along[i];
      double other = (high[i] - begin[i]) / along[i];
      from = Math.max(from, Math.min(one, other));
      to = Math.min(to, Math.max(one, other));
    }
    return from <= to;
  }

  /**
   * Returns where it is on its page when that is turned so that what was read at quarter turns to
   * the right is read upright.
   *
   * @param width how wide the page is before it is turned
   * @param height how high the page is before it is turned
   */
  Box upright(int turn, double width, double height) {
    return switch (turn) {
      case 1 -> of(top, width - left, bottom, width - right);
      case 2 -> of(width - left, height - top, width - right, height - bottom);
      case 3 -> of(height - top, left, height - bottom, right);
      default -> this;
    };
  }
}
