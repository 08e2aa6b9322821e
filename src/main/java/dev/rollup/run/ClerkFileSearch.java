package dev.rollup.run;

import dev.rollup.finding.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds what the clerk keeps in or beside the folders of returns, by its name. */
public final class ClerkFileSearch {

  private ClerkFileSearch() {}

  /**
   * Returns the files of these names in or beside the folders, each once, as a person in the
   * working folder would name them.
   *
   * @param submissions folders, or files of which the folder counts
   * @throws Mistake if one of them cannot be read
   */
  public static List<Path> find(List<Path> submissions, List<String> names) throws Mistake {
    Map<Path, Path> found = new LinkedHashMap<>();
    for (var argument : submissions) {
      Path given = real(argument);
      Stream<Path> folders =
          Files.isDirectory(given)
              ? Stream.of(given, given.getParent())
              : Stream.of(given.getParent());
      for (var folder : folders.filter(Objects::nonNull).toList()) {
        for (var name : names) {
          Path place = folder.resolve(name);
          if (Files.isRegularFile(place)) {
            found.putIfAbsent(real(place), shown(place));
          }
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static Path shown(Path file) throws Mistake {
    Path here = real(Path.of(""));
    return file.startsWith(here) ? here.relativize(file) : file;
  }

  private static Path real(Path file) throws Mistake {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw new Mistake(
          Mistake.Kind.FILES, Files.exists(file) ? "unreadable" : "not-found", file.toString());
    }
  }
}
