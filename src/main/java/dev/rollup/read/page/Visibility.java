package dev.rollup.read.page;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.format.Shades;
import dev.rollup.read.page.Page.Fill;
import dev.rollup.read.page.Page.Line;
import dev.rollup.read.page.Page.Picture;
import dev.rollup.read.text.LetterLook;
import dev.rollup.read.text.RunningText;
import dev.rollup.text.Numerals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what of a page a person sees: letters that nothing covers, with what is the matter with
 * them, and lines.
 */
final class Visibility {

  private static final int WHITE = 0xFFFFFF;

  /** A letter of which less than this is free is not seen. */
  private static final double COVERED = 0.6;

  /** The same letter twice within this part of its size is one that was made bold. */
  private static final double BOLD = 0.17;

  /** Two letters of which so much lies on each other are neither. */
  private static final double OVERPRINTED = 0.45;

  private static final String CROSSING = "/\\|／＼｜×✕✖╳—–-－~～●■█▇▉";

  /** A line through a letter runs this high above its line at least and at most, of its size. */
  private static final double LOW = 0.1;

  private static final double HIGH = 0.62;

  /** A line through a letter is thinner than this, of its size. */
  private static final double THIN = 0.3;

  /** Of a letter, this much across is struck through. */
  private static final double STRUCK = 0.5;

  /** The middle of a letter begins at this part of its width and height. */
  private static final double MIDDLE = 0.3;

  /** A picture that takes so much of its page is the page. */
  private static final double PAGE = 0.5;

  private final Page page;
  private final Bands<Fill> fills;
  private final Bands<Picture> pictures;
  private final List<Line> lines = new ArrayList<>();
  private final List<Glyph> glyphs;

  private Visibility(Page page) throws Refusal {
    this.page = page;
    this.fills = new Bands<>(page.fills(), Fill::box);
    this.pictures = new Bands<>(page.pictures(), Picture::box);
    for (var line : page.lines()) {
      if (isSeen(line)) {
        lines.add(line);
      }
    }
    this.glyphs = marked(printedOnce(uncovered()));
  }

  static Visibility of(Page page) throws Refusal {
    return new Visibility(page);
  }

  /** Returns the letters that are seen, in the order in which they were drawn. */
  List<Glyph> glyphs() {
    return glyphs;
  }

  /** Returns the lines that are seen. */
  List<Line> lines() {
    return lines;
  }

  /** Tells whether a picture takes most of the page. */
  boolean isPicture() {
    return page.pictures().stream().anyMatch(this::isPage);
  }

  private boolean isPage(Picture picture) {
    return picture.box().shared(page.box()) > PAGE * page.box().area();
  }

  /** The edge of an area lies half inside it: only what is well within is covered. */
  private boolean isSeen(Line line) throws Refusal {
    Box box = line.box();
    if (!page.box().contains(box.middle(), box.centre()) && page.box().shared(box) == 0) {
      boolean crosses = box.right() > 0 && box.left() < page.width();
      if (!crosses || box.bottom() < 0 || box.top() > page.height()) {
        return false;
      }
    }
    Integer ground = WHITE;
    for (var fill : fills.near(box)) {
      boolean on = fill.box().contains(box.middle(), box.centre());
      if (on && fill.order() < line.order() && fill.ink().seen()) {
        ground = fill.ink().covers() ? fill.ink().colour() : null;
      }
      if (fill.order() > line.order() && fill.ink().covers() && holdsWithin(fill.box(), box)) {
        return false;
      }
    }
    Integer colour = line.ink().colour();
    return colour == null || ground == null || !Shades.alike(colour, ground);
  }

  private static boolean holdsWithin(Box outer, Box inner) {
    double across = Math.min(1, inner.width() / 2);
    double down = Math.min(1, inner.height() / 2);
    return inner.left() + across >= outer.left() + (inner.width() > 2 ? 0 : 1)
        && inner.right() - across <= outer.right() - (inner.width() > 2 ? 0 : 1)
        && inner.top() + down >= outer.top() + (inner.height() > 2 ? 0 : 1)
        && inner.bottom() - down <= outer.bottom() - (inner.height() > 2 ? 0 : 1);
  }

  // --- what is there

