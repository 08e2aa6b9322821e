package dev.rollup.read.pdf;

import dev.rollup.read.format.Refusal;
import java.io.IOException;

/** Carries a refusal through PDFBox, which lets nothing else pass. */
final class Refused extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  Refused(Refusal refusal) {
    super(refusal.getMessage());
    this.refusal = refusal;
  }

  /** Returns why the file is refused. */
  Refusal refusal() {
    return refusal;
  }
}
