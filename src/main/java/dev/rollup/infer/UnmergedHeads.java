package dev.rollup.infer;

import dev.rollup.model.Position;
import java.util.HashMap;
import java.util.Map;

/**
 * The heads at the top of a table whose cells were not merged: the cells right of a head and below
 * it are empty, and nobody writes into them.
 */
final class UnmergedHeads {

  private static final int MOST_HEADS = 6;

  private final Region region;

  /** The row below them; the top of the table where there are none such. */
  private final int end;

  UnmergedHeads(Region region) {
    this.region = region;
    this.end = endOfHeads();
  }

  /** Tells whether a row is one of them, or one of them once more. */
  boolean hold(int row) {
    return row < end || isHeadAgain(row);
  }

  /**
   * Returns the first row below heads that were not merged; the top where there are none such.
   * Below them a row has its label on the left, and nothing but blanks; in them every column has a
   * head.
   */
  private int endOfHeads() {
    int labels = 0;
    for (var cell : region.row(region.top())) {
      labels += region.isLabel(cell) ? 1 : 0;
      if (region.isLabel(cell) && Lexicon.role(region.words(cell)).isPresent()) {
        return region.top();
      }
    }
    if (labels < 2) {
      return region.top();
    }
    for (int row = region.top() + 1;
        row <= Math.min(region.bottom(), region.top() + MOST_HEADS);
        row++) {
      if (region.row(row).stream()
          .anyMatch(cell -> region.isLabel(cell) && Ticks.areIn(region.words(cell)))) {
        // Answers to tick stand in no heads: what is above is a table of labels and values.
        return region.top();
      }
      if (isNumberedRow(row)) {
        return region.top();
      }
      if (isBody(row)) {
        return isHeaded(row) ? row : region.top();
      }
      if (region.row(row).stream().noneMatch(cell -> isWord(cell))) {
        // A row to be filled in: what is above are all the heads.
        return region.top();
      }
    }
    return region.top();
  }

  private boolean isWord(Position cell) {
    return region.isLabel(cell) && !Numbering.isOrdinal(region.words(cell));
  }

  /**
   * Tells whether a row has a number of its own under the head of the numbers, a blank, and a cell
   * that is crossed out: none of them stands among heads.
   */
  private boolean isNumberedRow(int row) {
    boolean numbered = false;
    boolean blank = false;
    boolean crossed = false;
    for (var cell : region.row(row)) {
      Position head = region.corner(region.top(), cell.column());
      blank |= cell.row() == row && region.isBlank(cell);
      crossed |= cell.row() == row && region.isNothing(cell);
      numbered |=
          cell.row() == row
              && head != null
              && region.isLabel(head)
              && Lexicon.isCodeHead(region.words(head))
              && region.isLabel(cell)
              && Numbering.isCode(region.words(cell));
    }
    return numbered && blank && crossed && region.row(row).stream().anyMatch(this::isWord);
  }

  private boolean isBody(int row) {
    int labels = 0;
    int blanks = 0;
    boolean before = true;
    for (var cell : region.row(row)) {
      boolean words = region.isLabel(cell) && !Numbering.isAmount(region.words(cell));
      before &= !words || blanks == 0;
      labels += cell.row() == row && words ? 1 : 0;
      blanks += cell.row() == row && region.isBlank(cell) ? 1 : 0;
    }
    Position first = region.corner(row, region.left());
    boolean named = first != null && first.row() == row && region.isLabel(first);
    // Groups of rows have more labels, all of them before what is filled in.
    return named && blanks >= labels && (labels < 3 || before);
  }

  /** Tells whether every column has a head above a row. */
  private boolean isHeaded(int end) {
    boolean gap = false;
    for (int column = region.left(); column <= region.right(); column++) {
      boolean headed = false;
      for (int row = region.top(); row < end; row++) {
        Position cell = region.corner(row, column);
        headed |= cell != null && region.isLabel(cell);
        gap |= cell != null && region.isBlank(cell);
      }
      if (!headed) {
        return false;
      }
    }
    return gap;
  }

  /** Tells whether a row is one of the heads once more, as on the next page. */
  private boolean isHeadAgain(int row) {
    Map<Integer, String> own = labelsOf(row);
    for (int head = region.top(); head < end && own.size() > 1; head++) {
      if (head != row && labelsOf(head).equals(own)) {
        return true;
      }
    }
    return false;
  }

  private Map<Integer, String> labelsOf(int row) {
    var labels = new HashMap<Integer, String>();
    for (var cell : region.row(row)) {
      if (cell.row() == row && region.isLabel(cell)) {
        labels.put(cell.column(), region.words(cell));
      }
    }
    return labels;
  }
}
