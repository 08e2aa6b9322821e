package dev.rollup.infer;

import dev.rollup.model.Position;
import dev.rollup.template.FieldType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the blanks of one table, row by row from above. */
final class RegionReader {

  private static final Pattern SAMPLE =
      Pattern.compile(
          "(?:示|样|举|填写?)?例(?:[：:（(].*)?|例[一二三1-3]|(?:示例|样例|填写示例).*|e\\.g\\..*|example.*");

  /** A digit. */
  private static final Pattern DIGIT = Pattern.compile("\\d");

  private final Region region;
  private final TableHeads heads;
  private final RowLabels labels;
  private final ColumnWords columns;
  private final TableHeadings headings;
  private final HeadGaps gaps;
  private final BlankWords blanks;
  private final BlanksInCells inline;
  private final List<FoundBlank> found = new ArrayList<>();

  /** How many rows were read since the last heads. */
  private int rowsRead;

  /** Of the rows that may be a list, not yet told apart. */
  private final List<Integer> empty = new ArrayList<>();

  RegionReader(Region region) {
    this.region = region;
    this.heads = new TableHeads(region);
    this.labels = new RowLabels(region, heads);
    this.columns = new ColumnWords(region, heads, labels);
    this.headings = new TableHeadings(region, heads, labels);
    this.gaps = new HeadGaps(region, heads, labels);
    this.blanks = new BlankWords(region, heads, labels, columns, headings);
    this.inline = new BlanksInCells(region, labels, columns, headings);
  }

  /** Returns every blank of the table in reading order. */
  List<FoundBlank> read() {
    boolean body = false;
    for (int row = region.top(); row <= region.bottom(); row++) {
      List<Position> cells = region.row(row);
      if (isSample(cells, row) || cells.stream().allMatch(region::isBanner)) {
        continue;
      }
      boolean toFillIn = !blanks(row).isEmpty();
      if (toFillIn && headings.isUncoded(cells, row)) {
        endList();
        headings.begin(cells, row);
        body = true;
        continue;
      }
      if (!toFillIn) {
        endList();
        List<FoundBlank> inside = inline.of(cells, row);
        found.addAll(inside);
        if (!inside.isEmpty()) {
          body = true;
        } else if (body && isOverOneBlank(cells, row)) {
          heads.clear();
          heads.add(row);
          body = true;
          rowsRead = 0;
        } else if (headings.isSection(cells, row)
            || body && headings.isCrossedOut(cells, row)
            || headings.isSectionOfHalves(cells, row)) {
          headings.begin(cells, row);
        } else if (isHead(cells, row)) {
          if (body) {
            heads.clear();
          }
          heads.add(row);
          body = false;
          rowsRead = 0;
        }
        continue;
      }
      body = true;
      found.addAll(inline.of(cells, row));
      row(cells, row);
    }
    endList();
    var listed = new HashSet<Integer>();
    found.stream()
        .filter(each -> each.kind() == FoundBlank.Kind.LIST)
        .forEach(each -> listed.add(each.cell().column()));
    return found.stream()
        .filter(
            each ->
                each.corner() == null
                    || !listed.contains(each.cell().column())
                    || !isWordsOfTotal(each)
                    || region.row(each.cell().row()).stream().anyMatch(region::isNothing))
        .toList();
  }

  /** Tells whether a row shows how to fill the table in. */
  private boolean isSample(List<Position> cells, int row) {
    return cells.stream()
        .filter(cell -> cell.row() == row && region.isLabel(cell))
        .limit(2)
        .anyMatch(cell -> SAMPLE.matcher(region.words(cell)).matches());
  }

  /** Tells whether a row is one label, over one blank as wide as it is, below another such pair. */
  private boolean isOverOneBlank(List<Position> cells, int row) {
    List<Position> below = region.row(row + 1);
    return cells.size() == 1
        && cells.get(0).row() == row
        && region.isLabel(cells.get(0))
        && Lexicon.level(region.words(cells.get(0))) == 0
        && below.size() == 1
        && region.isBlank(below.get(0))
        && region.spot(below.get(0)).formula().isEmpty();
  }

  private static boolean isHead(List<Position> cells, int row) {
    return cells.stream().anyMatch(cell -> cell.row() == row);
  }

