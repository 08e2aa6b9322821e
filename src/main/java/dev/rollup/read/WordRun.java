package dev.rollup.read;

/**
 * A stretch of text that looks the same throughout. What its look does to a number must show in the
 * text: 12 with a small raised 1 after it is not 121, and a number struck out is none.
 */
final class WordRun {

  /** Where a run stands relative to the line. */
  enum Level {
    LINE(""),
    RAISED("^"),
    LOWERED("_");

    private final String mark;

    Level(String mark) {
      this.mark = mark;
    }
  }

  private static final String STRUCK_OUT = "~";

  private final StringBuilder text = new StringBuilder();
  private Level level = Level.LINE;
  private boolean struckOut;
  private boolean hidden;

  WordRun level(Level value) {
    level = value;
    return this;
  }

  WordRun struckOut(boolean value) {
    struckOut = value;
    return this;
  }

  WordRun hidden(boolean value) {
    hidden = value;
    return this;
  }

  /** Tells whether nobody sees it, on paper or on the screen. */
  boolean hidden() {
    return hidden;
  }

  WordRun append(CharSequence more) {
    text.append(more);
    return this;
  }

  /** Returns the text; digits that do not stand in the line as they are have a mark beside them. */
  CharSequence text() {
    if (level == Level.LINE && !struckOut || text.chars().noneMatch(Character::isDigit)) {
      return text;
    }
    String strike = struckOut ? STRUCK_OUT : "";
    return level.mark + strike + text + strike;
  }
}
