package dev.rollup.write.set;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file that is there whole or not at all, and its earlier self until then. */
public final class WholeFile {

  private static final String STAGED = ".rollup-";

  private WholeFile() {}

  /**
   * Writes a file beside its place first, and moves it there when all of it is written.
   *
   * @throws IOException if that failed; what was there is as it was
   */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, content, Disk.REAL);
  }

  static void write(Path file, byte[] content, Disk disk) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // A device or a pipe is written to, not replaced; a folder refuses.
      Files.write(file, content);
      return;
    }
    // Where a link stands, what it leads to is replaced.
    Path place = Files.exists(file) ? file.toRealPath() : file;
    Path staged = place.resolveSibling(STAGED + place.getFileName());
    try {
      try (OutputStream out = disk.create(staged)) {
        out.write(content);
      }
      disk.move(staged, place);
    } catch (IOException e) {
      Files.deleteIfExists(staged);
      throw e;
    }
  }
}