  private List<Glyph> uncovered() throws Refusal {
    var seen = new ArrayList<Glyph>();
    Glyph before = null;
    for (var glyph : page.glyphs()) {
      Box box = glyph.box();
      if (before != null && isCutOff(before, glyph)) {
        seen.add(goesOn(before));
      }
      before = glyph;
      if (page.shows(box.middle(), box.centre()) && !isCovered(glyph)) {
        seen.add(onPictures(glyph));
        if (glyph.turn() == 0 && !glyph.isBlank() && box.right() > page.width()) {
          // Some programs leave out what would stand behind the edge.
          seen.add(goesOn(glyph));
        }
      }
    }
    return seen;
  }

  /** Tells whether a line goes on over the edge of the page behind a letter. */
  private boolean isCutOff(Glyph glyph, Glyph next) {
    return glyph.turn() == 0
        && next.turn() == 0
        && !next.isBlank()
        && page.shows(glyph.box().middle(), glyph.box().centre())
        && next.box().middle() > glyph.box().middle()
        && !page.shows(next.box().middle(), glyph.box().centre())
        && Math.abs(glyph.base() - next.base()) < 1
        && next.box().left() - glyph.box().right() < glyph.size();
  }

  /** Returns the sign of something unknown, right behind a letter. */
  private static Glyph goesOn(Glyph glyph) {
    Box box = glyph.box();
    Box edge = new Box(box.middle(), box.top(), box.middle() + 0.01, box.bottom());
    return new Glyph(
        String.valueOf(RunningText.UNKNOWN),
        edge,
        glyph.base(),
        glyph.size(),
        0,
        Ink.UNKNOWN,
        glyph.run(),
        glyph.order(),
        Set.of());
  }

  private boolean isCovered(Glyph glyph) throws Refusal {
    double area = Math.max(glyph.box().area(), 1e-6);
    for (var fill : fills.near(glyph.box())) {
      if (fill.order() > glyph.order()
          && fill.ink().covers()
          && fill.box().shared(glyph.box()) >= COVERED * area) {
        return true;
      }
    }
    for (var picture : pictures.near(glyph.box())) {
      if (picture.order() > glyph.order()
          && picture.covers()
          && picture.box().shared(glyph.box()) >= COVERED * area) {
        return true;
      }
    }
    return false;
  }

  /** Nobody knows what a picture shows under a letter, or through what lies over it. */
  private Glyph onPictures(Glyph glyph) throws Refusal {
    double area = Math.max(glyph.box().area(), 1e-6);
    for (var picture : pictures.near(glyph.box())) {
      if (picture.box().shared(glyph.box()) > (1 - COVERED) * area) {
        return glyph.with(Mark.DRAWN_OVER);
      }
    }
    for (var fill : fills.near(glyph.box())) {
      double shared = fill.box().shared(glyph.box());
      if (fill.order() > glyph.order() && fill.ink().covers() && shared > (1 - COVERED) * area) {
        return glyph.with(Mark.DRAWN_OVER);
      }
    }
    return glyph;
  }

  /** Takes out what was printed twice to be bold; what was printed over is neither. */
  private static List<Glyph> printedOnce(List<Glyph> all) throws Refusal {
    var near = new Bands<>(all, Glyph::box);
    var twice = new HashSet<Glyph>();
    var over = new HashSet<Glyph>();
    for (var glyph : all) {
      if (glyph.isBlank() || isRule(glyph)) {
        continue;
      }
      for (var other : near.near(glyph.box())) {
        if (other.order() <= glyph.order() || other.isBlank() || isRule(other)) {
          continue;
        }
        if (isAgain(glyph, other)) {
          twice.add(other);
        } else if (mayCross(glyph)
            && mayCross(other)
            && glyph.box().shared(other.box())
                > OVERPRINTED * Math.min(glyph.box().area(), other.box().area())) {
          over.add(glyph);
          over.add(other);
        }
      }
    }
    var once = new ArrayList<Glyph>();
    for (var glyph : all) {
      if (!twice.contains(glyph)) {
        once.add(over.contains(glyph) ? glyph.with(Mark.DRAWN_OVER) : glyph);
      }
    }
    return once;
  }

  /** Marks are set closer than they are wide; but some of them cross letters out. */
  private static boolean mayCross(Glyph glyph) {
    int c = glyph.text().codePointAt(0);
    return Character.isLetterOrDigit(c) || Numerals.isNumeral(c) || CROSSING.indexOf(c) >= 0;
  }

  /** Blanks are ruled with letters, too, and what fills them in stands on the rule. */
  private static boolean isRule(Glyph glyph) {
    return glyph.text().equals("_") || glyph.text().equals("＿");
  }

