package dev.rollup.template;

import java.util.List;

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
}
