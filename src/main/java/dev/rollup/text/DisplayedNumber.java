package dev.rollup.text;

import dev.rollup.model.Cell;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a person who looks at a number cell sees the number that is stored in it. A format
 * that rounds is not told: what it hides is a fraction, which no count may have anyway. Number
 * format codes are those of ECMA-376 part 1, 18.8.31.
 */
public final class DisplayedNumber {

  private static final Pattern PERCENT = Pattern.compile("[#,]*0(?:\\.[0#]+)?%");

  private DisplayedNumber() {}

  /**
   * Tells whether a number is displayed as itself.
   *
   * @param suffixes words that may be displayed behind the number without changing its meaning
   */
  public static boolean showsItself(Cell.Number number, Collection<String> suffixes) {
    String format = number.format();
    if (format.isEmpty() || format.equalsIgnoreCase(Cell.Number.GENERAL) || format.equals("@")) {
      return true;
    }
    BigDecimal value = number.value();
    var code = FormatCode.of(format);
    List<Section> sections =
        (code.numbers().isEmpty() ? List.of(code.text()) : code.numbers())
            .stream().map(Section::parse).toList();
    if (sections.stream().anyMatch(section -> section.condition != null)) {
      List<Section> possible = possible(sections, value);
      return !possible.isEmpty()
          && possible.stream().allMatch(section -> section.shows(value, false, suffixes));
    }
    boolean ownSignSection = sections.size() > 1 && value.signum() < 0;
    int index = ownSignSection ? 1 : value.signum() == 0 && sections.size() > 2 ? 2 : 0;
    return sections.get(index).shows(value, ownSignSection, suffixes);
  }

  /** Tells whether a number is displayed as a rate in percent, and nothing else is. */
  public static boolean isPercent(Cell.Number number) {
    return PERCENT.matcher(number.format()).matches();
  }

  /**
   * Returns the sections that may display a number where one of them has a condition: the first
   * whose condition holds, else any that has none; without one the cell is filled with crosses.
   */
  private static List<Section> possible(List<Section> sections, BigDecimal value) {
    return sections.stream()
        .filter(section -> section.condition != null && section.condition.holds(value))
        .findFirst()
        .map(List::of)
        .orElseGet(() -> sections.stream().filter(s -> s.condition == null).toList());
  }

  /** For which numbers a section is, where it says so: {@code [>=100]}. */
  private record Condition(String operator, BigDecimal operand) {

    private static final Pattern CODE =
        Pattern.compile("(<=|>=|<>|<|>|=)\\s*([-+]?(?:\\d{1,15}(?:\\.\\d{0,15})?|\\.\\d{1,15}))");

    /** Returns the condition, or null where the words in brackets are none. */
    static @Nullable Condition parse(String words) {
      Matcher code = CODE.matcher(words.strip());
      return code.matches() ? new Condition(code.group(1), new BigDecimal(code.group(2))) : null;
    }

    boolean holds(BigDecimal value) {
      int order = value.compareTo(operand);
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case ">=" -> order >= 0;
        case "<>" -> order != 0;
        default -> order == 0;
      };
    }
  }

  /**
   * One section of a format code, taken apart.
   *
   * @param condition for which numbers it is, or null
   * @param prefix the words before the digits
   * @param suffix the words behind them
   * @param digits the placeholders
   * @param faithful whether nothing in it scales, rewrites, splits or whitens the number
   */
  private record Section(
      @Nullable Condition condition,
      String prefix,
      String suffix,
      String digits,
      boolean faithful) {

    /** Colours in which nobody sees a number on a sheet of paper. */
    private static final Set<String> WHITE = Set.of("white", "color2", "color 2", "白色");

    /** What Chinese versions of Excel and WPS call the general format. */
    private static final String GENERAL_ZH = "G/通用格式";

    static Section parse(String code) {
      var prefix = new StringBuilder();
      var suffix = new StringBuilder();
      var digits = new StringBuilder();
      Condition condition = null;
      boolean point = false;
      boolean faithful = true;
      for (int i = 0; i < code.length(); i++) {
        char c = code.charAt(i);
        var words = digits.isEmpty() && !point ? prefix : suffix;
        switch (c) {
          case '"' -> {
            int end = endOf(code, i + 1, '"');
            words.append(code, i + 1, end);
            i = end;
          }
          case '\\', '!' -> {
            // In Chinese formats an exclamation mark does what a backslash does elsewhere.
            i++;
            words.append(i < code.length() ? code.substring(i, i + 1) : "");
          }
          case '_' -> {
            i++;
            words.append(' ');
          }
          case '*' -> {
            i++;
            // Whatever fills the cell stands beside the digits, as often as it has room.
            faithful &= i >= code.length() || code.charAt(i) == ' ';
            words.append(' ');
          }
          case '[' -> {
            int end = endOf(code, i, ']');
            String inside = code.substring(i + 1, end);
            if (inside.startsWith("$")) {
              int dash = inside.indexOf('-');
              words.append(inside, 1, dash < 0 ? inside.length() : dash);
            }
            faithful &= !WHITE.contains(inside.toLowerCase(Locale.ROOT));
            var told = Condition.parse(inside);
            condition = told != null ? told : condition;
            i = end;
          }
          case '0', '#', '?', '@' -> {
            // Digits behind words are a second number: 000-0000, or # ?/?.
            faithful &= suffix.isEmpty();
            digits.append(c == '@' ? '0' : c);
          }
          case '.' -> {
            faithful &= !point && suffix.isEmpty();
            point = true;
          }
          // Between digits it groups them; anywhere else it divides by a thousand.
          case ',' -> faithful &= !digits.isEmpty() && !point && isDigit(code, i + 1);
          case '%', '/', 'E', 'e' -> faithful = false;
          case 'G', 'g' -> {
            String general = code.startsWith(GENERAL_ZH, i) ? GENERAL_ZH : Cell.Number.GENERAL;
            if (code.regionMatches(true, i, general, 0, general.length())) {
              faithful &= suffix.isEmpty();
              digits.append('0');
              i += general.length() - 1;
            } else {
              words.append(c);
            }
          }
          default -> words.append(c);
        }
      }
      return new Section(
          condition,
          prefix.toString().strip(),
          suffix.toString().strip(),
          digits.toString(),
          faithful);
    }

    private static int endOf(String code, int from, char mark) {
      int end = code.indexOf(mark, from);
      return end < 0 ? code.length() : end;
    }

    private static boolean isDigit(String code, int at) {
      return at < code.length() && "0#?".indexOf(code.charAt(at)) >= 0;
    }

    boolean shows(BigDecimal value, boolean ownSignSection, Collection<String> suffixes) {
      boolean zero = value.signum() == 0;
      if (zero
          && prefix.equals("-")
          && suffix.isEmpty()
          && digits.chars().allMatch(c -> c == '?')) {
        // The dash of the accounting formats is their way to write zero.
        return faithful;
      }
      if (!faithful || digits.isEmpty() || zero && digits.indexOf('0') < 0) {
        return false;
      }
      boolean signShown = prefix.equals("-") || prefix.equals("(") && suffix.equals(")");
      if (ownSignSection) {
        return signShown;
      }
      return prefix.isEmpty() && (suffix.isEmpty() || suffixes.contains(suffix));
    }
  }
}
