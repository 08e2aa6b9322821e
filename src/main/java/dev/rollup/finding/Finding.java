package dev.rollup.finding;

import dev.rollup.model.Location;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing found, without any rendered text.
 *
 * @param code what it is
 * @param rule the id of the template's rule that it comes of; null where it comes of none
 * @param severity how much it weighs
 * @param at where it is
 * @param raw what stands there, unconverted; null where it is not about a cell
 * @param args what the message of the code mentions, in the order of its placeholders
 */
public record Finding(
    FindingCode code,
    @Nullable String rule,
    Severity severity,
    Location at,
    @Nullable String raw,
    List<String> args) {

  /** Copies the arguments. */
  public Finding {
    Objects.requireNonNull(code);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(at);
    args = List.copyOf(args);
  }

  /** A finding about something else than the content of a cell, with the severity of its code. */
  public static Finding of(FindingCode code, Location at, String... args) {
    return new Finding(code, null, code.severity(), at, null, List.of(args));
  }

  /** A finding about the content of a cell, with the severity of its code. */
  public static Finding ofCell(
      FindingCode code, Location at, @Nullable String raw, String... args) {
    return new Finding(code, null, code.severity(), at, raw, List.of(args));
  }

  /**
   * A finding that comes of a rule of the template.
   *
   * @param rule the id of the rule
   * @param raw what stands in the field of the location; null where it is not about one
   */
  public static Finding ofRule(
      FindingCode code,
      String rule,
      Severity severity,
      Location at,
      @Nullable String raw,
      String... args) {
    return new Finding(code, rule, severity, at, raw, List.of(args));
  }

  /**
   * Returns one argument by the name that its code declares; empty where the finding has none.
   *
   * @throws IllegalArgumentException if the code declares no such name
   */
  public String argument(String name) {
    int place = code.place(name) - 1;
    return place < args.size() ? args.get(place) : "";
  }

  /** Returns the same finding with another severity. */
  public Finding withSeverity(Severity other) {
    return new Finding(code, rule, other, at, raw, args);
  }

  /** Returns the same finding, placed in a file. */
  public Finding inFile(@Nullable String path) {
    return new Finding(code, rule, severity, at.inFile(path), raw, args);
  }
}