  /** Returns the blanks of a row. */
  private List<Position> blanks(int row) {
    return region.row(row).stream()
        .filter(cell -> region.isBlank(cell) && gaps.isWritable(cell, row))
        .toList();
  }

  private void row(List<Position> cells, int row) {
    headings.takeHalves(cells, row);
    List<Position> own = blanks(row);
    List<Position> labelled =
        own.stream().filter(blank -> !labels.of(blank, row).isEmpty()).toList();
    boolean named = labelled.size() == own.size();
    boolean starts = own.get(0).column() == firstColumn(cells, row);
    boolean tall = own.stream().anyMatch(b -> region.area(b).last().row() > row);
    if (!labelled.isEmpty() && !named && labelled.stream().allMatch(b -> isCoded(b, row))) {
      // The left half of the table has fewer rows than the right one.
      endList();
      labelled.stream().map(blanks::read).forEach(found::add);
      rowsRead++;
      return;
    }
    if (!named && !heads.isEmpty() && (starts || labels.of(own.get(0), row).isEmpty()) && !tall) {
      empty.add(row);
      return;
    }
    endList();
    own.stream()
        .map(blanks::read)
        // What no word is about is an empty corner.
        .filter(
            each -> !each.row().isEmpty() || !each.column().isEmpty() || each.formula().isPresent())
        .forEach(found::add);
    rowsRead++;
  }

  /** Tells whether what names a blank stands under a head that other rows have labels under. */
  private boolean isCoded(Position blank, int row) {
    return labels.of(blank, row).stream()
        .anyMatch(
            label ->
                label.row() == row
                    && !Numbering.isOrdinal(region.words(label))
                    && heads.isPrinted(label.column(), row));
  }

  /** A total of names, days or remarks is none. */
  private static boolean isWordsOfTotal(FoundBlank each) {
    boolean total =
        !each.row().isEmpty() && Total.of(each.row().get(each.row().size() - 1)) != Total.NONE;
    return total
        && each.formula().isEmpty()
        && !each.column().isEmpty()
        && each.measure().isEmpty()
        && (Lexicon.isCodeHead(each.column().get(each.column().size() - 1))
            || Lexicon.typeByWords(each.column().get(each.column().size() - 1))
                .filter(type -> !type.number())
                .isPresent());
  }

  /** Returns the column of the first cell that is not an ordinal. */
  private int firstColumn(List<Position> cells, int row) {
    for (var cell : cells) {
      boolean ordinal =
          region.isLabel(cell)
              && (Numbering.isOrdinal(region.words(cell))
                  || heads.isUnder(cell, row, Lexicon::isCodeHead));
      if (!ordinal) {
        return cell.column();
      }
    }
    return -1;
  }

  private void endList() {
    if (empty.isEmpty()) {
      return;
    }
    int first = empty.get(0);
    int rows = empty.size();
    if (rows == 1 && rowsRead > 1) {
      // An empty line below the rows is there to look at.
      empty.clear();
      return;
    }
    List<Position> own = blanks(first);
    for (var blank : own) {
      FoundBlank one = blanks.read(blank);
      boolean list = rows > 1;
      found.add(
          new FoundBlank(
              list ? FoundBlank.Kind.LIST : FoundBlank.Kind.CELLS,
              one.at(),
              one.corner(),
              rows,
              one.section(),
              list ? List.of() : one.row(),
              columns.of(blank, true),
              Optional.empty(),
              one.columnCode(),
              one.measure(),
              list && blank.equals(own.get(0)) ? one.type().or(() -> name(one)) : one.type(),
              one.formula(),
              one.choices()));
    }
    empty.clear();
  }

  /** The first column of a list names what each row is about, unless its head counts. */
  private Optional<FieldType> name(FoundBlank first) {
    List<String> words = columns.of(first.cell(), true);
    boolean named =
        words.size() == 1
            && first.measure().isEmpty()
            && first.formula().isEmpty()
            && first.columnCode().filter(code -> DIGIT.matcher(code).find()).isEmpty()
            && Lexicon.typeByWords(words.get(0)).isEmpty()
            && Total.of(words.get(0)) == Total.NONE
            && !Lexicon.isPeople(words.get(0));
    return named ? Optional.of(FieldType.TEXT) : Optional.empty();
  }
}
