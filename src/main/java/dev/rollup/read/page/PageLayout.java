package dev.rollup.read.page;

import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.page.Page.Picture;
import dev.rollup.read.page.Page.Remark;
import dev.rollup.read.page.Paragraphs.Paragraph;
import dev.rollup.read.text.RunningText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One page as its tables and what stands around them, from above. */
final class PageLayout {

  private static final String UNKNOWN = String.valueOf(RunningText.UNKNOWN);

  /** A picture lies over a cell of which it hides so much, or in which so much of it lies. */
  private static final double OVER = 0.4;

  /** A slanted line is longer, across and down. */
  private static final double STROKE = 3;

  /** What stands on a page, from above. */
  sealed interface Block {
    /** Returns where it is. */
    Box box();
  }

  /** A line of text outside tables. */
  record Line(TextLine text) implements Block {
    @Override
    public Box box() {
      return text.box();
    }
  }

  /**
   * A table.
   *
   * @param lattice its lines
   * @param texts the paragraphs of each of its cells
   * @param beside what stands beside its rows, outside its lines
   */
  record Table(Lattice lattice, List<List<Paragraph>> texts, List<Beside> beside) implements Block {
    @Override
    public Box box() {
      return lattice.box();
    }

    /** Tells whether something stands beside a row. */
    boolean hasBeside(int row) {
      return beside.stream().anyMatch(each -> each.row() == row);
    }

    /** Returns what a cell holds, in one line. */
    String text(int cell) {
      var all = new StringBuilder();
      texts.get(cell).forEach(paragraph -> all.append(paragraph.text().value()).append(' '));
      return all.toString().strip();
    }
  }

  /** A text left or right of a table, and the row that it stands beside. */
  record Beside(int row, Paragraph text) {}

  private final Page page;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Remark> remarks;

  private PageLayout(Page page, Visibility sight) throws Refusal {
    this.page = page;
    this.remarks = new ArrayList<>(page.remarks());
    List<Lattice> lattices = new ArrayList<>(Lattice.in(Rules.of(sight.lines())));
    lattices.sort(
        Comparator.<Lattice>comparingDouble(each -> each.box().top())
            .thenComparingDouble(each -> each.box().left()));
    var around = new ArrayList<Glyph>();
    Map<Lattice, Map<Integer, List<Glyph>>> inside = new HashMap<>();
    Map<Integer, List<Glyph>> askew = new HashMap<>();
    for (var glyph : sight.glyphs()) {
      if (glyph.turn() < 0 || glyph.turn() == 2) {
        askew.computeIfAbsent(glyph.run(), run -> new ArrayList<>()).add(glyph);
        continue;
      }
      Lattice holder = holder(lattices, glyph.box().middle(), glyph.box().centre());
      if (holder != null) {
        put(inside, holder, holder.regionAt(glyph.box().middle(), glyph.box().centre()), glyph);
      } else if (glyph.turn() == 0) {
        around.add(glyph);
      } else {
        askew.computeIfAbsent(glyph.run(), run -> new ArrayList<>()).add(glyph);
      }
    }
    cover(drawings(sight.lines(), lattices), lattices, inside, around);
    Map<Lattice, Map<Integer, List<Glyph>>> beside = new HashMap<>();
    var apart = new ArrayList<Glyph>();
    for (var glyph : around) {
      Lattice level = level(lattices, glyph.box());
      if (level == null) {
        apart.add(glyph);
      } else {
        int row = level.rowAt(glyph.box().centre());
        // Left and right of a table are two texts.
        put(beside, level, glyph.box().middle() < level.box().left() ? -1 - row : row, glyph);
      }
    }
    for (var lattice : lattices) {
      blocks.add(
          table(
              lattice,
              inside.getOrDefault(lattice, Map.of()),
              beside.getOrDefault(lattice, Map.of())));
    }
    for (var line : Lines.of(apart)) {
      blocks.add(new Line(line));
    }
    blocks.sort(
        Comparator.<Block>comparingDouble(PageLayout::height)
            .thenComparingDouble(block -> block.box().left()));
    askew.values().forEach(this::remark);
  }

  static PageLayout of(Page page, Visibility sight) throws Refusal {
    return new PageLayout(page, sight);
  }

  Page page() {
    return page;
  }

  /** Returns all blocks from above. */
  List<Block> blocks() {
    return blocks;
  }

  /** Returns what is said about places of the page. */
  List<Remark> remarks() {
    return remarks;
  }

  /** Lines beside a table come behind the row that they stand beside begins. */
  private static double height(Block block) {
    return block instanceof Line line ? line.text().base() : block.box().top();
  }

  private static @Nullable Lattice holder(List<Lattice> lattices, double x, double y) {
    Lattice smallest = null;
    for (var lattice : lattices) {
      if (lattice.box().contains(x, y)
          && (smallest == null || lattice.box().area() < smallest.box().area())) {
        smallest = lattice;
      }
    }
    return smallest;
  }

  /** Returns the nearest table of which a row stands at the same height; null where none does. */
  private static @Nullable Lattice level(List<Lattice> lattices, Box box) {
    Lattice nearest = null;
    double least = Double.MAX_VALUE;
    for (var lattice : lattices) {
      Box own = lattice.box();
      if (box.centre() >= own.top() && box.centre() <= own.bottom()) {
        double far = Math.max(own.left() - box.right(), box.left() - own.right());
        if (far < least) {
          least = far;
          nearest = lattice;
        }
      }
    }
    return nearest;
  }

