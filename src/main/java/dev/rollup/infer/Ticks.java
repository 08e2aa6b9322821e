package dev.rollup.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Answers to tick: words with boxes between them. */
final class Ticks {

  private static final Pattern TICKS = Pattern.compile("[□☐○〇]");

  /** What stands around the answers to tick. */
  private static final Pattern BETWEEN_TICKS = Pattern.compile("[\\s\\p{Z}_＿;；、,，]+");

  private Ticks() {}

  /** Tells whether there is a box to tick among some words. */
  static boolean areIn(String words) {
    return TICKS.matcher(words).find();
  }

  /**
   * Tells whether a text is nothing but answers to tick, with no words of a question before them.
   */
  static boolean isAll(String text) {
    boolean worded = TICKS.splitAsStream(text).findFirst().orElse("").strip().length() > 1;
    return TICKS.matcher(text).results().count() > 1 && !worded;
  }

  /** Returns the answers. */
  static List<String> choices(String words) {
    var choices = new ArrayList<String>();
    for (var part : TICKS.split(words, -1)) {
      String choice = BETWEEN_TICKS.matcher(part).replaceAll("");
      if (!choice.isEmpty()) {
        choices.add(choice);
      }
    }
    return choices;
  }
}
