package dev.rollup.write.set;

import dev.rollup.finding.Mistake;
import dev.rollup.report.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The output folder of one run: held by one run at a time, and replaced as a whole or not at all.
 *
 * <p>Every file is first written beside its place, on the same volume, then moved there; the last
 * to be moved is the one that holds the hashes of the others, so that a set that was torn by a
 * crash shows, and the next run restores the earlier one. Files of other names in the folder are
 * not touched; what is written only when asked for goes with the set that it belongs to, as long as
 * nobody changed it.
 */
public final class OutputSet implements AutoCloseable {

  private static final String STAGING = ".rollup-staging";

  private final Path folder;
  private final Path staging;
  private final Disk disk;
  private final Exchange exchange;
  private @Nullable FolderLock lock;
  private final Map<String, String> staged = new LinkedHashMap<>();
  private final Set<String> untold = new HashSet<>();
  private final Map<String, String> edited = new TreeMap<>();
  private final Set<String> withdrawn = new TreeSet<>();
  private Map<String, String> written = Map.of();

  private OutputSet(Path folder, Disk disk) {
    this.folder = folder;
    this.staging = folder.resolve(STAGING);
    this.disk = disk;
    this.exchange = new Exchange(folder, staging, disk);
  }

  /** Writes one file of the set. */
  @FunctionalInterface
  public interface Content {
    /** Writes the whole file; does not close the stream. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Opens an output folder. One that does not exist yet is made when the first file is staged: a
   * run that writes nothing leaves nothing. A set that a run left torn is mended first.
   *
   * @throws Mistake if it cannot be written, or another run holds it
   */
  public static OutputSet open(Path folder, Disk disk) throws Mistake {
    var set = new OutputSet(folder, disk);
    if (Files.exists(folder)) {
      set.hold();
    }
    return set;
  }

  private void hold() throws Mistake {
    if (lock != null) {
      return;
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new Mistake(Mistake.Kind.FILES, "out-is-file", folder.toString());
    }
    try {
      Files.createDirectories(folder);
      FolderLock held =
          FolderLock.hold(folder)
              .orElseThrow(
                  () -> new Mistake(Mistake.Kind.LOCKED, "output-locked", folder.toString()));
      try {
        exchange.undo();
        clearStaging();
        Files.createDirectories(staging);
      } catch (IOException e) {
        held.close();
        throw e;
      }
      lock = held;
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
  }

  /**
   * Tells whether another run holds an output folder, without holding it.
   *
   * @throws IOException if that cannot be told
   */
  public static boolean isHeld(Path folder) throws IOException {
    return FolderLock.isHeld(folder);
  }

  /**
   * Writes one file beside its place, in a folder of its own where the name has a slash; files are
   * moved in the order in which they are staged.
   */
  public void stage(String name, Content content) throws Mistake {
    hold();
    staged.put(name, write(name, content));
  }

  /** Files that are written while others are; {@link #add} puts them into the set. */
  public final class Part {
    private final Map<String, String> files = new LinkedHashMap<>();

    private Part() {}

    /** As {@link OutputSet#stage}. */
    public void stage(String name, Content content) throws Mistake {
      files.put(name, write(name, content));
    }
  }

  /** Returns a part of the set with nothing in it yet, to be written by any one thread. */
  public Part part() throws Mistake {
    hold();
    return new Part();
  }

  /** Stages the files of a part behind those that are staged already. */
  public void add(Part part) {
    staged.putAll(part.files);
  }

  private String write(String name, Content content) throws Mistake {
    Path file = staging.resolve(name);
    MessageDigest digest = Sha256.digest();
    try {
      Files.createDirectories(file.getParent());
      var sink = new Sink(disk.create(file));
      try (OutputStream out = new DigestOutputStream(sink, digest)) {
        content.writeTo(out);
      } catch (RuntimeException e) {
        // Who writes workbooks for us wraps what the disk says in exceptions of its own.
        throw sink.failure().or(() -> ofDisk(e)).orElseThrow(() -> e);
      }
      if (sink.failure().isPresent()) {
        throw sink.failure().get();
      }
    } catch (IOException e) {
      throw notWritable(folder.resolve(name), e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Optional<IOException> ofDisk(RuntimeException e) {
    return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
        .filter(IOException.class::isInstance)
        .map(IOException.class::cast)
        .findFirst();
  }

  /** As {@link #stage}, for a file that depends on earlier runs: its hash is not told. */
  public void stageUntold(String name, Content content) throws Mistake {
    stage(name, content);
    untold.add(name);
  }

  /**
   * Takes an earlier file away with {@link #commit} that no longer says how things stand.
   *
   * @param ours tells from its text whether an earlier run wrote it; what others wrote stays
   */
  public void withdraw(String name, Predicate<String> ours) {
    Path file = folder.resolve(name);
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && ours.test(Files.readString(file))) {
        withdrawn.add(name);
      }
    } catch (IOException e) {
      // What cannot be read as text is not ours; it is left alone.
      withdrawn.remove(name);
    }
  }

  /**
   * Sees to it that no file is lost that somebody changed since it was written: {@link #commit}
   * keeps each under another name, {@code summary.edited-1.xlsx}, before the staged one takes its
   * place.
   *
   * @param written the SHA-256 of the files as the last run wrote them, by name; a file that is not
   *     among them is not of that run
   * @return the names under which files are kept, by their own names
   * @throws Mistake if a file cannot be read
   */
  public Map<String, String> keepEdited(Map<String, String> written) throws Mistake {
    this.written = Map.copyOf(written);
    for (var told : hashes().entrySet()) {
      String name = told.getKey();
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        String hash = hash(file);
        if (!hash.equals(written.get(name)) && !hash.equals(told.getValue())) {
          edited.put(name, free(name));
        }
      }
    }
    return Map.copyOf(edited);
  }

  /**
   * As {@link #keepEdited}, for a file whose hash no run tells.
   *
   * @param ours tells from its text whether an earlier run wrote it
   * @throws Mistake if the file cannot be read
   */
  public void keepForeign(String name, Predicate<String> ours) throws Mistake {
    Path file = folder.resolve(name);
    try {
      if (Files.isRegularFile(file)
          && !ours.test(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))) {
        edited.put(name, free(name));
      }
    } catch (IOException e) {
      throw notWritable(file, e);
    }
  }