  private static boolean isAgain(Glyph glyph, Glyph other) {
    double far = BOLD * Math.max(glyph.size(), 1);
    return glyph.text().equals(other.text())
        && glyph.turn() == other.turn()
        && Math.abs(glyph.box().left() - other.box().left()) <= far
        && Math.abs(glyph.box().top() - other.box().top()) <= far
        && Math.abs(glyph.size() - other.size()) <= far;
  }

  // --- how it looks

  private List<Glyph> marked(List<Glyph> all) throws Refusal {
    var across = new Bands<>(lines, Line::box);
    var marked = new ArrayList<Glyph>(all.size());
    for (var glyph : all) {
      boolean struck = isStruck(glyph, across.near(glyph.box()));
      Set<Mark> marks = marks(glyph, struck);
      Glyph seen = marks.isEmpty() ? glyph : glyph.with(marks);
      marked.add(
          !struck && isCrossed(glyph, across.near(glyph.box()))
              ? seen.with(Mark.DRAWN_OVER)
              : seen);
    }
    return marked;
  }

  private Set<Mark> marks(Glyph glyph, boolean struck) throws Refusal {
    var look = new LetterLook.Builder().struckOut(struck).size((int) Math.floor(2 * glyph.size()));
    Integer ground = WHITE;
    if (glyph.ink().colour() != null) {
      look.colour(glyph.ink().colour()).opacity(glyph.ink().opacity());
      ground = ground(glyph);
    }
    return look.build().marks(ground);
  }

  private @Nullable Integer ground(Glyph glyph) throws Refusal {
    Integer ground = WHITE;
    int highest = -1;
    for (var fill : fills.near(glyph.box())) {
      if (fill.order() < glyph.order()
          && fill.order() > highest
          && fill.box().contains(glyph.box().middle(), glyph.box().centre())) {
        Ink ink = fill.ink();
        highest = fill.order();
        ground = mixed(ink, ground);
      }
    }
    return ground;
  }

  private static @Nullable Integer mixed(Ink ink, @Nullable Integer ground) {
    if (ink.covers() || ink.colour() == null || ground == null) {
      return ink.colour();
    }
    return Shades.mixed(ink.colour(), ground, ink.opacity());
  }

  private static boolean isStruck(Glyph glyph, List<Line> near) {
    if (glyph.turn() < 0 || glyph.isBlank()) {
      return false;
    }
    Box box = glyph.box();
    double size = glyph.size();
    double struck = 0;
    for (var line : near) {
      boolean along =
          glyph.turn() % 2 == 0
              ? Math.abs(line.y1() - line.y0()) < 0.5
              : Math.abs(line.x1() - line.x0()) < 0.5;
      if (!along || line.width() > THIN * size) {
        continue;
      }
      Box through = line.box();
      double above =
          switch (glyph.turn()) {
            case 1 -> through.middle() - (box.left() + Lines.DESCENT * size);
            case 2 -> through.centre() - (box.top() + Lines.DESCENT * size);
            case 3 -> box.right() - Lines.DESCENT * size - through.middle();
            default -> box.bottom() - Lines.DESCENT * size - through.centre();
          };
      if (above < LOW * size || above > HIGH * size) {
        continue;
      }
      struck +=
          glyph.turn() % 2 == 0
              ? overlap(box.left(), box.right(), through.left(), through.right()) / box.width()
              : overlap(box.top(), box.bottom(), through.top(), through.bottom()) / box.height();
    }
    return struck >= STRUCK;
  }

  private static double overlap(double from, double to, double otherFrom, double otherTo) {
    return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
  }

  /** Tells whether a slanted line goes through the middle of a letter. */
  private static boolean isCrossed(Glyph glyph, List<Line> near) {
    if (glyph.isBlank() || glyph.text().indexOf(RunningText.UNKNOWN) >= 0) {
      return false;
    }
    Box box = glyph.box();
    double across = MIDDLE * box.width();
    double down = MIDDLE * box.height();
    Box middle =
        new Box(box.left() + across, box.top() + down, box.right() - across, box.bottom() - down);
    for (var line : near) {
      boolean slanted =
          Math.abs(line.x1() - line.x0()) >= 0.5 && Math.abs(line.y1() - line.y0()) >= 0.5;
      if (slanted && middle.isCrossedBy(line.x0(), line.y0(), line.x1(), line.y1())) {
        return true;
      }
    }
    return false;
  }
}
