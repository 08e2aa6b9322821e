package dev.rollup.read;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The fields that are open at one place of a text: of each, its code is not seen, its result is.
 */
final class FieldCodes {

  private final Deque<Boolean> inCode = new ArrayDeque<>();
  private int codes;

  void begin() {
    inCode.push(true);
    codes++;
  }

  /** Ends the code of the innermost field; its result follows. */
  void separate() {
    if (!inCode.isEmpty() && inCode.pop()) {
      codes--;
      inCode.push(false);
    }
  }

  void end() {
    if (!inCode.isEmpty() && inCode.pop()) {
      codes--;
    }
  }

  /** Tells whether what comes now belongs to the code of a field, whichever one. */
  boolean isCode() {
    return codes > 0;
  }
}
