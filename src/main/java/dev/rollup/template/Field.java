package dev.rollup.template;

import java.util.Objects;

/**
 * One blank of the form.
 *
 * @param id section.item.blank, for example {@code 3.4.2}
 * @param type what the blank takes; never {@link FieldType#DATE} inside the form
 * @param measure what is counted; null for text
 * @param label the blank in words that a unit understands
 * @param max the largest count that is believed of one unit; the measure's unless the form says so
 * @param sums whether the rows of a repeated item add up for this field
 */
public record Field(
    String id, FieldType type, Measure measure, String label, long max, boolean sums) {

  /** Refuses a count without a measure. */
  public Field {
    Objects.requireNonNull(id);
    Objects.requireNonNull(label);
    if ((type == FieldType.COUNT) == (measure == null)) {
      throw new IllegalArgumentException(id + ": a count has a measure, nothing else has");
    }
  }

  /** Tells whether the field is added up. */
  public boolean counts() {
    return type == FieldType.COUNT && sums;
  }
}
