package dev.rollup.write.set;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The steps in which files are written and put in their places. Between any two of them the process
 * may be killed, and any of them may fail: tests have disks of their own.
 */
public interface Disk {

  /** The disk of this machine. */
  Disk REAL = new Real();

  /** Opens a file to be written, which is made or emptied. */
  OutputStream create(Path file) throws IOException;

  /** Copies a file, with its times, over another if there is one. */
  void copy(Path from, Path to) throws IOException;

  /**
   * Puts a file in the place of another in one step: there is the one or the other, and all of it.
   */
  void move(Path from, Path to) throws IOException;

  /** Removes a file or an empty folder. */
  void delete(Path file) throws IOException;

  /** Does what it is told. */
  final class Real implements Disk {

    private Real() {}

    @Override
    public OutputStream create(Path file) throws IOException {
      return Files.newOutputStream(file);
    }

    @Override
    public void copy(Path from, Path to) throws IOException {
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(Path file) throws IOException {
      Files.delete(file);
    }
  }
}
