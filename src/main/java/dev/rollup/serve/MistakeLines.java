package dev.rollup.serve;

import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import dev.rollup.messages.MistakeText;
import java.util.ArrayList;
import java.util.List;

/** What a mistake comes to in words. */
final class MistakeLines {

  private MistakeLines() {}

  /** Returns what is wrong and what to do, and what else is wrong. */
  static List<String> of(Mistake mistake, Messages messages) {
    var words = new ArrayList<String>();
    words.add(MistakeText.of(mistake, messages));
    for (var other : mistake.getSuppressed()) {
      if (other instanceof Mistake more) {
        words.addAll(of(more, messages));
      }
    }
    return words;
  }
}
