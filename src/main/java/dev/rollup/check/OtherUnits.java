package dev.rollup.check;

import dev.rollup.finding.Mentioned;
import java.util.List;

/** Names the other units that have something in common with one. */
final class OtherUnits {

  /** A message names this many; of more it says no more than that there are. */
  private static final int NAMED = 3;

  /** More than this many need not be looked for. */
  static final int ENOUGH = NAMED + 1;

  private OtherUnits() {}

  /** Returns the names of all but one of these, in path order. */
  static Mentioned.Names names(AcceptedReturn one, List<AcceptedReturn> all) {
    List<String> names =
        all.stream()
            .filter(other -> !other.equals(one))
            .limit(ENOUGH)
            .map(other -> other.unit().name())
            .toList();
    return new Mentioned.Names(
        names.subList(0, Math.min(NAMED, names.size())), names.size() > NAMED);
  }
}
