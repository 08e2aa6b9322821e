package dev.rollup.template;

/**
 * What a side of a rule does where values are missing; names and meaning are those of DHIS2. Under
 * the two that go on, a missing number counts as 0 in a sum. A missing text or day is nothing to go
 * on with, so a side of those is always skipped. Of a pair it says when a side is filled in: only
 * with all its values, or with any.
 */
public enum Missing {
  /** The rule is not evaluated where any value of the side is missing. */
  SKIP_IF_ANY_VALUE_MISSING,
  /** The rule is not evaluated where every value of the side is missing. */
  SKIP_IF_ALL_VALUES_MISSING,
  /** The rule is evaluated all the same. */
  NEVER_SKIP
}