  private String free(String name) {
    for (int n = 1; ; n++) {
      String other = Output.editedCopy(name, n);
      if (!Files.exists(folder.resolve(other), LinkOption.NOFOLLOW_LINKS)) {
        return other;
      }
    }
  }

  private static String hash(Path file) throws Mistake {
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      throw notWritable(file, e);
    }
  }

  /** Returns a folder for what is needed while writing only; it is removed with the set's close. */
  public Path scratch() throws Mistake {
    hold();
    return staging;
  }

  /** Returns the SHA-256 of every file staged so far, by name, in lower-case hex. */
  public Map<String, String> hashes() {
    var hashes = new TreeMap<>(staged);
    hashes.keySet().removeAll(untold);
    return Map.copyOf(hashes);
  }

  /**
   * Puts every staged file in its place, and takes away what only the earlier set had. Where one
   * cannot be replaced, the earlier set is restored.
   *
   * @throws Mistake if a file cannot be replaced
   */
  public void commit() throws Mistake {
    var removed = new TreeSet<>(EarlierSet.stale(folder, hashes().keySet(), written));
    removed.addAll(withdrawn);
    try {
      exchange.run(staged, removed, edited);
    } catch (IOException e) {
      throw exchange.isOpen()
          ? mistake("not-restored", folder, e)
          : notWritable(
              e instanceof FileSystemException named ? Path.of(named.getFile()) : folder, e);
    }
    EarlierSet.removeEmptyFolders(folder);
  }

  /** Removes what was staged and lets the folder go; what cannot be removed is left to the next. */
  @Override
  public void close() {
    if (lock == null) {
      return;
    }
    try (FolderLock held = lock) {
      // What could not be put back stands nowhere else.
      if (held.isOpen() && !exchange.isOpen()) {
        clearStaging();
      }
    } catch (IOException e) {
      // The set is in its place, or was never begun: nothing is lost by it.
      return;
    }
  }

  private void clearStaging() throws IOException {
    if (!Files.exists(staging)) {
      return;
    }
    Files.walkFileTree(
        staging,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            disk.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path inner, IOException e) throws IOException {
            if (e != null) {
              throw e;
            }
            disk.delete(inner);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static Mistake notWritable(Path file, IOException e) {
    return mistake("not-writable", file, e);
  }

  private static Mistake mistake(String key, Path file, IOException e) {
    var mistake = new Mistake(Mistake.Kind.FILES, key, file.toString());
    mistake.initCause(e);
    return mistake;
  }
}
