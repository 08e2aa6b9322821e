package dev.rollup.read.page;

import dev.rollup.read.format.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts letters that are read upright into lines. */
public final class Lines {

  /** So far letters reach below their line, in parts of their size. */
  public static final double DESCENT = 0.2;

  /** So far letters reach above their line, in parts of their size. */
  public static final double ASCENT = 0.75;

  /** Letters that share so much of the lower one's height stand in one line. */
  private static final double SAME = 0.5;

  private Lines() {}

  /** A line that may still grow. */
  private static final class Open {
    private final List<Glyph> glyphs = new ArrayList<>();
    private double top;
    private double bottom;

    Open(Glyph first) {
      glyphs.add(first);
      top = first.box().top();
      bottom = first.box().bottom();
    }

    double shared(Glyph glyph) {
      double height = Math.min(bottom - top, glyph.box().height());
      double shared = Math.min(bottom, glyph.box().bottom()) - Math.max(top, glyph.box().top());
      return height <= 0 ? 0 : shared / height;
    }

    /** The highest letter tells how high the line is; notes in it stand off it. */
    void add(Glyph glyph) {
      glyphs.add(glyph);
      if (glyph.box().height() > bottom - top) {
        top = glyph.box().top();
        bottom = glyph.box().bottom();
      }
    }
  }

  /** Returns the lines of some letters from above. */
  static List<TextLine> of(List<Glyph> letters) throws Refusal {
    var sorted = new ArrayList<Glyph>();
    for (var glyph : letters) {
      if (!glyph.isBlank()) {
        sorted.add(glyph);
      }
    }
    sorted.sort(Comparator.comparingDouble(glyph -> glyph.box().bottom()));
    var done = new ArrayList<Open>();
    var open = new ArrayList<Open>();
    for (var glyph : sorted) {
      Open best = null;
      for (var each : open) {
        if (each.shared(glyph) >= SAME
            && (best == null || each.shared(glyph) > best.shared(glyph))) {
          best = each;
        }
      }
      if (best == null) {
        // What ends above the letters to come can share nothing with them.
        for (int i = open.size() - 1; i >= 0; i--) {
          if (open.get(i).bottom < glyph.box().top()) {
            done.add(open.remove(i));
          }
        }
        open.add(new Open(glyph));
      } else {
        best.add(glyph);
      }
    }
    done.addAll(open);
    var lines = new ArrayList<TextLine>();
    for (var each : done) {
      lines.add(TextLine.of(each.glyphs));
    }
    lines.sort(
        Comparator.<TextLine>comparingDouble(TextLine::base)
            .thenComparingDouble(line -> line.box().left()));
    return lines;
  }
}
