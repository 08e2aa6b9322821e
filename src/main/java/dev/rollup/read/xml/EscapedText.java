package dev.rollup.read.xml;

/** Undoes the escapes of characters that XML cannot hold (ST_Xstring, ECMA-376 22.9.2.19). */
public final class EscapedText {
  private static final int LENGTH = "_x000D_".length();

  private EscapedText() {}

  /** Returns the text with {@code _x000D_} and the like turned into what they stand for. */
  public static String decode(String text) {
    int at = text.indexOf("_x");
    if (at < 0) {
      return text;
    }
    var decoded = new StringBuilder(text.length());
    int done = 0;
    while (at >= 0) {
      int code = code(text, at);
      if (code >= 0) {
        decoded.append(text, done, at).append((char) code);
        done = at + LENGTH;
      }
      at = text.indexOf("_x", code >= 0 ? done : at + 1);
    }
    return decoded.append(text, done, text.length()).toString();
  }

  private static int code(String text, int at) {
    if (at + LENGTH > text.length() || text.charAt(at + LENGTH - 1) != '_') {
      return -1;
    }
    int code = 0;
    for (int i = at + 2; i < at + LENGTH - 1; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code << 4 | digit;
    }
    return code;
  }
}
