package dev.rollup.write.xlsx;

/** Makes text from outside safe to stand in the XML of an office document. */
public final class XmlSafeText {

  private static final int REPLACEMENT = 0xFFFD;

  private XmlSafeText() {}

  /** Returns text in which characters that XML 1.0 forbids are U+FFFD and line ends are one. */
  public static String of(String text) {
    var safe = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .forEach(c -> safe.appendCodePoint(isXml(c) ? c : REPLACEMENT));
    return safe.toString();
  }

  /**
   * As {@link #of}, to stand among other words: line ends and tabs become spaces, and marks that
   * would turn the order of the words behind them are left out; they show nothing themselves.
   */
  public static String onOneLine(String text) {
    if (text.codePoints().allMatch(XmlSafeText::stands)) {
      return text;
    }
    var line = new StringBuilder(text.length());
    of(text)
        .replace('\n', ' ')
        .replace('\t', ' ')
        .codePoints()
        .filter(c -> !turns(c))
        .forEach(line::appendCodePoint);
    return line.toString();
  }

  /** Returns text as it is written into the content of an element. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static boolean stands(int c) {
    return c >= ' ' && isXml(c) && !turns(c);
  }

  private static boolean turns(int c) {
    return switch (Character.getDirectionality(c)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
          Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
          true;
      default -> c == '\u200E' || c == '\u200F' || c == '\u061C';
    };
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c >= 0x20 && c < 0xD800
        || c >= 0xE000 && c < 0xFFFE
        || c >= 0x10000;
  }
}
