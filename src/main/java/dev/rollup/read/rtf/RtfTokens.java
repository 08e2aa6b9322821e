package dev.rollup.read.rtf;

/** Cuts a file of Rich Text Format into what it is made of (RTF 1.9.1, "RTF Syntax"). */
final class RtfTokens {

  /** What comes. */
  enum Kind {
    OPEN,
    CLOSE,
    /** A control word: {@link #word} with {@link #number}, if it {@link #hasNumber}. */
    WORD,
    /** A control symbol: {@link #value} is its character. */
    SYMBOL,
    /** A byte of a text: {@link #value}. */
    BYTE,
    /** The end of the file. */
    END
  }

  private static final int LONGEST_WORD = 64;

  private static final int MOST_DIGITS = 10;

  private final byte[] content;
  private int at;
  private String word = "";
  private int number;
  private boolean hasNumber;
  private int value;

  RtfTokens(byte[] content) {
    this.content = content;
  }

  String word() {
    return word;
  }

  /** The number behind a control word; 0 where it has none. */
  int number() {
    return number;
  }

  /** The number behind a control word that says how much, or one that only says whether. */
  int number(int otherwise) {
    return hasNumber ? number : otherwise;
  }

  /** Tells whether a control word switches on what it names. */
  boolean isOn() {
    return !hasNumber || number != 0;
  }

  int value() {
    return value;
  }

  Kind next() {
    while (at < content.length) {
      int b = content[at++] & 0xFF;
      switch (b) {
        case '{' -> {
          return Kind.OPEN;
        }
        case '}' -> {
          return Kind.CLOSE;
        }
        case '\r', '\n', 0 -> {}
        case '\\' -> {
          return control();
        }
        default -> {
          value = b;
          return Kind.BYTE;
        }
      }
    }
    return Kind.END;
  }

  private Kind control() {
    if (at >= content.length) {
      return Kind.END;
    }
    int b = content[at] & 0xFF;
    if (isLetter(b)) {
      return controlWord();
    }
    at++;
    switch (b) {
      case '\'' -> {
        int high = at < content.length ? Character.digit(content[at], 16) : -1;
        int low = at + 1 < content.length ? Character.digit(content[at + 1], 16) : -1;
        if (high < 0 || low < 0) {
          // Programs show something else each; that something is there must show.
          value = 0xFF;
          return Kind.BYTE;
        }
        at += 2;
        value = high << 4 | low;
        return Kind.BYTE;
      }
      case '\\', '{', '}' -> {
        value = b;
        return Kind.BYTE;
      }
      case '\r', '\n' -> {
        word = "par";
        hasNumber = false;
        number = 0;
        return Kind.WORD;
      }
      case '\t' -> {
        word = "tab";
        hasNumber = false;
        number = 0;
        return Kind.WORD;
      }
      default -> {
        value = b;
        return Kind.SYMBOL;
      }
    }
  }

  private Kind controlWord() {
    int start = at;
    while (at < content.length && at - start < LONGEST_WORD && isLetter(content[at] & 0xFF)) {
      at++;
    }
    var letters = new StringBuilder(at - start);
    for (int i = start; i < at; i++) {
      letters.append((char) content[i]);
    }
    word = letters.toString();
    boolean negative = false;
    if (at + 1 < content.length && content[at] == '-' && isDigit(content[at + 1])) {
      negative = true;
      at++;
    }
    long digits = 0;
    int first = at;
    while (at < content.length && at - first < MOST_DIGITS && isDigit(content[at])) {
      digits = digits * 10 + content[at++] - '0';
    }
    hasNumber = at > first;
    long signed = negative ? -digits : digits;
    number = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, signed));
    if (at < content.length && content[at] == ' ') {
      at++;
    }
    if (word.equals("bin") && number > 0) {
      // What follows is no text, whatever bytes it has.
      at = (int) Math.min(content.length, (long) at + number);
    }
    return Kind.WORD;
  }

  private static boolean isLetter(int b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
  }

  private static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }
}
