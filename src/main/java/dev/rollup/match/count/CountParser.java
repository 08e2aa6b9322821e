package dev.rollup.match.count;

import static dev.rollup.finding.FindingCode.APPROXIMATE_COUNT;
import static dev.rollup.finding.FindingCode.BLANK_COUNT;
import static dev.rollup.finding.FindingCode.COERCED_COUNT;
import static dev.rollup.finding.FindingCode.COUNT_TOO_LARGE;
import static dev.rollup.finding.FindingCode.DATE_IN_COUNT;
import static dev.rollup.finding.FindingCode.DISPLAY_DIFFERS;
import static dev.rollup.finding.FindingCode.DRAWN_OVER;
import static dev.rollup.finding.FindingCode.ERROR_VALUE;
import static dev.rollup.finding.FindingCode.FORMULA_VALUE;
import static dev.rollup.finding.FindingCode.FORMULA_WITHOUT_VALUE;
import static dev.rollup.finding.FindingCode.FRACTIONAL_COUNT;
import static dev.rollup.finding.FindingCode.NEGATIVE_COUNT;
import static dev.rollup.finding.FindingCode.NOT_A_COUNT;
import static dev.rollup.finding.FindingCode.NUMERAL_COUNT;
import static dev.rollup.finding.FindingCode.REMARK_IN_COUNT;
import static dev.rollup.finding.FindingCode.SEE_ELSEWHERE;
import static dev.rollup.finding.FindingCode.WRONG_MEASURE_UNIT;
import static dev.rollup.text.Amount.Script.DIGITS;
import static dev.rollup.text.Amount.Script.WORDS;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Cell;
import dev.rollup.submission.Reading;
import dev.rollup.submission.Remark;
import dev.rollup.submission.State;
import dev.rollup.submission.Value;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.text.Amount;
import dev.rollup.text.Approximation;
import dev.rollup.text.DisplayedNumber;
import dev.rollup.text.MeasureNames;
import dev.rollup.text.Numerals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a count out of one cell: the exact number where it is certain, nothing where the unit left
 * it blank, and otherwise the reason why it is left out. Never guesses and never rounds.
 */
public final class CountParser {

  /** What a unit writes for "no such thing, and no number either". */
  private static final Set<String> BLANK_SIGNS =
      Set.of("/", "\\", "-", "--", "—", "——", "–", "―", "ー", "n/a", "na", "不适用");

  /** What a unit writes that did nothing at all: about the whole return, so no number here. */
  public static final String NIL_STATEMENT = "零报告";

  /** What stands in a text for a picture or a control (Unicode 23.8, object replacement). */
  private static final char DRAWING = '\uFFFC';

  private static final Set<String> ZERO_WORDS = Set.of("无", "零", "没有", "〇");

  private static final Pattern ERROR =
      // The last is how WPS keeps a picture in a cell.
      Pattern.compile(
          "#(?:REF!|N/A|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)|=(?:_xlfn\\.)?DISPIMG\\(.*");
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\s*日?.*|\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日.*");
  private static final List<String> ELSEWHERE =
      List.of("详见", "详情见", "参见", "见", "同上", "同左", "同前", "另附", "附后", "如附");

  /** A number that may be one of what the measure is many of: 1.2万, 5千; 三百 is three hundred. */
  private static final Pattern IS_SCALED = Pattern.compile("[万萬亿億wW]|\\d\\s*[百千佰仟]");

  /** More digits than this are a telephone number or a mistake, and would not fit a sum. */
  private static final int MAX_DIGITS = 15;

  private final Set<String> measureWords;
  private final boolean bounded;

  /**
   * A parser for one template.
   *
   * @param measureWords every word that measures something, so that 300人 in a blank for 场 is told
   *     from a word
   * @param bounded whether there is a largest count that is believed: of a unit there is, of a
   *     roll-up there is not
   */
  public CountParser(Set<String> measureWords, boolean bounded) {
    this.measureWords = measureWords;
    this.bounded = bounded;
  }

  /** Reads what one cell holds for one field of type count. */
  public Reading read(Cell cell, Field field) {
    if (cell instanceof Cell.Text text) {
      return text(text.value(), field);
    }
    if (cell instanceof Cell.Number number) {
      if (field.type() == FieldType.PERCENT && DisplayedNumber.isPercent(number)) {
        return exact(number.value().movePointRight(2), field);
      }
      return DisplayedNumber.showsItself(number, field.measured().suffixes())
          ? exact(number.value(), field)
          : Reading.excluded(DISPLAY_DIFFERS);
    }
    if (cell instanceof Cell.Formula formula) {
      return formula(formula, field);
    }
    if (cell instanceof Cell.Date) {
      return Reading.excluded(DATE_IN_COUNT);
    }
    if (cell instanceof Cell.ErrorValue) {
      return Reading.excluded(ERROR_VALUE);
    }
    return cell instanceof Cell.Empty ? Reading.BLANK : Reading.excluded(NOT_A_COUNT);
  }

