package dev.rollup.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts files that were sent into a folder. Nothing that lies there is ever replaced. */
final class Inbox {

  /** No return is larger; {@code merge} would refuse it. */
  static final long MAX_FILE = 128L << 20;

  private static final int MAX_NUMBER = 1000;

  private final Path folder;
  private int taken;
  private int same;
  private int refused;

  Inbox(Path folder) {
    this.folder = folder;
  }

  /** Returns how many files are new in the folder. */
  int taken() {
    return taken;
  }

  /** Returns how many lay there already, byte by byte. */
  int same() {
    return same;
  }

  /** Returns how many have a name that no file can have. */
  int refused() {
    return refused;
  }

  /**
   * Takes one file.
   *
   * @param told what it is called
   * @return where it lies now; the folder itself where its name is none
   * @throws TooLarge if it is too large; then nothing of it is left
   */
  Path take(String told, InputStream content) throws IOException {
    Path name = FileName.of(told).orElse(null);
    if (name == null) {
      refused++;
      return folder;
    }
    Files.createDirectories(folder);
    Path staged = Files.createTempFile(folder, ".rollup-", ".part");
    try {
      copy(content, staged);
      return place(staged, folder.resolve(name));
    } finally {
      Files.deleteIfExists(staged);
    }
  }

  private static void copy(InputStream content, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to)) {
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      int read = content.read(buffer);
      while (read >= 0) {
        size += read;
        if (size > MAX_FILE) {
          throw new TooLarge("serve.file-too-large", MAX_FILE >> 20);
        }
        out.write(buffer, 0, read);
        read = content.read(buffer);
      }
    }
  }

  private Path place(Path staged, Path wanted) throws IOException {
    Files.createDirectories(wanted.getParent());
    Path place = wanted;
    for (int number = 2; number < MAX_NUMBER; number++) {
      if (Files.isRegularFile(place) && Files.mismatch(staged, place) < 0) {
        same++;
        return place;
      }
      if (!Files.exists(place)) {
        try {
          Files.move(staged, place);
          taken++;
          return place;
        } catch (FileAlreadyExistsException e) {
          // Somebody was faster.
        }
      }
      place = FileName.numbered(wanted, number);
    }
    refused++;
    return folder;
  }
}
