package dev.rollup.write.html;

/**
 * Makes text from outside safe to stand in a page: nothing in it is markup, nothing in it is a
 * control character, and nothing in it changes the order of what stands around it.
 */
public final class SafeText {

  private static final char REPLACEMENT = '\uFFFD';

  /** Marks the beginning of a text from outside in a sentence of ours; never in the output. */
  private static final char BEGIN = '\u2068';

  /** Marks the end of such a text. */
  private static final char END = '\u2069';

  /** More of what a unit typed is read in its file. */
  private static final int MAX_LENGTH = 100;

  private SafeText() {}

  /**
   * Returns text without markup and without control characters: those become U+FFFD, invisible ones
   * too. Ends of lines and tabs stay, since white space does no harm in a page.
   */
  static String escape(String text) {
    var safe = new StringBuilder(text.length() + 16);
    text.replace("\r\n", "\n").codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  /**
   * Marks what a unit typed, cut where it is very long, so that {@link #sentence} can tell it from
   * ours.
   */
  public static String typed(String text) {
    return marked(shortened(text));
  }

  /** Marks a name, which is never cut and stays on one line, in the same way. */
  public static String name(String text) {
    return marked(text.replace('\n', REPLACEMENT).replace('\r', REPLACEMENT));
  }

  private static String marked(String text) {
    return BEGIN + text.replace(BEGIN, REPLACEMENT).replace(END, REPLACEMENT) + END;
  }

  /** Escapes a sentence of ours and isolates the texts from outside that are marked in it. */
  static String sentence(String marked) {
    var safe = new StringBuilder(marked.length() + 16);
    int from = 0;
    int begin = marked.indexOf(BEGIN);
    while (begin >= 0) {
      int end = marked.indexOf(END, begin);
      if (end < 0) {
        break;
      }
      safe.append(escape(marked.substring(from, begin)));
      safe.append("<bdi>").append(escape(marked.substring(begin + 1, end))).append("</bdi>");
      from = end + 1;
      begin = marked.indexOf(BEGIN, from);
    }
    return safe.append(escape(marked.substring(from))).toString();
  }

  /**
   * Returns an id from any text: letters and digits of any script stay, all else becomes its number
   * in underscores, so that two texts never give the same id.
   */
  static String id(String text) {
    var id = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || c == '-') {
                id.appendCodePoint(c);
              } else {
                id.append('_').append(Integer.toHexString(c)).append('_');
              }
            });
    return id.toString();
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= MAX_LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH)) + "…";
  }

  private static void append(StringBuilder safe, int c) {
    switch (c) {
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '&' -> safe.append("&amp;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      case '\n', '\t' -> safe.append((char) c);
      default -> {
        if (harmless(c)) {
          safe.appendCodePoint(c);
        } else {
          safe.append(REPLACEMENT);
        }
      }
    }
  }

  private static boolean harmless(int c) {
    boolean noncharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    return !noncharacter
        && switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
