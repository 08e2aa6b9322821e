package dev.rollup.template;

/** How the answers of several units become the district's own. */
public enum Adds {
  /** They are added up. */
  SUM,
  /** They are not added: nothing that is certain would come of it. */
  NO,
  /** It is computed anew from the sums of two other fields. */
  RATIO,
  /** It is counted how many units gave which answer. */
  TALLY,
  /** The largest counts. */
  MAX,
  /** The smallest counts. */
  MIN
}
