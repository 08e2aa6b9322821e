package dev.rollup.infer;

import dev.rollup.model.Position;
import dev.rollup.template.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says of a blank in a table what the words left of it and above it tell. */
final class BlankWords {

  /** Longer words under 单位 are no measure: 元/500克 is one. */
  private static final int LONGEST_MEASURE = 8;

  private final Region region;
  private final TableHeads heads;
  private final RowLabels labels;
  private final ColumnWords columns;
  private final TableHeadings headings;

  /**
   * What the labels of a row say.
   *
   * @param words what it is about, outermost first
   * @param code what it is called by in a column of codes
   * @param measure what it is counted in, in a column of measures
   */
  private record Row(List<String> words, Optional<String> code, Optional<String> measure) {}

  BlankWords(
      Region region,
      TableHeads heads,
      RowLabels labels,
      ColumnWords columns,
      TableHeadings headings) {
    this.region = region;
    this.heads = heads;
    this.labels = labels;
    this.columns = columns;
    this.headings = headings;
  }

  /** Returns a blank with all that is known of it. */
  FoundBlank read(Position blank) {
    Row row = row(blank);
    List<String> words = row.words();
    // Who fills the form in stands below a table as well as above it; so do remarks on all of it.
    boolean role =
        words.size() == 1
            && region.area(blank).last().column() > blank.column()
            && (Lexicon.role(words.get(0)).isPresent()
                    && region.row(blank.row()).stream().filter(region::isLabel).count() > 1
                || heads.isUnderSeveral(blank));
    List<String> column = role ? List.of() : columns.of(blank, words.isEmpty());
    // A head that names nothing may still say what is counted.
    List<String> over = role ? List.of() : columns.of(blank, true);
    List<String> above = List.copyOf(headings.over(blank));
    Spot spot = region.spot(blank);
    boolean day = Lexicon.isRoomForDay(spot.text());
    Optional<String> measure =
        day
            ? Optional.empty()
            : Lexicon.measureOfRoom(spot.text())
                .or(
                    () ->
                        (role ? Optional.<String>empty() : measureOver(blank, row, column, over))
                            .or(() -> measureOf(blank, row, column, above))
                            .or(() -> measureBehind(blank)));
    List<String> choices = choices(spot, row, over);
    return new FoundBlank(
        column.isEmpty() || words.isEmpty() ? FoundBlank.Kind.CELLS : FoundBlank.Kind.MATRIX,
        spot.place(),
        blank,
        1,
        above,
        words,
        column,
        row.code(),
        heads.code(blank),
        measure,
        type(blank, row, over, measure, choices),
        spot.formula(),
        choices);
  }

  private Row row(Position blank) {
    List<Position> left = labels.of(blank, blank.row());
    var words = new ArrayList<String>();
    Optional<String> code = Optional.empty();
    Optional<String> measure = Optional.empty();
    for (var label : left) {
      boolean last = label.equals(left.get(left.size() - 1));
      boolean only = left.size() == 1;
      boolean coded = heads.isUnder(label, blank.row(), Lexicon::isCodeHead);
      boolean measured = heads.isUnderMeasures(label, blank.row());
      String printed = region.words(label);
      String text = measured ? Lexicon.measureOf(printed) : printed;
      if (measured && mayBeMeasure(text)
          || !only && last && !coded && Lexicon.isMeasure(text) && !Numbering.isCode(text)) {
        measure = Optional.of(text);
      } else if (!only && (Numbering.isCode(text) || Numbering.isOrdinal(text))
          || coded && Numbering.isListed(text)) {
        code = Optional.of(text);
      } else {
        words.addAll(labels.outer(label));
        words.add(text);
      }
    }
    return new Row(words, code, measure);
  }

  /** Tells whether a text in a column of measures is one. */
  private static boolean mayBeMeasure(String text) {
    return Lexicon.isMeasure(text)
        || text.length() <= LONGEST_MEASURE
            && !Numbering.isCode(text)
            && (Lexicon.measureIn(text).isEmpty() || Lexicon.leadingMeasure(text).isPresent());
  }

