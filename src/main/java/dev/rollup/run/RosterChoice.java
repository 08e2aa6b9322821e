package dev.rollup.run;

import dev.rollup.finding.Mistake;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Chooses the roster of a run: the one that was named, or the only one beside the submissions. */
public final class RosterChoice {

  private static final List<String> NAMES = List.of("units.csv", "units.xlsx", "units.xls");

  private RosterChoice() {}

  /**
   * Returns the roster's file, or empty where there is none.
   *
   * @throws Mistake if there are several to choose from
   */
  public static Optional<Path> of(Optional<Path> named, List<Path> submissions) throws Mistake {
    if (named.isPresent()) {
      return named;
    }
    List<Path> found = ClerkFileSearch.find(submissions, NAMES);
    if (found.size() > 1) {
      throw Mistake.ofPaths(Mistake.Kind.USAGE, "roster.several", found);
    }
    return found.stream().findFirst();
  }
}
