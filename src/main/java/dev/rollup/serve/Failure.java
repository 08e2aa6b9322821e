package dev.rollup.serve;

import dev.rollup.finding.Mistake;
import java.util.List;

/**
 * Why something was not done.
 *
 * @param words what is wrong and what to do, one after the other
 */
record Failure(List<String> words, Mistake.Kind kind) {

  /** Copies the words. */
  Failure {
    words = List.copyOf(words);
  }
}
