package dev.rollup.write.letter;

import dev.rollup.write.xlsx.XmlSafeText;

/** Makes names from outside safe to be names of files, on Windows too. */
public final class FileNames {

  /** Three bytes for each, and an ending, fit what file systems take. */
  private static final int MOST = 60;

  private FileNames() {}

  /** Returns a part of a file's name that every system takes: never empty, and not too long. */
  public static String part(String name) {
    String safe =
        XmlSafeText.onOneLine(name).replaceAll("[\\\\/:*?\"<>|\\p{Cc}\\p{Cf}\uFFFD]", "_");
    if (safe.codePointCount(0, safe.length()) > MOST) {
      safe = safe.substring(0, safe.offsetByCodePoints(0, MOST));
    }
    // Windows drops a point or a space at an end, and hides what begins with a point elsewhere.
    safe = safe.replaceAll("^[. ]+|[. ]+$", "");
    return safe.isEmpty() ? "_" : safe;
  }
}
