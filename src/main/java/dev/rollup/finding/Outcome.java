package dev.rollup.finding;

import java.util.List;
import java.util.Optional;

/**
 * A value, or none, plus what was found on the way to it. Bad data is an outcome; only broken
 * machinery is an exception.
 *
 * @param value the value, or empty where there is none
 * @param findings what was found, in the order found
 */
public record Outcome<T>(Optional<T> value, List<Finding> findings) {

  /** Copies the findings. */
  public Outcome {
    findings = List.copyOf(findings);
  }

  /** A value, and what was found on the way. */
  public static <T> Outcome<T> of(T value, List<Finding> findings) {
    return new Outcome<>(Optional.of(value), findings);
  }

  /** A value with nothing to say about it. */
  public static <T> Outcome<T> of(T value) {
    return of(value, List.of());
  }

  /** No value, and why. */
  public static <T> Outcome<T> none(Finding... why) {
    return new Outcome<>(Optional.empty(), List.of(why));
  }
}
