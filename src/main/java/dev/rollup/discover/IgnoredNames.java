package dev.rollup.discover;

import dev.rollup.report.Output;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What programs, systems and a merge leave beside returns: known by its name, and never a return.
 */
public final class IgnoredNames {

  /** Lock files, traces of systems, downloads that are not finished. */
  private static final Pattern FILE =
      Pattern.compile(
          "~\\$.*|\\.~.*|\\._.*|\\.DS_Store|Thumbs\\.db|desktop\\.ini|"
              + ".*\\.(?:crdownload|part|partial|download|tmp|td|filepart|!ut)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final String FOLDER = "__MACOSX";

  private IgnoredNames() {}

  /** Tells whether a file of that name is never a return. */
  public static boolean isFile(String name) {
    return FILE.matcher(name).matches() || Output.isEditedCopy(name);
  }

  /** Tells whether nothing in a folder of that name is worth listing. */
  public static boolean isFolder(String name) {
    return FOLDER.equals(name);
  }

  /** Tells whether a path, with slashes, leads through such a folder. */
  public static boolean isInFolder(String path) {
    return Arrays.stream(path.split("/")).anyMatch(IgnoredNames::isFolder);
  }
}
