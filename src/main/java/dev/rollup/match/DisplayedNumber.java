package dev.rollup.match;

import dev.rollup.model.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Tells whether a person who looks at a number cell sees the number that is stored in it. A format
 * that rounds is not told: what it hides is a fraction, which no count may have anyway. Number
 * format codes are those of ECMA-376 part 1, 18.8.31.
 */
final class DisplayedNumber {

  private DisplayedNumber() {}

  /**
   * Tells whether a number is displayed as itself.
   *
   * @param suffixes words that may be displayed behind the number without changing its meaning
   */
  static boolean showsItself(Cell.Number number, Collection<String> suffixes) {
    String format = number.format();
    if (format.isEmpty() || format.equalsIgnoreCase(Cell.Number.GENERAL) || format.equals("@")) {
      return true;
    }
    BigDecimal value = number.value();
    List<String> sections = sections(format);
    if (sections.size() > 1 && sections.stream().anyMatch(DisplayedNumber::conditional)) {
      return false;
    }
    boolean ownSignSection = sections.size() > 1 && value.signum() < 0;
    int index = ownSignSection ? 1 : value.signum() == 0 && sections.size() > 2 ? 2 : 0;
    Section section = Section.parse(sections.get(index));
    return section.shows(value, ownSignSection, suffixes);
  }

  private static boolean conditional(String section) {
    return section.contains("[<") || section.contains("[>") || section.contains("[=");
  }

  private static List<String> sections(String format) {
    var sections = new ArrayList<String>();
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
        i++;
      } else if (!quoted && c == ';') {
        sections.add(format.substring(from, i));
        from = i + 1;
      }
    }
    sections.add(format.substring(from));
    return sections;
  }

  /**
   * One section of a format code, taken apart.
   *
   * @param prefix the words before the digits
   * @param suffix the words behind them; all words where there are no digits
   * @param integers the placeholders before the decimal point
   * @param faithful whether nothing in it scales, rewrites or splits the number
   */
  private record Section(String prefix, String suffix, String integers, boolean faithful) {

    static Section parse(String code) {
      var prefix = new StringBuilder();
      var suffix = new StringBuilder();
      var integers = new StringBuilder();
      boolean point = false;
      boolean faithful = true;
      boolean comma = false;
      for (int i = 0; i < code.length(); i++) {
        char c = code.charAt(i);
        var words = integers.isEmpty() && !point ? prefix : suffix;
        switch (c) {
          case '"' -> {
            int end = code.indexOf('"', i + 1);
            end = end < 0 ? code.length() : end;
            words.append(code, i + 1, end);
            i = end;
          }
          case '\\' -> {
            i++;
            words.append(i < code.length() ? code.substring(i, i + 1) : "");
          }
          case '_', '*' -> i++;
          case '[' -> {
            int end = code.indexOf(']', i);
            end = end < 0 ? code.length() : end;
            if (code.startsWith("[$", i)) {
              int dash = code.indexOf('-', i);
              words.append(code, i + 2, dash < 0 || dash > end ? end : dash);
            }
            i = end;
          }
          case '0', '#', '?' -> {
            // Digits behind words are a second number: 000-0000, or # ?/?.
            faithful &= suffix.isEmpty();
            if (!point) {
              integers.append(c);
            }
            comma = false;
          }
          case '.' -> point = true;
          case ',' -> comma = true;
          case '%', '/' -> faithful = false;
          case 'E', 'e' -> faithful = false;
          case 'G', 'g' -> {
            if (code.regionMatches(true, i, Cell.Number.GENERAL, 0, 7)) {
              integers.append('0');
              i += 6;
            } else {
              words.append(c);
            }
          }
          default -> words.append(c);
        }
      }
      // A comma behind the last digit divides by a thousand.
      return new Section(
          prefix.toString().strip(),
          suffix.toString().strip(),
          integers.toString(),
          faithful && !comma);
    }

    boolean shows(BigDecimal value, boolean ownSignSection, Collection<String> suffixes) {
      boolean zero = value.signum() == 0;
      if (zero
          && prefix.equals("-")
          && suffix.isEmpty()
          && integers.chars().allMatch(c -> c == '?')) {
        // The dash of the accounting formats is their way to write zero.
        return faithful;
      }
      if (!faithful || integers.isEmpty() || zero && integers.chars().allMatch(c -> c == '#')) {
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
