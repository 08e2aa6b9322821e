package dev.rollup.write.copy;

import dev.rollup.submission.Value;
import dev.rollup.template.Binding;
import dev.rollup.template.InlineBlanks;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;

/** Answers in the words in which a form has them. */
final class AnswerWords {

  private AnswerWords() {}

  /** Returns what stands in a blank of the head, as a form has it. */
  static String ofHead(Value value) {
    return Objects.toString(value.written(), "");
  }

  /** Returns a number or words as text. */
  static String of(Value value) {
    return Objects.toString(value.plain(), "");
  }

  /** Returns an answer before what is printed behind its room. */
  static String before(Value value, String printed) {
    return of(value) + printed.strip().replaceFirst("^[_＿]+", "");
  }

  /** Fills the blanks of one sentence in. */
  static String filled(String text, Map<Binding, Value> answers) {
    Binding any = answers.keySet().iterator().next();
    InlineBlanks words = InlineBlanks.ofSentence(any.row().get(any.row().size() - 1));
    var inOrder = new ArrayList<String>();
    for (int i = 0; i + 1 < words.literals().size(); i++) {
      inOrder.add(null);
    }
    answers.forEach(
        (binding, answer) -> {
          if (binding.at().blank() <= inOrder.size()) {
            inOrder.set(binding.at().blank() - 1, of(answer));
          }
        });
    return words.filled(text, inOrder);
  }
}
