package dev.rollup.write;

/** Makes text from outside safe to stand in the XML of an office document. */
final class LegalText {

  private static final int REPLACEMENT = 0xFFFD;

  private LegalText() {}

  /** Returns text in which characters that XML 1.0 forbids are U+FFFD and line ends are one. */
  static String of(String text) {
    var legal = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .forEach(c -> legal.appendCodePoint(isXml(c) ? c : REPLACEMENT));
    return legal.toString();
  }

  /** As {@link #of}, on one line: line ends and tabs become spaces. */
  static String onOneLine(String text) {
    return of(text).replace('\n', ' ').replace('\t', ' ');
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c >= 0x20 && c < 0xD800
        || c >= 0xE000 && c < 0xFFFE
        || c >= 0x10000;
  }
}
