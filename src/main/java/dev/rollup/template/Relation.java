package dev.rollup.template;

import java.util.List;
import java.util.Objects;

/**
 * What holds between fields, as the form itself says: by a formula, by 合计 or 其中, by a note.
 *
 * @param kind how they hang together
 * @param whole the id of the field that follows from the others, or bounds them
 * @param parts the ids of the others; of a ratio the numerator and the denominator, in this order
 * @param minus how many of the last parts are subtracted
 * @param scale what a ratio is multiplied by: 100 for percent; 1 elsewhere
 * @param source what on the form says so
 */
public record Relation(
    Kind kind, String whole, List<String> parts, int minus, int scale, Source source) {

  /** How fields hang together. */
  public enum Kind {
    /** The whole is the sum of its parts. */
    SUM,
    /** The whole is the sum of all rows of a list's column. */
    ROWS,
    /** Each part is at most the whole. */
    PART,
    /** The whole is the first part divided by the second. */
    RATIO
  }

  /** What says that a relation holds. */
  public enum Source {
    /** A formula in the cell. */
    FORMULA,
    /** A relation between numbered rows or columns, in writing. */
    NOTE,
    /** Words such as 合计 or 率, which only suggest it: the returns must bear it out. */
    WORDS
  }

  /** Copies the parts. */
  public Relation {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(source);
    Objects.requireNonNull(whole);
    parts = List.copyOf(parts);
  }

  /** Tells whether it is only suggested, so that the returns must bear it out. */
  public boolean suggested() {
    return source == Source.WORDS;
  }

  /** Tells whether the whole can be computed from its parts. */
  public boolean computes() {
    return kind != Kind.PART;
  }
}
