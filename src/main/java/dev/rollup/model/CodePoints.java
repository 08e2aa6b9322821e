package dev.rollup.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order of texts by code point, which reports promise; that of strings is by UTF-16 unit. */
public final class CodePoints {

  /** Orders texts by code point: the order of their bytes in UTF-8. */
  public static final Comparator<String> ORDER =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private CodePoints() {}
}
