package dev.rollup.infer;

import dev.rollup.model.Document;
import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.template.FieldType;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the blanks of one table, row by row from above. */
final class RegionReader {

  private static final Pattern NUMBER =
      Pattern.compile(
          "[(（]?\\d{1,3}[)）]?(?:[=＝][\\d+＋()（）－/÷*×%％-]+)?|[甲乙丙丁戊己庚辛壬癸]|[A-Z]|[①-⑳]|[一二三四五六七八九十]");
  private static final Pattern CODE =
      Pattern.compile("[(（]?[A-Za-z]{0,3}\\d{1,4}(?:[.-]\\d{1,3})*[)）]?[.．、]?");

  /** What may stand in a column of codes. */
  private static final Pattern LISTED = Pattern.compile("[A-Za-z0-9.(（）)-]{1,8}");

  private static final Pattern ORDINAL =
      Pattern.compile("[(（]?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?[.．、]?|[①-⑳]");
  private static final Pattern SAMPLE =
      Pattern.compile(
          "(?:示|样|举|填写?)?例(?:[：:（(].*)?|例[一二三1-3]|(?:示例|样例|填写示例).*|e\\.g\\..*|example.*");
  private static final Pattern HEADING = Pattern.compile("^[一二三四五六七八九十]{1,3}、");
  private static final Pattern PRINTED = Pattern.compile("-?\\d+[.．]\\d+%?");
  private static final Pattern AMOUNT = Pattern.compile("\\d+(?:[.．]\\d+)?%?");
  private static final int MOST_HEADS = 6;

  /** Longer words under 单位 are no measure: 元/500克 is one. */
  private static final int LONGEST_MEASURE = 8;

  private static final Pattern TICKS = Pattern.compile("[□☐○〇]");
  private static final Pattern UNIT_ROW = Pattern.compile("[（(]?\\s*(.{1,8}?)\\s*[)）]?");

  /** A label that opens what is below it. */
  private static final Pattern LABEL_WITH_COLON = Pattern.compile(".{2,}[：:]");

  /** An ordinal with its own stop. */
  private static final Pattern CLOSED_ORDINAL = Pattern.compile(".*[、.．)）]");

  /** A heading below another. */
  private static final Pattern INNER_HEADING = Pattern.compile("^[（(].*");

  /** A digit. */
  private static final Pattern DIGIT = Pattern.compile("\\d");

  /** A number that counts the rows. */
  private static final Pattern SHORT_ORDINAL = Pattern.compile("\\d{1,3}[.．、]?");

  /** What the number of a column is made of. */
  private static final Pattern EQUALS = Pattern.compile("[=＝].*");

  /** What stands around the answers to tick. */
  private static final Pattern BETWEEN_TICKS = Pattern.compile("[\\s\\p{Z}_＿;；、,，]+");

  private final Region region;

  /**
   * Whether a row numbers the columns, and whether it measures them: asked again for every cell.
   */
  private final Map<Integer, Boolean> rulers = new HashMap<>();

  private final Map<Integer, Boolean> unitRows = new HashMap<>();
  private final List<Found> found = new ArrayList<>();
  private final Set<Position> labels = new HashSet<>();

  private List<Integer> heads = new ArrayList<>();
  private final List<String> section = new ArrayList<>();

  /** Where the table has halves side by side, the headings of each, by its first column. */
  private final TreeMap<Integer, String> sides = new TreeMap<>();

  /** How many rows were read since the last heads. */
  private int rowsRead;

  /** Of the rows that may be a list, not yet told apart. */
  private final List<Integer> empty = new ArrayList<>();

  /** The row below heads that were not merged. */
  private final int zone;

  RegionReader(Region region) {
    this.region = region;
    this.zone = zone();
  }

