package dev.rollup.match;

import java.util.regex.Pattern;

/** Words that take a number back which stands beside them, or the certainty from it. */
final class Hedges {

  private static final Pattern TAKE_BACK = Pattern.compile("更正|应为|改为|作废|约|预计|左右|余|待核实|万");

  private static final Pattern CORRECT = Pattern.compile("更正|应为|改为|作废");

  private Hedges() {}

  /** Tells whether words say that a number beside them is replaced by another one. */
  static boolean correct(String words) {
    return CORRECT.matcher(words).find();
  }

  /** Tells whether words take a number beside them back. */
  static boolean takeBack(String words) {
    return TAKE_BACK.matcher(words).find();
  }
}
