package dev.rollup.read.text;

/** What the height of a line or row keeps a person from reading. */
public final class LineHeight {

  /** In twentieths of a point: 4 points, where the smallest letters that people use have 5. */
  private static final int UNREADABLE_HEIGHT = 80;

  private LineHeight() {}

  /**
   * Tells whether a line or row is so low that nobody can read what is written there.
   *
   * @param height in twentieths of a point; negative for none
   * @param exact whether it is cut off there, and does not grow with what it holds
   */
  public static boolean squeezes(int height, boolean exact) {
    return exact && height >= 0 && height <= UNREADABLE_HEIGHT;
  }
}
