package dev.rollup.read.page;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One page as it is drawn, stroke by stroke: what comes later lies over what came before. Places
 * are in points from its upper left corner, as it is looked at. Not for several threads.
 */
public final class Page {

  /** Narrower is a line and no area. */
  private static final double LINE = 3;

  /** Programs clip what they print a little before the page ends. */
  private static final double EDGE = 1;

  /** A straight line from one point to another. */
  record Line(double x0, double y0, double x1, double y1, double width, Ink ink, int order) {
    Box box() {
      return Box.of(x0, y0, x1, y1);
    }
  }

  /** An area of one colour. */
  record Fill(Box box, Ink ink, int order) {}

  /** An area of which nobody knows what it shows. */
  record Picture(Box box, boolean covers, int order) {}

  /** Something said about a place of the page. */
  record Remark(Note.Kind kind, Box box, String text) {}

  private final int number;
  private final double width;
  private final double height;
  private final List<Glyph> glyphs = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Fill> fills = new ArrayList<>();
  private final List<Picture> pictures = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private int order;
  private int run;

  /**
   * An empty page.
   *
   * @param number its number in the file, from 1
   */
  public Page(int number, double width, double height) {
    this.number = number;
    this.width = width;
    this.height = height;
  }

  /** Begins what one instruction draws: letters of it belong together. */
  public void beginRun() {
    run++;
  }

  /**
   * Draws a letter.
   *
   * @param text what it says
   * @param placement where and how it stands
   * @param size of its font, in points
   * @param ink its colour
   * @param marks what is the matter with it
   */
  public void glyph(String text, Placement placement, double size, Ink ink, Set<Mark> marks)
      throws Refusal {
    order++;
    if (ink.seen()) {
      glyphs.add(
          new Glyph(
              text,
              placement.box(),
              placement.base(),
              size,
              placement.turn(),
              ink,
              run,
              order,
              marks));
      check(glyphs.size());
    }
  }

  /** Draws a straight line. */
  public void line(double x0, double y0, double x1, double y1, double thickness, Ink ink)
      throws Refusal {
    order++;
    if (ink.seen()) {
      lines.add(new Line(x0, y0, x1, y1, thickness, ink, order));
      check(lines.size());
    }
  }

  /** Fills a rectangle; a narrow one is a line. */
  public void fill(Box box, Ink ink) throws Refusal {
    if (box.height() <= LINE && box.width() <= LINE) {
      // A dot of a line: nobody knows which way it goes.
      double half = Math.max(box.width(), box.height()) / 2;
      line(box.middle() - half, box.centre(), box.middle() + half, box.centre(), 2 * half, ink);
      line(box.middle(), box.centre() - half, box.middle(), box.centre() + half, 2 * half, ink);
    } else if (box.height() <= LINE && box.width() > box.height()) {
      line(box.left(), box.centre(), box.right(), box.centre(), box.height(), ink);
    } else if (box.width() <= LINE && box.height() > box.width()) {
      line(box.middle(), box.top(), box.middle(), box.bottom(), box.width(), ink);
    } else {
      order++;
      if (ink.seen()) {
        fills.add(new Fill(box, ink, order));
        check(fills.size());
      }
    }
  }

  /**
   * Puts a picture down, or anything else of which only its place is known.
   *
   * @param covers whether nothing behind it is seen
   */
  public void picture(Box box, boolean covers) throws Refusal {
    order++;
    pictures.add(new Picture(box, covers, order));
    check(pictures.size());
  }

  /** Hangs a remark on a place, which a person sees beside the page. */
  public void remark(Note.Kind kind, Box box, String text) throws Refusal {
    if (!text.isBlank()) {
      remarks.add(new Remark(kind, box, Objects.requireNonNull(text).strip()));
      check(remarks.size());
    }
  }

  /** Returns the page as it is held to be read: as most of its letters stand. */
  Page upright() throws Refusal {
    int[] letters = new int[4];
    for (var glyph : glyphs) {
      if (glyph.turn() >= 0) {
        letters[glyph.turn()]++;
      }
    }
    int turn = 0;
    for (int i = 1; i < letters.length; i++) {
      turn = letters[i] > letters[turn] ? i : turn;
    }
    return turn == 0 ? this : upright(turn);
  }

  private Page upright(int turn) {
    boolean lies = turn % 2 == 1;
    var turned = new Page(number, lies ? height : width, lies ? width : height);
    for (var glyph : glyphs) {
      Box box = glyph.box().upright(turn, width, height);
      int left = glyph.turn() < 0 ? -1 : (glyph.turn() - turn + 4) % 4;
      turned.glyphs.add(
          new Glyph(
              glyph.text(),
              box,
              glyph.base(),
              glyph.size(),
              left,
              glyph.ink(),
              glyph.run(),
              glyph.order(),
              glyph.marks()));
    }
    for (var line : lines) {
      Box from = new Box(line.x0(), line.y0(), line.x0(), line.y0()).upright(turn, width, height);
      Box to = new Box(line.x1(), line.y1(), line.x1(), line.y1()).upright(turn, width, height);
      turned.lines.add(
          new Line(
              from.left(),
              from.top(),
              to.left(),
              to.top(),
              line.width(),
              line.ink(),
              line.order()));
    }
    fills.forEach(
        fill ->
            turned.fills.add(
                new Fill(fill.box().upright(turn, width, height), fill.ink(), fill.order())));
    pictures.forEach(
        picture ->
            turned.pictures.add(
                new Picture(
                    picture.box().upright(turn, width, height),
                    picture.covers(),
                    picture.order())));
    remarks.forEach(
        remark ->
            turned.remarks.add(
                new Remark(
                    remark.kind(), remark.box().upright(turn, width, height), remark.text())));
    return turned;
  }

  private static void check(int size) throws Refusal {
    if (size > Limits.LISTED) {
      throw Refusal.of(FindingCode.TOO_LARGE);
    }
  }

  /** Returns how many letters were drawn so far. */
  public int letters() {
    return glyphs.size();
  }

  /** Returns what was written since there were so many letters. */
  public String lettersSince(int count) {
    var text = new StringBuilder();
    glyphs.subList(count, glyphs.size()).forEach(glyph -> text.append(glyph.text()));
    return text.toString();
  }

  /** Says that nobody knows what stands where letters were drawn since they were so many. */
  public void doubtSince(int count) {
    glyphs.subList(count, glyphs.size()).replaceAll(glyph -> glyph.with(Mark.DRAWN_OVER));
  }

  int number() {
    return number;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  /** Returns the whole page. */
  public Box box() {
    return new Box(0, 0, width, height);
  }

  /** Tells whether a letter whose middle is at a place is on the page. */
  public boolean shows(double x, double y) {
    return x >= 0 && x <= width - EDGE && y >= 0 && y <= height;
  }

  List<Glyph> glyphs() {
    return glyphs;
  }

  List<Line> lines() {
    return lines;
  }

  List<Fill> fills() {
    return fills;
  }

  List<Picture> pictures() {
    return pictures;
  }

  List<Remark> remarks() {
    return remarks;
  }
}
