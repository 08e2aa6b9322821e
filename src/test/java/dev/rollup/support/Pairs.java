package dev.rollup.support;

import java.util.Arrays;

/**
 * How much of a law is tried: with {@code -Drollup.laws=all} everything that it goes over with
 * everything else, day by day half of that, like the dark squares of a chessboard: each thing still
 * meets others of every kind.
 */
public final class Pairs {

  private static final boolean ALL = "all".equals(System.getProperty("rollup.laws"));

  private Pairs() {}

  /** Tells whether things with these numbers, one of each kind, are tried with each other. */
  public static boolean tried(int... numbers) {
    return ALL || Arrays.stream(numbers).sum() % 2 == 0;
  }
}