  /** Returns the measure that the heads over a blank name. */
  private Optional<String> measureOver(
      Position blank, Row row, List<String> column, List<String> over) {
    Optional<String> above = heads.measure(blank);
    int outermost = isWordy(column) ? over.size() - 1 : 0;
    for (int i = over.size() - 1; i >= outermost && above.isEmpty(); i--) {
      above = Lexicon.measureIn(over.get(i));
    }
    if (above.isPresent() && !row.words().isEmpty()) {
      // A rate is one in whatever column it stands.
      Optional<String> own = Lexicon.measureIn(last(row.words()));
      return own.filter(each -> Lexicon.typeOf(each) == FieldType.PERCENT).isPresent()
          ? own
          : above;
    }
    return above;
  }

  /** Returns the measure that the labels of a row name, or the headings above it. */
  private Optional<String> measureOf(
      Position blank, Row row, List<String> column, List<String> above) {
    if (isWordy(column) || !column.isEmpty() && Lexicon.isFactor(last(column))) {
      return Optional.empty();
    }
    List<String> words = row.words();
    Optional<String> measure = row.measure();
    // Scores and amounts stay what they are, whatever their row is about.
    boolean amount =
        told(column).filter(t -> t == FieldType.MONEY || t == FieldType.DECIMAL).isPresent();
    for (int i = words.size() - 1; i >= 0 && measure.isEmpty(); i--) {
      measure =
          Lexicon.measureIn(words.get(i))
              .filter(own -> !amount || Lexicon.typeOf(own) != FieldType.COUNT);
    }
    // A part is counted as its whole is; a heading that says what is counted counts no words.
    boolean open =
        !(!words.isEmpty() && Lexicon.isPart(last(words))) && !isAsked(blank, row, column);
    for (int i = above.size() - 1; i >= 0 && measure.isEmpty() && open; i--) {
      measure = Lexicon.measureIn(above.get(i));
    }
    return measure;
  }

  /** Tells whether a label with much room behind it asks for words. */
  private boolean isAsked(Position blank, Row row, List<String> column) {
    return column.isEmpty()
        && row.words().size() == 1
        && isWide(blank)
        && Lexicon.typeByWords(row.words().get(0)).filter(type -> !type.number()).isPresent();
  }

  /** Returns the measure in the cell behind a blank. */
  private Optional<String> measureBehind(Position blank) {
    Position right = region.corner(blank.row(), region.area(blank).last().column() + 1);
    return right != null && region.isLabel(right) && labels.isMeasureBehind(right, blank.row())
        ? Optional.of(region.words(right))
        : Optional.empty();
  }

  /** Tells whether the innermost head asks for words, a day or a share. */
  private static boolean isWordy(List<String> column) {
    return told(column).filter(type -> !type.number() || type == FieldType.PERCENT).isPresent();
  }

  private static Optional<FieldType> told(List<String> column) {
    return column.isEmpty() ? Optional.empty() : Lexicon.typeByWords(last(column));
  }

  /** Returns the answers that a cell offers, else its heads, else the last word of its row. */
  private static List<String> choices(Spot spot, Row row, List<String> over) {
    List<String> choices = spot.choices();
    for (int i = over.size() - 1; i >= 0 && choices.isEmpty(); i--) {
      choices = Lexicon.choicesIn(over.get(i));
    }
    return choices.isEmpty() && !row.words().isEmpty()
        ? Lexicon.choicesIn(last(row.words()))
        : choices;
  }

  private Optional<FieldType> type(
      Position blank, Row row, List<String> over, Optional<String> measure, List<String> choices) {
    Spot spot = region.spot(blank);
    if (!choices.isEmpty()) {
      return Optional.of(FieldType.CHOICE);
    }
    if (Lexicon.isRoomForDay(spot.text())) {
      return Optional.of(FieldType.DATE);
    }
    if (spot.format().contains("%")) {
      return Optional.of(FieldType.PERCENT);
    }
    if (isLine(blank, row.words(), measure)) {
      return Optional.of(FieldType.TEXT);
    }
    return measure.isEmpty()
            && over.size() == 1
            && Lexicon.isNumber(over.get(0))
            && !isUnmeasured(blank)
        ? number(row.words())
        : Optional.empty();
  }

  /** Tells whether the column of measures is crossed out in the row of a blank. */
  private boolean isUnmeasured(Position blank) {
    return region.row(blank.row()).stream()
        .anyMatch(
            cell ->
                region.isNothing(cell) && heads.isUnder(cell, blank.row(), Lexicon::isMeasureHead));
  }

  private static String last(List<String> words) {
    return words.get(words.size() - 1);
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
}
