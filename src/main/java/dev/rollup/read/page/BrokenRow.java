package dev.rollup.read.page;

import dev.rollup.read.page.Lattice.Region;
import dev.rollup.read.page.PageLayout.Table;
import dev.rollup.read.page.Paragraphs.Paragraph;
import dev.rollup.read.page.Sequence.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row that the end of a page went through: its lines are drawn as those of two rows, and only
 * what stands in them tells that it is one.
 */
final class BrokenRow {

  /** Edges of a cell at the same place of two pages differ by less than this. */
  private static final double SAME = 4;

  /** So many letters are words, and no number with its measure. */
  private static final int WORDS = 4;

  private final List<List<Paragraph>> cells;
  private final int pages;

  private BrokenRow(List<List<Paragraph>> cells, int pages) {
    this.cells = cells;
    this.pages = pages;
  }

  /**
   * Puts together the last row of a page with what of it stands on the pages behind.
   *
   * @param parts all pages
   * @param at the one that ends with the table
   * @param row the last row of that table
   */
  static BrokenRow of(List<Part> parts, int at, Table table, int row) {
    List<List<Paragraph>> cells = cells(table, row);
    Table above = table;
    int upper = row;
    int next = at + 1;
    while (next < parts.size() && parts.get(next).continues()) {
      Table below = (Table) parts.get(next).blocks().get(0);
      int lower = parts.get(next).heads();
      Optional<List<List<Paragraph>>> whole =
          lower < below.lattice().rows()
              ? joined(cells, above, upper, below, lower)
              : Optional.empty();
      if (whole.isEmpty()) {
        break;
      }
      cells = whole.get();
      above = below;
      upper = lower;
      next++;
      boolean over = lower + 1 < below.lattice().rows() || parts.get(next - 1).blocks().size() > 1;
      if (over) {
        break;
      }
    }
    return new BrokenRow(cells, next - at - 1);
  }

  /** Returns the paragraphs of its cells, from the left. */
  List<List<Paragraph>> cells() {
    return cells;
  }

  /** Returns on how many pages behind its own it goes on. */
  int pages() {
    return pages;
  }

  /** Returns what stands in the cells of one row; of a cell from above it, nothing. */
  static List<List<Paragraph>> cells(Table table, int row) {
    var cells = new ArrayList<List<Paragraph>>();
    for (int cell : table.lattice().across(row)) {
      boolean own = table.lattice().regions().get(cell).row() == row;
      cells.add(own ? table.texts().get(cell) : List.of());
    }
    return cells;
  }

  private static Optional<List<List<Paragraph>>> joined(
      List<List<Paragraph>> begun, Table above, int upper, Table below, int lower) {
    List<Region> own = regions(above, upper);
    List<Region> more = regions(below, lower);
    if (own.size() != more.size() || above.hasBeside(upper) || below.hasBeside(lower)) {
      return Optional.empty();
    }
    List<List<Paragraph>> rest = cells(below, lower);
    var whole = new ArrayList<List<Paragraph>>();
    int going = 0;
    int filled = 0;
    for (int i = 0; i < own.size(); i++) {
      Box cell = above.lattice().box(own.get(i));
      Box other = below.lattice().box(more.get(i));
      boolean same =
          Math.abs(cell.left() - other.left()) < SAME
              && Math.abs(cell.right() - other.right()) < SAME;
      if (!same) {
        return Optional.empty();
      }
      List<Paragraph> both = Paragraphs.over(begun.get(i), rest.get(i), cell.left(), cell.right());
      filled += rest.get(i).isEmpty() ? 0 : 1;
      going += both.size() < begun.get(i).size() + rest.get(i).size() ? 1 : 0;
      whole.add(both);
    }
    boolean allGoOn = filled > 0 && going == filled;
    return allGoOn || saysMore(begun, rest) ? Optional.of(whole) : Optional.empty();
  }

  /**
   * Tells whether only the last cell goes on, in words, behind a cell that says what it is about.
   */
  private static boolean saysMore(List<List<Paragraph>> begun, List<List<Paragraph>> rest) {
    int last = rest.size() - 1;
    return last > 0
        && rest.subList(0, last).stream().allMatch(List::isEmpty)
        && !begun.get(last - 1).isEmpty()
        && isWords(begun.get(last))
        && isWords(rest.get(last));
  }

  private static boolean isWords(List<Paragraph> cell) {
    return cell.stream()
            .flatMapToInt(paragraph -> paragraph.text().value().codePoints())
            .filter(Character::isLetter)
            .limit(WORDS)
            .count()
        == WORDS;
  }

  private static List<Region> regions(Table table, int row) {
    var regions = new ArrayList<Region>();
    for (int cell : table.lattice().across(row)) {
      regions.add(table.lattice().regions().get(cell));
    }
    return regions;
  }
}
