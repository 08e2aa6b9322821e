package dev.rollup.infer;

import dev.rollup.model.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/** The labels of the rows of a table: what stands left of a blank and is about it. */
final class RowLabels {

  private final Region region;
  private final TableHeads heads;

  RowLabels(Region region, TableHeads heads) {
    this.region = region;
    this.heads = heads;
  }

  /** Returns the labels left of a blank, those of the blank before it left out. */
  List<Position> of(Position blank, int row) {
    var own = new LinkedHashSet<Position>();
    for (int column = blank.column() - 1; column >= region.left(); column--) {
      Position cell = region.corner(row, column);
      if (cell == null) {
        break;
      }
      if (region.isLabel(cell) && isMeasureBehind(cell, row)) {
        break;
      }
      if (region.isLabel(cell) && isAmount(cell, row)) {
        continue;
      }
      if (region.isLabel(cell) && !Ticks.areIn(region.words(cell))) {
        own.add(cell);
      } else if (!own.isEmpty() && (region.isBlank(cell) || Ticks.areIn(region.words(cell)))) {
        break;
      }
    }
    var inOrder = new ArrayList<>(own);
    Collections.reverse(inOrder);
    if (inOrder.size() == 1 && isOrdinalOnly(inOrder.get(0), row)) {
      return List.of();
    }
    return inOrder;
  }

  /** Tells whether a number is printed that is neither a code nor counts the rows. */
  private boolean isAmount(Position cell, int row) {
    String words = region.words(cell);
    return Numbering.isFraction(words)
        || Numbering.isAmount(words)
            && cell.column() > region.left()
            && heads.isUnder(cell, row, head -> !head.isEmpty())
            && !heads.isUnder(cell, row, Lexicon::isCodeHead)
            && !heads.isUnder(cell, row, head -> Numbering.isOfColumn(head));
  }

  /** Tells whether a cell says what is counted in the blank left of it. */
  boolean isMeasureBehind(Position cell, int row) {
    Position left = region.corner(row, cell.column() - 1);
    return left != null
        && region.isBlank(left)
        && Lexicon.isMeasure(region.words(cell))
        && !heads.isUnderMeasures(cell, row);
  }

  private boolean isOrdinalOnly(Position label, int row) {
    String words = region.words(label);
    return Numbering.isOrdinal(words)
        && (heads.isUnder(label, row, Lexicon::isCodeHead) || Numbering.isOfRow(words));
  }

  /** Tells whether a head stands over the labels of a row as well as over a blank in it. */
  boolean areUnder(Position head, Position blank) {
    List<Position> labels = of(blank, blank.row());
    return !labels.isEmpty()
        && labels.get(0).column() >= head.column()
        && region.area(head).last().column() >= blank.column();
  }

  /**
   * Returns the labels that a label is set in below, outermost first: 煤矿 below 工矿. Totals and what
   * is a part of something have nothing below them.
   */
  List<String> outer(Position label) {
    var outer = new ArrayList<String>();
    int indent = region.indent(label);
    boolean first = true;
    for (int row = label.row() - 1; row >= region.top() && indent > 0; row--) {
      Position above = region.corner(row, label.column());
      if (above == null || heads.rows().contains(row)) {
        break;
      }
      if (above.row() != row || !region.isLabel(above)) {
        continue;
      }
      String words = region.words(above);
      int own = region.indent(above);
      if (first && own < indent && Total.of(region.words(label)) != Total.NONE) {
        // A total in the middle of its cell belongs to all above it.
        return List.of();
      }
      first = false;
      if (own < indent) {
        indent = own;
        if (Total.of(words) == Total.NONE && !Lexicon.isPart(words)) {
          outer.add(0, words);
        }
      }
    }
    return outer;
  }
}
