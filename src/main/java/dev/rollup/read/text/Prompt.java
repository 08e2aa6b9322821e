package dev.rollup.read.text;

/** Words in a blank that tell where to type. */
public final class Prompt {

  /** A prompt of so few letters may as well be an answer: 无, 十二. */
  private static final int SHORTEST_PROMPT = 3;

  private Prompt() {}

  /** Tells whether words that tell where to type may be what somebody typed. */
  public static boolean mayBeAnswer(String prompt) {
    String stripped = prompt.strip();
    return !stripped.isEmpty()
        && (stripped.length() < SHORTEST_PROMPT || stripped.chars().anyMatch(Prompt::isNumber));
  }

  /** Chinese numerals are words, too: 选择一项. */
  private static boolean isNumber(int character) {
    return switch (Character.getType(character)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }
}
