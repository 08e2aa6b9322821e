package dev.rollup.rollup;

import java.util.Objects;

/**
 * The unit that a row of a roll-up comes from, as the level below knows it.
 *
 * @param id its id, by the roster of the level below
 * @param name its name
 */
public record Origin(String id, String name) {

  /** Refuses nulls. */
  public Origin {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
  }
}
