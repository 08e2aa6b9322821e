package dev.rollup.write.set;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts a staged set in the place of the earlier one. Before anything is moved, all that will go is
 * copied aside, and it is written down what is about to be done. As long as that is written there,
 * the exchange has not come to its end, be it that a move failed or that the process was killed,
 * and is undone: by this run, or by the next.
 */
final class Exchange {

  private static final String JOURNAL = ".exchange";
  private static final String EARLIER = ".earlier";

  private final Path folder;
  private final Path staging;
  private final Path journal;
  private final Disk disk;

  /**
   * The exchange in a folder.
   *
   * @param staging where the new set is, on the same volume
   */
  Exchange(Path folder, Path staging, Disk disk) {
    this.folder = folder;
    this.staging = staging;
    this.journal = staging.resolve(JOURNAL);
    this.disk = disk;
  }

  /** What happens to a file. */
  private enum Fate {
    /** It is a copy of what somebody changed, and stays. */
    KEPT,
    /** It is new. */
    ADDED,
    /** Another takes its place. */
    REPLACED,
    /** It goes with the earlier set. */
    REMOVED
  }

  /**
   * What happens to one file.
   *
   * @param hash the SHA-256 of what is new; empty where nothing is
   */
  private record Step(Fate fate, String hash, String name) {

    private static final String SEPARATOR = "\t";

    static Step of(String line) throws IOException {
      String[] parts = line.split(SEPARATOR, 3);
      if (parts.length < 3) {
        throw new IOException(line);
      }
      return new Step(Fate.valueOf(parts[0]), parts[1], parts[2]);
    }

    String line() {
      return String.join(SEPARATOR, fate.name(), hash, name) + "\n";
    }

    boolean leavesAnEarlierOne() {
      return fate == Fate.REPLACED || fate == Fate.REMOVED;
    }
  }

  /** One step on the disk. */
  @FunctionalInterface
  private interface Deed {
    void go() throws IOException;
  }

  /**
   * Exchanges the sets.
   *
   * @param staged the SHA-256 of every new file by its name, in the order in which they are moved;
   *     the last is moved when all else is done
   * @param removed the names of the files that go
   * @param kept by its name, under which other name a changed file stays
   * @throws IOException if that failed; unless {@link #isOpen} the earlier set is as it was
   */
  void run(Map<String, String> staged, Iterable<String> removed, Map<String, String> kept)
      throws IOException {
    List<Step> steps = steps(staged, removed, kept);
    for (var step : steps) {
      if (step.leavesAnEarlierOne()) {
        Path aside = inFolder(staging.resolve(EARLIER).resolve(step.name()));
        with(aside, () -> disk.copy(folder.resolve(step.name()), aside));
      }
    }
    write(steps);
    try {
      for (var copy : new TreeMap<>(kept).entrySet()) {
        Path to = folder.resolve(copy.getValue());
        with(to, () -> disk.copy(folder.resolve(copy.getKey()), to));
      }
      for (var step : steps) {
        take(step);
      }
    } catch (IOException e) {
      try {
        undo();
      } catch (IOException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
    end();
  }

  private List<Step> steps(
      Map<String, String> staged, Iterable<String> removed, Map<String, String> kept)
      throws IOException {
    var steps = new ArrayList<Step>();
    new TreeMap<>(kept).values().forEach(copy -> steps.add(new Step(Fate.KEPT, "", copy)));
    int last = staged.size();
    for (var file : staged.entrySet()) {
      last--;
      if (last == 0) {
        // Before the last: as long as that is the earlier one, their absence shows.
        removed.forEach(name -> steps.add(new Step(Fate.REMOVED, "", name)));
      }
      Path target = folder.resolve(file.getKey());
      if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      steps.add(
          new Step(
              Files.exists(target) ? Fate.REPLACED : Fate.ADDED, file.getValue(), file.getKey()));
    }
    return steps;
  }

  /** What is written down is there as a whole or not at all. */
  private void write(List<Step> steps) throws IOException {
    Path half = staging.resolve(JOURNAL + ".new");
    with(
        half,
        () -> {
          try (OutputStream out = disk.create(half)) {
            for (var step : steps) {
              out.write(step.line().getBytes(StandardCharsets.UTF_8));
            }
          }
          disk.move(half, journal);
        });
  }

  private void take(Step step) throws IOException {
    Path target = folder.resolve(step.name());
    switch (step.fate()) {
      case ADDED, REPLACED -> {
        inFolder(target);
        with(target, () -> disk.move(staging.resolve(step.name()), target));
      }
      case REMOVED -> with(target, () -> disk.delete(target));
      case KEPT -> {}
    }
  }

  /** Tells whether an exchange has begun and not come to its end. */
  boolean isOpen() {
    return Files.exists(journal);
  }

  /**
   * Restores the earlier set where an exchange has not come to its end. What somebody has changed
   * since stays as it is.
   *
   * @throws IOException if a file cannot be put back; that can be tried again
   */
  void undo() throws IOException {
    if (!isOpen()) {
      return;
    }
    var steps = new ArrayList<Step>();
    for (var line : Files.readAllLines(journal)) {
      steps.add(Step.of(line));
    }
    boolean whole = steps.stream().allMatch(this::isTaken);
    IOException failure = null;
    for (var step : whole ? List.<Step>of() : steps) {
      try {
        undo(step);
      } catch (IOException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    EarlierSet.removeEmptyFolders(folder);
    end();
  }

  private boolean isTaken(Step step) {
    return switch (step.fate()) {
      case ADDED, REPLACED -> !Files.exists(staging.resolve(step.name()));
      case REMOVED, KEPT -> true;
    };
  }

  private void undo(Step step) throws IOException {
    Path target = folder.resolve(step.name());
    Path aside = staging.resolve(EARLIER).resolve(step.name());
    switch (step.fate()) {
      case ADDED -> {
        if (isTaken(step) && isNew(step, target)) {
          with(target, () -> disk.delete(target));
        }
      }
      case REPLACED -> {
        if (isTaken(step)
            && Files.exists(aside)
            && (!Files.exists(target) || isNew(step, target))) {
          with(target, () -> disk.move(aside, target));
        }
      }
      case REMOVED -> {
        if (Files.exists(aside) && !Files.exists(target)) {
          with(target, () -> disk.move(aside, target));
        }
      }
      case KEPT -> {
        if (Files.exists(target)) {
          with(target, () -> disk.delete(target));
        }
      }
    }
  }

  private static boolean isNew(Step step, Path target) throws IOException {
    return Files.isRegularFile(target) && Sha256.of(target).equals(step.hash());
  }

  private void end() {
    try {
      disk.delete(journal);
    } catch (IOException e) {
      // All is in its place; the next run will see that, too.
      return;
    }
  }

  private static Path inFolder(Path file) throws IOException {
    with(file, () -> Files.createDirectories(file.getParent()));
    return file;
  }

  /** A failure says which file it is about. */
  private static void with(Path file, Deed deed) throws IOException {
    try {
      deed.go();
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      var named = new FileSystemException(file.toString(), null, e.getMessage());
      named.initCause(e);
      throw named;
    }
  }
}
