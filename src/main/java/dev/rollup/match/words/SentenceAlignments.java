package dev.rollup.match.words;

import dev.rollup.match.find.TextAnchors.Anchor;
import dev.rollup.match.words.SentenceAligner.Alignment;
import dev.rollup.submission.State;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Aligns the sentences of a form with its own words, and leaves out what is not certain: by itself,
 * or for what stands beside it.
 */
final class SentenceAlignments {

  /** More letters than this between two rows of a list are no remark. */
  private static final int REMARK = 4;

  private final TextFlow flow;
  private final SentenceAligner aligner;
  private final SentenceWindows windows;
  private final SentencePlaces places;
  private final BesideSentences beside;

  SentenceAlignments(
      TextFlow flow,
      SentenceAligner aligner,
      SentenceWindows windows,
      SentencePlaces places,
      BesideSentences beside) {
    this.flow = flow;
    this.aligner = aligner;
    this.windows = windows;
    this.places = places;
    this.beside = beside;
  }

  /**
   * Aligns every sentence.
   *
   * @param bounds where they begin, in their order
   * @return one alignment for each place; null where it is not certain
   */
  Alignment[] of(List<Anchor> bounds) {
    var aligned = new Alignment[bounds.size()];
    for (int i = 0; i < aligned.length; i++) {
      aligned[i] = align(bounds.get(i), SentenceWindows.endOf(i, bounds)).orElse(null);
    }
    doubtBehindProse(aligned, bounds);
    doubtBehindNumber(aligned, bounds);
    doubtSharedLine(aligned, bounds);
    return aligned;
  }

  /**
   * Aligns one sentence, if it stands where it is read.
   *
   * @param end the letter where the next sentence begins; -1 for the last
   */
  private Optional<Alignment> align(Anchor anchor, int end) {
    if (!places.isSettled(anchor) || beside.hasNumberAbove(anchor)) {
      return Optional.empty();
    }
    return aligner
        .align(anchor.sentence(), windows.sentence(anchor, end))
        .filter(way -> !(open(way) && beside.isUnderBox(anchor)))
        .filter(way -> !beside.isTakenBack(anchor, way, end));
  }

  /** Behind prose a row may be part of it: what was listed before is the list. */
  private static void doubtBehindProse(Alignment[] aligned, List<Anchor> bounds) {
    for (int i = 1; i < aligned.length; i++) {
      boolean row =
          bounds.get(i).sentence().repeats()
              && bounds.get(i).sentence().equals(bounds.get(i - 1).sentence());
      if (row && (aligned[i - 1] == null || aligned[i - 1].rest() > REMARK)) {
        aligned[i] = null;
      }
    }
  }

  /** A number too many in a line may be the answer to any blank of it that was left empty. */
  private void doubtBehindNumber(Alignment[] aligned, List<Anchor> bounds) {
    for (int i = 1; i < aligned.length; i++) {
      if (aligned[i - 1] == null && open(aligned[i]) && beside.hasNumberBefore(bounds.get(i))) {
        aligned[i] = null;
      }
    }
  }

  /** An answer behind a whole line may be that of any sentence in it. */
  private void doubtSharedLine(Alignment[] aligned, List<Anchor> bounds) {
    for (int i = aligned.length - 2; i >= 0; i--) {
      boolean sameCell = flow.positionOf(bounds.get(i)).equals(flow.positionOf(bounds.get(i + 1)));
      if (open(aligned[i]) && sameCell) {
        if (aligned[i + 1] != null && aligned[i + 1].appended()) {
          aligned[i + 1] = null;
        }
        aligned[i] = aligned[i + 1] == null ? null : aligned[i];
      }
    }
  }

  /** Tells whether a blank of a sentence was left empty. */
  private static boolean open(@Nullable Alignment alignment) {
    return alignment != null
        && alignment.contents().stream()
            .anyMatch(c -> c.reading() != null && c.reading().state() == State.BLANK);
  }
}
