package dev.rollup.template;

import dev.rollup.model.Place;
import java.util.Objects;

/**
 * One blank outside the table: who, when, for which period.
 *
 * @param role {@code unit}, {@code contact}, {@code phone}, {@code date}, {@code period}, or any
 *     other word
 * @param at the cell or paragraph that it is typed into
 * @param before the words before the blank in the same cell or paragraph, from the blank before it
 *     or from the beginning; empty where the whole cell is the blank
 * @param after the words behind the blank up to the next one or to the end; empty where none
 * @param label the words that name it, wherever they stand
 * @param type what it takes
 */
public record HeaderBlank(
    String role, Place at, String before, String after, String label, FieldType type) {

  /** Refuses null. */
  public HeaderBlank {
    Objects.requireNonNull(role);
    Objects.requireNonNull(at);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    Objects.requireNonNull(label);
    Objects.requireNonNull(type);
  }

  /** Tells whether a whole cell or paragraph is the blank, and no words stand in it. */
  public boolean whole() {
    return at.blank() == 0;
  }

  /** Returns the same blank as if it stood behind its label, in the label's own cell. */
  public HeaderBlank inline() {
    return new HeaderBlank(role, at.blank(1), label, "", label, type);
  }
}
