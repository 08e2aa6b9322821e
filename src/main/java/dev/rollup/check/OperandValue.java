package dev.rollup.check;

import dev.rollup.finding.Mentioned;
import dev.rollup.submission.State;
import dev.rollup.template.FieldType;
import dev.rollup.template.Missing;
import dev.rollup.template.Operand;
import dev.rollup.template.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one operand of a rule comes to on one row of one return.
 *
 * @param operand the operand
 * @param answers what its fields say, in its order
 * @param missing what it does where values are missing
 */
record OperandValue(Operand operand, List<Answer> answers, Missing missing) {

  private static final int DIGITS = 20;
  private static final int SHOWN = 2;

  static OperandValue of(Operand operand, Answers answers, int row, Missing missing) {
    if (operand instanceof Operand.Rows rows) {
      return new OperandValue(operand, answers.column(rows.field()), missing);
    }
    var own = new ArrayList<Answer>();
    for (var field : operand.fields()) {
      own.add(answers.of(field, row));
    }
    return new OperandValue(operand, own, missing);
  }

  /** Tells whether blanks alone keep the rule from being judged. */
  boolean skips() {
    if (answers.isEmpty()) {
      return false;
    }
    if (operand instanceof Operand.Quotient && number(1).signum() == 0) {
      return true;
    }
    return switch (missing) {
      case SKIP_IF_ANY_VALUE_MISSING -> blanks() > 0;
      case SKIP_IF_ALL_VALUES_MISSING -> blank();
      // A missing number counts as 0; nothing stands for a missing text or day.
      case NEVER_SKIP -> blank() && operand.type() != FieldType.COUNT;
    };
  }

  /** Tells whether the operand is filled in, as a pair sees it. */
  boolean filledIn() {
    return missing == Missing.SKIP_IF_ANY_VALUE_MISSING ? blanks() == 0 : !blank();
  }

  private int blanks() {
    return count(State.BLANK);
  }

  /** Counts in a loop, as all that is done for every rule: a stream is slow in a fresh process. */
  private int count(State state) {
    int count = 0;
    for (var answer : answers) {
      count += answer.state() == state ? 1 : 0;
    }
    return count;
  }

  private boolean blank() {
    return !answers.isEmpty() && blanks() == answers.size();
  }

  /** Returns the first answer that was left out of every total; null where there is none. */
  @Nullable Answer obstacle() {
    for (var answer : answers) {
      if (answer.state() == State.EXCLUDED) {
        return answer;
      }
    }
    return null;
  }

  /**
   * Returns the answer that leaves open whether the operand is filled in; null where that is sure.
   */
  @Nullable Answer pairObstacle() {
    boolean sure =
        missing == Missing.SKIP_IF_ANY_VALUE_MISSING ? blanks() > 0 : count(State.READ) > 0;
    return sure ? null : obstacle();
  }

  /** Returns the number, for which what is missing counts as 0. */
  BigDecimal number() {
    if (operand instanceof Operand.Quotient quotient) {
      return number(0)
          .multiply(BigDecimal.valueOf(quotient.scale()))
          .divide(number(1), DIGITS, RoundingMode.HALF_UP);
    }
    List<Term> terms = operand instanceof Operand.Sum sum ? sum.terms() : List.of();
    BigDecimal total = operand instanceof Operand.Sum sum ? sum.constant() : BigDecimal.ZERO;
    for (int i = 0; i < answers.size(); i++) {
      total =
          total.add(terms.isEmpty() ? number(i) : terms.get(i).coefficient().multiply(number(i)));
    }
    return total;
  }

  private BigDecimal number(int i) {
    return answers.get(i).number();
  }

  /** Returns the day; the operand is one of a day and not skipped. */
  LocalDate day() {
    return operand instanceof Operand.Day constant ? constant.day() : answers.get(0).day();
  }

  /** Returns the text; the operand is one of a text and not skipped. */
  String text() {
    return answers.get(0).text();
  }

  /**
   * Returns what a message shows: the value without trailing zeros; null where it is blank. Where
   * something was left out, each answer as it stands there.
   */
  @Nullable Mentioned shown() {
    if (blank()) {
      return null;
    }
    if (obstacle() != null) {
      return new Mentioned.Text(
          answers.stream()
              .filter(answer -> answer.state() != State.BLANK)
              .map(answer -> Objects.requireNonNullElse(answer.raw(), "?"))
              .collect(Collectors.joining(" + ")));
    }
    if (operand instanceof Operand.Quotient) {
      return plain(number().setScale(SHOWN, RoundingMode.HALF_UP));
    }
    if (operand instanceof Operand.Range range) {
      return new Mentioned.Range(constant(range.low()), constant(range.high()));
    }
    if (operand.type() == FieldType.COUNT) {
      return plain(number());
    }
    if (operand instanceof Operand.Words words) {
      return new Mentioned.Names(words.words(), false);
    }
    return operand.type() == FieldType.DATE
        ? new Mentioned.Day(day(), null)
        : new Mentioned.Text(text());
  }

  private static Mentioned constant(Operand end) {
    return Objects.requireNonNull(new OperandValue(end, List.of(), Missing.NEVER_SKIP).shown());
  }

  private static Mentioned plain(BigDecimal number) {
    return new Mentioned.Number(
        number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
  }
}
