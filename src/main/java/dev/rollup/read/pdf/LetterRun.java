package dev.rollup.read.pdf;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.page.Ink;
import dev.rollup.read.page.Page;
import dev.rollup.read.page.Placement;
import dev.rollup.text.Numerals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Letters that follow each other closely and wait to be put on the page together: of a number of
 * which a part is cut away nobody sees how much it is.
 */
final class LetterRun {

  /** Letters nearer to each other than this part of their size are one word. */
  private static final double SPACE = 0.15;

  /**
   * One letter that waits.
   *
   * @param cut whether it is cut away
   */
  record Letter(
      String text, Placement placement, double size, Ink ink, EnumSet<Mark> marks, boolean cut) {}

  private final Page page;
  private final List<Letter> letters = new ArrayList<>();

  LetterRun(Page page) {
    this.page = page;
  }

  /** Adds a letter; one that does not follow the last begins anew. */
  void add(Letter letter) throws IOException {
    if (!letters.isEmpty() && !follows(letters.get(letters.size() - 1), letter)) {
      flush();
    }
    letters.add(letter);
  }

  private static boolean follows(Letter before, Letter after) {
    double far = SPACE * Math.max(before.size(), after.size());
    Placement left = before.placement();
    Placement right = after.placement();
    return left.turn() == right.turn()
        && Math.abs(left.base() - right.base()) <= far
        && (left.turn() % 2 == 0
            ? Math.abs(right.box().left() - left.box().right()) <= far
                || Math.abs(left.box().left() - right.box().right()) <= far
            : Math.abs(right.box().top() - left.box().bottom()) <= far
                || Math.abs(left.box().top() - right.box().bottom()) <= far);
  }

  /** Puts all that wait on the page. */
  void flush() throws IOException {
    for (int i = 0; i < letters.size(); i++) {
      if (letters.get(i).cut()) {
        doubtNumberAt(i);
      }
    }
    try {
      for (var letter : letters) {
        if (!letter.cut()) {
          page.glyph(
              letter.text(), letter.placement(), letter.size(), letter.ink(), letter.marks());
        }
      }
    } catch (Refusal e) {
      throw new Refused(e);
    }
    letters.clear();
  }

  private void doubtNumberAt(int cut) {
    for (int i = cut - 1; i >= 0 && isOfNumber(letters.get(i)); i--) {
      letters.get(i).marks().add(Mark.DRAWN_OVER);
    }
    for (int i = cut + 1; i < letters.size() && isOfNumber(letters.get(i)); i++) {
      letters.get(i).marks().add(Mark.DRAWN_OVER);
    }
  }

  private static boolean isOfNumber(Letter letter) {
    return !letter.cut() && (Numerals.in(letter.text()) || ".,，．-－".contains(letter.text()));
  }
}
