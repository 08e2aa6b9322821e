package dev.rollup.run;

import dev.rollup.discover.Discovery;
import dev.rollup.discover.FoundFile;
import dev.rollup.filetype.FileType;
import dev.rollup.model.Document;
import dev.rollup.read.DocumentReaders;
import dev.rollup.read.ZippedReturns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens returns once more, to show places in them. Not for several threads. */
public final class OpenedReturns {

  private static final long MAX_BYTES = 128L << 20;

  private final Map<String, Path> locations = new HashMap<>();
  private final Map<String, Optional<Document>> opened = new HashMap<>();

  /** Finds the returns of a merge. */
  public OpenedReturns(List<Path> submissions, Path out) throws IOException {
    for (var file :
        Discovery.list(submissions, Files.exists(out) ? out.toRealPath() : null, Set.of())) {
      if (file.kind() == FoundFile.Kind.FILE) {
        locations.put(file.path(), file.location());
      }
    }
  }

  /** Returns how many files there are. */
  public int size() {
    return locations.size();
  }

  /**
   * Returns what a file holds; empty where it is gone or cannot be read.
   *
   * @param path as the report names it
   */
  public Optional<Document> document(String path) {
    return opened.computeIfAbsent(path, this::open);
  }

  private Optional<Document> open(String path) {
    Path whole = locations.get(path);
    if (whole != null) {
      return bytes(whole).flatMap(OpenedReturns::read);
    }
    for (int at = path.indexOf('!'); at >= 0; at = path.indexOf('!', at + 1)) {
      Path archive = locations.get(path.substring(0, at));
      if (archive != null) {
        return bytes(archive)
            .flatMap(member(path.substring(at + 1))::in)
            .flatMap(OpenedReturns::read);
      }
    }
    return Optional.empty();
  }

  @FunctionalInterface
  private interface Member {
    Optional<byte[]> in(byte[] zip);
  }

  private static Member member(String name) {
    return zip -> {
      var found = new ArrayList<byte[]>();
      ZippedReturns.unpack(
          zip,
          member -> {
            if (member.path().equals(name)) {
              member.content().value().ifPresent(found::add);
            }
          });
      return found.stream().findFirst();
    };
  }

  private static Optional<byte[]> bytes(Path file) {
    try {
      return Files.size(file) > MAX_BYTES
          ? Optional.empty()
          : Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Document> read(byte[] content) {
    try {
      return DocumentReaders.of(FileType.of(content))
          .flatMap(reader -> reader.read(content).value());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // The merge has said what is wrong with it.
      return Optional.empty();
    }
  }
}
