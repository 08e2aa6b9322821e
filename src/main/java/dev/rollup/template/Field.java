package dev.rollup.template;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One blank of the form.
 *
 * @param id section.item.blank, for example {@code 3.4.2}
 * @param type what the blank takes; never {@link FieldType#DATE} inside a form of sentences
 * @param measure what is counted, {@link Measure#NONE} where the form does not say; null where the
 *     blank takes no number
 * @param label the blank in words that a unit understands
 * @param max the largest number that is believed of one unit; the measure's unless the form says so
 * @param scale how many decimals a number may have; more are no number of this measure
 * @param signed whether a count may be below zero, as a difference may
 * @param choices the answers to choose from; empty where any is taken
 * @param adds how the answers of several units become one
 * @param time what it says about time, where the form tells
 */
public record Field(
    String id,
    FieldType type,
    @Nullable Measure measure,
    String label,
    long max,
    int scale,
    boolean signed,
    List<String> choices,
    Adds adds,
    Optional<Time> time) {

  /** Refuses a number without a measure. */
  public Field {
    Objects.requireNonNull(id);
    Objects.requireNonNull(label);
    Objects.requireNonNull(adds);
    Objects.requireNonNull(time);
    choices = List.copyOf(choices);
    if (type.number() == (measure == null)) {
      throw new IllegalArgumentException(id + ": a number has a measure, nothing else has");
    }
  }

  /** A count of a form of sentences, which are cumulative. */
  public static Field count(String id, Measure measure, String label, long max, boolean sums) {
    return new Field(
        id,
        FieldType.COUNT,
        measure,
        label,
        max,
        0,
        false,
        List.of(),
        sums ? Adds.SUM : Adds.NO,
        Optional.of(Time.CUMULATIVE));
  }

  /** Words, which are listed. */
  public static Field text(String id, String label) {
    return new Field(id, FieldType.TEXT, null, label, 0, 0, false, List.of(), Adds.NO, Optional.empty());
  }

  /** Returns the measure of a field that is a number. */
  public Measure measured() {
    return Objects.requireNonNull(measure);
  }

  /** Tells whether the field is added up. */
  public boolean counts() {
    return type.number() && adds == Adds.SUM;
  }

  /** Tells whether a smaller number in a later return is remarkable. */
  public boolean cumulative() {
    return type.number() && time.filter(Time.CUMULATIVE::equals).isPresent();
  }
}
