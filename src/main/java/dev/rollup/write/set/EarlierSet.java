package dev.rollup.write.set;

import dev.rollup.report.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an earlier run left in its output folder that this one does not write: old numbers and old
 * reminders that nobody should send. Only what the earlier report lists with the hash that it still
 * has is told to be so; what somebody changed or put there is theirs.
 */
final class EarlierSet {

  /** What is written only when asked for: files, and folders of files. */
  private static final List<Output> REQUESTED =
      Arrays.stream(Output.values()).filter(o -> o.when() == Output.When.ON_REQUEST).toList();

  private EarlierSet() {}

  /**
   * Returns the names of the files that went with the earlier set.
   *
   * @param current the names of this set
   * @param written the SHA-256 of the files as the earlier run wrote them, by name
   */
  static Set<String> stale(Path folder, Set<String> current, Map<String, String> written) {
    var stale = new TreeSet<String>();
    try {
      Set<String> found = found(folder);
      found.removeAll(current);
      for (var name : found) {
        if (written.containsKey(name)
            && written.get(name).equals(Sha256.of(folder.resolve(name)))) {
          stale.add(name);
        }
      }
      return stale;
    } catch (IOException | UncheckedIOException e) {
      // What cannot be told is left alone.
      return Set.of();
    }
  }

  /** Removes the folders of a set in which nothing is left. */
  static void removeEmptyFolders(Path folder) {
    for (var output : REQUESTED) {
      if (!output.isFolder()) {
        continue;
      }
      Path inner = folder.resolve(output.fileName());
      try (var files = Files.list(inner)) {
        if (files.findFirst().isPresent()) {
          continue;
        }
      } catch (IOException | UncheckedIOException e) {
        continue;
      }
      try {
        Files.delete(inner);
      } catch (IOException e) {
        // An empty folder does no harm.
      }
    }
  }

  /** Names come from the folder and never from the report, which anybody may have written. */
  private static Set<String> found(Path folder) throws IOException {
    var found = new TreeSet<String>();
    for (var output : REQUESTED) {
      String name = output.fileName();
      Path place = folder.resolve(name);
      if (output.isFolder() && Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
        try (var files = Files.list(place)) {
          files
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .forEach(file -> found.add(name + "/" + file.getFileName()));
        }
      } else if (!output.isFolder() && Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
        found.add(name);
      }
    }
    return found;
  }
}
