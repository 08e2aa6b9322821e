package dev.rollup.read.sheet;

import dev.rollup.model.Cell;
import dev.rollup.model.Mark;
import dev.rollup.text.FormatCode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a number is displayed.
 *
 * @param code the format code
 * @param date whether it displays a date or a time
 */
public record NumberFormat(String code, boolean date) {

  static final NumberFormat GENERAL = new NumberFormat(Cell.Number.GENERAL, false);

  /** What Chinese versions of Excel and WPS call the general format. */
  private static final String GENERAL_ZH = "G/通用格式";

  /** What is no character of its own: colours and languages, room as wide as one, spaces. */
  private static final Pattern LAYOUT = Pattern.compile("\\[[^\\]]*]|_.|\\* |\\\\ | ");

  private static final Map<Integer, NumberFormat> BUILT_IN = builtIn();

  /** Formats that have a name, as codes. */
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("General Number", "General"),
          Map.entry("Fixed", "0.00"),
          Map.entry("Standard", "#,##0.00"),
          Map.entry("Percent", "0.00%"),
          Map.entry("Scientific", "0.00E+00"),
          Map.entry("Currency", "\"¥\"#,##0.00"),
          Map.entry("Euro Currency", "\"€\"#,##0.00"),
          Map.entry("Yes/No", "\"Yes\";\"Yes\";\"No\""),
          Map.entry("True/False", "\"True\";\"True\";\"False\""),
          Map.entry("On/Off", "\"On\";\"On\";\"Off\""),
          Map.entry("General Date", "yyyy-mm-dd hh:mm"),
          Map.entry("Long Date", "yyyy-mm-dd"),
          Map.entry("Medium Date", "yyyy-mm-dd"),
          Map.entry("Short Date", "yyyy-mm-dd"),
          Map.entry("Long Time", "hh:mm:ss"),
          Map.entry("Medium Time", "hh:mm"),
          Map.entry("Short Time", "hh:mm"));

  /** Longer codes no program writes, and none shows what they say. */
  private static final int LONGEST = 1_000;

  /** A format that a file defines by its code. */
  public static NumberFormat of(String code) {
    if (code.length() > LONGEST) {
      return new NumberFormat("\"?\"", false);
    }
    return code.equalsIgnoreCase(Cell.Number.GENERAL) || code.equals(GENERAL_ZH)
        ? GENERAL
        : new NumberFormat(code, showsDate(code));
  }

  /** A format by its name in files of text, or by its code where it has none. */
  public static NumberFormat named(String name) {
    return of(NAMED.getOrDefault(name, name));
  }

  /**
   * Returns the format that an id means without a definition (ECMA-376 18.8.30): en-US codes, and
   * those of zh-CN for the ids that exist there only. Unknown ids are General.
   */
  public static NumberFormat builtIn(int id) {
    return BUILT_IN.getOrDefault(id, GENERAL);
  }

  /** Returns the cell that holds a number under this format: a date where it stands for one. */
  public Cell cell(BigDecimal number, boolean since1904) {
    LocalDateTime time = date ? StoredNumber.time(number, since1904) : null;
    return time != null ? new Cell.Date(time) : new Cell.Number(number, code);
  }

  /** Returns what is the matter with a text under this format; null where it is shown as it is. */
  public @Nullable Mark onText() {
    if (code.equals("@") || code.equals(Cell.Number.GENERAL)) {
      return null;
    }
    String section = FormatCode.of(code).text();
    if (section == null) {
      return null;
    }
    String shown = LAYOUT.matcher(section).replaceAll("").replace("\"", "").strip();
    if (shown.equals("@")) {
      return null;
    }
    return shown.isEmpty() ? Mark.HIDDEN : Mark.RESTYLED;
  }

  /** Tells whether any section holds a part of a date or time outside quotes, escapes, brackets. */
  private static boolean showsDate(String code) {
    for (int i = 0; i < code.length(); i++) {
      switch (code.charAt(i)) {
        case '"' -> i = endOf(code, i, '"');
        case '\\', '_', '*' -> i++;
        case '[' -> {
          int end = endOf(code, i, ']');
          if (isElapsedTime(code, i + 1, end)) {
            return true;
          }
          i = end;
        }
        case 'e', 'E' -> {
          // 0.00E+00 is an exponent, e"年" the year.
          char next = i + 1 < code.length() ? code.charAt(i + 1) : ' ';
          if (next != '+' && next != '-') {
            return true;
          }
        }
        case 'g', 'G' -> {
          if (code.regionMatches(true, i, Cell.Number.GENERAL, 0, Cell.Number.GENERAL.length())) {
            i += Cell.Number.GENERAL.length() - 1;
          }
        }
        case 'a', 'A' -> {
          if (code.regionMatches(true, i, "aaa", 0, 3)) {
            return true;
          }
        }
        case 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H', 's', 'S', 'b', 'B' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static int endOf(String code, int start, char mark) {
    int end = code.indexOf(mark, start + 1);
    return end < 0 ? code.length() : end;
  }

  /** Tells {@code [h]} and {@code [mm]} from colours, conditions and locales. */
  private static boolean isElapsedTime(String code, int start, int end) {
    for (int i = start; i < end; i++) {
      if ("hHmMsS".indexOf(code.charAt(i)) < 0) {
        return false;
      }
    }
    return end > start;
  }

  private static Map<Integer, NumberFormat> builtIn() {
    var formats = new HashMap<Integer, NumberFormat>();
    Map.ofEntries(
            Map.entry(1, "0"),
            Map.entry(2, "0.00"),
            Map.entry(3, "#,##0"),
            Map.entry(4, "#,##0.00"),
            Map.entry(5, "\"$\"#,##0_);(\"$\"#,##0)"),
            Map.entry(6, "\"$\"#,##0_);[Red](\"$\"#,##0)"),
            Map.entry(7, "\"$\"#,##0.00_);(\"$\"#,##0.00)"),
            Map.entry(8, "\"$\"#,##0.00_);[Red](\"$\"#,##0.00)"),
            Map.entry(9, "0%"),
            Map.entry(10, "0.00%"),
            Map.entry(11, "0.00E+00"),
            Map.entry(12, "# ?/?"),
            Map.entry(13, "# ??/??"),
            Map.entry(14, "mm-dd-yy"),
            Map.entry(15, "d-mmm-yy"),
            Map.entry(16, "d-mmm"),
            Map.entry(17, "mmm-yy"),
            Map.entry(18, "h:mm AM/PM"),
            Map.entry(19, "h:mm:ss AM/PM"),
            Map.entry(20, "h:mm"),
            Map.entry(21, "h:mm:ss"),
            Map.entry(22, "m/d/yy h:mm"),
            Map.entry(27, "yyyy\"年\"m\"月\""),
            Map.entry(28, "m\"月\"d\"日\""),
            Map.entry(29, "m\"月\"d\"日\""),
            Map.entry(30, "m-d-yy"),
            Map.entry(31, "yyyy\"年\"m\"月\"d\"日\""),
            Map.entry(32, "h\"时\"mm\"分\""),
            Map.entry(33, "h\"时\"mm\"分\"ss\"秒\""),
            Map.entry(34, "上午/下午h\"时\"mm\"分\""),
            Map.entry(35, "上午/下午h\"时\"mm\"分\"ss\"秒\""),
            Map.entry(36, "yyyy\"年\"m\"月\""),
            Map.entry(37, "#,##0 ;(#,##0)"),
            Map.entry(38, "#,##0 ;[Red](#,##0)"),
            Map.entry(39, "#,##0.00;(#,##0.00)"),
            Map.entry(40, "#,##0.00;[Red](#,##0.00)"),
            Map.entry(41, "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"_);_(@_)"),
            Map.entry(42, "_(\"$\"* #,##0_);_(\"$\"* \\(#,##0\\);_(\"$\"* \"-\"_);_(@_)"),
            Map.entry(43, "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)"),
            Map.entry(44, "_(\"$\"* #,##0.00_);_(\"$\"* \\(#,##0.00\\);_(\"$\"* \"-\"??_);_(@_)"),
            Map.entry(45, "mm:ss"),
            Map.entry(46, "[h]:mm:ss"),
            Map.entry(47, "mmss.0"),
            Map.entry(48, "##0.0E+0"),
            Map.entry(49, "@"),
            Map.entry(50, "yyyy\"年\"m\"月\""),
            Map.entry(51, "m\"月\"d\"日\""),
            Map.entry(52, "yyyy\"年\"m\"月\""),
            Map.entry(53, "m\"月\"d\"日\""),
            Map.entry(54, "m\"月\"d\"日\""),
            Map.entry(55, "上午/下午h\"时\"mm\"分\""),
            Map.entry(56, "上午/下午h\"时\"mm\"分\"ss\"秒\""),
            Map.entry(57, "yyyy\"年\"m\"月\""),
            Map.entry(58, "m\"月\"d\"日\""))
        .forEach((id, code) -> formats.put(id, of(code)));
    return Map.copyOf(formats);
  }
}
