package dev.rollup.infer;

import dev.rollup.model.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The headings within a table: rows that say what the rows below them are about, one for the whole
 * width or one for each half.
 */
final class TableHeadings {

  private static final Pattern HEADING = Pattern.compile("^[一二三四五六七八九十]{1,3}、");

  /** A label that opens what is below it. */
  private static final Pattern LABEL_WITH_COLON = Pattern.compile(".{2,}[：:]");

  /** An ordinal with its own stop. */
  private static final Pattern CLOSED_ORDINAL = Pattern.compile(".*[、.．)）]");

  /** A heading below another. */
  private static final Pattern INNER_HEADING = Pattern.compile("^[（(].*");

  private final Region region;
  private final TableHeads heads;
  private final RowLabels labels;
  private final List<String> section = new ArrayList<>();

  /** Where the table has halves side by side, the headings of each, by its first column. */
  private final TreeMap<Integer, String> sides = new TreeMap<>();

  TableHeadings(Region region, TableHeads heads, RowLabels labels) {
    this.region = region;
    this.heads = heads;
    this.labels = labels;
  }

  /** Returns the headings of the whole width above what is read next, outermost first. */
  List<String> section() {
    return List.copyOf(section);
  }

  /** Takes the headings of halves in a row: one half may come to its next section first. */
  void takeHalves(List<Position> cells, int row) {
    cells.stream()
        .filter(cell -> cell.row() == row && region.isLabel(cell) && isHeadingOfHalf(cell, row))
        .filter(cell -> !sides.isEmpty() && sides.containsKey(cell.column()))
        .forEach(cell -> sides.put(cell.column(), region.words(cell)));
  }

  /**
   * Tells whether a row is a heading: the others have a code or a measure of their own where this
   * one has none.
   */
  boolean isUncoded(List<Position> cells, int row) {
    List<Position> own = labelsOf(cells, row);
    if (!own.isEmpty()
        && own.stream().allMatch(cell -> LABEL_WITH_COLON.matcher(region.words(cell)).matches())
        && own.stream().allMatch(cell -> isCodedElsewhere(cell, row))) {
      return true;
    }
    boolean heading =
        !own.isEmpty() && own.stream().allMatch(cell -> HEADING.matcher(region.words(cell)).find());
    for (var cell : cells) {
      boolean told =
          heads.isUnderMeasures(cell, row)
              || heads.isUnder(cell, row, Lexicon::isCodeHead) && cell.column() > region.left();
      if (told && cell.row() == row && region.isBlank(cell) && (own.size() == 1 || heading)) {
        int filled = 0;
        for (int other = row + 1; other <= region.bottom(); other++) {
          Position below = region.corner(other, cell.column());
          filled += below != null && region.isLabel(below) ? 1 : 0;
        }
        if (filled > 1 || heading) {
          return true;
        }
      }
    }
    return heading && own.size() == 1 && isMeasuredBelow(own.get(0));
  }

  /** Tells whether other rows have a code behind their label, where this one has none. */
  private boolean isCodedElsewhere(Position label, int row) {
    Position behind = region.corner(row, region.area(label).last().column() + 1);
    return behind != null
        && region.isBlank(behind)
        && heads.isUnder(behind, row, Lexicon::isCodeHead)
        && heads.isPrinted(behind.column(), row);
  }

  /** Tells whether the labels below a heading name measures in brackets, and it does not. */
  private boolean isMeasuredBelow(Position heading) {
    int measured = 0;
    int others = 0;
    for (int row = heading.row() + 1; row <= region.bottom(); row++) {
      Position below = region.corner(row, heading.column());
      if (below != null && region.isLabel(below) && below.row() == row) {
        boolean named = Lexicon.measureIn(region.words(below)).isPresent();
        measured += named ? 1 : 0;
        others += named || HEADING.matcher(region.words(below)).find() ? 0 : 1;
      }
    }
    return measured > 1
        && measured > 2 * others
        && Lexicon.measureIn(region.words(heading)).isEmpty();
  }

  /** Tells whether a row is one label, most of the table wide or alone in its row. */
  boolean isSection(List<Position> cells, int row) {
    List<Position> own = labelsOf(cells, row);
    int wide = 0;
    for (var cell : own) {
      wide = Math.max(wide, region.area(cell).last().column() - cell.column() + 1);
    }
    boolean ordinal = own.size() == 2 && Numbering.isOrdinal(region.words(own.get(0)));
    int width = region.right() - region.left() + 1;
    return (own.size() == 1 || ordinal) && (2 * wide > width || cells.size() == own.size());
  }

  /** Tells whether a row has a label, and nothing but signs that nobody writes behind it. */
  boolean isCrossedOut(List<Position> cells, int row) {
    List<Position> own = labelsOf(cells, row);
    return own.size() == 1
        && own.get(0).column() == region.left()
        && cells.size() > 1
        && cells.stream().filter(cell -> cell.row() == row).noneMatch(region::isBlank);
  }

  /** Tells whether a row has a heading for each half of the table, and is crossed out else. */
  boolean isSectionOfHalves(List<Position> cells, int row) {
    List<Position> own = labelsOf(cells, row);
    return !heads.isEmpty()
        && own.size() > 1
        && own.get(0).column() == region.left()
        && own.stream().allMatch(cell -> isHeadingOfHalf(cell, row));
  }

  /** Tells whether a label numbers a section, and nobody writes behind it. */
  private boolean isHeadingOfHalf(Position label, int row) {
    int next = region.area(label).last().column() + 1;
    Position behind = next > region.right() ? null : region.corner(row, next);
    return HEADING.matcher(region.words(label)).find()
        && behind != null
        && region.isNothing(behind);
  }

  /** Goes on below a row that is a heading. */
  void begin(List<Position> cells, int row) {
    List<Position> own = labelsOf(cells, row);
    sides.clear();
    boolean halves =
        own.size() > 1 && own.stream().allMatch(cell -> HEADING.matcher(region.words(cell)).find());
    if (halves) {
      section.clear();
      own.forEach(cell -> sides.put(cell.column(), region.words(cell)));
      return;
    }
    String words = region.words(own.get(own.size() - 1));
    if (own.size() == 2) {
      String ordinal = region.words(own.get(0));
      words = ordinal + (CLOSED_ORDINAL.matcher(ordinal).matches() ? "" : "、") + words;
    }
    boolean inner = INNER_HEADING.matcher(words).matches();
    if (!inner || section.size() > 1) {
      section.clear();
    }
    section.add(words);
  }

  private List<Position> labelsOf(List<Position> cells, int row) {
    return cells.stream().filter(cell -> cell.row() == row && region.isLabel(cell)).toList();
  }

  /** Returns the headings between the heads and a blank, over its labels as well. */
  List<String> over(Position blank) {
    var own = new ArrayList<>(section);
    Optional.ofNullable(sides.floorEntry(blank.column()))
        .ifPresent(side -> own.add(side.getValue()));
    boolean headed = false;
    for (int head : heads.rows()) {
      Position above = heads.over(head, blank);
      if (above != null && headed && !heads.isRuler(head) && labels.areUnder(above, blank)) {
        own.add(region.words(above));
      }
      headed |= above != null;
    }
    return own;
  }
}
