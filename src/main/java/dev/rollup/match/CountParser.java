package dev.rollup.match;

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

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Cell;
import dev.rollup.model.Folding;
import dev.rollup.template.Field;
import dev.rollup.text.Numerals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a count out of one cell: the exact number where it is certain, nothing where the unit left
 * it blank, and otherwise the reason why it is left out. Never guesses and never rounds.
 */
final class CountParser {

  /** What a unit writes for "no such thing, and no number either". */
  private static final Set<String> BLANK_SIGNS =
      Set.of("/", "\\", "-", "--", "—", "——", "–", "―", "ー", "n/a", "na", "不适用");

  /** What a unit writes that did nothing at all: about the whole return, so no number here. */
  static final String NIL_STATEMENT = "零报告";

  /** What stands in a text for a picture or a control (Unicode 23.8, object replacement). */
  private static final char DRAWING = '\uFFFC';

  private static final Set<String> ZERO_WORDS = Set.of("无", "零", "没有", "〇");

  private static final String ARABIC = "\\d+(?:,\\d+)*(?:\\.\\d+)?";
  private static final String CHINESE = "[零〇○一二两三四五六七八九十百千万廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬]+";
  private static final String NUMBER = "(?:" + ARABIC + "(?:[万千百wW]|亿)?|" + CHINESE + ")";

  private static final Pattern PLAIN = Pattern.compile("\\d+");
  private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");

