package dev.rollup.match.words;

import dev.rollup.finding.FindingCode;
import dev.rollup.submission.Reading;
import dev.rollup.submission.State;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one blank.
 *
 * @param from where it begins in the sentence
 * @param to where it ends
 * @param text the words, without the brackets of the form
 * @param reading the count; null for a text
 * @param apart whether it keeps to this blank
 * @param enclosed whether it is all in the brackets of this blank
 * @param measured whether a word of measure stands in it
 */
public record Content(
    int from,
    int to,
    String text,
    @Nullable Reading reading,
    boolean apart,
    boolean enclosed,
    boolean measured) {

  Content with(String words, @Nullable Reading other) {
    return new Content(from, to, words, other, apart, enclosed, measured);
  }

  boolean blank() {
    return reading != null && reading.state() == State.BLANK;
  }

  boolean noCount() {
    return reading != null && reading.notes().contains(FindingCode.NOT_A_COUNT);
  }
}
