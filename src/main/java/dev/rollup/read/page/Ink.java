package dev.rollup.read.page;

import org.jspecify.annotations.Nullable;

/**
 * How a colour meets what it is laid on.
 *
 * @param colour as {@code 0xRRGGBB}; null where nobody knows
 * @param opacity how little is seen through it, in percent
 */
public record Ink(@Nullable Integer colour, int opacity) {

  /** Less of full colour than this, in percent, lets through what is behind. */
  private static final int OPAQUE = 90;

  /** Less than this, in percent, is not seen. */
  private static final int SEEN = 10;

  /** That of what nobody drew. */
  static final Ink UNKNOWN = new Ink(null, 100);

  /** Tells whether anything of it is seen. */
  boolean seen() {
    return opacity > SEEN;
  }

  /** Tells whether nothing behind it is seen. */
  boolean covers() {
    return opacity >= OPAQUE;
  }
}
