package dev.rollup.infer;

import dev.rollup.template.Adds;
import dev.rollup.template.FieldType;
import dev.rollup.template.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells by the words about a blank what it takes, and whether its numbers may be added. */
final class Meaning {

  /** A code that numbers a row. */
  private static final Pattern NUMBERED = Pattern.compile("[(（]?\\d+(?:\\.\\d+)*[)）]?");

  private static final Pattern ONE_OF_SEVERAL =
      Pattern.compile(
          "(?:项目|工程|企业|单位|产品|样本|样品|事故|案例|案件|设备|标段|地块)[（(]?(?:[一二三四五六七八九十]|\\d{1,2}|[A-Z])[)）]?");

  /** A number that counts. */
  private static final Pattern SHORT = Pattern.compile("[(（]?[1-9]\\d?[)）]?");

  /** What there is at the end. */
  private static final Pattern OF_STOCK = Pattern.compile("年末|期末|月末|季末|现有|存量|在册|在岗|余额|结存|库存");

  /** What there was since a beginning. */
  private static final Pattern OF_ALL_SO_FAR =
      Pattern.compile("(?i)累计|开累|自年初|以来|year to date|cumulative");

  /** What there was in a time. */
  private static final Pattern OF_PERIOD =
      Pattern.compile("(?i)本月|本季|本年|本期|当月|当期|this (?:month|quarter|year)");

  private Meaning() {}

  /** Returns what a blank takes. */
  static FieldType type(FoundBlank each) {
    if (each.type().isPresent()) {
      return each.type().get();
    }
    if (each.measure().isPresent()) {
      FieldType measured = Lexicon.typeOf(each.measure().get());
      boolean sentence = each.kind() == FoundBlank.Kind.SENTENCES;
      return measured == FieldType.COUNT && Lexicon.isMean(sentence ? each.name() : each.words())
          ? FieldType.DECIMAL
          : measured;
    }
    if (each.kind() == FoundBlank.Kind.MATRIX && Lexicon.isRemark(last(each.row()))) {
      return FieldType.TEXT;
    }
    Optional<FieldType> told = Optional.empty();
    for (int i = each.column().size() - 1; i >= 0 && told.isEmpty(); i--) {
      boolean leaf = i == each.column().size() - 1;
      // What stands above other heads is what they are parts of, and makes no words of numbers.
      told =
          Lexicon.typeByWords(each.column().get(i))
              .filter(type -> leaf || type.number() || type == FieldType.MARK);
    }
    boolean matrix = each.kind() == FoundBlank.Kind.MATRIX;
    for (int i = each.row().size() - 1; i >= 0 && told.isEmpty(); i--) {
      Optional<FieldType> row =
          each.kind() == FoundBlank.Kind.SENTENCES
              ? Optional.empty()
              : Lexicon.typeByWords(each.row().get(i));
      // What a row is called does not make its numbers words, unless its columns are only numbered.
      told = matrix && !isNumbered(each.name()) ? row.filter(FieldType::number) : row;
    }
    // Sentences name what they count; a blank without it takes words.
    boolean sentence = each.kind() == FoundBlank.Kind.SENTENCES && !isCounted(each);
    boolean ticked =
        told.filter(any -> any == FieldType.MARK || any == FieldType.CHOICE).isPresent();
    if (matrix && ticked && each.hasTotal(each.row())) {
      // What is ticked above is counted here.
      told = Optional.of(FieldType.COUNT);
    }
    // So does a column of a list, where nothing says what would be counted in it.
    boolean listed =
        each.kind() == FoundBlank.Kind.LIST
            && !isCounted(each)
            && !Lexicon.isPeople(each.name())
            && !Lexicon.isPartOnly(each.name());
    FieldType type = told.orElse(sentence || listed ? FieldType.TEXT : FieldType.COUNT);
    boolean divided = each.formula().filter(FormulaCore::divides).isPresent();
    return type == FieldType.COUNT && (divided || Lexicon.isMean(each.name()))
        ? FieldType.DECIMAL
        : type;
  }

  /** Tells whether a head only counts the columns, each of which is one thing: 项目一, 企业2. */
  private static boolean isNumbered(String head) {
    return ONE_OF_SEVERAL.matcher(Lexicon.spaced(head)).matches();
  }

  /** Returns what may be done with the answers of several units; nothing, on doubt. */
  static Adds adds(FoundBlank each) {
    FieldType type = type(each);
    if (!type.number() || type == FieldType.PERCENT) {
      return type == FieldType.CHOICE || type == FieldType.MARK ? Adds.TALLY : Adds.NO;
    }
    boolean additive = each.formula().map(FormulaCore::isAdditive).orElse(true);
    if (!isCounted(each) || !additive) {
      return Adds.NO;
    }
    String measure = each.measure().orElse("");
    if (each.kind() == FoundBlank.Kind.SENTENCES) {
      return Additive.of(List.of(), List.of(each.name()), measure) ? Adds.SUM : Adds.NO;
    }
    var outer = new ArrayList<>(each.section());
    outer.addAll(outer(each.row()));
    outer.addAll(outer(each.column()));
    List<String> leaves = List.of(last(each.row()), last(each.column()));
    return Additive.of(outer, leaves, measure) ? Adds.SUM : Adds.NO;
  }

  /** Returns how many decimals a number may have: as many as there are, where it is computed. */
  static int decimals(FoundBlank each) {
    FieldType type = type(each);
    boolean computed = each.formula().filter(text -> !FormulaCore.isSum(text)).isPresent();
    return computed && type.decimals() > 0 ? FieldType.PERCENT.decimals() : type.decimals();
  }

  /** Tells whether a number may be below zero. */
  static boolean isDifference(FoundBlank each) {
    return Lexicon.isDifference(last(each.row())) || Lexicon.isDifference(last(each.column()));
  }

  private static List<String> outer(List<String> words) {
    return words.subList(0, Math.max(0, words.size() - 1));
  }

  /** Tells whether anything on the form says that a blank takes a number. */
  static boolean isCounted(FoundBlank each) {
    boolean words =
        Stream.concat(each.row().stream(), each.column().stream())
            .anyMatch(
                word ->
                    Total.of(word) != Total.NONE
                        || Lexicon.isNumberHead(word)
                        || Lexicon.isPart(word)
                        || Lexicon.typeByWords(word).filter(FieldType::number).isPresent());
    return words
        || each.type().filter(FieldType::number).isPresent()
        || each.measure().isPresent()
        || each.formula().isPresent()
        || each.columnCode().isPresent()
        || each.rowCode().filter(code -> isCode(each, code)).isPresent()
        || each.siblings()
        || each.column().size() > 1 && Lexicon.isPeople(each.column().get(0));
  }

  /** A number before a question with a single answer only counts the questions. */
  private static boolean isCode(FoundBlank each, String code) {
    boolean question = each.kind() == FoundBlank.Kind.CELLS && each.column().isEmpty();
    return NUMBERED.matcher(code).matches() && !(question && SHORT.matcher(code).matches());
  }

  /** Returns what time its numbers speak of, where the words tell. */
  static Optional<Time> time(FoundBlank each) {
    String words = each.words();
    if (OF_STOCK.matcher(words).find()) {
      return Optional.of(Time.STOCK);
    }
    if (OF_ALL_SO_FAR.matcher(words).find()) {
      return Optional.of(Time.CUMULATIVE);
    }
    return OF_PERIOD.matcher(words).find() ? Optional.of(Time.FLOW) : Optional.empty();
  }

  private static String last(List<String> words) {
    return words.isEmpty() ? "" : words.get(words.size() - 1);
  }
}
