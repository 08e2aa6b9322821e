package dev.rollup.write.set;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One run's hold on an output folder, against other processes and other threads. */
final class FolderLock implements AutoCloseable {

  private static final String NAME = ".rollup.lock";

  /**
   * What this process holds. Who opens the file once more and closes it lets go of every lock that
   * the process has on it (POSIX, fcntl), so that it must not be opened to see.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes hold of a folder; empty where another run holds it.
   *
   * @param folder one that exists
   * @throws IOException if nothing can be written into it
   */
  static Optional<FolderLock> hold(Path folder) throws IOException {
    Path real = folder.toRealPath();
    if (!HELD.add(real)) {
      return Optional.empty();
    }
    FolderLock lock = null;
    try {
      FileChannel channel =
          FileChannel.open(real.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        lock = new FolderLock(real, channel);
      } else {
        channel.close();
      }
    } finally {
      if (lock == null) {
        HELD.remove(real);
      }
    }
    return Optional.ofNullable(lock);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another part of this process locked the file by itself.
      return false;
    }
  }

  /**
   * Tells whether a run holds a folder, without holding it.
   *
   * @throws IOException if that cannot be told
   */
  static boolean isHeld(Path folder) throws IOException {
    if (!Files.isRegularFile(folder.resolve(NAME))) {
      return false;
    }
    Optional<FolderLock> lock = hold(folder);
    if (lock.isPresent()) {
      lock.get().close();
    }
    return lock.isEmpty();
  }

  /** Tells whether it is still held. */
  boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(folder);
    }
  }
}
