package dev.rollup.messages;

import dev.rollup.finding.Mistake;
import java.util.function.UnaryOperator;

/** Puts into words what is wrong with a run. */
public final class MistakeText {

  private MistakeText() {}

  /** Returns what is wrong and what to do. */
  public static String of(Mistake mistake, Messages messages) {
    var words = new ArgumentWords(messages, UnaryOperator.identity(), UnaryOperator.identity());
    return messages.text(
        "mistake." + mistake.key(), mistake.mentioned().stream().map(words::of).toList());
  }
}
