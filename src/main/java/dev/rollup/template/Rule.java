package dev.rollup.template;

import dev.rollup.finding.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that must hold between the answers of one return, declared in the template.
 *
 * @param id short and unique, for example {@code attend-1.1}
 * @param left the left operand
 * @param operator how the operands must stand to each other
 * @param right the right operand
 * @param severity how much it weighs where it is broken
 * @param leftMissing what the left operand does where values are missing
 * @param rightMissing what the right operand does where values are missing
 * @param when the returns and rows that it is for
 * @param unless rules that stand above it: where one of them is broken on the same row, this one
 *     has nothing to add and is not reported
 * @param list the id of the repeated item on each of whose rows it is judged; null where it is not
 *     about one
 * @param suggestedBy the relation that it comes of, where the form only suggests it; null where the
 *     rule is certain
 * @param message what is said where it is broken
 * @param instruction what the unit should do about it
 */
public record Rule(
    String id,
    Operand left,
    Operator operator,
    Operand right,
    Severity severity,
    Missing leftMissing,
    Missing rightMissing,
    Condition when,
    List<String> unless,
    @Nullable String list,
    @Nullable Relation suggestedBy,
    Wording message,
    Wording instruction) {

  /** Copies the list; refuses a rule that lacks a part. */
  public Rule {
    Objects.requireNonNull(id);
    Objects.requireNonNull(left);
    Objects.requireNonNull(operator);
    Objects.requireNonNull(right);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(leftMissing);
    Objects.requireNonNull(rightMissing);
    Objects.requireNonNull(when);
    Objects.requireNonNull(message);
    Objects.requireNonNull(instruction);
    unless = List.copyOf(unless);
  }

  /** Returns the same rule where another day is the last one of being on time. */
  Rule until(LocalDate last) {
    return new Rule(
        id,
        left.until(last),
        operator,
        right.until(last),
        severity,
        leftMissing,
        rightMissing,
        when,
        unless,
        list,
        suggestedBy,
        message,
        instruction);
  }
}