  /** Returns every blank of the table in reading order. */
  List<Found> read() {
    boolean body = false;
    for (int row = region.top(); row <= region.bottom(); row++) {
      List<Position> cells = region.row(row);
      if (isSample(cells, row) || cells.stream().allMatch(region::isBanner)) {
        continue;
      }
      boolean blanks = false;
      for (var cell : cells) {
        blanks |= region.isBlank(cell) && isWritable(cell, row);
      }
      if (blanks && isUncoded(cells, row)) {
        endList();
        section(cells, row);
        body = true;
        continue;
      }
      if (!blanks) {
        endList();
        if (inlines(cells, row)) {
          body = true;
        } else if (isSection(cells, row)
            || body && isCrossedOut(cells, row)
            || isSectionOfHalves(cells, row)) {
          section(cells, row);
        } else if (isHead(cells, row)) {
          heads = body ? new ArrayList<>() : heads;
          heads.add(row);
          body = false;
          rowsRead = 0;
        }
        continue;
      }
      body = true;
      inlines(cells, row);
      row(cells, row);
    }
    endList();
    var listed = new HashSet<Integer>();
    found.stream()
        .filter(each -> each.kind() == Found.Kind.LIST)
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

  /**
   * Tells whether a row is a heading: the others have a code or a measure of their own where this
   * one has none.
   */
  private boolean isUncoded(List<Position> cells, int row) {
    List<Position> own =
        cells.stream().filter(cell -> cell.row() == row && region.isLabel(cell)).toList();
    if (!own.isEmpty()
        && own.stream().allMatch(cell -> LABEL_WITH_COLON.matcher(region.words(cell)).matches())
        && own.stream().allMatch(cell -> isCodedElsewhere(cell, row))) {
      return true;
    }
    boolean heading =
        !own.isEmpty() && own.stream().allMatch(cell -> HEADING.matcher(region.words(cell)).find());
    for (var cell : cells) {
      boolean told =
          isUnderMeasures(cell, row)
              || isUnder(cell, row, Lexicon::isCodeHead) && cell.column() > region.left();
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
        && isUnder(behind, row, Lexicon::isCodeHead)
        && isPrinted(behind.column(), row);
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

  /** A blank that began above was read there; the empty corner of the heads is none. */
  private boolean isWritable(Position cell, int row) {
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
    return isUnder(cell, row, Lexicon::isOrdinalHead)
        || (isUnder(cell, row, Lexicon::isCodeHead) || isUnderMeasures(cell, row))
            && isPrinted(cell.column(), row)
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
    return named && isPrinted(cell.column(), row);
  }

  /** Tells whether words are printed below or above a cell in its column, heads apart. */
  private boolean isPrinted(int column, int row) {
    for (int other = region.top(); other <= region.bottom(); other++) {
      Position cell = region.corner(other, column);
      if (other != row && !heads.contains(other) && cell != null && region.isLabel(cell)) {
        return true;
      }
    }
    return false;
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
        if (NUMBER.matcher(words).matches()) {
          numbers++;
        } else if (unit(words).isPresent()) {
          measures++;
        } else if (each.column() > region.left() || !isNameOfRuler(words)) {
          others++;
        }
      }
    }
    boolean below = heads.contains(row - 1) || row == region.top();
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
    return row < zone || isHeadAgain(row) || isAmongHeads(cell, row);
  }

  /** Tells whether an empty cell stands among the heads of a new table. */
  private boolean isAmongHeads(Position cell, int row) {
    int left = 0;
    int right = 0;
    int blanks = 0;
    for (var each : region.row(row)) {
      if (each.row() != row
          || region.isLabel(each)
              && (isMeasureBehind(each, row)
                  || isUnderMeasures(each, row)
                  || isUnder(each, row, Lexicon::isCodeHead))) {
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

  /**
   * Returns the first row below heads that were not merged; the top where there are none such.
   * Below them a row has its label on the left, and nothing but blanks; in them every column has a
   * head.
   */
  private int zone() {
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
      if (region.row(row).stream().anyMatch(cell -> region.isLabel(cell) && isTicks(cell))) {
        // Answers to tick stand in no heads: what is above is a table of labels and values.
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
    return region.isLabel(cell) && !ORDINAL.matcher(region.words(cell)).matches();
  }

  private boolean isBody(int row) {
    int labels = 0;
    int blanks = 0;
    boolean before = true;
    for (var cell : region.row(row)) {
      boolean words = region.isLabel(cell) && !AMOUNT.matcher(region.words(cell)).matches();
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
    for (int head = region.top(); head < zone && own.size() > 1; head++) {
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

  private boolean isSection(List<Position> cells, int row) {
    List<Position> own =
        cells.stream().filter(cell -> cell.row() == row && region.isLabel(cell)).toList();
    int wide = 0;
    for (var cell : own) {
      wide = Math.max(wide, region.area(cell).last().column() - cell.column() + 1);
    }
    boolean ordinal = own.size() == 2 && ORDINAL.matcher(region.words(own.get(0))).matches();
    int width = region.right() - region.left() + 1;
    return (own.size() == 1 || ordinal) && (2 * wide > width || cells.size() == own.size());
  }

  /** Tells whether a row has a label, and nothing but signs that nobody writes behind it. */
  private boolean isCrossedOut(List<Position> cells, int row) {
    List<Position> own =
        cells.stream().filter(cell -> cell.row() == row && region.isLabel(cell)).toList();
    return own.size() == 1
        && own.get(0).column() == region.left()
        && cells.size() > 1
        && cells.stream().filter(cell -> cell.row() == row).noneMatch(region::isBlank);
  }

  /** Tells whether a row has a heading for each half of the table, and is crossed out else. */
  private boolean isSectionOfHalves(List<Position> cells, int row) {
    List<Position> own =
        cells.stream().filter(cell -> cell.row() == row && region.isLabel(cell)).toList();
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

  private static boolean isHead(List<Position> cells, int row) {
    return cells.stream().anyMatch(cell -> cell.row() == row);
  }

  private void section(List<Position> cells, int row) {
    List<Position> own =
        cells.stream().filter(cell -> cell.row() == row && region.isLabel(cell)).toList();
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

  private void row(List<Position> cells, int row) {
    // One half may come to its next section before the other.
    cells.stream()
        .filter(cell -> cell.row() == row && region.isLabel(cell) && isHeadingOfHalf(cell, row))
        .filter(cell -> !sides.isEmpty() && sides.containsKey(cell.column()))
        .forEach(cell -> sides.put(cell.column(), region.words(cell)));
    List<Position> blanks =
        cells.stream().filter(cell -> region.isBlank(cell) && isWritable(cell, row)).toList();
    List<Position> labelled =
        blanks.stream().filter(blank -> !rowLabels(blank, row).isEmpty()).toList();
    boolean named = labelled.size() == blanks.size();
    boolean starts = blanks.get(0).column() == firstColumn(cells, row);
    boolean tall = blanks.stream().anyMatch(b -> region.area(b).last().row() > row);
    if (!labelled.isEmpty() && !named && labelled.stream().allMatch(b -> isCoded(b, row))) {
      // The left half of the table has fewer rows than the right one.
      endList();
      labelled.stream().map(blank -> cell(blank, row)).forEach(found::add);
      rowsRead++;
      return;
    }
    if (!named
        && !heads.isEmpty()
        && (starts || rowLabels(blanks.get(0), row).isEmpty())
        && !tall) {
      empty.add(row);
      return;
    }
    endList();
    blanks.stream()
        .map(blank -> cell(blank, row))
        // What no word is about is an empty corner.
        .filter(
            each -> !each.row().isEmpty() || !each.column().isEmpty() || each.formula().isPresent())
        .forEach(found::add);
    rowsRead++;
  }

  /** Tells whether what names a blank stands under a head that other rows have labels under. */
  private boolean isCoded(Position blank, int row) {
    return rowLabels(blank, row).stream()
        .anyMatch(
            label ->
                label.row() == row
                    && !ORDINAL.matcher(region.words(label)).matches()
                    && isPrinted(label.column(), row));
  }

  /** A total of names, days or remarks is none. */
  private static boolean isWordsOfTotal(Found each) {
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
              && (ORDINAL.matcher(region.words(cell)).matches()
                  || isUnder(cell, row, Lexicon::isCodeHead));
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
    List<Position> blanks =
        region.row(first).stream()
            .filter(cell -> region.isBlank(cell) && isWritable(cell, first))
            .toList();
    for (var blank : blanks) {
      Found one = cell(blank, first);
      boolean list = rows > 1;
      found.add(
          new Found(
              list ? Found.Kind.LIST : Found.Kind.CELLS,
              one.at(),
              one.corner(),
              rows,
              one.section(),
              list ? List.of() : one.row(),
              columnWords(blank, true),
              Optional.empty(),
              one.columnCode(),
              one.measure(),
              list && blank.equals(blanks.get(0)) ? one.type().or(() -> name(one)) : one.type(),
              one.formula(),
              one.choices()));
    }
    empty.clear();
  }

  /** The first column of a list names what each row is about, unless its head counts. */
  private Optional<FieldType> name(Found first) {
    List<String> words = columnWords(first.cell(), true);
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

  private Found cell(Position blank, int row) {
    List<Position> left = rowLabels(blank, row);
    var words = new ArrayList<String>();
    Optional<String> code = Optional.empty();
    Optional<String> measure = Optional.empty();
    for (var label : left) {
      String printed = region.words(label);
      String text = isUnderMeasures(label, row) ? Lexicon.measureOf(printed) : printed;
      if (isUnderMeasures(label, row)
              && (Lexicon.isMeasure(text)
                  || text.length() <= LONGEST_MEASURE
                      && !CODE.matcher(text).matches()
                      && (Lexicon.measureIn(text).isEmpty()
                          || Lexicon.leadingMeasure(text).isPresent()))
          || left.size() > 1
              && Lexicon.isMeasure(text)
              && label.equals(left.get(left.size() - 1))
              && !isUnder(label, row, Lexicon::isCodeHead)
              && !CODE.matcher(text).matches()) {
        measure = Optional.of(text);
      } else if (left.size() > 1
              && (CODE.matcher(text).matches() || ORDINAL.matcher(text).matches())
          || isUnder(label, row, Lexicon::isCodeHead) && LISTED.matcher(text).matches()) {
        code = Optional.of(text);
      } else {
        words.addAll(outer(label));
        words.add(text);
      }
    }
    // Who fills the form in stands below a table as well as above it; so do remarks on all of it.
    boolean role =
        words.size() == 1
            && region.area(blank).last().column() > blank.column()
            && (Lexicon.role(words.get(0)).isPresent()
                    && region.row(row).stream().filter(region::isLabel).count() > 1
                || isUnderSeveral(blank));
    List<String> column = role ? List.of() : columnWords(blank, words.isEmpty());
    Optional<FieldType> told =
        column.isEmpty() ? Optional.empty() : Lexicon.typeByWords(column.get(column.size() - 1));
    // A heading that says what is counted below it counts no words.
    boolean asked =
        column.isEmpty()
            && words.size() == 1
            && isWide(blank)
            && Lexicon.typeByWords(words.get(0)).filter(type -> !type.number()).isPresent();
    Optional<String> above = role ? Optional.empty() : columnUnit(blank);
    // A head that names nothing may still say what is counted.
    List<String> over = role ? List.of() : columnWords(blank, true);
    boolean wordy = told.filter(type -> !type.number() || type == FieldType.PERCENT).isPresent();
    for (int i = over.size() - 1; i >= (wordy ? over.size() - 1 : 0) && above.isEmpty(); i--) {
      above = Lexicon.measureIn(over.get(i));
    }
    Optional<String> rate =
        words.isEmpty()
            ? Optional.empty()
            : Lexicon.measureIn(words.get(words.size() - 1))
                .filter(own -> Lexicon.typeOf(own) == FieldType.PERCENT);
    if (above.isPresent()) {
      // A rate is one in whatever column it stands.
      measure = rate.isPresent() ? rate : above;
    } else if (wordy) {
      measure = Optional.empty();
    }
    // Scores and amounts stay what they are, whatever their row is about.
    boolean amount = told.filter(t -> t == FieldType.MONEY || t == FieldType.DECIMAL).isPresent();
    for (int i = words.size() - 1; i >= 0 && measure.isEmpty() && !wordy; i--) {
      measure =
          Lexicon.measureIn(words.get(i))
              .filter(own -> !amount || Lexicon.typeOf(own) != FieldType.COUNT);
    }
    List<String> headings = headings(blank);
    // A part is counted as its whole is.
    boolean part = !words.isEmpty() && Lexicon.isPart(words.get(words.size() - 1));
    for (int i = headings.size() - 1;
        i >= 0 && measure.isEmpty() && !wordy && !part && !asked;
        i--) {
      measure = Lexicon.measureIn(headings.get(i));
    }
    Position right = region.corner(row, region.area(blank).last().column() + 1);
    if (measure.isEmpty()
        && right != null
        && region.isLabel(right)
        && isMeasureBehind(right, row)) {
      measure = Optional.of(region.words(right));
    }
    Spot spot = region.spot(blank);
    boolean day = Lexicon.isRoomForDay(spot.text());
    Optional<String> behind = Lexicon.measureOfRoom(spot.text());
    measure = day ? Optional.empty() : behind.isPresent() ? behind : measure;
    String format = spot.format();
    List<String> choices = spot.choices();
    for (int i = over.size() - 1; i >= 0 && choices.isEmpty(); i--) {
      choices = Lexicon.choicesIn(over.get(i));
    }
    if (choices.isEmpty() && !words.isEmpty()) {
      choices = Lexicon.choicesIn(words.get(words.size() - 1));
    }
    Optional<FieldType> type =
        !choices.isEmpty()
            ? Optional.of(FieldType.CHOICE)
            : day
                ? Optional.of(FieldType.DATE)
                : format.contains("%")
                    ? Optional.of(FieldType.PERCENT)
                    : isLine(blank, words, measure)
                        ? Optional.of(FieldType.TEXT)
                        : measure.isEmpty() && over.size() == 1 && Lexicon.isNumber(over.get(0))
                            ? number(words)
                            : Optional.empty();
    return new Found(
        column.isEmpty() || words.isEmpty() ? Found.Kind.CELLS : Found.Kind.MATRIX,
        spot.place(),
        blank,
        1,
        List.copyOf(headings),
        words,
        column,
        code,
        columnCode(blank),
        measure,
        type,
        spot.formula(),
        choices);
  }

  /**
   * Returns the labels that a label is set in below, outermost first: 煤矿 below 工矿. Totals and what
   * is a part of something have nothing below them.
   */
  private List<String> outer(Position label) {
    var outer = new ArrayList<String>();
    int indent = region.indent(label);
    boolean first = true;
    for (int row = label.row() - 1; row >= region.top() && indent > 0; row--) {
      Position above = region.corner(row, label.column());
      if (above == null || heads.contains(row)) {
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

  /** Under 数量 stand numbers, though a row may be called by words alone: 村民委员会. */
  private static Optional<FieldType> number(List<String> row) {
    boolean worded =
        row.size() > 0
            && Lexicon.typeByWords(row.get(row.size() - 1)).equals(Optional.of(FieldType.TEXT));
    return worded ? Optional.of(FieldType.COUNT) : Optional.empty();
  }

  /** Tells whether a blank is alone in its row, and most of the table wide. */
  private boolean isWide(Position blank) {
    int width = region.area(blank).last().column() - blank.column() + 1;
    return width > 2
        && 2 * width > region.right() - region.left() + 1
        && region.row(blank.row()).stream().filter(region::isBlank).allMatch(blank::equals);
  }

  /** Tells whether a blank takes a line of words: alone in its row, and most of the table wide. */
  private boolean isLine(Position blank, List<String> words, Optional<String> measure) {
    return isWide(blank)
        && measure.isEmpty()
        && region.spot(blank).formula().isEmpty()
        && words.size() == 1
        && Lexicon.typeByWords(words.get(0)).isEmpty()
        && Lexicon.measureIn(words.get(0)).isEmpty()
        && Total.of(words.get(0)) == Total.NONE;
  }

  /** Tells whether a blank is wider than one column of the table: several heads stand over it. */
  private boolean isUnderSeveral(Position blank) {
    for (int head : heads) {
      Position first = region.corner(head, blank.column());
      Position last = region.corner(head, region.area(blank).last().column());
      if (first != null && region.isLabel(first) && last != null && !first.equals(last)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the labels left of a blank, those of the blank before it left out. */
  private List<Position> rowLabels(Position blank, int row) {
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
      if (region.isLabel(cell) && !isTicks(cell)) {
        own.add(cell);
      } else if (!own.isEmpty() && (region.isBlank(cell) || isTicks(cell))) {
        break;
      }
    }
    var inOrder = new ArrayList<>(own);
    java.util.Collections.reverse(inOrder);
    if (inOrder.size() == 1 && isOrdinalOnly(inOrder.get(0), row)) {
      return List.of();
    }
    return inOrder;
  }

  /** Tells whether a number is printed that is neither a code nor counts the rows. */
  private boolean isAmount(Position cell, int row) {
    String words = region.words(cell);
    return PRINTED.matcher(words).matches()
        || AMOUNT.matcher(words).matches()
            && cell.column() > region.left()
            && isUnder(cell, row, head -> !head.isEmpty())
            && !isUnder(cell, row, Lexicon::isCodeHead)
            && !isUnder(cell, row, head -> NUMBER.matcher(head).matches());
  }

  /** Tells whether a cell says what is counted in the blank left of it. */
  private boolean isMeasureBehind(Position cell, int row) {
    Position left = region.corner(row, cell.column() - 1);
    return left != null
        && region.isBlank(left)
        && Lexicon.isMeasure(region.words(cell))
        && !isUnderMeasures(cell, row);
  }

  private boolean isOrdinalOnly(Position label, int row) {
    String words = region.words(label);
    return ORDINAL.matcher(words).matches()
        && (isUnder(label, row, Lexicon::isCodeHead) || SHORT_ORDINAL.matcher(words).matches());
  }

  private boolean isTicks(Position cell) {
    return TICKS.matcher(region.words(cell)).find();
  }

  /** Tells whether measures are printed in the column of a cell: 单位 may also head names. */
  private boolean isUnderMeasures(Position cell, int row) {
    return isUnder(cell, row, Lexicon::isMeasureHead)
        && (!isUnder(cell, row, head -> Folding.label(head).equals("单位"))
            || isMeasures(cell.column()));
  }

  private boolean isMeasures(int column) {
    for (int row = region.top(); row <= region.bottom(); row++) {
      Position cell = region.corner(row, column);
      if (cell != null
          && !heads.contains(row)
          && region.isLabel(cell)
          && Lexicon.isMeasure(region.words(cell))) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether the head above a cell is of a kind. */
  private boolean isUnder(Position cell, int row, java.util.function.Predicate<String> kind) {
    for (int head : heads) {
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

  /** Tells whether a word says what the rest of its row is: the measures or numbers of columns. */
  private boolean isLegend(Position cell, int row) {
    String words = region.words(cell);
    return cell.row() == row
        && unit(words).isEmpty()
        && !NUMBER.matcher(words).matches()
        && (isUnitRow(row) || isRuler(row));
  }

  /**
   * Returns the heads above a blank, outermost first.
   *
   * @param bare whether a head that says nothing is kept: it is all that there is
   */
  private List<String> columnWords(Position blank, boolean bare) {
    var words = new ArrayList<String>();
    Position last = null;
    for (int head : heads) {
      Position above = head(head, blank);
      if (above == null
          || above.equals(last)
          || isRuler(head)
          || !words.isEmpty() && isHeading(above, blank)) {
        continue;
      }
      last = above;
      String text = region.words(above);
      if (!(isUnitRow(head) && unit(text).isPresent())) {
        words.add(text);
      }
    }
    boolean only = words.size() == 1 && Lexicon.isBareHead(words.get(0));
    return only && !bare || words.size() == 1 && onlyColumn() && !bare ? List.of() : words;
  }

  /** Returns the headings between the heads and a blank, over its labels as well. */
  private List<String> headings(Position blank) {
    var own = new ArrayList<>(section);
    Optional.ofNullable(sides.floorEntry(blank.column()))
        .ifPresent(side -> own.add(side.getValue()));
    boolean headed = false;
    for (int head : heads) {
      Position above = head(head, blank);
      if (above != null && headed && !isRuler(head) && isHeading(above, blank)) {
        own.add(region.words(above));
      }
      headed |= above != null;
    }
    return own;
  }

  /** Tells whether a head stands over the labels of a row as well as over a blank in it. */
  private boolean isHeading(Position head, Position blank) {
    List<Position> labels = rowLabels(blank, blank.row());
    return !labels.isEmpty()
        && labels.get(0).column() >= head.column()
        && region.area(head).last().column() >= blank.column();
  }

  /** Returns the head over a blank in one row; an empty cell right of a head belongs to it. */
  private @Nullable Position head(int row, Position blank) {
    Position above = region.corner(row, blank.column());
    if (above != null && region.isLabel(above)) {
      return above;
    }
    boolean spills = above != null && region.isBlank(above) && above.row() == row;
    for (int column = blank.column() - 1; spills && column > region.left(); column--) {
      Position left = region.corner(row, column);
      if (left != null && region.isLabel(left)) {
        boolean parts = heads.indexOf(row) < heads.size() - 1;
        // A head that began above is not that of its neighbour.
        return parts && left.row() == row ? left : null;
      }
    }
    return null;
  }

  /** Tells whether the table has one column to be filled in, so that its head says nothing. */
  private boolean onlyColumn() {
    var columns = new HashSet<Integer>();
    for (int row = region.top(); row <= region.bottom(); row++) {
      for (var cell : region.row(row)) {
        if (region.isBlank(cell) && !heads.contains(row)) {
          columns.add(cell.column());
        }
      }
    }
    return columns.size() == 1;
  }

  /** Tells whether a row of the heads only numbers the columns. */
  private boolean isRuler(int row) {
    return rulers.computeIfAbsent(row, this::numbersColumns);
  }

  private boolean numbersColumns(int row) {
    int numbers = 0;
    int others = 0;
    for (var cell : region.row(row)) {
      if (cell.row() == row && region.isLabel(cell)) {
        if (NUMBER.matcher(region.words(cell)).matches()) {
          numbers++;
        } else {
          others++;
        }
      }
    }
    return numbers > 1 && others <= 1 && numbers > others;
  }

  /** Tells whether a row of the heads says what is counted below. */
  private boolean isUnitRow(int row) {
    return unitRows.computeIfAbsent(row, this::measuresColumns);
  }

  private boolean measuresColumns(int row) {
    int units = 0;
    int others = 0;
    for (var cell : region.row(row)) {
      if (cell.row() == row && region.isLabel(cell)) {
        if (unit(region.words(cell)).isPresent()) {
          units++;
        } else {
          others++;
        }
      }
    }
    return units > 0 && others <= 1 && units >= others;
  }

  private static Optional<String> unit(String words) {
    Matcher matcher = UNIT_ROW.matcher(words);
    return matcher.matches() && Lexicon.isMeasure(matcher.group(1))
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  private Optional<String> columnUnit(Position blank) {
    for (int head : heads) {
      Position above = region.corner(head, blank.column());
      if (above != null && region.isLabel(above) && isUnitRow(head)) {
        Optional<String> unit = unit(region.words(above));
        if (unit.isPresent()) {
          return unit;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> columnCode(Position blank) {
    for (int head : heads) {
      Position above = region.corner(head, blank.column());
      if (above != null && region.isLabel(above) && isRuler(head)) {
        return Optional.of(EQUALS.matcher(region.words(above)).replaceFirst(""));
      }
    }
    return Optional.empty();
  }

  /** Reads the blanks inside the words of cells: sentences, and answers to tick. */
  private boolean inlines(List<Position> cells, int row) {
    int before = found.size();
    for (var cell : cells) {
      if (cell.row() != row
          || !region.isLabel(cell)
          || labels.contains(cell)
          || region.isBanner(cell)) {
        continue;
      }
      Spot spot = region.spot(cell);
      boolean worded = TICKS.splitAsStream(spot.text()).findFirst().orElse("").strip().length() > 1;
      if (TICKS.matcher(spot.text()).results().count() > 1 && !worded) {
        labels.add(cell);
        found.add(ticks(cell, row));
        continue;
      }
      String[] paragraphs = spot.text().split(Document.PARAGRAPH, -1);
      for (int i = 0; i < paragraphs.length; i++) {
        List<InlineScan.Gap> gaps = InlineScan.ruled(paragraphs[i]);
        if (!gaps.isEmpty() && paragraphs[i].codePoints().anyMatch(Character::isLetter)) {
          labels.add(cell);
          Place place = spot.place();
          if (place.kind() == Place.Kind.TABLE) {
            place = place.paragraph(i + 1);
          }
          var context = new ArrayList<>(section);
          rowLabels(cell, row).forEach(label -> context.add(region.words(label)));
          found.addAll(Sentences.of(paragraphs[i], gaps, place, context));
        }
      }
    }
    return found.size() > before;
  }

  private Found ticks(Position cell, int row) {
    List<String> words = rowLabels(cell, row).stream().map(region::words).toList();
    if (words.size() > 1 && ORDINAL.matcher(words.get(0)).matches()) {
      words = words.subList(1, words.size());
    }
    var choices = new ArrayList<String>();
    for (var part : TICKS.split(region.words(cell), -1)) {
      String choice = BETWEEN_TICKS.matcher(part).replaceAll("");
      if (!choice.isEmpty()) {
        choices.add(choice);
      }
    }
    return new Found(
        Found.Kind.CELLS,
        region.spot(cell).place(),
        cell,
        1,
        List.copyOf(section),
        words,
        columnWords(cell, false),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(FieldType.CHOICE),
        Optional.empty(),
        choices);
  }
}