  /** One thousand to some, one to others. */
  private static final Pattern THOUSANDS_OR_FRACTION = Pattern.compile("\\d{1,3}\\.000");

  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.0+)?");
  private static final Pattern SCALED = Pattern.compile("(\\d+(?:\\.\\d+)?)([万千百亿wW])");
  private static final Pattern LEADING = Pattern.compile(NUMBER);
  private static final Pattern NEGATIVE = Pattern.compile("[-−负]\\s*" + NUMBER + ".*");
  private static final Pattern ERROR =
      // The last is how WPS keeps a picture in a cell.
      Pattern.compile(
          "#(?:REF!|N/A|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)|=(?:_xlfn\\.)?DISPIMG\\(.*");
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\s*日?.*|\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日.*");
  private static final Pattern ELSEWHERE =
      Pattern.compile("[(]?(?:详见|详情见|参见|见|同上|同左|同前|另附|附后|如附).*", Pattern.DOTALL);
  private static final Pattern APPROXIMATE =
      Pattern.compile(
          "(?:大?约|大概|近|将近|接近|超过?|逾|不足|不到|不下|不少于|不低于|至少|最多|估计|预计|上|[<>≤≥≈~～])\\s*"
              + "(?:[数几]?\\s*"
              + NUMBER
              + "|[数几]).*"
              + "|"
              + NUMBER
              + "\\s*(?:余|多|几|来|许|\\+(?!\\s*\\d)|\\p{IsHan}{0,3}(?:左右|上下|以上|以下|以内|不等)).*"
              + "|(?:数|几|十几|若干|许多|很多|多|上百|上千|上万|成百|成千).*"
              + "|"
              + NUMBER
              + "\\s*(?:-|—|–|~|～|至|到|或)+\\s*"
              + NUMBER
              + ".*"
              + "|.*[百千万十](?:余|多|几).*"
              + "|.*(?:一二|二三|两三|三四|三五|四五|五六|六七|七八|八九)(?:[十百千万].*|$)",
          Pattern.DOTALL);
  private static final Pattern HEDGE =
      Pattern.compile("(?:大?约|大概|左右|上下|以上|以下|以内|余|多|预计|估计|暂|近似|不完全统计).*", Pattern.DOTALL);

  /** A remark that says that the number before it is another one. */
  private static final Pattern CHANGE =
      Pattern.compile(
          "[+\\-−]?\\s*" + NUMBER + "|无|没有|/|-|.*(?:改|更正|应为|实为|误|作废|单位|计量).*", Pattern.DOTALL);

  private static final Pattern SCALE_WORD = Pattern.compile("[万千百亿wW]\\p{IsHan}{0,2}");
  private static final Pattern REMARK =
      Pattern.compile("\\(([^()]*)\\)|[,;:]\\s*((?:其中|含|包括)[^()]*)", Pattern.DOTALL);

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
  CountParser(Set<String> measureWords, boolean bounded) {
    this.measureWords = measureWords;
    this.bounded = bounded;
  }

  /** Reads what one cell holds for one field of type count. */
  Reading read(Cell cell, Field field) {
    if (cell instanceof Cell.Text text) {
      return text(text.value(), field);
    }
    if (cell instanceof Cell.Number number) {
      return DisplayedNumber.showsItself(number, field.measure().suffixes())
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
  static boolean saysElsewhere(String words) {
    return ELSEWHERE.matcher(words).matches();
  }

  /** Tells whether words say that there is none. */
  static boolean saysNone(String words) {
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
    if (cached.state() != State.READ) {
      return cached;
    }
    var notes = new ArrayList<FindingCode>(List.of(FORMULA_VALUE));
    notes.addAll(cached.notes());
    return new Reading(State.READ, cached.count(), notes);
  }

  private Reading exact(BigDecimal value, Field field, FindingCode... notes) {
    if (value.signum() == 0) {
      return Reading.read(0, notes);
    }
    if (value.signum() < 0) {
      return Reading.excluded(NEGATIVE_COUNT);
    }
    // Size first: a number like 1E300 is never expanded.
    if (value.precision() - value.scale() > MAX_DIGITS) {
      return Reading.excluded(COUNT_TOO_LARGE);
    }
    if (value.stripTrailingZeros().scale() > 0) {
      return Reading.excluded(FRACTIONAL_COUNT);
    }
    long count = value.longValueExact();
    return bounded && count > field.max()
        ? Reading.excluded(COUNT_TOO_LARGE)
        : Reading.read(count, notes);
  }

  private Reading text(String raw, Field field) {
    String stripped = strip(raw);
    if (stripped.isEmpty()) {
      return Reading.BLANK;
    }
    if (PLAIN.matcher(stripped).matches()) {
      return exact(new BigDecimal(stripped), field);
    }
    if (stripped.indexOf(DRAWING) >= 0) {
      return Reading.excluded(DRAWN_OVER);
    }
    // Not NFKC, which would turn 5² into 52 and ① into 1.
    String text = Folding.halfWidth(stripped);
    if (BLANK_SIGNS.contains(text.toLowerCase(Locale.ROOT))) {
      return Reading.blank(BLANK_COUNT);
    }
    if (text.contains(NIL_STATEMENT)) {
      return LEADING.matcher(text.replace(NIL_STATEMENT, "")).find()
          ? Reading.excluded(NOT_A_COUNT)
          : Reading.blank(BLANK_COUNT);
    }
    if (ZERO_WORDS.contains(text)) {
      return Reading.read(0, COERCED_COUNT);
    }
    if (ERROR.matcher(text).matches()) {
      return Reading.excluded(ERROR_VALUE);
    }
    if (ELSEWHERE.matcher(text).matches()) {
      return Reading.excluded(SEE_ELSEWHERE);
    }
    if (DATE.matcher(text).matches()) {
      return Reading.excluded(DATE_IN_COUNT);
    }
    if (NEGATIVE.matcher(text).matches()) {
      return Reading.excluded(NEGATIVE_COUNT);
    }
    return numberInWords(text, text.equals(stripped), field);
  }

  /**
   * Reads a number with what may stand around it.
   *
   * @param untouched whether the text is what the unit wrote, to the letter
   */
  private Reading numberInWords(String text, boolean untouched, Field field) {
    String inner = unbracketed(text);
    Matcher leading = LEADING.matcher(inner);
    boolean starts = leading.lookingAt();
    String tail = starts ? strip(inner.substring(leading.end())) : "";
    // A remark is looked at before the approximate words: 12（含线上3场以上） is about the remark.
    Matcher remark = REMARK.matcher(tail);
    if (starts && !tail.isEmpty() && remark.find()) {
      String before = strip(tail.substring(0, remark.start()));
      String words = remark.group(1) == null ? remark.group(2) : remark.group(1);
      String after = strip(tail.substring(remark.end()));
      if ((before.isEmpty() || after.isEmpty()) && !words.isBlank()) {
        return withRemark(leading.group(), before + after, strip(words), field);
      }
    }
    if (APPROXIMATE.matcher(inner).matches()) {
      return Reading.excluded(APPROXIMATE_COUNT);
    }
    if (!starts) {
      return Reading.excluded(NOT_A_COUNT);
    }
    boolean plain = untouched && tail.isEmpty() && inner.equals(text);
    return measured(leading.group(), withoutStop(tail), plain, field);
  }

  private Reading withRemark(String number, String suffix, String remark, Field field) {
    if (HEDGE.matcher(remark).matches() || APPROXIMATE.matcher(number + suffix).matches()) {
      return Reading.excluded(APPROXIMATE_COUNT);
    }
    if (SCALE_WORD.matcher(remark).matches() || CHANGE.matcher(remark).matches()) {
      return Reading.excluded(NOT_A_COUNT);
    }
    if (remark.endsWith("数") && isMeasure(remark.substring(0, remark.length() - 1))) {
      return measured(number, remark.substring(0, remark.length() - 1), false, field);
    }
    if (suffix.isEmpty() && isMeasure(remark)) {
      return measured(number, remark, false, field);
    }
    Reading reading = measured(number, suffix, true, field);
    if (reading.state() != State.READ) {
      return reading;
    }
    var notes = new ArrayList<FindingCode>(List.of(REMARK_IN_COUNT));
    reading.notes().stream().filter(note -> note != COERCED_COUNT).forEach(notes::add);
    return new Reading(State.READ, reading.count(), notes);
  }

  /** Reads a number with the measure behind it, if any. */
  private Reading measured(String number, String suffix, boolean plain, Field field) {
    if (!suffix.isEmpty() && !accepted(suffix, field)) {
      return Reading.excluded(measureWords.contains(suffix) ? WRONG_MEASURE_UNIT : NOT_A_COUNT);
    }
    if (THOUSANDS_OR_FRACTION.matcher(number).matches()) {
      return Reading.excluded(NOT_A_COUNT);
    }
    if (PLAIN.matcher(number).matches() || DECIMAL.matcher(number).matches()) {
      BigDecimal value = new BigDecimal(number);
      return plain && suffix.isEmpty() ? exact(value, field) : exact(value, field, COERCED_COUNT);
    }
    if (GROUPED.matcher(number).matches()) {
      return exact(new BigDecimal(number.replace(",", "")), field, COERCED_COUNT);
    }
    Matcher scaled = SCALED.matcher(number);
    if (scaled.matches()) {
      return exact(
          new BigDecimal(scaled.group(1)).scaleByPowerOfTen(zeros(scaled.group(2))),
          field,
          NUMERAL_COUNT);
    }
    OptionalLong chinese = ChineseNumeral.parse(number);
    return chinese.isPresent()
        ? exact(BigDecimal.valueOf(chinese.getAsLong()), field, NUMERAL_COUNT)
        : Reading.excluded(NOT_A_COUNT);
  }

  private static int zeros(String scale) {
    return switch (scale) {
      case "百" -> 2;
      case "千" -> 3;
      case "亿" -> 8;
      default -> 4;
    };
  }

  private boolean isMeasure(String word) {
    return measureWords.contains(word);
  }

  private static boolean accepted(String suffix, Field field) {
    return field.measure().suffixes().contains(suffix);
  }

  /** Takes the form's own brackets off: a unit that types （12） or （12）场 fills the blank in. */
  private static String unbracketed(String text) {
    int close = text.indexOf(')');
    if (!text.startsWith("(") || close < 0 || text.indexOf('(', 1) >= 0) {
      return text;
    }
    String behind = strip(text.substring(close + 1));
    boolean another = !behind.isEmpty() && Numerals.isNumeral(behind.codePointAt(0));
    return another ? text : strip(text.substring(1, close)) + behind;
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
