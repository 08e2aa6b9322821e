package dev.rollup.text;

import java.util.Arrays;
import java.util.Comparator;

/** The order of texts by code point, which reports promise; that of strings is by UTF-16 unit. */
public final class CodePoints {

  /** Orders texts by code point. */
  public static final Comparator<String> ORDER =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  private CodePoints() {}
}