  /** Tells whether words say that a number stands in another place. */
  public static boolean saysElsewhere(String words) {
    String bare = words.startsWith("(") ? words.substring(1) : words;
    return ELSEWHERE.stream().anyMatch(bare::startsWith);
  }

  /** Tells whether words say that there is none. */
  public static boolean saysNone(String words) {
    return ZERO_WORDS.contains(words) || words.contains(NIL_STATEMENT);
  }

  private Reading formula(Cell.Formula formula, Field field) {
    if (ERROR.matcher(formula.raw()).matches()) {
      return Reading.excluded(ERROR_VALUE);
    }
    if (formula.cached() instanceof Cell.Empty) {
      return Reading.excluded(FORMULA_WITHOUT_VALUE);
    }
    Reading cached = read(formula.cached(), field);
    if (cached.equals(Reading.BLANK)) {
      return Reading.blank(BLANK_COUNT);
    }
    if (cached.state() != State.READ) {
      return cached;
    }
    var notes = new ArrayList<FindingCode>(List.of(FORMULA_VALUE));
    notes.addAll(cached.notes());
    return new Reading(cached.content(), notes);
  }

  private Reading exact(BigDecimal value, Field field, FindingCode... notes) {
    if (value.signum() == 0) {
      return Reading.read(BigDecimal.ZERO, notes);
    }
    if (value.signum() < 0 && !mayBeBelowZero(field)) {
      return Reading.excluded(NEGATIVE_COUNT);
    }
    // Size first: a number like 1E300 is never expanded.
    if (value.precision() - value.scale() > MAX_DIGITS) {
      return Reading.excluded(COUNT_TOO_LARGE);
    }
    if (value.stripTrailingZeros().scale() > field.scale()) {
      return Reading.excluded(FRACTIONAL_COUNT);
    }
    return bounded && value.abs().compareTo(BigDecimal.valueOf(field.max())) > 0
        ? Reading.excluded(COUNT_TOO_LARGE)
        : Reading.read(value, notes);
  }

  private Reading text(String raw, Field field) {
    String stripped = strip(raw);
    if (stripped.isEmpty()) {
      return Reading.BLANK;
    }
    if (stripped.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return exact(new BigDecimal(stripped), field);
    }
    if (stripped.indexOf(DRAWING) >= 0) {
      return Reading.excluded(DRAWN_OVER);
    }
    // Not NFKC, which would turn 5² into 52 and ① into 1.
    String text = Enclosure.plain(stripped);
    if (text.isEmpty()) {
      return Reading.BLANK;
    }
    if (BLANK_SIGNS.contains(text.toLowerCase(Locale.ROOT))) {
      return Reading.blank(BLANK_COUNT);
    }
    if (text.contains(NIL_STATEMENT)) {
      return Numerals.in(text.replace(NIL_STATEMENT, ""))
          ? Reading.excluded(NOT_A_COUNT)
          : Reading.blank(BLANK_COUNT);
    }
    if (ZERO_WORDS.contains(text)) {
      return Reading.read(BigDecimal.ZERO, COERCED_COUNT);
    }
    if (ERROR.matcher(text).matches()) {
      return Reading.excluded(ERROR_VALUE);
    }
    if (saysElsewhere(text)) {
      return Reading.excluded(SEE_ELSEWHERE);
    }
    if (DATE.matcher(text).matches()) {
      return Reading.excluded(DATE_IN_COUNT);
    }
    if ("-−负".indexOf(text.charAt(0)) >= 0 && Amount.begins(text.substring(1).strip())) {
      return mayBeBelowZero(field)
          ? negated(numberInWords(text.substring(1).strip(), false, field))
          : Reading.excluded(NEGATIVE_COUNT);
    }
    return numberInWords(text, text.equals(stripped), field);
  }

  private static boolean mayBeBelowZero(Field field) {
    return field.type() != FieldType.COUNT || field.signed();
  }

  private static Reading negated(Reading reading) {
    return reading.number() == null
        ? reading
        : new Reading(new Value.Number(reading.number().negate()), reading.notes());
  }

