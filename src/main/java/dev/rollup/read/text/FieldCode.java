package dev.rollup.read.text;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.text.ChineseNumeral;
import dev.rollup.text.Numerals;
import dev.rollup.text.PlainFormula;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person sees of a field by its code (ECMA-376 part 1, 17.16.5) where no text tells. */
public final class FieldCode {

  /** Fields that show nothing by themselves, or only what has no place in the text. */
  private static final Set<String> SILENT =
      Set.of(
          "XE",
          "TC",
          "TA",
          "RD",
          "SET",
          "ASK",
          "NEXT",
          "NEXTIF",
          "SKIPIF",
          "PRIVATE",
          "TOC",
          "TOA",
          "INDEX",
          "HYPERLINK",
          "FORMTEXT");

  /** Form elements that show what is chosen, and not what stands in the text for them. */
  private static final Set<String> CHOICES = Set.of("FORMDROPDOWN", "FORMCHECKBOX");

  private static final Set<String> OF_PAGE =
      Set.of(
          "PAGE",
          "NUMPAGES",
          "SECTION",
          "SECTIONPAGES",
          "DATE",
          "TIME",
          "CREATEDATE",
          "SAVEDATE",
          "PRINTDATE",
          "EDITTIME",
          "FILENAME");

  /** Those of which every program shows what it finds, whatever stands in the text. */
  private static final Set<String> COMPUTED =
      Set.of("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "SYMBOL");

  /** A formula that needs nothing of the text. */
  private static final Pattern CONSTANTS =
      Pattern.compile("\\s*=([-+*/()0-9. ]+)(?:\\\\[*#].*)?", Pattern.DOTALL);

  /** Buttons show words that tell where to click. */
  private static final Pattern BUTTON =
      Pattern.compile("(?i)\\s*(?:MACROBUTTON|GOTOBUTTON)\\s+\\S+\\s*(.*)", Pattern.DOTALL);

  /** Letters over each other: a circle, and what stands in it. */
  private static final Pattern IN_CIRCLE =
      Pattern.compile(
          "(?i)\\s*EQ\\s*\\\\o\\s*(?:\\\\a[clr]\\s*)?"
              + "\\(\\s*[○◯〇Oo]\\s*[,;]\\s*([^\\s(),;\\\\]+)\\s*\\)\\s*");

  /** Small letters above a word, as programs write the sounds of characters. */
  private static final Pattern WITH_SOUNDS =
      Pattern.compile(
          "(?i)\\s*EQ\\s+(?:\\\\\\*\\s*(?:\"[^\"]*\"|\\S+)\\s*)*\\\\o\\s*(?:\\\\a[cdlr]\\s*)?"
              + "\\(\\s*\\\\s\\s*\\\\up\\s*\\d+\\s*\\(([^()]*)\\)\\s*[,;]([^(),;\\\\]*)\\)\\s*");

  private static final int FIRST_CHINESE_CIRCLE = 0x3280;
  private static final int CHINESE_CIRCLES = 10;

  private FieldCode() {}

  /** Tells whether a field shows something about the page or the file. */
  public static boolean isOfPage(CharSequence code) {
    return OF_PAGE.contains(name(code.toString()));
  }

  /**
   * Returns what is seen of a field besides its result.
   *
   * @param element its form element, or null
   * @param result what stands in the text for it; blank where nothing does
   * @param dirty whether the program is to calculate it anew before anybody sees it
   */
  public static String seen(
      String code, @Nullable FormField element, String result, boolean dirty) {
    String name = name(code);
    boolean shown = !isBlank(result);
    // What is chosen is told by the element only, whatever stands in the text.
    FormField form = element == null && CHOICES.contains(name) ? FormField.UNCERTAIN : element;
    if (form != null && form.shown() != null) {
      // Some programs write the chosen entry as the result, too; Word would not show that.
      boolean twice = shown && result.strip().equals(form.shown().strip());
      return !shown ? form.shown() : twice ? "" : String.valueOf(RunningText.UNKNOWN);
    }
    if (SILENT.contains(name)) {
      return "";
    }
    if (shown) {
      return isAnother(code, name, result.strip(), dirty)
          ? String.valueOf(RunningText.UNKNOWN)
          : "";
    }
    Matcher button = BUTTON.matcher(code);
    if (button.matches()) {
      return Prompt.mayBeAnswer(button.group(1)) ? String.valueOf(RunningText.UNKNOWN) : "";
    }
    return name.equals("EQ") ? equation(code) : String.valueOf(RunningText.UNKNOWN);
  }

  /** Tells whether something else may be seen than what stands in the text. */
  private static boolean isAnother(String code, String name, String result, boolean dirty) {
    if (COMPUTED.contains(name)) {
      return Numerals.in(result);
    }
    Matcher constants = CONSTANTS.matcher(code);
    if (constants.matches() && result.matches("[0-9]{1,15}(\\.[0-9]{1,9})?")) {
      var formula =
          new Cell.Formula(
              constants.group(1), new Cell.Number(new BigDecimal(result), Cell.Number.GENERAL));
      return PlainFormula.stale(formula, Grid.builder(null).build(), List.of());
    }
    return dirty && !OF_PAGE.contains(name);
  }

  private static String equation(String code) {
    Matcher circle = IN_CIRCLE.matcher(code);
    if (circle.matches()) {
      return inCircle(circle.group(1));
    }
    Matcher sounds = WITH_SOUNDS.matcher(code);
    return sounds.matches() && isSound(sounds.group(1))
        ? sounds.group(2)
        : String.valueOf(RunningText.UNKNOWN);
  }

  /** Returns the one character that looks like it (Unicode, Enclosed Alphanumerics and CJK). */
  private static String inCircle(String content) {
    long chinese = ChineseNumeral.parse(content).orElse(0);
    if (chinese > 0 && chinese <= CHINESE_CIRCLES) {
      return Character.toString(FIRST_CHINESE_CIRCLE + (int) chinese - 1);
    }
    if (!content.matches("0|[1-9][0-9]?")) {
      return String.valueOf(RunningText.UNKNOWN);
    }
    int number = Integer.parseInt(content);
    int circled =
        number == 0
            ? '⓪'
            : number <= 20
                ? '①' + number - 1
                : number <= 35
                    ? '㉑' + number - 21
                    : number <= 50 ? '㊱' + number - 36 : RunningText.UNKNOWN;
    return Character.toString(circled);
  }

  /** Tells whether small letters above others only tell how those are spoken. */
  public static boolean isSound(CharSequence letters) {
    return letters
        .codePoints()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isAlphabetic(c)
                        && !Character.isIdeographic(c)
                        && Character.getType(c) != Character.LETTER_NUMBER
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.MODIFIER_SYMBOL);
  }

  private static boolean isBlank(String text) {
    return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  private static String name(String code) {
    String stripped = code.strip();
    if (stripped.startsWith("=")) {
      return "=";
    }
    int end = 0;
    while (end < stripped.length() && Character.isLetter(stripped.charAt(end))) {
      end++;
    }
    return stripped.substring(0, end).toUpperCase(Locale.ROOT);
  }
}
