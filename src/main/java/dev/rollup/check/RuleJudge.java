package dev.rollup.check;

import dev.rollup.check.Judgement.Ruling;
import dev.rollup.roster.Unit;
import dev.rollup.submission.State;
import dev.rollup.template.Condition;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Missing;
import dev.rollup.template.Operand;
import dev.rollup.template.Operator;
import dev.rollup.template.Rule;
import dev.rollup.text.Folding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges rules on what one return says. */
final class RuleJudge {

  private final Answers answers;
  private final Optional<Unit> unit;

  RuleJudge(Answers answers, Optional<Unit> unit) {
    this.answers = answers;
    this.unit = unit;
  }

  /** Judges one rule on one row; 0 outside of repeated items. */
  Judgement judge(Rule rule, int row) {
    var obstacles = new ArrayList<Answer>();
    if (!applies(rule.when(), row, obstacles)) {
      return Judgement.of(Ruling.SKIPPED);
    }
    OperandValue left = OperandValue.of(rule.left(), answers, row, rule.leftMissing());
    OperandValue right = OperandValue.of(rule.right(), answers, row, rule.rightMissing());
    boolean pairs = rule.operator().pairs();
    if (pairs && settledByBlanks(rule.operator(), left, right)) {
      return Judgement.of(Ruling.HOLDS);
    }
    if (!pairs && (left.skips() || right.skips())) {
      return Judgement.of(Ruling.SKIPPED);
    }
    add(obstacles, pairs ? left.pairObstacle() : left.obstacle());
    add(obstacles, pairs ? right.pairObstacle() : right.obstacle());
    if (!obstacles.isEmpty()) {
      return Judgement.prevented(obstacles.get(0));
    }
    boolean holds = pairs ? pair(rule.operator(), left, right) : holds(rule, left, right);
    return holds
        ? Judgement.of(Ruling.HOLDS)
        : new Judgement(Ruling.BROKEN, left.shown(), right.shown(), null);
  }

  /**
   * Tells whether a rule is for this return and row. What could not be read does not keep it from
   * being so, but from being judged.
   */
  private boolean applies(Condition when, int row, List<Answer> obstacles) {
    if (!when.groups().isEmpty()
        && unit.map(Unit::group).filter(when.groups()::contains).isEmpty()) {
      return false;
    }
    if (when.after() != null || when.notBefore() != null) {
      Answer date = answers.of(HeaderField.DATE.id(), 0);
      if (date.state() == State.EXCLUDED) {
        obstacles.add(date);
      } else if (date.state() == State.BLANK || !inTime(when, date.day())) {
        return false;
      }
    }
    for (var each : when.where()) {
      if (!holds(each, row, obstacles)) {
        return false;
      }
    }
    return true;
  }

  private static void add(List<Answer> obstacles, @Nullable Answer obstacle) {
    if (obstacle != null) {
      obstacles.add(obstacle);
    }
  }

  private static boolean inTime(Condition when, LocalDate day) {
    return (when.after() == null || day.isAfter(when.after()))
        && (when.notBefore() == null || !day.isBefore(when.notBefore()));
  }

  private boolean holds(Condition.Comparison each, int row, List<Answer> obstacles) {
    Missing any = Missing.SKIP_IF_ANY_VALUE_MISSING;
    OperandValue left = OperandValue.of(each.left(), answers, row, any);
    OperandValue right = OperandValue.of(each.right(), answers, row, any);
    if (left.skips() || right.skips()) {
      return false;
    }
    if (left.obstacle() != null || right.obstacle() != null) {
      add(obstacles, left.obstacle());
      add(obstacles, right.obstacle());
      return true;
    }
    return ordered(each.operator(), left.number().compareTo(right.number()));
  }

  /** Tells whether a pair holds whatever stands in what could not be read. */
  private static boolean settledByBlanks(Operator operator, OperandValue left, OperandValue right) {
    return operator == Operator.EXCLUSIVE_PAIR
        ? !left.filledIn() || !right.filledIn()
        : !left.filledIn() && !right.filledIn();
  }

  private static boolean pair(Operator operator, OperandValue left, OperandValue right) {
    boolean both = left.filledIn() && right.filledIn();
    return (operator == Operator.COMPULSORY_PAIR) == both;
  }

  private static boolean holds(Rule rule, OperandValue left, OperandValue right) {
    return switch (rule.operator()) {
      case POSITIVE_TOGETHER -> left.number().signum() > 0 == right.number().signum() > 0;
      case NOT_CONTAINS -> containsNone(left.text(), (Operand.Words) rule.right());
      case BETWEEN -> {
        Operand.Range range = (Operand.Range) rule.right();
        yield compare(left, constant(range.low())) >= 0
            && compare(left, constant(range.high())) <= 0;
      }
      case COMPULSORY_PAIR, EXCLUSIVE_PAIR -> throw new IllegalStateException(rule.id());
      case EQUAL_TO,
          NOT_EQUAL_TO,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL_TO,
          LESS_THAN,
          LESS_THAN_OR_EQUAL_TO ->
          ordered(rule.operator(), compare(left, right));
    };
  }

  private static boolean containsNone(String text, Operand.Words words) {
    String folded = Folding.label(text);
    return words.words().stream().map(Folding::label).noneMatch(folded::contains);
  }

  private static OperandValue constant(Operand end) {
    return new OperandValue(end, List.of(), Missing.NEVER_SKIP);
  }

  private static int compare(OperandValue left, OperandValue right) {
    if (right.operand() instanceof Operand.Quotient) {
      return rate(left.number(), right.number());
    }
    return left.operand() instanceof Operand.Sum
        ? left.number().compareTo(right.number())
        : left.day().compareTo(right.day());
  }

  /** A rate is given with as many decimals as somebody pleased, rounded or cut off. */
  private static int rate(BigDecimal given, BigDecimal exact) {
    BigDecimal unit = BigDecimal.ONE.movePointLeft(Math.max(0, given.scale()));
    return given.subtract(exact).abs().compareTo(unit) < 0 ? 0 : given.compareTo(exact);
  }

  private static boolean ordered(Operator operator, int comparison) {
    return switch (operator) {
      case EQUAL_TO -> comparison == 0;
      case NOT_EQUAL_TO -> comparison != 0;
      case GREATER_THAN -> comparison > 0;
      case GREATER_THAN_OR_EQUAL_TO -> comparison >= 0;
      case LESS_THAN -> comparison < 0;
      case LESS_THAN_OR_EQUAL_TO -> comparison <= 0;
      default -> throw new IllegalStateException(operator + " does not order");
    };
  }
}
