package dev.rollup.infer;

import dev.rollup.model.Position;

/**
 * The empty cells of a table that are no blanks: the corner left of the numbers or measures of
 * columns, and gaps among the heads, where everything else in the row is a head.
 */
final class HeadGaps {

  private final Region region;
  private final TableHeads heads;
  private final RowLabels labels;
  private final UnmergedHeads unmerged;

  HeadGaps(Region region, TableHeads heads, RowLabels labels) {
    this.region = region;
    this.heads = heads;
    this.labels = labels;
    this.unmerged = new UnmergedHeads(region);
  }

  /** Tells whether an empty cell of a row is a blank: one that began above was read there. */
  boolean isWritable(Position cell, int row) {
    return cell.row() == row && !isCorner(cell, row);
  }

  /**
   * The corner left of the column numbers or measures, and empty cells among the heads, are no
   * blanks: everything else in the row is a head.
   */
  private boolean isCorner(Position cell, int row) {
    if (region.spot(cell).formula().isPresent()) {
      return false;
    }
    return heads.isUnder(cell, row, Lexicon::isOrdinalHead)
        || (heads.isUnder(cell, row, Lexicon::isCodeHead) || heads.isUnderMeasures(cell, row))
            && heads.isPrinted(cell.column(), row)
        || isRulerRow(cell, row)
        || isHeadGap(cell, row)
        || isOverLabels(cell, row);
  }

  /**
   * Tells whether a cell is the empty corner over the labels of the rows: words stand right of it
   * and below it, and none left of it or above it.
   */
  private boolean isOverLabels(Position cell, int row) {
    boolean named = false;
    for (var each : region.row(row)) {
      if (region.isLabel(each) && each.column() < cell.column()) {
        return false;
      }
      named |= region.isLabel(each) && each.row() == row && each.column() > cell.column();
    }
    for (int above = region.top(); above < row; above++) {
      Position corner = region.corner(above, cell.column());
      if (corner != null && region.isLabel(corner) && !region.isBanner(corner)) {
        return false;
      }
    }
    return named && heads.isPrinted(cell.column(), row);
  }

  /** Tells whether a row only numbers the columns, or says what is counted in them. */
  private boolean isRulerRow(Position cell, int row) {
    int numbers = 0;
    int measures = 0;
    int others = 0;
    int blanks = 0;
    for (var each : region.row(row)) {
      if (each.row() != row) {
        continue;
      }
      if (region.isBlank(each)) {
        blanks++;
      } else if (region.isLabel(each)) {
        String words = region.words(each);
        if (Numbering.isOfColumn(words)) {
          numbers++;
        } else if (TableHeads.measureIn(words).isPresent()) {
          measures++;
        } else if (each.column() > region.left() || !isNameOfRuler(words)) {
          others++;
        }
      }
    }
    boolean below = heads.rows().contains(row - 1) || row == region.top();
    boolean units = others == 0 && measures > 1 && below;
    boolean ruler = others == 0 && numbers > 1 && numbers + measures >= blanks;
    boolean first = cell.column() == region.left();
    return units || ruler && (first || numbers + measures > 2 * blanks);
  }

  /** Tells whether a word before a row says that it measures or numbers the columns. */
  private static boolean isNameOfRuler(String words) {
    return Lexicon.isMeasureHead(words) || Lexicon.isCodeHead(words);
  }

  /** In heads that were not merged, the cells right of a head and below it are empty. */
  private boolean isHeadGap(Position cell, int row) {
    return unmerged.hold(row) || isAmongHeads(cell, row);
  }

  /** Tells whether an empty cell stands among the heads of a new table. */
  private boolean isAmongHeads(Position cell, int row) {
    int left = 0;
    int right = 0;
    int blanks = 0;
    for (var each : region.row(row)) {
      if (each.row() != row
          || region.isLabel(each)
              && (labels.isMeasureBehind(each, row)
                  || heads.isUnderMeasures(each, row)
                  || heads.isUnder(each, row, Lexicon::isCodeHead))) {
        continue;
      }
      if (region.isBlank(each)) {
        blanks++;
      } else if (region.isLabel(each)) {
        left += each.column() < cell.column() ? 1 : 0;
        right += each.column() > cell.column() ? 1 : 0;
      }
    }
    return left > 0 && right > 1 && left + right > 2 * blanks + 1;
  }
}
