package dev.rollup.merge;

import dev.rollup.match.Provenance;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.template.Relation;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many returns, or rows of them, bear out a relation that the words of the form suggest, and
 * how many do not. Those that left something of it open count for neither.
 *
 * @param held where it holds, and not of nothing but zeros
 * @param broken where it does not
 */
public record Agreement(int held, int broken) {

  /** Nobody says anything. */
  public static final Agreement NONE = new Agreement(0, 0);

  private static final int DIGITS = 20;

  /** Returns both together. */
  Agreement plus(Agreement other) {
    return new Agreement(held + other.held, broken + other.broken);
  }

  /** Tells whether the relation may be relied upon: mistakes are rarer than what they are in. */
  boolean bearsOut() {
    return held > 2 * broken;
  }

  /** Tells whether the relation is a misunderstanding, and no mistake of those who fill in. */
  boolean refutes() {
    return broken > 1 && broken > 2 * held;
  }

  /** Returns what several rows of one return say together; nothing, where none says anything. */
  Agreement voice() {
    return held + broken == 0 ? NONE : held >= broken ? new Agreement(1, 0) : new Agreement(0, 1);
  }

  /** Returns of two voices the one that bears the relation out, if either does. */
  Agreement better(Agreement other) {
    return held > 0 || other.equals(NONE) ? this : other;
  }

  /**
   * Returns what one return says about each relation that is suggested; a roll-up says what the
   * returns below said, as far as that is known.
   */
  static Map<Relation, Agreement> of(
      Submission submission, Provenance provenance, Template template) {
    var agreements = new LinkedHashMap<>(of(submission.entries(), template));
    provenance
        .relations()
        .forEach(
            (relation, voices) ->
                agreements.computeIfPresent(
                    relation, (any, own) -> new Agreement(voices.held(), voices.broken())));
    return agreements;
  }

  /** Returns what one return says about each relation that is suggested. */
  static Map<Relation, Agreement> of(List<Entry> entries, Template template) {
    var agreements = new LinkedHashMap<Relation, Agreement>();
    if (template.blank().isEmpty()) {
      return agreements;
    }
    var rows = new TreeMap<Integer, Map<String, Entry>>();
    var columns = new HashMap<String, List<Entry>>();
    for (var entry : entries) {
      rows.computeIfAbsent(entry.row(), row -> new HashMap<>()).put(entry.field().id(), entry);
      columns.computeIfAbsent(entry.field().id(), id -> new ArrayList<>()).add(entry);
    }
    for (var relation : template.blank().get().relations()) {
      if (relation.suggested()) {
        var all = new ArrayList<Boolean>();
        if (relation.kind() == Relation.Kind.ROWS) {
          all(
                  columns.getOrDefault(relation.whole(), List.of()),
                  columns.getOrDefault(relation.parts().get(0), List.of()))
              .ifPresent(all::add);
        } else {
          rows.values().forEach(row -> of(relation, row).ifPresent(all::add));
        }
        int held = (int) all.stream().filter(each -> each).count();
        agreements.put(relation, new Agreement(held, all.size() - held));
      }
    }
    return agreements;
  }

  private static Optional<Boolean> all(List<Entry> whole, List<Entry> parts) {
    if (whole.size() != 1 || whole.get(0).number() == null) {
      return Optional.empty();
    }
    return equal(whole.get(0).number(), parts, 0);
  }

  private static Optional<Boolean> of(Relation relation, Map<String, Entry> row) {
    Entry whole = row.get(relation.whole());
    var parts = new ArrayList<Entry>();
    relation.parts().forEach(id -> parts.add(row.get(id)));
    if (whole == null || whole.number() == null || parts.contains(null)) {
      return Optional.empty();
    }
    return switch (relation.kind()) {
      case RATIO ->
          ratio(whole.number(), parts.get(0).number(), parts.get(1).number(), relation.scale());
      case PART -> atMost(whole.number(), parts);
      case SUM, ROWS -> equal(whole.number(), parts, relation.minus());
    };
  }

  private static Optional<Boolean> atMost(BigDecimal whole, List<Entry> parts) {
    List<BigDecimal> numbers = parts.stream().map(Entry::number).filter(Objects::nonNull).toList();
    return numbers.isEmpty()
            || whole.signum() == 0 && numbers.stream().allMatch(n -> n.signum() == 0)
        ? Optional.empty()
        : Optional.of(numbers.stream().allMatch(part -> part.compareTo(whole) <= 0));
  }

  private static Optional<Boolean> equal(BigDecimal whole, List<Entry> parts, int minus) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < parts.size(); i++) {
      Entry part = parts.get(i);
      if (part.state() == State.EXCLUDED) {
        return Optional.empty();
      }
      if (part.number() != null) {
        sum = i < parts.size() - minus ? sum.add(part.number()) : sum.subtract(part.number());
      }
    }
    if (whole.signum() == 0 && sum.signum() == 0) {
      return Optional.empty();
    }
    return Optional.of(whole.compareTo(sum) == 0);
  }

  /** A rate is given with as many decimals as somebody pleased, rounded or cut off. */
  private static Optional<Boolean> ratio(
      BigDecimal rate,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator,
      int scale) {
    if (numerator == null || denominator == null || denominator.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal exact =
        numerator
            .multiply(BigDecimal.valueOf(scale))
            .divide(denominator, DIGITS, RoundingMode.HALF_UP);
    BigDecimal unit = BigDecimal.ONE.movePointLeft(Math.max(0, rate.scale()));
    return rate.signum() == 0 && exact.signum() == 0
        ? Optional.empty()
        : Optional.of(rate.subtract(exact).abs().compareTo(unit) < 0);
  }
}
