package dev.rollup.run;

import dev.rollup.finding.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the roster of a run: the one that was named, or the only one beside the submissions. */
final class RosterChoice {

  private static final String NAME = "units.csv";

  private RosterChoice() {}

  /**
   * Returns the roster's file, or empty where there is none.
   *
   * @throws Mistake if there are several to choose from
   */
  static Optional<Path> of(Optional<Path> named, List<Path> submissions) throws Mistake {
    if (named.isPresent()) {
      return named;
    }
    Map<Path, Path> found = new LinkedHashMap<>();
    for (var argument : submissions) {
      Path given = real(argument);
      Stream<Path> folders =
          Files.isDirectory(given)
              ? Stream.of(given, given.getParent())
              : Stream.of(given.getParent());
      for (var folder : folders.filter(Objects::nonNull).toList()) {
        Path place = folder.resolve(NAME);
        if (Files.isRegularFile(place)) {
          found.putIfAbsent(real(place), shown(place));
        }
      }
    }
    if (found.size() > 1) {
      throw new Mistake(
          Mistake.Kind.USAGE,
          "roster.several",
          found.values().stream().map(Path::toString).collect(Collectors.joining("、")));
    }
    return found.values().stream().findFirst();
  }

  /** Names a file below the working folder as a person there would. */
  private static Path shown(Path file) throws Mistake {
    Path here = real(Path.of(""));
    return file.startsWith(here) ? here.relativize(file) : file;
  }

  private static Path real(Path file) throws Mistake {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "unreadable", file.toString());
    }
  }
}
