package dev.rollup.roster;

import java.util.List;
import java.util.Optional;

/**
 * The units that owe a return, in the order in which every output lists them.
 *
 * @param units all units
 */
public record Roster(List<Unit> units) {

  /** Copies the units. */
  public Roster {
    units = List.copyOf(units);
  }

  /** Returns the unit of a name, alias or id; empty where none is called so. */
  public Optional<Unit> called(String name) {
    return units.stream().filter(unit -> unit.isCalled(name)).findFirst();
  }
}
