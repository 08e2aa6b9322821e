package dev.rollup.serve;

import dev.rollup.finding.Mistake;
import java.util.List;

/**
 * Why something was not done.
 *
 * @param words what is wrong and what to do, one after the other
 */
record Told(List<String> words, Mistake.Kind kind) {

  /** Copies the words. */
  Told {
    words = List.copyOf(words);
  }
}
