package dev.rollup.template;

import java.util.List;

/**
 * What a count counts. Different measures are never added together.
 *
 * @param name the word on the form, for example 人次
 * @param suffixes the words that a unit may write behind the number without changing its meaning
 * @param max the largest count that is believed of one unit
 */
public record Measure(String name, List<String> suffixes, long max) {

  /** No measure is on the form: a number stands for itself. */
  public static final Measure NONE = new Measure("", List.of(), Long.MAX_VALUE);

  /** Copies the suffixes. */
  public Measure {
    suffixes = List.copyOf(suffixes);
  }
}
