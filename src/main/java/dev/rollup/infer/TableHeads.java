package dev.rollup.infer;

import dev.rollup.model.Position;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The heads of a table, as far as it has been read: what stands over a column, and what the column
 * is counted in or called by.
 */
final class TableHeads {

  private static final Pattern UNIT_ROW = Pattern.compile("[（(]?\\s*(.{1,8}?)\\s*[)）]?");

  /** What the number of a column is made of. */
  private static final Pattern EQUALS = Pattern.compile("[=＝].*");

  private final Region region;

  /** The rows of the heads, from above. */
  private final List<Integer> rows = new ArrayList<>();

  /** Whether a row numbers the columns, and whether it measures them: asked for every cell. */
  private final Map<Integer, Boolean> rulers = new HashMap<>();

  private final Map<Integer, Boolean> unitRows = new HashMap<>();

  TableHeads(Region region) {
    this.region = region;
  }

  /** Takes a row for one more of the heads. */
  void add(int row) {
    rows.add(row);
  }

  /** Forgets the heads: others follow. */
  void clear() {
    rows.clear();
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Returns the rows of the heads, from above. */
  List<Integer> rows() {
    return Collections.unmodifiableList(rows);
  }

  /** Tells whether the head above a cell is of a kind. */
  boolean isUnder(Position cell, int row, Predicate<String> kind) {
    for (int head : rows) {
      Position above = region.corner(head, cell.column());
      if (above != null
          && head < row
          && region.isLabel(above)
          && kind.test(region.words(above))
          && !isLegend(above, head)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether measures are printed in the column of a cell: 单位 may also head names. */
  boolean isUnderMeasures(Position cell, int row) {
    return isUnder(cell, row, Lexicon::isMeasureHead)
        && (!isUnder(cell, row, head -> Folding.label(head).equals("单位"))
            || isMeasures(cell.column()));
  }

  private boolean isMeasures(int column) {
    for (int row = region.top(); row <= region.bottom(); row++) {
      Position cell = region.corner(row, column);
      if (cell != null
          && !rows.contains(row)
          && region.isLabel(cell)
          && Lexicon.isMeasure(region.words(cell))) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a word says what the rest of its row is: the measures or numbers of columns. */
  private boolean isLegend(Position cell, int row) {
    String words = region.words(cell);
    return cell.row() == row
        && measureIn(words).isEmpty()
        && !Numbering.isOfColumn(words)
        && (isUnitRow(row) || isRuler(row));
  }

  /** Tells whether words are printed below or above a cell in its column, heads apart. */
  boolean isPrinted(int column, int row) {
    for (int other = region.top(); other <= region.bottom(); other++) {
      Position cell = region.corner(other, column);
      if (other != row && !rows.contains(other) && cell != null && region.isLabel(cell)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a blank is wider than one column of the table: several heads stand over it. */
  boolean isUnderSeveral(Position blank) {
    for (int head : rows) {
      Position first = region.corner(head, blank.column());
      Position last = region.corner(head, region.area(blank).last().column());
      if (first != null && region.isLabel(first) && last != null && !first.equals(last)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the head over a blank in one row; an empty cell right of a head belongs to it. */
  @Nullable Position over(int row, Position blank) {
    Position above = region.corner(row, blank.column());
    if (above != null && region.isLabel(above)) {
      return above;
    }
    boolean spills = above != null && region.isBlank(above) && above.row() == row;
    for (int column = blank.column() - 1; spills && column > region.left(); column--) {
      Position left = region.corner(row, column);
      if (left != null && region.isLabel(left)) {
        boolean parts = rows.indexOf(row) < rows.size() - 1;
        // A head that began above is not that of its neighbour.
        return parts && left.row() == row ? left : null;
      }
    }
    return null;
  }

  /** Tells whether the table has one column to be filled in, so that its head says nothing. */
  boolean onlyColumn() {
    var columns = new HashSet<Integer>();
    for (int row = region.top(); row <= region.bottom(); row++) {
      for (var cell : region.row(row)) {
        if (region.isBlank(cell) && !rows.contains(row)) {
          columns.add(cell.column());
        }
      }
    }
    return columns.size() == 1;
  }

  /** Tells whether a row of the heads only numbers the columns. */
  boolean isRuler(int row) {
    return rulers.computeIfAbsent(row, this::numbersColumns);
  }

  private boolean numbersColumns(int row) {
    int numbers = 0;
    int others = 0;
    for (var cell : region.row(row)) {
      if (cell.row() == row && region.isLabel(cell)) {
        if (Numbering.isOfColumn(region.words(cell))) {
          numbers++;
        } else {
          others++;
        }
      }
    }
    return numbers > 1 && others <= 1 && numbers > others;
  }

  /** Tells whether a row of the heads says what is counted below. */
  boolean isUnitRow(int row) {
    return unitRows.computeIfAbsent(row, this::measuresColumns);
  }

  private boolean measuresColumns(int row) {
    int units = 0;
    int others = 0;
    for (var cell : region.row(row)) {
      if (cell.row() == row && region.isLabel(cell)) {
        if (measureIn(region.words(cell)).isPresent()) {
          units++;
        } else {
          others++;
        }
      }
    }
    return units > 0 && others <= 1 && units >= others;
  }

  /** Returns the measure that the words of a head are, in brackets or not. */
  static Optional<String> measureIn(String words) {
    Matcher matcher = UNIT_ROW.matcher(words);
    return matcher.matches() && Lexicon.isMeasure(matcher.group(1))
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  /** Returns what the heads say is counted in the column of a blank. */
  Optional<String> measure(Position blank) {
    for (int head : rows) {
      Position above = region.corner(head, blank.column());
      if (above != null && region.isLabel(above) && isUnitRow(head)) {
        Optional<String> unit = measureIn(region.words(above));
        if (unit.isPresent()) {
          return unit;
        }
      }
    }
    return Optional.empty();
  }

  /** Returns what the heads number the column of a blank by. */
  Optional<String> code(Position blank) {
    for (int head : rows) {
      Position above = region.corner(head, blank.column());
      if (above != null && region.isLabel(above) && isRuler(head)) {
        return Optional.of(EQUALS.matcher(region.words(above)).replaceFirst(""));
      }
    }
    return Optional.empty();
  }
}