  /**
   * Reads a number with what may stand around it.
   *
   * @param untouched whether the text is what the unit wrote, to the letter
   */
  private Reading numberInWords(String text, boolean untouched, Field field) {
    String inner = Enclosure.off(text);
    Amount number = number(inner, field);
    if (number.value() == null) {
      return Reading.excluded(Approximation.says(inner) ? APPROXIMATE_COUNT : NOT_A_COUNT);
    }
    String tail = strip(inner.substring(number.end()));
    // A remark is looked at before the approximate words: 12（含线上3场以上） is about the remark.
    Optional<Remark> remark = Remark.in(tail);
    if (remark.isPresent()) {
      return withRemark(inner, number, remark.get(), field);
    }
    String suffix = withoutStop(tail);
    if (!accepted(suffix, field) && Approximation.says(inner)) {
      return Reading.excluded(APPROXIMATE_COUNT);
    }
    return measured(number, suffix, untouched && tail.isEmpty() && inner.equals(text), field);
  }

  /**
   * Returns the number that a text begins with; where the measure begins with 万 or its like, only
   * as far as that.
   */
  private Amount number(String text, Field field) {
    Amount number = Amount.at(text, 0);
    boolean scaled = field.type() == FieldType.PERCENT;
    for (var suffix : field.measured().suffixes()) {
      if (!Amount.begins(suffix)) {
        continue;
      }
      scaled |= MeasureNames.isManyOfAnother(suffix);
      int end = text.indexOf(suffix);
      if (end > 0) {
        String before = text.substring(0, end);
        Amount own = Amount.at(before, 0);
        boolean whole = strip(before.substring(own.end())).isEmpty();
        return whole ? own : new Amount(null, own.script(), own.end());
      }
      boolean sounds = !MeasureNames.isManyOfAnother(suffix) && number.end() > 0;
      if (sounds && text.charAt(number.end() - 1) == suffix.charAt(0)) {
        // 5千 for 千克 may be five or five thousand of them.
        return new Amount(null, number.script(), number.end());
      }
    }
    // 2万 for 万元 may be two or twenty thousand of them, and 3亿 three or many more.
    return scaled && IS_SCALED.matcher(text.substring(0, number.end())).find()
        ? new Amount(null, number.script(), number.end())
        : number;
  }

  private Reading withRemark(String text, Amount number, Remark remark, Field field) {
    String words = remark.words();
    Amount again = Amount.at(words, 0);
    if (again.end() > 0 && accepted(words.substring(again.end()).strip(), field)) {
      return again.value() != null && number.certain().compareTo(again.value()) == 0
          ? measured(number.script() == WORDS ? number : again, remark.before(), false, field)
          : Reading.excluded(NOT_A_COUNT);
    }
    if (Approximation.says(text.substring(0, number.end()) + remark.before())) {
      return Reading.excluded(APPROXIMATE_COUNT);
    }
    String measure = words.endsWith("数") ? words.substring(0, words.length() - 1) : words;
    if (isMeasure(measure)) {
      String both = accepted(measure, field) ? remark.before() : measure;
      return measured(number, both, false, field);
    }
    Optional<FindingCode> objection = remark.objection(number.certain(), measureWords);
    if (objection.isPresent()) {
      return Reading.excluded(objection.get());
    }
    Reading reading = measured(number, remark.before(), true, field);
    if (reading.state() != State.READ) {
      return reading;
    }
    var notes = new ArrayList<FindingCode>(List.of(REMARK_IN_COUNT));
    reading.notes().stream().filter(note -> note != COERCED_COUNT).forEach(notes::add);
    return new Reading(reading.content(), notes);
  }

  /** Reads a number with the measure behind it, if any. */
  private Reading measured(Amount number, String suffix, boolean plain, Field field) {
    if (!accepted(suffix, field)) {
      return Reading.excluded(isMeasure(suffix) ? WRONG_MEASURE_UNIT : NOT_A_COUNT);
    }
    if (number.script() == WORDS) {
      return exact(number.certain(), field, NUMERAL_COUNT);
    }
    boolean untouched = plain && suffix.isEmpty() && number.script() == DIGITS;
    return untouched
        ? exact(number.certain(), field)
        : exact(number.certain(), field, COERCED_COUNT);
  }

  private boolean isMeasure(String word) {
    return measureWords.contains(word);
  }

  private static boolean accepted(String suffix, Field field) {
    return suffix.isEmpty() || field.measured().suffixes().contains(suffix);
  }

  /** Takes one full stop or semicolon off, which belongs to the sentence of the form. */
  private static String withoutStop(String tail) {
    return !tail.isEmpty() && "。；;，,、.".indexOf(tail.charAt(tail.length() - 1)) >= 0
        ? strip(tail.substring(0, tail.length() - 1))
        : tail;
  }

  /** Removes white space of every kind and characters without a glyph from both ends. */
  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && invisible(text.charAt(from))) {
      from++;
    }
    while (to > from && invisible(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean invisible(char c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }
}
