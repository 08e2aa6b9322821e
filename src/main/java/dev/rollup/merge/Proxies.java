package dev.rollup.merge;

import dev.rollup.clerkfile.Ledger;
import dev.rollup.roster.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Tells which unit reports for which other, as the ledger has it. */
final class Proxies {

  private final Ledger ledger;
  private final List<Unit> units;

  Proxies(Ledger ledger, List<Unit> units) {
    this.ledger = ledger;
    this.units = units;
  }

  /**
   * Returns the unit in whose return the numbers of this one are: the last of a chain, since a unit
   * that another reports for sends nothing that counts. Empty where it reports itself, and where
   * units are said to report for each other.
   */
  Optional<Unit> of(Unit unit) {
    var seen = new HashSet<String>();
    Unit last = unit;
    for (var next = next(last); next.isPresent(); next = next(last)) {
      if (!seen.add(last.id())) {
        return Optional.empty();
      }
      last = next.get();
    }
    return last.equals(unit) || ledger.reportedByOther(last).isPresent()
        ? Optional.empty()
        : Optional.of(last);
  }

  private Optional<Unit> next(Unit unit) {
    return ledger
        .reportedByOther(unit)
        .flatMap(
            line -> units.stream().filter(other -> other.isCalled(line.reportedBy())).findFirst());
  }
}
