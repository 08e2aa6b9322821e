package dev.rollup.clerkfile;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One line of a csv, for the end of a table that a clerk also opens in a spreadsheet. */
public final class CsvLine {

  /** What spreadsheets take for the beginning of a formula; a number with its sign is none. */
  private static final Pattern FORMULA = Pattern.compile("(?s)[=@\\t\\r].*|[-+](?![\\d.,]+$).*");

  private CsvLine() {}

  /**
   * Returns a line without its end. What would be run as a formula is written as a constant, which
   * is read back as the text that it was.
   */
  public static String of(List<String> fields, char delimiter) {
    return fields.stream()
        .map(field -> quoted(harmless(field), delimiter))
        .collect(Collectors.joining(String.valueOf(delimiter)));
  }

  private static String harmless(String field) {
    return FORMULA.matcher(field).matches() ? "=\"" + field.replace("\"", "\"\"") + '"' : field;
  }

  private static String quoted(String field, char delimiter) {
    boolean plain =
        field.indexOf('"') < 0
            && field.indexOf(delimiter) < 0
            && field.chars().noneMatch(c -> c == '\n' || c == '\r')
            && field.equals(field.strip());
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
