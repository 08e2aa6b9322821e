package dev.rollup.template;

import java.util.Objects;

/**
 * What the charts of a summary compare. A chart shows one measure, since only then its bars can be
 * compared.
 *
 * @param byUnit the name of the measure that is added up for each unit
 * @param byItem the name of the measure of which every total is shown
 */
public record Charts(String byUnit, String byItem) {

  /** Refuses missing names. */
  public Charts {
    Objects.requireNonNull(byUnit);
    Objects.requireNonNull(byItem);
  }
}
