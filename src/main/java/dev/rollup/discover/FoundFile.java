package dev.rollup.discover;

import java.nio.file.Path;

/**
 * One file in the folders that were named.
 *
 * @param path its path as the report names it: relative to its argument, with slashes
 * @param location where it is
 * @param kind whether it is to be opened
 */
public record FoundFile(String path, Path location, Kind kind) {

  /** Whether a file is to be opened. */
  public enum Kind {
    /** A file like any other: its bytes tell. */
    FILE,
    /** Its name says that no unit sent it: lock files, what systems leave behind, side files. */
    NEVER_A_RETURN,
    /** It cannot be opened: no permission, not a regular file, a folder that cannot be listed. */
    UNREADABLE
  }

  /**
   * Returns a file inside this one, which is an archive.
   *
   * @param inner its path inside, with slashes
   */
  public FoundFile member(String inner) {
    String name = inner.substring(inner.lastIndexOf('/') + 1);
    return new FoundFile(
        path + "!" + inner, location, IgnoredNames.isFile(name) ? Kind.NEVER_A_RETURN : Kind.FILE);
  }

  /** Returns the file's name without its folders. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
