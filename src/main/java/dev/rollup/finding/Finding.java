package dev.rollup.finding;

import dev.rollup.model.Location;
import java.util.List;
import java.util.Objects;

/**
 * One thing found, without any rendered text.
 *
 * @param code what it is
 * @param severity how much it weighs
 * @param at where it is
 * @param raw what stands there, unconverted; null where it is not about a cell
 * @param args what the message of the code mentions, in the order of its placeholders
 */
public record Finding(
    FindingCode code, Severity severity, Location at, String raw, List<String> args) {

  /** Copies the arguments. */
  public Finding {
    Objects.requireNonNull(code);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(at);
    args = List.copyOf(args);
  }

  /** A finding about something else than the content of a cell, with the severity of its code. */
  public static Finding of(FindingCode code, Location at, String... args) {
    return new Finding(code, code.severity(), at, null, List.of(args));
  }

  /** A finding about the content of a cell, with the severity of its code. */
  public static Finding ofCell(FindingCode code, Location at, String raw, String... args) {
    return new Finding(code, code.severity(), at, raw, List.of(args));
  }

  /** Returns the same finding with another severity. */
  public Finding withSeverity(Severity other) {
    return new Finding(code, other, at, raw, args);
  }

  /** Returns the same finding, placed in a file. */
  public Finding inFile(String path) {
    return new Finding(code, severity, at.inFile(path), raw, args);
  }
}
