package dev.rollup.discover;

import dev.rollup.discover.FoundFile.Kind;
import dev.rollup.text.CodePoints;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Walks the folders that were named and lists every file once, sorted. */
public final class Discovery {

  private final @Nullable Path output;
  private final Set<Path> sideFiles;
  private final List<FoundFile> found = new ArrayList<>();

  private Discovery(@Nullable Path output, Set<Path> sideFiles) {
    this.output = output;
    this.sideFiles = sideFiles;
  }

  /**
   * Lists the files of one run.
   *
   * @param arguments folders and files that exist
   * @param output the real path of the output folder, which is not looked into; null for none
   * @param sideFiles the real paths of the roster, the ledger and the like
   */
  public static List<FoundFile> list(
      List<Path> arguments, @Nullable Path output, Set<Path> sideFiles) throws IOException {
    var discovery = new Discovery(output, sideFiles);
    List<String> names = names(arguments);
    for (int i = 0; i < arguments.size(); i++) {
      Path argument = arguments.get(i);
      if (Files.isDirectory(argument)) {
        discovery.walk(argument, arguments.size() > 1 ? names.get(i) + "/" : "");
      } else {
        discovery.add(names.get(i), argument, Files.isRegularFile(argument));
      }
    }
    discovery.found.sort(Comparator.comparing(FoundFile::path, CodePoints.ORDER));
    Set<Path> seen = new HashSet<>();
    return discovery.found.stream().filter(file -> seen.add(real(file.location()))).toList();
  }

  /** Returns the arguments' last names, with as many folders before them as tell them apart. */
  private static List<String> names(List<Path> arguments) {
    List<Path> paths = arguments.stream().map(a -> a.toAbsolutePath().normalize()).toList();
    var names = new ArrayList<String>();
    for (var path : paths) {
      int parts = 1;
      while (parts < path.getNameCount() && shared(paths, path, parts)) {
        parts++;
      }
      names.add(slashed(tail(path, parts)));
    }
    return names;
  }

  private static boolean shared(List<Path> paths, Path path, int parts) {
    return paths.stream()
        .filter(other -> !other.equals(path))
        .anyMatch(other -> tail(other, parts).equals(tail(path, parts)));
  }

  private static Path tail(Path path, int parts) {
    int count = path.getNameCount();
    return count == 0 ? Path.of("") : path.subpath(Math.max(0, count - parts), count);
  }

  private static String slashed(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private void walk(Path root, String prefix) throws IOException {
    Files.walkFileTree(
        root,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return IgnoredNames.isFolder(String.valueOf(folder.getFileName()))
                    || real(folder).equals(output)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            add(prefix + relative(file), file, attributes.isRegularFile());
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            // A link back to a folder above holds nothing that is not listed anyway.
            if (!(e instanceof FileSystemLoopException)) {
              found.add(new FoundFile(prefix + relative(file), file, Kind.UNREADABLE));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            if (e != null) {
              // What of it was not listed is not known.
              found.add(new FoundFile(prefix + relative(folder), folder, Kind.UNREADABLE));
            }
            return FileVisitResult.CONTINUE;
          }

          private String relative(Path file) {
            String path = slashed(root.relativize(file));
            return path.isEmpty()
                ? String.valueOf(root.toAbsolutePath().normalize().getFileName())
                : path;
          }
        });
  }

  private void add(String path, Path file, boolean regular) {
    boolean never =
        IgnoredNames.isFile(String.valueOf(file.getFileName())) || sideFiles.contains(real(file));
    Kind kind =
        never
            ? Kind.NEVER_A_RETURN
            : regular && Files.isReadable(file) ? Kind.FILE : Kind.UNREADABLE;
    found.add(new FoundFile(path, file, kind));
  }

  /** Returns where a file really is; a link that leads nowhere is its own place. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }
}
