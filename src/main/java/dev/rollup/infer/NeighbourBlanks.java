package dev.rollup.infer;

import dev.rollup.template.FieldType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the blanks of one page tell of each other: a part is counted as its whole is, a total as
 * what it totals.
 */
final class NeighbourBlanks {

  /** What says by what people or things are told apart below it. */
  private static final Pattern BREAKDOWN_HEAD = Pattern.compile("按.{1,10}分.*");

  private final List<FoundBlank> all;

  NeighbourBlanks(List<FoundBlank> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Tells whether a blank takes a number, though its head alone would take words: 管理岗位 beside 合计
   * are people.
   */
  boolean isNumber(FoundBlank each) {
    boolean grouped = each.kind() == FoundBlank.Kind.MATRIX && each.column().size() > 1;
    if (!grouped
        || each.type().isPresent()
        || !each.choices().isEmpty()
        || Lexicon.isRemark(each.name())
        || Lexicon.isContact(each.name())) {
      return false;
    }
    List<String> outer = each.column().subList(0, each.column().size() - 1);
    return outer.stream()
            .anyMatch(
                word ->
                    BREAKDOWN_HEAD.matcher(word).matches()
                        || Lexicon.typeByWords(word).equals(Optional.of(FieldType.COUNT)))
        || all.stream()
            .anyMatch(
                other ->
                    other.corner() != null
                        && other.cell().row() == each.cell().row()
                        && other.row().equals(each.row())
                        && other.isBeside(each)
                        && other.hasTotal(other.column()));
  }

  /** What has a printed total is counted, whatever its words are. */
  FoundBlank totalled(FoundBlank each) {
    boolean open = each.type().isEmpty() && each.corner() != null && !Meaning.isCounted(each);
    if (!open || Lexicon.typeByWords(each.name()).isPresent()) {
      return each;
    }
    return all.stream()
            .filter(other -> other.corner() != null && other.at().on().equals(each.at().on()))
            .anyMatch(
                other ->
                    other.cell().column() == each.cell().column()
                            && other.column().equals(each.column())
                            && other.hasTotal(other.row())
                        || other.cell().row() == each.cell().row()
                            && other.row().equals(each.row())
                            && other.isBeside(each)
                            && other.hasTotal(other.column()))
        ? each.of(Lexicon.isMean(each.name()) ? FieldType.DECIMAL : FieldType.COUNT)
        : each;
  }

  /** A part is counted in what the whole before it is, in its row or above it in its column. */
  FoundBlank likeWhole(FoundBlank each) {
    boolean inRow = each.column().stream().anyMatch(Lexicon::isPart);
    boolean inColumn =
        !each.row().isEmpty() && Lexicon.isPart(each.row().get(each.row().size() - 1));
    if (!isOpen(each) || inRow == inColumn) {
      return each;
    }
    FoundBlank whole = null;
    for (var other : all) {
      boolean before =
          other.corner() != null
              && other.at().on().equals(each.at().on())
              && other.rows() == each.rows()
              && (inRow
                  ? other.cell().row() == each.cell().row()
                      && other.cell().column() < each.cell().column()
                      && other.column().stream().noneMatch(Lexicon::isPart)
                  : isBefore(other, each)
                      && !other.row().isEmpty()
                      && !Lexicon.isPart(other.row().get(other.row().size() - 1)));
      whole = before ? other : whole;
    }
    return whole == null ? each : like(each, whole);
  }

  /**
   * Tells whether a blank stands above another in its column; of labels with their values, as well
   * left of it under the same heading.
   */
  private static boolean isBefore(FoundBlank other, FoundBlank each) {
    int row = other.cell().row();
    if (other.cell().column() == each.cell().column()) {
      return row < each.cell().row() && other.section().equals(each.section());
    }
    return each.column().isEmpty()
        && other.column().isEmpty()
        && row == each.cell().row()
        && other.cell().column() < each.cell().column();
  }

  /** A total at the end of a column or row is in what everything else there is in. */
  FoundBlank likeOthers(FoundBlank each) {
    if (isOpen(each) && each.hasTotal(each.column())) {
      List<FoundBlank> row =
          all.stream()
              .filter(other -> other.corner() != null && other.at().on().equals(each.at().on()))
              .filter(other -> other.cell().row() == each.cell().row())
              .filter(other -> other.kind() == each.kind() && other.row().equals(each.row()))
              .filter(other -> !other.hasTotal(other.column()))
              .filter(other -> Meaning.type(other).number())
              .filter(other -> Meaning.type(other) != FieldType.PERCENT)
              .toList();
      return row.size() > 1 && areAlike(row) ? like(each, row.get(0)) : each;
    }
    if (!isOpen(each) || each.kind() != FoundBlank.Kind.MATRIX || !each.hasTotal(each.row())) {
      return each;
    }
    List<FoundBlank> column =
        all.stream()
            .filter(other -> other.corner() != null && other.at().on().equals(each.at().on()))
            .filter(other -> other.cell().column() == each.cell().column())
            .filter(other -> other.column().equals(each.column()) && !other.hasTotal(other.row()))
            .toList();
    return areAlike(column) ? like(each, column.get(0)) : each;
  }

  private static boolean areAlike(List<FoundBlank> all) {
    return all.stream().map(FoundBlank::measure).distinct().count() == 1
        && all.stream().map(Meaning::type).distinct().count() == 1;
  }

  /** Tells whether neither words nor a measure say what a number is one of. */
  private static boolean isOpen(FoundBlank each) {
    return each.corner() != null
        && each.type().isEmpty()
        && each.measure().isEmpty()
        && each.choices().isEmpty()
        && innermost(each).noneMatch(word -> Lexicon.isRemark(word) || Lexicon.isContact(word));
  }

  private static Stream<String> innermost(FoundBlank each) {
    Stream<String> column = each.column().stream().skip(Math.max(0, each.column().size() - 1));
    Stream<String> row = each.row().stream().skip(Math.max(0, each.row().size() - 1));
    return each.kind() == FoundBlank.Kind.LIST ? column : Stream.concat(column, row);
  }

  /** Tells whether what a blank is called by does not make it something else than another is. */
  private static boolean mayBe(FoundBlank each, FieldType type, String measure) {
    return innermost(each)
        .flatMap(word -> Lexicon.typeByWords(word).stream())
        .allMatch(
            told ->
                told == type
                    || told == FieldType.TEXT
                    || told == FieldType.COUNT
                        && type == FieldType.DECIMAL
                        && Lexicon.fits(measure, each.name()));
  }

  private static FoundBlank like(FoundBlank each, FoundBlank other) {
    FieldType type = Meaning.type(other);
    if (!type.number()
        || type == FieldType.PERCENT
        || !mayBe(each, type, other.measure().orElse(""))) {
      return each;
    }
    boolean mean = type == FieldType.COUNT && Lexicon.isMean(each.name());
    if (other.measure().isEmpty() || Lexicon.contradicts(other.measure().get(), each.name())) {
      return other.measure().isEmpty() && type != FieldType.COUNT ? each.of(type) : each;
    }
    FoundBlank same = each.in(other.measure().get());
    return mean ? same : same.of(type);
  }
}
