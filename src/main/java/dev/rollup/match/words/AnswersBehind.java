package dev.rollup.match.words;

import dev.rollup.match.count.CountParser;
import dev.rollup.model.Cell;
import dev.rollup.submission.Reading;
import dev.rollup.submission.State;
import dev.rollup.text.Amount;
import dev.rollup.text.Brackets;
import dev.rollup.text.Folding;
import dev.rollup.text.Measures;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a sentence whose blanks were all left empty and whose answers stand behind the measures
 * throughout: {@code 组织活动（）场10，参与（）人次682；}. Where only some stand there, nothing is read.
 */
final class AnswersBehind {

  private final SentenceText sentence;
  private final String text;
  private final String half;
  private final Measures measures;
  private final CountParser counts;
  private final List<Content> contents = new ArrayList<>();
  private int at;

  AnswersBehind(String text, Measures measures, CountParser counts) {
    this.sentence = new SentenceText(text);
    this.text = text;
    this.half = Folding.halfWidth(text);
    this.measures = measures;
    this.counts = counts;
  }

  /** Returns the answers, one for each blank; none where one of them is not certain. */
  List<Content> read(List<Gap> blanks) {
    for (var blank : blanks) {
      if (blank.measures().isEmpty() || !take(blank)) {
        return List.of();
      }
    }
    return contents;
  }

  /** Returns where the last word of the sentence ends. */
  int end() {
    return at;
  }

  private boolean take(Gap blank) {
    int from = at;
    int measure = from;
    boolean empty = false;
    while (measure < text.length() && mute(measure)) {
      empty |= Brackets.isBracket(text.charAt(measure)) || "_＿".indexOf(text.charAt(measure)) >= 0;
      measure++;
    }
    int end = measure < text.length() ? measures.longest(text, measure) : -1;
    if (!empty || end < 0 || !blank.measures().contains(sentence.letters(measure, end))) {
      return false;
    }
    int number = end;
    while (number < text.length() && (text.charAt(number) == ' ' || step(number) > 0)) {
      number++;
    }
    Amount amount = Amount.at(half, number);
    int behind = amount.end();
    while (behind < text.length() && step(behind) < 0) {
      behind++;
    }
    String written = text.substring(number, amount.end());
    Reading reading = counts.read(new Cell.Text(written), blank.field());
    at = blank.words().isEmpty() ? behind : sentence.match(blank.words(), behind, false);
    contents.add(new Content(from, amount.end(), written, reading, true, true, false));
    return reading.state() == State.READ && at >= 0;
  }

  private boolean mute(int index) {
    return Folding.letters(text.charAt(index)).isEmpty();
  }

  private int step(int index) {
    return Brackets.step(text.charAt(index));
  }
}
