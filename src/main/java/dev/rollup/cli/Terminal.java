package dev.rollup.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the result is shown: on how many columns, and whether in colours.
 *
 * @param columns how many half-width characters stand on one line
 * @param colours whether what matters stands out
 */
record Terminal(int columns, boolean colours) {

  /** Set by the launcher where the result goes to a terminal: how wide it is. */
  private static final String COLUMNS = "rollup.columns";

  /** What else reads the result wants each line whole. */
  private static final int ENDLESS = 100_000;

  private static final int LEAST = 40;

  /** What a line does not begin with. */
  private static final String CLOSING = "，。；：、”’）》！？％";

  /** Returns how the result of this process is shown. */
  static Terminal current() {
    return of(System.getenv(), System.getProperty(COLUMNS));
  }

  /**
   * Returns how a result is shown.
   *
   * @param environment the variables that say what a person wants
   * @param seen how wide the terminal is; null where the result goes elsewhere
   */
  static Terminal of(Map<String, String> environment, String seen) {
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || seen == null && !forced(environment)
            || "dumb".equals(environment.get("TERM")) && !forced(environment);
    String wanted = environment.getOrDefault("COLUMNS", seen == null ? "" : seen);
    int columns = wanted.matches("[1-9]\\d{0,3}") ? Integer.parseInt(wanted) : ENDLESS;
    return new Terminal(Math.max(LEAST, columns), !plain);
  }

  private static boolean forced(Map<String, String> environment) {
    String force = environment.getOrDefault("CLICOLOR_FORCE", "");
    return !force.isEmpty() && !force.equals("0");
  }

  /** Returns a text that stands out as a fault. */
  String bad(String text) {
    return coloured("31;1", text);
  }

  /** Returns a text that stands out as a question. */
  String doubtful(String text) {
    return coloured("33", text);
  }

  /** Returns a text that stands out as in order. */
  String good(String text) {
    return coloured("32;1", text);
  }

  /** Returns a text that is read first. */
  String head(String text) {
    return coloured("1", text);
  }

  private String coloured(String code, String text) {
    return colours ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }

  /**
   * Returns the lines of a text that fit, broken between words and between Chinese characters.
   *
   * @param indent with what every line but the first begins
   */
  List<String> wrapped(String text, String indent) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    var word = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      boolean apart = TextTable.width(Character.toString(c)) == 2 || c == ' ';
      boolean closing = CLOSING.indexOf(c) >= 0;
      if (apart && !closing) {
        place(lines, line, word, indent);
      }
      word.appendCodePoint(c);
      if (apart && !closing && c == ' ') {
        place(lines, line, word, indent);
      }
    }
    place(lines, line, word, indent);
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** Puts a word on the line, or on the next one; one that is longer than a line is broken. */
  private void place(List<String> lines, StringBuilder line, StringBuilder word, String indent) {
    String rest = word.toString();
    word.setLength(0);
    if (TextTable.width(line + rest.stripTrailing()) <= columns) {
      line.append(rest);
      return;
    }
    if (!line.toString().isBlank()) {
      lines.add(line.toString().stripTrailing());
      line.setLength(0);
      line.append(indent);
      rest = rest.stripLeading();
    }
    for (int c : rest.codePoints().toArray()) {
      if (TextTable.width(line + Character.toString(c)) > columns) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(indent);
      }
      line.appendCodePoint(c);
    }
  }
}