  private static void put(
      Map<Lattice, Map<Integer, List<Glyph>>> inside, Lattice lattice, int cell, Glyph glyph) {
    inside
        .computeIfAbsent(lattice, l -> new HashMap<>())
        .computeIfAbsent(cell, c -> new ArrayList<>())
        .add(glyph);
  }

  /** A text that is read at a slant is seen, and belongs to nothing. */
  private void remark(List<Glyph> run) {
    var text = new StringBuilder();
    Box box = run.get(0).box();
    for (var glyph : run) {
      text.append(glyph.text());
      box = box.with(glyph.box());
    }
    if (!text.toString().isBlank() && !run.get(0).marks().contains(Mark.HIDDEN)) {
      remarks.add(new Remark(Note.Kind.BOX, box, text.toString().strip()));
    }
  }

  // --- cells

  private Table table(
      Lattice lattice, Map<Integer, List<Glyph>> inside, Map<Integer, List<Glyph>> outside)
      throws Refusal {
    var texts = new ArrayList<List<Paragraph>>();
    for (int cell = 0; cell < lattice.regions().size(); cell++) {
      List<Glyph> own = inside.getOrDefault(cell, List.of());
      texts.add(
          own.isEmpty() ? List.of() : paragraphs(own, lattice.box(lattice.regions().get(cell))));
    }
    var beside = new ArrayList<Beside>();
    for (var entry : new TreeMap<>(outside).entrySet()) {
      int row = entry.getKey() < 0 ? -1 - entry.getKey() : entry.getKey();
      for (var text : Paragraphs.of(Lines.of(entry.getValue()), 0, page.width())) {
        beside.add(new Beside(row, text));
      }
    }
    return new Table(lattice, texts, beside);
  }

  private List<Paragraph> paragraphs(List<Glyph> glyphs, Box cell) throws Refusal {
    var byTurn = new TreeMap<Integer, List<Glyph>>();
    for (var glyph : glyphs) {
      byTurn
          .computeIfAbsent(glyph.turn(), turn -> new ArrayList<>())
          .add(glyph.upright(page.width(), page.height()));
    }
    var paragraphs = new ArrayList<Paragraph>();
    for (var entry : byTurn.entrySet()) {
      Box room = cell.upright(entry.getKey(), page.width(), page.height());
      paragraphs.addAll(Paragraphs.of(Lines.of(entry.getValue()), room.left(), room.right()));
    }
    return paragraphs;
  }

  /** Returns the pictures of the page, and the slanted lines that cross no cell out. */
  private List<Picture> drawings(List<Page.Line> lines, List<Lattice> lattices) throws Refusal {
    var drawings = new ArrayList<>(page.pictures());
    for (var line : lines) {
      Box box = line.box();
      boolean slanted = box.width() > STROKE && box.height() > STROKE;
      if (slanted) {
        Lattice holder = holder(lattices, box.middle(), box.centre());
        if (holder == null || !holder.isDiagonal(line)) {
          drawings.add(new Picture(box, false, line.order()));
        }
      }
    }
    return drawings;
  }

  /** Puts a sign of something unknown where a picture lies over a cell or in a line. */
  private void cover(
      List<Picture> pictures,
      List<Lattice> lattices,
      Map<Lattice, Map<Integer, List<Glyph>>> inside,
      List<Glyph> around)
      throws Refusal {
    for (var picture : pictures) {
      if (picture.box().area() > page.box().area() / 2) {
        continue;
      }
      boolean overCell = false;
      for (var lattice : lattices) {
        for (int cell = 0; cell < lattice.regions().size(); cell++) {
          Box box = lattice.box(lattice.regions().get(cell));
          double shared = box.shared(picture.box());
          if (shared > 0
              && (shared >= OVER * box.area() || shared >= OVER * picture.box().area())) {
            put(inside, lattice, cell, sign(picture, picture.box().within(box)));
            overCell = true;
          }
        }
      }
      if (!overCell) {
        around.addAll(inLines(picture, around));
      }
    }
  }

  /** A picture between the letters of a line may be an answer. */
  private List<Glyph> inLines(Picture picture, List<Glyph> around) throws Refusal {
    var signs = new ArrayList<Glyph>();
    for (var line : Lines.of(around)) {
      Box box = line.box();
      double high =
          Math.min(box.bottom(), picture.box().bottom()) - Math.max(box.top(), picture.box().top());
      boolean within =
          picture.box().middle() > box.left() && picture.box().left() < box.right() + line.size();
      if (high >= OVER * box.height() && within) {
        Box at = new Box(picture.box().left(), box.top(), picture.box().right(), box.bottom());
        signs.add(sign(picture, at));
      }
    }
    return signs;
  }

  private Glyph sign(Picture picture, Box box) {
    double size = Math.max(1, Math.min(box.height(), 12));
    double middle = box.centre();
    Box at =
        new Box(
            box.middle() - Math.min(box.width(), size) / 2,
            middle - Lines.ASCENT * size / 2,
            box.middle() + Math.min(box.width(), size) / 2,
            middle + Lines.ASCENT * size / 2);
    return new Glyph(UNKNOWN, at, at.bottom(), size, 0, Ink.UNKNOWN, -1, picture.order(), Set.of());
  }
}
