package dev.rollup.infer;

import dev.rollup.model.Position;
import dev.rollup.template.FieldType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text around a table says its numbers are counted in: 单位：万元, or several measures of which
 * each blank has the one that fits its words.
 *
 * @param measures the measures, as printed; none where nothing is said
 */
record TableMeasure(List<String> measures) {

  private static final Pattern TABLE_MEASURE =
      Pattern.compile(
          "(?i)(?:^|[\\s\\p{Z}（(；;，,、])(?:(?:[一-龥]{1,4})?单位(?:[\\s\\p{Z}/／]*unit)?[：:]|(?:units?(?: of measure(?:ment)?)?|values?|amounts?|figures)(?::| in| are in))"
              + "[\\s\\p{Z}]*([^（()）：:]{1,24}?)(?:[)）]|$|(?=[（(]|[\\s\\p{Z}]{2}|[\\s\\p{Z}/／]+units?[：:]|[；;，,、]\\s*[一-龥]{1,4}单位[：:]))");

  /** The same measure once more, in the other language of the form: 万美元 USD 10,000. */
  private static final Pattern IN_ENGLISH =
      Pattern.compile("([^A-Za-z0-9$￥¥]+?)[\\s\\p{Z}/／]*[A-Za-z$￥¥0-9].*");

  /** What parts the measures that a line names. */
  private static final Pattern BETWEEN_MEASURES = Pattern.compile("[、，,/；;\\s]+");

  /** Copies the list. */
  TableMeasure {
    measures = List.copyOf(measures);
  }

  /** Returns the measure that the text on the page of a table names, outside the table. */
  static Optional<TableMeasure> on(PrintedSheet page, Set<Position> inTables) {
    return page.order().stream()
        .filter(at -> !inTables.contains(at))
        .flatMap(at -> in(page.spot(at).text()).stream())
        .findFirst();
  }

  /** Returns the measure that the paragraphs of a text name, where it is clear which table. */
  static Optional<TableMeasure> inText(Pages pages, PrintedSheet table) {
    List<TableMeasure> all =
        pages.paragraphs().values().stream().flatMap(text -> in(text).stream()).toList();
    if (all.size() == pages.pages().size()) {
      return Optional.of(all.get(pages.pages().indexOf(table)));
    }
    return all.stream().distinct().count() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  private static Optional<TableMeasure> in(String text) {
    // Who reports may stand in the same line: "Unit: ______  Unit: tons". Several measures may be
    // named by what they are of: 面积单位：亩；资金单位：万元.
    List<String> all =
        TABLE_MEASURE
            .matcher(text.strip())
            .results()
            .map(match -> match.group(1).strip())
            .map(TableMeasure::inOneLanguage)
            .distinct()
            .map(TableMeasure::each)
            .filter(measures -> measures.stream().allMatch(Lexicon::isMeasure))
            .flatMap(List::stream)
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(new TableMeasure(all));
  }

  /**
   * Returns a blank in the measure that is its own.
   *
   * @param number whether the blanks beside it say that it takes a number
   */
  FoundBlank of(FoundBlank each, boolean number) {
    if (!number || Lexicon.typeByWords(each.name()).map(FieldType::number).orElse(true)) {
      return of(each);
    }
    FoundBlank same =
        each.measure().isPresent() || measures.size() != 1 ? each : each.in(measures.get(0));
    return same.of(same.measure().map(Lexicon::typeOf).orElse(FieldType.COUNT));
  }

  private FoundBlank of(FoundBlank each) {
    if (measures.isEmpty()
        || Lexicon.isFactor(each.name())
        || each.measure().isPresent()
        || each.kind() == FoundBlank.Kind.SENTENCES) {
      return each;
    }
    Optional<FieldType> told = told(each);
    if (told.filter(type -> !type.number() || type == FieldType.PERCENT).isPresent()
        || !each.choices().isEmpty()) {
      return each;
    }
    List<String> fitting =
        measures.stream()
            .filter(
                word ->
                    isMeasureOf(word, each, told, measures.size() == 1)
                            && !Lexicon.contradicts(word, each.name())
                        || isAlike(told, word) && Lexicon.fits(word, each.name()))
            .toList();
    List<String> named =
        fitting.stream()
            .filter(word -> each.words().contains(word) || Lexicon.fits(word, each.words()))
            .toList();
    List<String> own = fitting.size() > 1 ? named : fitting;
    return own.size() != 1 ? each : each.in(own.get(0));
  }

  private static boolean isAlike(Optional<FieldType> told, String measure) {
    boolean money = Lexicon.typeOf(measure) == FieldType.MONEY;
    return told.isEmpty() || money == (told.get() == FieldType.MONEY);
  }

  /** Returns what the innermost words say that tell. */
  private static Optional<FieldType> told(FoundBlank each) {
    Optional<FieldType> told = Lexicon.typeByWords(each.name());
    for (int i = each.column().size() - 2; i >= 0 && told.isEmpty(); i--) {
      told = Lexicon.typeByWords(each.column().get(i)).filter(FieldType::number);
    }
    for (int i = each.row().size() - 1; i >= 0 && told.isEmpty(); i--) {
      told = Lexicon.typeByWords(each.row().get(i)).filter(FieldType::number);
    }
    return told;
  }

  /**
   * Tells whether the measure of a whole table is that of one blank: the words about it agree, or
   * say nothing, and no other measure may be meant.
   */
  private static boolean isMeasureOf(
      String measure, FoundBlank each, Optional<FieldType> told, boolean only) {
    FieldType type = Lexicon.typeOf(measure);
    boolean byRow =
        Lexicon.typeByWords(each.name()).isEmpty() && each.kind() == FoundBlank.Kind.MATRIX;
    boolean weak = only && byRow && type != FieldType.MONEY;
    if (told.isPresent() && !weak) {
      return told.get() == type;
    }
    boolean money = type == FieldType.MONEY;
    return only && (!money || each.kind() != FoundBlank.Kind.LIST || Lexicon.isMoney(each.words()));
  }

  /** Returns the measures that a line names, one or several. */
  private static List<String> each(String measures) {
    return Lexicon.isMeasure(measures)
        ? List.of(measures)
        : List.of(BETWEEN_MEASURES.split(measures));
  }

  private static String inOneLanguage(String measure) {
    Matcher both = IN_ENGLISH.matcher(measure);
    boolean twice =
        both.matches() && !Lexicon.isMeasure(measure) && Lexicon.isMeasure(both.group(1));
    return twice ? both.group(1) : measure;
  }
}
