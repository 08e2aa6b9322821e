package dev.rollup.run;

import dev.rollup.finding.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      Path folder = argument.toAbsolutePath().normalize().getParent();
      Stream<Path> places =
          Files.isDirectory(argument)
              ? Stream.of(argument.resolve(NAME), beside(argument, folder))
              : Stream.of(beside(argument, folder));
      for (var place : places.filter(Files::isRegularFile).toList()) {
        found.putIfAbsent(real(place), place);
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

  /** Names the place as a person would: {@code units.csv}, not its absolute path. */
  private static Path beside(Path argument, Path folder) {
    Path given = argument.normalize().getParent();
    return given == null && !argument.normalize().toString().isEmpty()
        ? Path.of(NAME)
        : folder == null
            ? Path.of(NAME)
            : given == null ? folder.resolve(NAME) : given.resolve(NAME);
  }

  private static Path real(Path file) throws Mistake {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "unreadable", file.toString());
    }
  }
}
