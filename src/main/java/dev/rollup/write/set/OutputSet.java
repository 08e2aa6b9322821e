package dev.rollup.write.set;

import dev.rollup.finding.Mistake;
import dev.rollup.report.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The output folder of one run: held by one run at a time, and replaced as a whole or not at all.
 *
 * <p>Every file is first written beside its place, on the same volume, then moved there; the last
 * to be moved is the one that holds the hashes of the others, so that a set that was torn by a
 * crash shows, and the next run mends it. Files of other names in the folder are not touched; what
 * is written only when asked for goes with the set that it belongs to, as long as nobody changed
 * it.
 */
public final class OutputSet implements AutoCloseable {

  private static final String LOCK = ".rollup.lock";
  private static final String STAGING = ".rollup-staging";
  private static final String EARLIER = ".earlier";

  private final Path folder;
  private final Path staging;
  private FileChannel channel;
  private final Map<String, String> hashes = new TreeMap<>();
  private final List<String> staged = new ArrayList<>();
  private final Map<String, String> edited = new TreeMap<>();
  private final Set<String> withdrawn = new TreeSet<>();
  private boolean torn;
  private Map<String, String> written = Map.of();

  private OutputSet(Path folder) {
    this.folder = folder;
    this.staging = folder.resolve(STAGING);
  }

  /** Writes one file of the set. */
  @FunctionalInterface
  public interface Content {
    /** Writes the whole file; does not close the stream. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Opens an output folder. One that does not exist yet is made when the first file is staged: a
   * run that writes nothing leaves nothing.
   *
   * @throws Mistake if it cannot be written, or another run holds it
   */
  public static OutputSet open(Path folder) throws Mistake {
    var set = new OutputSet(folder);
    if (Files.exists(folder)) {
      set.hold();
    }
    return set;
  }

  private void hold() throws Mistake {
    if (channel != null) {
      return;
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new Mistake(Mistake.Kind.FILES, "out-is-file", folder.toString());
    }
    try {
      Files.createDirectories(folder);
      FileChannel opened =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(opened)) {
        opened.close();
        throw new Mistake(Mistake.Kind.LOCKED, "output-locked", folder.toString());
      }
      try {
        clearStaging();
        Files.createDirectories(staging);
      } catch (IOException e) {
        opened.close();
        throw e;
      }
      channel = opened;
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * Writes one file beside its place, in a folder of its own where the name has a slash; files are
   * moved in the order in which they are staged.
   */
  public void stage(String name, Content content) throws Mistake {
    hold();
    Path file = staging.resolve(name);
    MessageDigest digest = sha256();
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
        content.writeTo(out);
      }
    } catch (IOException e) {
      throw notWritable(folder.resolve(name), e);
    }
    hashes.put(name, HexFormat.of().formatHex(digest.digest()));
    staged.add(name);
  }

  /** As {@link #stage}, for a file that depends on earlier runs: its hash is not told. */
  public void stageUntold(String name, Content content) throws Mistake {
    stage(name, content);
    hashes.remove(name);
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
    for (var name : hashes.keySet()) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        String hash = hash(file);
        if (!hash.equals(written.get(name)) && !hash.equals(hashes.get(name))) {
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
      return HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file)));
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
    return Map.copyOf(hashes);
  }

  /**
   * Puts every staged file in its place, and takes away what only the earlier set had. Where one
   * cannot be replaced, the earlier set is restored.
   *
   * @throws Mistake if a file cannot be replaced
   */
  public void commit() throws Mistake {
    var replaced = new LinkedHashMap<String, Path>();
    var stale = new TreeSet<>(EarlierSet.stale(folder, hashes.keySet(), written));
    stale.addAll(withdrawn);
    for (var kept : edited.entrySet()) {
      Path copy = folder.resolve(kept.getValue());
      try {
        Files.copy(folder.resolve(kept.getKey()), copy, StandardCopyOption.COPY_ATTRIBUTES);
        replaced.put(kept.getValue(), null);
      } catch (IOException e) {
        restore(replaced);
        throw notWritable(copy, e);
      }
    }
    for (var name : staged) {
      if (name.equals(staged.get(staged.size() - 1))) {
        // Before the report: as long as that is the earlier one, their absence shows.
        takeAway(stale, replaced);
      }
      Path target = folder.resolve(name);
      try {
        Files.createDirectories(target.getParent());
        Path earlier = null;
        if (Files.exists(target)) {
          earlier = earlier(name);
          Files.copy(target, earlier, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.move(
            staging.resolve(name),
            target,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        replaced.put(name, earlier);
      } catch (IOException e) {
        restore(replaced);
        throw notWritable(target, e);
      }
    }
    EarlierSet.removeEmptyFolders(folder);
  }

  private Path earlier(String name) throws IOException {
    Path earlier = staging.resolve(EARLIER).resolve(name);
    Files.createDirectories(earlier.getParent());
    return earlier;
  }

  private void takeAway(Set<String> stale, Map<String, Path> replaced) throws Mistake {
    for (var name : stale) {
      Path file = folder.resolve(name);
      try {
        Path earlier = earlier(name);
        Files.move(file, earlier, StandardCopyOption.ATOMIC_MOVE);
        replaced.put(name, earlier);
      } catch (IOException e) {
        restore(replaced);
        throw notWritable(file, e);
      }
    }
  }

  /** Puts everything back that can be; what cannot stays where it was put aside. */
  private void restore(Map<String, Path> replaced) throws Mistake {
    Mistake failure = null;
    for (var entry : replaced.entrySet()) {
      if (entry.getValue() != null) {
        Path target = folder.resolve(entry.getKey());
        try {
          Files.move(
              entry.getValue(),
              target,
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
          failure = failure == null ? notWritable(target, e) : failure;
        }
      }
    }
    torn = failure != null;
    for (var entry : replaced.entrySet()) {
      if (entry.getValue() == null && !torn) {
        Path target = folder.resolve(entry.getKey());
        try {
          Files.delete(target);
        } catch (IOException e) {
          failure = failure == null ? notWritable(target, e) : failure;
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Removes what was staged and lets the folder go. */
  @Override
  public void close() throws IOException {
    if (channel == null) {
      return;
    }
    try {
      // What could not be put back stands nowhere else.
      if (!torn) {
        clearStaging();
      }
    } finally {
      channel.close();
    }
  }

  private void clearStaging() throws IOException {
    if (!Files.exists(staging)) {
      return;
    }
    try (var files = Files.walk(staging)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Mistake notWritable(Path file, IOException e) {
    var mistake = new Mistake(Mistake.Kind.FILES, "not-writable", file.toString());
    mistake.initCause(e);
    return mistake;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
