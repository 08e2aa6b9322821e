package dev.rollup.read.format;

/** Tells colours apart as people do who look at letters on a ground. */
public final class Shades {

  /**
   * So far apart in red, green and blue, weighed as the eye does, are colours of which nobody sees
   * one on the other: white on the pale yellow of the form's blanks.
   */
  private static final int UNSEEN = 40;

  private Shades() {}

  /** Tells whether what has one colour, as {@code 0xRRGGBB}, cannot be told from the other. */
  public static boolean alike(int one, int other) {
    int red = part(one, other, 16);
    int green = part(one, other, 8);
    int blue = part(one, other, 0);
    return 3 * red * red + 4 * green * green + 2 * blue * blue <= UNSEEN * UNSEEN;
  }

  /**
   * Returns what a pattern of two colours looks like from afar.
   *
   * @param share how much of a hundred the ink covers
   */
  public static int mixed(int ink, int fill, int share) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int part = ((ink >> shift & 0xFF) * share + (fill >> shift & 0xFF) * (100 - share)) / 100;
      mixed |= Math.min(0xFF, Math.max(0, part)) << shift;
    }
    return mixed;
  }

  private static int part(int one, int other, int shift) {
    return (one >> shift & 0xFF) - (other >> shift & 0xFF);
  }
}
