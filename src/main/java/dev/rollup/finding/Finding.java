package dev.rollup.finding;

import dev.rollup.model.Location;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing found, without any rendered text.
 *
 * @param code what it is
 * @param rule the id of the template's rule that it comes of; null where it comes of none
 * @param severity how much it weighs
 * @param at where it is
 * @param raw what stands there, unconverted; null where it is not about a cell
 * @param arguments what it mentions; of what its code declares any may be missing
 */
public record Finding(
    FindingCode code,
    @Nullable String rule,
    Severity severity,
    Location at,
    @Nullable String raw,
    Map<Argument, Mentioned> arguments) {

  /** Copies the arguments; refuses those that the code does not declare. */
  public Finding {
    Objects.requireNonNull(code);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(at);
    for (var name : arguments.keySet()) {
      if (!code.mentions(name)) {
        throw new IllegalArgumentException(code.id() + " has no argument " + name.word());
      }
    }
    // There may be hundreds of thousands of findings: this copy is small, and has no order.
    arguments = Map.copyOf(arguments);
  }

  /** A finding about something else than the content of a cell, with the severity of its code. */
  public static Finding of(FindingCode code, Location at) {
    return new Finding(code, null, code.severity(), at, null, Map.of());
  }

  /** A finding about the content of a cell, with the severity of its code. */
  public static Finding ofCell(FindingCode code, Location at, @Nullable String raw) {
    return new Finding(code, null, code.severity(), at, raw, Map.of());
  }

  /**
   * A finding that comes of a rule of the template.
   *
   * @param rule the id of the rule; null where it comes of none
   * @param raw what stands in the field of the location; null where it is not about one
   */
  public static Finding ofRule(
      FindingCode code,
      @Nullable String rule,
      Severity severity,
      Location at,
      @Nullable String raw) {
    return new Finding(code, rule, severity, at, raw, Map.of());
  }

  /**
   * Returns the same finding that mentions one thing more.
   *
   * @param what the thing; null leaves the finding as it is
   * @throws IllegalArgumentException if the code declares no such argument
   */
  public Finding with(Argument name, @Nullable Mentioned what) {
    if (what == null) {
      return this;
    }
    var more = new EnumMap<Argument, Mentioned>(Argument.class);
    more.putAll(arguments);
    more.put(name, what);
    return new Finding(code, rule, severity, at, raw, more);
  }

  /** As {@link #with(Argument, Mentioned)}, of words from outside. */
  public Finding with(Argument name, @Nullable String text) {
    return with(name, text == null ? null : new Mentioned.Text(text));
  }

  /** As {@link #with(Argument, Mentioned)}, of a number. */
  public Finding with(Argument name, BigDecimal number) {
    return with(name, new Mentioned.Number(number));
  }

  /** As {@link #with(Argument, Mentioned)}, of how many there are. */
  public Finding with(Argument name, long number) {
    return with(name, BigDecimal.valueOf(number));
  }

  /** As {@link #with(Argument, Mentioned)}, of a day without a time. */
  public Finding with(Argument name, LocalDate day) {
    return with(name, new Mentioned.Day(day, null));
  }

  /** As {@link #with(Argument, Mentioned)}, of several names; none leaves it as it is. */
  public Finding with(Argument name, List<String> names) {
    return names.isEmpty() ? this : with(name, new Mentioned.Names(names, false));
  }

  /** As {@link #with(Argument, Mentioned)}, of one of a few cases. */
  public Finding with(Argument name, Enum<?> choice) {
    return with(name, new Mentioned.Choice(choice));
  }

  /** Returns all that the finding mentions, in the order in which its code declares it. */
  public Stream<Mentioned> mentioned() {
    return code.arguments().stream().flatMap(name -> mentioned(name).stream());
  }

  /** Returns one thing that the finding mentions. */
  public Optional<Mentioned> mentioned(Argument name) {
    return Optional.ofNullable(arguments.get(name));
  }

  /** Tells whether the finding mentions something. */
  public boolean mentions(Argument name) {
    return arguments.containsKey(name);
  }

  /** Returns the same finding with another severity. */
  public Finding withSeverity(Severity other) {
    return new Finding(code, rule, other, at, raw, arguments);
  }

  /** Returns the same finding, placed in a file. */
  public Finding inFile(@Nullable String path) {
    return new Finding(code, rule, severity, at.inFile(path), raw, arguments);
  }
}
