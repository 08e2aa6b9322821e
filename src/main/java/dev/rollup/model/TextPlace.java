package dev.rollup.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a paragraph of a running text stands: in which cells and boxes, the outermost first, and
 * the how manieth it is there. People find it as {@code p5}, {@code t1.r2.c2.p3} or {@code
 * p5.b1.p1}.
 *
 * @param inside the cells and boxes that it is in; none for a paragraph of the text itself
 * @param paragraph its number there, from 1; 0 for all that they hold
 */
public record TextPlace(List<Step> inside, int paragraph) implements Address {

  /** The text itself. */
  public static final TextPlace TEXT = new TextPlace(List.of(), 0);

  /** One thing that holds paragraphs of its own. */
  public sealed interface Step {
    /** Returns it as people find it, inside what holds it. */
    String written();
  }

  /**
   * A cell of a table.
   *
   * @param table the number of the table, from 1, in what holds it
   * @param row the row, from 1
   * @param cell the number of the cell in its row, from 1; 0 for the row as a whole
   */
  public record TableCell(int table, int row, int cell) implements Step {
    @Override
    public String written() {
      return "t" + table + ".r" + row + (cell == 0 ? "" : ".c" + cell);
    }
  }

  /**
   * A box of text that lies over the page.
   *
   * @param paragraph the number of the paragraph that holds it; 0 where nobody knows which
   * @param number the number of the box, from 1, in its paragraph
   */
  public record Box(int paragraph, int number) implements Step {
    @Override
    public String written() {
      return (paragraph == 0 ? "" : "p" + paragraph + ".") + "b" + number;
    }
  }

  /** Copies the steps. */
  public TextPlace {
    inside = List.copyOf(inside);
  }

  /** Returns a paragraph of what this place is all of. */
  public TextPlace paragraph(int number) {
    return new TextPlace(inside, number);
  }

  /** Returns all that a cell or a box inside this place holds. */
  public TextPlace with(Step step) {
    var steps = new ArrayList<>(inside);
    steps.add(step);
    return new TextPlace(steps, 0);
  }

  /** Returns all that the innermost cell or box holds. */
  public TextPlace holder() {
    return new TextPlace(inside, 0);
  }

  /** Tells whether it is in a table. */
  public boolean inTable() {
    return innermostCell() >= 0;
  }

  /** Returns the row of the innermost table that it is in; itself where it is in none. */
  public TextPlace row() {
    int at = innermostCell();
    if (at < 0) {
      return this;
    }
    var cell = (TableCell) inside.get(at);
    return new TextPlace(inside.subList(0, at), 0).with(new TableCell(cell.table(), cell.row(), 0));
  }

  /** Returns the cell that holds it, where that is in nothing else. */
  public Optional<TableCell> onlyCell() {
    return inside.size() == 1 && inside.get(0) instanceof TableCell cell
        ? Optional.of(cell)
        : Optional.empty();
  }

  /**
   * Returns the paragraph that holds the outermost box that it is in, {@link #paragraph} 0 where
   * nobody knows which; empty where it is in no box.
   */
  public Optional<TextPlace> underBox() {
    for (int i = 0; i < inside.size(); i++) {
      if (inside.get(i) instanceof Box box) {
        return Optional.of(new TextPlace(inside.subList(0, i), box.paragraph()));
      }
    }
    return Optional.empty();
  }

  private int innermostCell() {
    int at = inside.size() - 1;
    while (at >= 0 && !(inside.get(at) instanceof TableCell)) {
      at--;
    }
    return at;
  }

  @Override
  public String written() {
    String steps = inside.stream().map(Step::written).collect(Collectors.joining("."));
    return paragraph == 0 ? steps : steps.isEmpty() ? "p" + paragraph : steps + ".p" + paragraph;
  }
}
