package dev.rollup.read.ofd;

/**
 * From one space to another, as CTM has it (GB/T 33190, 8.2): x' = ax + cy + e, y' = bx + dy + f.
 */
record Matrix(double a, double b, double c, double d, double e, double f) {

  /** Returns one that moves. */
  static Matrix moving(double x, double y) {
    return new Matrix(1, 0, 0, 1, x, y);
  }

  /** Returns the same place in a space that lies in this one. */
  Matrix inside(Matrix inner) {
    return new Matrix(
        inner.a * a + inner.b * c,
        inner.a * b + inner.b * d,
        inner.c * a + inner.d * c,
        inner.c * b + inner.d * d,
        inner.e * a + inner.f * c + e,
        inner.e * b + inner.f * d + f);
  }

  /** Returns where a point is, across and down. */
  double[] at(double x, double y) {
    return new double[] {x * a + y * c + e, x * b + y * d + f};
  }

  /** Returns how much longer what it draws is. */
  double scale() {
    return Math.sqrt(Math.abs(a * d - b * c));
  }
}
