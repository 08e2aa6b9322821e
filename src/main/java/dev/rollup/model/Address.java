package dev.rollup.model;

/** A place inside a sheet or a running text. */
public sealed interface Address permits Position, TextPlace {

  /** Returns it as people find it: {@code E14} on a sheet, {@code t1.r2.c2.p3} in a text. */
  String written();
}
