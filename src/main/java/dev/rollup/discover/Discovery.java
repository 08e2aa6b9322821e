package dev.rollup.discover;

import dev.rollup.discover.FoundFile.Kind;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Walks the folders that were named and lists every file once, sorted. */
public final class Discovery {

  /** Lock files, traces of systems, and downloads that are not finished. */
  private static final Pattern NEVER_A_RETURN =
      Pattern.compile(
          "~\\$.*|\\..*|Thumbs\\.db|desktop\\.ini|.*\\.(?:crdownload|part|partial|download|tmp|td|filepart|!ut)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final String MAC_TRACES = "__MACOSX";

  private final Path output;
  private final Set<Path> sideFiles;
  private final List<FoundFile> found = new ArrayList<>();

  private Discovery(Path output, Set<Path> sideFiles) {
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
  public static List<FoundFile> list(List<Path> arguments, Path output, Set<Path> sideFiles)
      throws IOException {
    var discovery = new Discovery(output, sideFiles);
    for (var argument : arguments) {
      String name = argument.toAbsolutePath().normalize().getFileName().toString();
      if (Files.isDirectory(argument)) {
        discovery.walk(argument, arguments.size() > 1 ? name + "/" : "");
      } else {
        discovery.add(name, argument, Files.isRegularFile(argument));
      }
    }
    discovery.found.sort(Comparator.comparing(FoundFile::path));
    Set<Path> seen = new HashSet<>();
    return discovery.found.stream().filter(file -> seen.add(real(file.location()))).toList();
  }

  private void walk(Path root, String prefix) throws IOException {
    Files.walkFileTree(
        root,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            boolean traces = MAC_TRACES.equals(String.valueOf(folder.getFileName()));
            return traces || folder.toRealPath().equals(output)
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

          private String relative(Path file) {
            return StreamSupport.stream(root.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
          }
        });
  }

  private void add(String path, Path file, boolean regular) {
    boolean never =
        NEVER_A_RETURN.matcher(String.valueOf(file.getFileName())).matches()
            || sideFiles.contains(real(file));
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
