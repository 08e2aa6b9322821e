package dev.rollup.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number format code, taken apart at its semicolons (ECMA-376 part 1, 18.8.31).
 *
 * @param numbers the sections for numbers, one to three; none where the code is for text alone
 * @param text the section for text; null where there is none, and text is shown as it is
 */
public record FormatCode(List<String> numbers, @Nullable String text) {

  /** With four sections the last is for text, whatever it says. */
  private static final int ALL_SECTIONS = 4;

  /** Copies the sections. */
  public FormatCode {
    numbers = List.copyOf(numbers);
  }

  /** Takes a code apart; quotes and escapes hide semicolons, and a quote that is left open all. */
  public static FormatCode of(String code) {
    var sections = new ArrayList<String>();
    int from = 0;
    boolean quoted = false;
    boolean forText = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
        i++;
      } else if (!quoted && c == '@') {
        forText = true;
      } else if (!quoted && c == ';') {
        sections.add(code.substring(from, i));
        from = i + 1;
        forText = false;
      }
    }
    sections.add(code.substring(from));
    int last = sections.size() - 1;
    return forText || sections.size() >= ALL_SECTIONS
        ? new FormatCode(sections.subList(0, last), sections.get(last))
        : new FormatCode(sections, null);
  }
}
