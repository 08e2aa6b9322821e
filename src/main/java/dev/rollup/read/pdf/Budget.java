package dev.rollup.read.pdf;

import dev.rollup.finding.FindingCode;
import dev.rollup.read.format.Refusal;

/** How much may be done for one file, so that none takes longer than it is worth. */
final class Budget {

  /** Instructions, letters and points: a page of a form has some ten thousand. */
  private static final long MOST = 3_000_000;

  private long spent;

  void spend(int more) throws Refused {
    spent += more;
    if (spent > MOST) {
      throw new Refused(Refusal.of(FindingCode.TOO_LARGE));
    }
  }
}
