package dev.rollup.clerkfile;

import dev.rollup.model.Grid;
import java.util.Objects;

/**
 * A file that the clerk keeps beside the returns, opened: the first of its tables that is shown.
 *
 * @param path the file as it was asked for
 * @param name its name, without its folders
 * @param table what stands in it
 */
public record SideFile(String path, String name, Grid table) {

  /** Refuses nulls. */
  public SideFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(name);
    Objects.requireNonNull(table);
  }
}
