package dev.rollup.cli;

/** Makes text from files and file names safe to print: no control characters, no reordering. */
final class Printable {

  private Printable() {}

  /** Returns the text with every character that a terminal would act upon replaced by U+FFFD. */
  static String of(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                switch (Character.getType(c)) {
                  case Character.CONTROL,
                      Character.FORMAT,
                      Character.SURROGATE,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR ->
                      0xFFFD;
                  default -> c;
                })
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }
}
