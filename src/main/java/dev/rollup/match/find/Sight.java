package dev.rollup.match.find;

import static dev.rollup.finding.FindingCode.DISPLAY_DIFFERS;
import static dev.rollup.finding.FindingCode.DRAWN_OVER;
import static dev.rollup.finding.FindingCode.HIDDEN_COUNT;
import static dev.rollup.finding.FindingCode.STRUCK_OUT_COUNT;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Mark;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import java.util.Optional;
import java.util.Set;

/** What a person who looks at a blank sees of it: what nobody sees as it is stored is left out. */
public final class Sight {

  private Sight() {}

  /** Returns an entry as far as it is seen: the same, or left out for what is the matter. */
  public static Entry of(Entry entry, Set<Mark> marks) {
    return unseen(entry, marks).map(entry::unread).orElse(entry);
  }

  private static Optional<FindingCode> unseen(Entry entry, Set<Mark> marks) {
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    if (marks.contains(Mark.DRAWN_OVER)) {
      return Optional.of(DRAWN_OVER);
    }
    boolean written = entry.raw() != null && !entry.raw().isBlank();
    if (!written) {
      return Optional.empty();
    }
    if (marks.contains(Mark.STRUCK_OUT) || marks.contains(Mark.SHIFTED)) {
      return Optional.of(STRUCK_OUT_COUNT);
    }
    boolean counts = entry.text() != null || entry.number() == null || entry.number().signum() != 0;
    if (marks.contains(Mark.HIDDEN) && entry.state() != State.BLANK && counts) {
      return Optional.of(HIDDEN_COUNT);
    }
    // What was left out for another reason keeps it.
    return marks.contains(Mark.RESTYLED) && entry.number() != null
        ? Optional.of(DISPLAY_DIFFERS)
        : Optional.empty();
  }
}
