package dev.rollup.read.format;

import dev.rollup.filetype.FileType;
import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Address;
import dev.rollup.model.Location;
import org.jspecify.annotations.Nullable;

/**
 * Carries the finding that ends the reading of a file out of the depth where it was made. It never
 * leaves this package: readers turn it into an outcome.
 */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  private Refusal(Finding finding) {
    // No stack trace: bad files come by the thousand and say nothing about the code.
    super(finding.code().id(), null, false, false);
    this.finding = finding;
  }

  /** A refusal of the whole file. */
  public static Refusal of(FindingCode code) {
    return new Refusal(Finding.of(code, Location.NOWHERE));
  }

  /** A refusal of a whole file of which nothing more is known than that nothing here reads it. */
  public static Refusal unsupported() {
    return unsupported("?", FileType.Family.NONE);
  }

  /**
   * A refusal of the whole file because of its format.
   *
   * @param format what people call the format
   * @param family the family of programs that can save it as something else
   */
  public static Refusal unsupported(String format, FileType.Family family) {
    return new Refusal(
        Finding.of(FindingCode.UNSUPPORTED_FORMAT, Location.NOWHERE)
            .with(Argument.FORMAT, format)
            .with(Argument.PROGRAM, family));
  }

  /** A refusal of the whole file because of one place in it; the cell may be null. */
  public static Refusal at(String sheet, @Nullable Address cell, FindingCode code) {
    return new Refusal(Finding.of(code, Location.at(sheet, cell)));
  }

  /** Returns why the file is refused. */
  public Finding finding() {
    return finding;
  }
}
