package dev.rollup.infer;

import dev.rollup.model.Place;
import dev.rollup.template.FieldType;
import dev.rollup.template.InlineBlanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes blanks of the gaps in a sentence. */
final class SentenceGaps {

  /** A label that ends in brackets. */
  private static final Pattern BRACKETS_AND_COLON = Pattern.compile("(?s).*[)）]\\s*[:：]");

  /** The colon behind a label. */
  private static final Pattern COLON_AT_END = Pattern.compile("[\\s:：]+$");

  /** A box to tick. */
  private static final Pattern BOX = Pattern.compile("[□☐]");

  /** What stands around an answer. */
  private static final Pattern AROUND_ANSWER = Pattern.compile("[\\s\\p{Z}、/／]+");

  /** Stops behind words. */
  private static final Pattern STOPS = Pattern.compile("[，。；：,;:！？!?、]+$");

  private static final String ENDS = "，。；：,;:！？!?、";

  private SentenceGaps() {}

  /** Returns the blanks of a sentence, in order. */
  static List<FoundBlank> of(
      String text, List<InlineScan.Gap> gaps, Place place, List<String> section) {
    var sentence = new StringBuilder();
    int from = 0;
    for (var gap : gaps) {
      sentence.append(text, from, gap.from()).append(InlineBlanks.BLANK);
      from = gap.to();
    }
    String whole = sentence.append(text.substring(from)).toString().strip();
    var found = new ArrayList<FoundBlank>();
    String open = "";
    for (int i = 0; i < gaps.size(); i++) {
      int begin = i == 0 ? 0 : gaps.get(i - 1).to();
      String before = text.substring(begin, gaps.get(i).from());
      int end = i + 1 < gaps.size() ? gaps.get(i + 1).from() : text.length();
      String behind = text.substring(gaps.get(i).to(), end);
      String words = open + before;
      String clause = lastClause(words);
      // What has no words before it goes by those behind.
      String own = clause.isEmpty() ? behind.strip() : clause;
      List<String> choices = choices(text.substring(gaps.get(i).from(), gaps.get(i).to()));
      Optional<String> measure =
          choices.isEmpty()
              ? Lexicon.leadingMeasure(behind).or(() -> labelled(before))
              : Optional.empty();
      found.add(
          new FoundBlank(
              FoundBlank.Kind.SENTENCES,
              place.blank(i + 1),
              null,
              1,
              section,
              List.of(whole),
              List.of(own),
              Optional.empty(),
              Optional.empty(),
              measure,
              !choices.isEmpty()
                  ? Optional.of(FieldType.CHOICE)
                  : measure.isPresent() ? Optional.empty() : type(own),
              Optional.empty(),
              choices));
      // Words that no stop closes belong to the next blank as well.
      open = own;
    }
    return found;
  }

  /** A label before a blank may name its measure in brackets: 面积（亩）：____. */
  private static Optional<String> labelled(String before) {
    String label = before.strip();
    return BRACKETS_AND_COLON.matcher(label).matches()
        ? Lexicon.measureIn(COLON_AT_END.matcher(lastClause(label)).replaceAll(""))
        : Optional.empty();
  }

  /** Returns the answers that a blank offers to tick; none where it is room to write. */
  private static List<String> choices(String gap) {
    return !BOX.matcher(gap).find()
        ? List.of()
        : BOX.splitAsStream(gap)
            .map(answer -> AROUND_ANSWER.matcher(answer).replaceAll(""))
            .filter(answer -> !answer.isEmpty())
            .toList();
  }

  private static Optional<FieldType> type(String words) {
    Optional<FieldType> told = Lexicon.typeByWords(STOPS.matcher(words).replaceAll(""));
    return told.isPresent() ? told : Optional.empty();
  }

  private static int lastStop(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      if (ENDS.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the words since the last stop, but for one that comes right before the blank. */
  private static String lastClause(String words) {
    String bare = words.strip();
    String inner = bare;
    while (!inner.isEmpty() && ENDS.indexOf(inner.charAt(inner.length() - 1)) >= 0) {
      inner = inner.substring(0, inner.length() - 1);
    }
    int stop = lastStop(inner);
    return bare.substring(stop + 1).strip();
  }
}
