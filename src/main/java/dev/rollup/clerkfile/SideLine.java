package dev.rollup.clerkfile;

import java.util.Objects;

/**
 * Where something stands in a side file, so that what is wrong with it can be pointed at.
 *
 * @param file the name of the file, without its folders
 * @param line the line in the file, from 1
 */
public record SideLine(String file, int line) {

  /** Refuses a line of no file. */
  public SideLine {
    Objects.requireNonNull(file);
  }
}
