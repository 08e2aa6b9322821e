package dev.rollup.infer;

import dev.rollup.template.Blank;
import java.util.List;
import java.util.Map;

/**
 * What was found on a blank.
 *
 * @param blank its bindings
 * @param doubts by field what a person must look at
 */
public record Inference(Blank blank, Map<String, List<Doubt>> doubts) {

  /** What leaves open what a blank takes, or what may be done with it. */
  public enum Doubt {
    /** Nothing on the form tells what it takes. */
    TYPE,
    /** Nothing tells whether its numbers may be added. */
    ADDING,
    /** Two blanks have the same words. */
    WORDS
  }

  /** Copies the map. */
  public Inference {
    doubts = Map.copyOf(doubts);
  }

  /** Tells whether nothing is left open. */
  public boolean sure() {
    return doubts.isEmpty();
  }
}
