package dev.rollup.support;

import dev.rollup.write.set.Disk;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A disk that does what it is told until something happens. Its steps are: to make a file, to write
 * into it first, to close it, to begin a copy, to end it, to move, to delete.
 */
public final class UnsteadyDisk implements Disk {

  /** What is thrown where a process would be gone; nobody can catch it and go on. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** What happens before a step. */
  @FunctionalInterface
  private interface Event {
    void before(int number) throws IOException;
  }

  private static final String STAGING = ".rollup-staging/";

  private final Event step;
  private final Event write;
  private final Event move;
  private int steps;
  private int writes;
  private int moves;
  private int stepsBeforeCopies;
  private int writesBeforeCopies;
  private final List<String> staged = Collections.synchronizedList(new ArrayList<>());

  private UnsteadyDisk(Event step, Event write, Event move) {
    this.step = step;
    this.write = write;
    this.move = move;
  }

  /** A disk that does all that it is told, and can be asked how much that was. */
  public static UnsteadyDisk steady() {
    return new UnsteadyDisk(n -> {}, n -> {}, n -> {});
  }

  /** Returns how many steps were done. */
  public int steps() {
    return steps;
  }

  /** Returns how many steps were done before the first copy, with which an exchange begins. */
  public int stepsBeforeCopies() {
    return stepsBeforeCopies;
  }

  /** Returns how often room was taken: a file made, its first bytes, its last, a copy. */
  public int writes() {
    return writes;
  }

  /** Returns how many of these came before the first copy. */
  public int writesBeforeCopies() {
    return writesBeforeCopies;
  }

  /** Returns how often something was moved or deleted. */
  public int moves() {
    return moves;
  }

  /** Returns the names of what was written beside its place, in order. */
  public List<String> staged() {
    return List.copyOf(staged);
  }

  /** A disk whose process is gone from a step on. */
  public static Disk dyingAt(int number) {
    return new UnsteadyDisk(
        n -> {
          if (n >= number) {
            throw new Killed();
          }
        },
        n -> {},
        n -> {});
  }

  /** A disk that stands still before a step, for ever. */
  public static Disk haltingAt(int number, Runnable sign) {
    return new UnsteadyDisk(n -> halt(n == number, sign), n -> {}, n -> {});
  }

  private static void halt(boolean now, Runnable sign) {
    if (!now) {
      return;
    }
    sign.run();
    while (true) {
      try {
        Thread.sleep(1000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A disk that is full from a write on; what takes no room it still does. */
  public static Disk fullAt(int number) {
    return new UnsteadyDisk(
        n -> {},
        n -> {
          if (n >= number) {
            throw new IOException("No space left on device");
          }
        },
        n -> {});
  }

  /** A disk that cannot move or delete once. */
  public static Disk failingAtMove(int number) {
    return new UnsteadyDisk(
        n -> {},
        n -> {},
        n -> {
          if (n == number) {
            throw new IOException("Permission denied");
          }
        });
  }

  private synchronized void step() throws IOException {
    step.before(++steps);
  }

  private synchronized void write() throws IOException {
    write.before(++writes);
  }

  private synchronized void move() throws IOException {
    move.before(++moves);
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    if (stepsBeforeCopies == 0) {
      String path = file.toString().replace('\\', '/');
      staged.add(path.substring(path.indexOf(STAGING) + STAGING.length()));
    }
    step();
    write();
    return new FilterOutputStream(Disk.REAL.create(file)) {
      private boolean begun;
      private boolean closed;

      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        if (!begun) {
          begun = true;
          // Part of it goes through: what is cut short is longer than nothing.
          out.write(bytes, from, length / 2);
          step();
          UnsteadyDisk.this.write();
          out.write(bytes, from + length / 2, length - length / 2);
          return;
        }
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        if (closed) {
          return;
        }
        closed = true;
        try {
          step();
          UnsteadyDisk.this.write();
        } finally {
          out.close();
        }
      }
    };
  }

  @Override
  public void copy(Path from, Path to) throws IOException {
    if (stepsBeforeCopies == 0) {
      stepsBeforeCopies = steps;
      writesBeforeCopies = writes;
    }
    step();
    byte[] content = Files.readAllBytes(from);
    Files.write(to, Arrays.copyOf(content, content.length / 2));
    step();
    write();
    Disk.REAL.copy(from, to);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    step();
    move();
    Disk.REAL.move(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    step();
    move();
    Disk.REAL.delete(file);
  }
}
