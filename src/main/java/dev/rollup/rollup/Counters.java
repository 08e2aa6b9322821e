package dev.rollup.rollup;

/**
 * Of how many entries of units a total is made.
 *
 * @param counted how many held a number
 * @param blank how many were left blank, which is not zero
 * @param excluded how many hold something that is in no total
 */
public record Counters(long counted, long blank, long excluded) {

  /** Of none at all. */
  public static final Counters NONE = new Counters(0, 0, 0);

  /** Refuses negative numbers. */
  public Counters {
    if (counted < 0 || blank < 0 || excluded < 0) {
      throw new IllegalArgumentException(counted + "/" + blank + "/" + excluded);
    }
  }

  /**
   * Returns both together; order does not matter.
   *
   * @throws ArithmeticException if one leaves the range of a long
   */
  public Counters plus(Counters other) {
    return new Counters(
        Math.addExact(counted, other.counted),
        Math.addExact(blank, other.blank),
        Math.addExact(excluded, other.excluded));
  }
}
