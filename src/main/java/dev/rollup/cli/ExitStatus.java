package dev.rollup.cli;

import dev.rollup.finding.Mistake;

/** What a run ends as; the numbers are a contract. */
final class ExitStatus {
  static final int DONE = 0;
  static final int FINDINGS = 1;
  static final int USAGE = 2;
  static final int FILES = 3;
  static final int LOCKED = 4;
  static final int TOO_FEW = 5;
  static final int BUG = 70;

  private ExitStatus() {}

  static int of(Mistake mistake) {
    return switch (mistake.kind()) {
      case USAGE -> USAGE;
      case FILES -> FILES;
      case LOCKED -> LOCKED;
      case TOO_FEW -> TOO_FEW;
    };
  }
}
