package dev.rollup.read.page;

import dev.rollup.model.Cell;
import dev.rollup.model.Mark;
import dev.rollup.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A line of text: letters beside each other, from the left.
 *
 * @param glyphs at least one, none of them blank
 * @param box all of them
 * @param size that of most of its text
 * @param base where it stands, from above
 */
record TextLine(List<Glyph> glyphs, Box box, double size, double base) {

  /** Between letters, so much of their size is a space. */
  private static final double SPACE = 0.15;

  /** Programs set Chinese letters and others apart by a quarter. */
  private static final double MIXED_SPACE = 0.35;

  /** Chinese letters are set apart to fill a line. */
  private static final double WIDE_SPACE = 0.5;

  /** As wide is one space where there is more of it. */
  private static final double SPACE_WIDTH = 0.5;

  private static final int MOST_SPACES = 40;

  /** Smaller than this part of the rest of its line is a letter that was made smaller. */
  private static final double SMALL = 0.82;

  /** A small letter that stands so far off its line, in parts of the line's size, is a note. */
  private static final double OFF_LINE = 0.12;

  /** Who raises a word by this much or more wants it to stand out of its line, in points. */
  private static final double RAISED = 3;

  private static final double RAISED_PART = 0.25;

  /** Letters so far apart, in parts of their size, are no longer one text. */
  private static final double PIECE = 1.5;

  /** Makes a line of letters, and of blanks that only part them. */
  static TextLine of(List<Glyph> letters) {
    var sorted = new ArrayList<>(letters);
    sorted.sort(Comparator.comparingDouble(glyph -> glyph.box().left()));
    var weight = new HashMap<Double, Double>();
    for (var glyph : sorted) {
      double size = Math.round(glyph.size() * 2) / 2.0;
      weight.merge(size, size, Double::sum);
    }
    double size =
        weight.entrySet().stream()
            .max(Map.Entry.<Double, Double>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(1.0);
    double[] bases =
        sorted.stream()
            .filter(glyph -> Math.abs(glyph.size() - size) <= 0.5)
            .mapToDouble(Glyph::base)
            .sorted()
            .toArray();
    double base = bases.length == 0 ? sorted.get(0).base() : bases[bases.length / 2];
    Box box = sorted.get(0).box();
    for (var glyph : sorted) {
      box = box.with(glyph.box());
    }
    sorted.replaceAll(glyph -> isShifted(glyph, size, base) ? glyph.with(Mark.SHIFTED) : glyph);
    return new TextLine(List.copyOf(sorted), box, Math.max(size, 1), base);
  }

  private static boolean isShifted(Glyph glyph, double size, double base) {
    double off = Math.abs(glyph.base() - base);
    return glyph.size() < SMALL * size && off >= OFF_LINE * size
        || off >= Math.max(RAISED, RAISED_PART * size);
  }

  /** Returns the text with what is the matter with stretches of it. */
  Cell.Text text() {
    return text(0, glyphs.size());
  }

  private Cell.Text text(int from, int to) {
    var text = new StringBuilder();
    var spans = new ArrayList<Span>();
    for (int i = from; i < to; i++) {
      Glyph glyph = glyphs.get(i);
      text.append(" ".repeat(i == from ? 0 : spaces(glyphs.get(i - 1), glyph)));
      int begin = text.length();
      text.append(glyph.text());
      for (var mark : glyph.marks()) {
        add(spans, new Span(begin, text.length(), mark));
      }
    }
    return new Cell.Text(text.toString(), spans);
  }

  /** A stretch that goes on is one. */
  private static void add(List<Span> spans, Span next) {
    for (int i = spans.size() - 1; i >= 0 && i >= spans.size() - Mark.values().length; i--) {
      Span last = spans.get(i);
      if (last.mark() == next.mark() && last.to() == next.from()) {
        spans.set(i, new Span(last.from(), next.to(), next.mark()));
        return;
      }
    }
    spans.add(next);
  }

  private static int spaces(Glyph left, Glyph right) {
    double size = Math.max(1, Math.max(left.size(), right.size()));
    double gap = (right.box().left() - left.box().right()) / size;
    boolean wide = isWide(left);
    double least = wide != isWide(right) ? MIXED_SPACE : wide ? WIDE_SPACE : SPACE;
    if (gap <= least) {
      return 0;
    }
    return (int) Math.max(1, Math.min(MOST_SPACES, Math.round(gap / SPACE_WIDTH)));
  }

  private static boolean isWide(Glyph glyph) {
    return glyph.text().codePointAt(0) >= 0x2E80;
  }

  /** A part of a line that wide space parts from the others. */
  record Piece(Cell.Text text, Box box) {}

  /**
   * Returns the parts of the line that were written apart, with wide space or the side of a column
   * between them.
   *
   * @param columns where columns begin and end
   */
  List<Piece> pieces(double[] columns) {
    var pieces = new ArrayList<Piece>();
    int from = 0;
    for (int i = 1; i <= glyphs.size(); i++) {
      if (i == glyphs.size() || isApart(glyphs.get(i - 1), glyphs.get(i), columns)) {
        Box box = glyphs.get(from).box();
        for (var glyph : glyphs.subList(from, i)) {
          box = box.with(glyph.box());
        }
        pieces.add(new Piece(text(from, i), box));
        from = i;
      }
    }
    return pieces;
  }

  /**
   * Returns the line without the parts at its ends that are something; empty where nothing of it is
   * such a part, or all is.
   */
  Optional<TextLine> without(Predicate<String> unwanted) {
    var starts = new ArrayList<>(List.of(0));
    for (int i = 1; i < glyphs.size(); i++) {
      if (glyphs.get(i).box().left() - glyphs.get(i - 1).box().right() > PIECE * size) {
        starts.add(i);
      }
    }
    starts.add(glyphs.size());
    int from = 0;
    int to = starts.size() - 1;
    while (from < to && unwanted.test(text(starts.get(from), starts.get(from + 1)).value())) {
      from++;
    }
    while (to > from && unwanted.test(text(starts.get(to - 1), starts.get(to)).value())) {
      to--;
    }
    boolean some = to > from && to - from < starts.size() - 1;
    return some
        ? Optional.of(of(glyphs.subList(starts.get(from), starts.get(to))))
        : Optional.empty();
  }

  private boolean isApart(Glyph left, Glyph right, double[] columns) {
    if (left.run() == right.run()) {
      return false;
    }
    if (right.box().left() - left.box().right() > PIECE * size) {
      return true;
    }
    for (double side : columns) {
      if (side >= left.box().middle() && side <= right.box().middle()) {
        return true;
      }
    }
    return false;
  }
}
