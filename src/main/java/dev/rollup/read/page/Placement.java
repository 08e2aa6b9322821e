package dev.rollup.read.page;

/**
 * How a letter stands on its page.
 *
 * @param box the place that it takes
 * @param base where its line is, as {@link Glyph#base}
 * @param turn how many quarter turns to the right it is read at; -1 where it is none of them
 */
public record Placement(Box box, double base, int turn) {

  /** So much a line may rise, in parts of its length, and is level still. */
  private static final double SLANT = 0.15;

  /**
   * Tells it by points of the page, each across and down.
   *
   * @param page the whole page
   * @param origin where the letter begins on its line
   * @param ahead anywhere further on the line
   * @param end where the letter ends on its line
   * @param top right above where it begins
   * @param foot below where it ends
   */
  public static Placement of(
      Box page, double[] origin, double[] ahead, double[] end, double[] top, double[] foot) {
    Box box =
        Box.of(origin[0], origin[1], end[0], end[1])
            .with(new Box(top[0], top[1], top[0], top[1]))
            .with(new Box(foot[0], foot[1], foot[0], foot[1]));
    int turn = turn(origin, ahead, top);
    double base =
        switch (turn) {
          case 1 -> page.width() - origin[0];
          case 2 -> page.height() - origin[1];
          case 3 -> origin[0];
          default -> origin[1];
        };
    return new Placement(box, base, turn);
  }

  private static int turn(double[] origin, double[] ahead, double[] above) {
    double x = ahead[0] - origin[0];
    double y = ahead[1] - origin[1];
    double up = x * (above[1] - origin[1]) - y * (above[0] - origin[0]);
    double slant = Math.min(Math.abs(x), Math.abs(y));
    if (up >= 0 || slant > SLANT * Math.max(Math.abs(x), Math.abs(y))) {
      return -1;
    }
    return Math.abs(x) > Math.abs(y) ? x > 0 ? 0 : 2 : y > 0 ? 1 : 3;
  }
}
