package dev.rollup.check;

import dev.rollup.check.Judgement.Ruling;
import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.roster.Unit;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.template.Operand;
import dev.rollup.template.Operator;
import dev.rollup.template.Rule;
import dev.rollup.template.Template;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules of the template. They are for the returns of single units: what holds of each need not
 * hold of a sum. A broken rule says so and changes nothing.
 */
final class RuleCheck implements Check {

  @Override
  public List<Finding> check(Submission submission, Template template, Optional<Unit> unit) {
    if (submission.rollUp() || submission.empty() || template.rules().isEmpty()) {
      return List.of();
    }
    var answers = new Answers(submission, template);
    var judge = new RuleJudge(answers, unit);
    var judgements = new HashMap<String, Map<Integer, Judgement>>();
    // What keeps a rule from being judged on every row of a list is said once.
    var findings = new LinkedHashSet<Finding>();
    boolean nil = submission.nil();
    for (var rule : template.rules()) {
      var own = new HashMap<Integer, Judgement>();
      judgements.put(rule.id(), own);
      // That nothing was done is asked about once, and not blank by blank.
      if (nil && wantsSomething(rule)) {
        continue;
      }
      for (var row : answers.rows(rule.list())) {
        Judgement judgement = judge.judge(rule, row);
        own.put(row, judgement);
        if (!judgement.silent() && !saidAlready(rule, row, judgement, judgements)) {
          findings.add(finding(rule, row, judgement, answers));
        }
      }
    }
    return List.copyOf(findings);
  }

  /**
   * Tells whether a rule that stands above has said it: one that is broken says all, one that could
   * not be judged says only that.
   */
  private static boolean saidAlready(
      Rule rule, int row, Judgement judgement, Map<String, Map<Integer, Judgement>> judgements) {
    for (var id : rule.unless()) {
      Map<Integer, Judgement> byRow = judgements.getOrDefault(id, Map.of());
      Judgement first = byRow.getOrDefault(row, byRow.get(0));
      if (first != null
          && (first.ruling() == Ruling.BROKEN
              || first.ruling() == Ruling.NOT_EVALUABLE
                  && judgement.ruling() == Ruling.NOT_EVALUABLE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean wantsSomething(Rule rule) {
    return rule.operator() == Operator.GREATER_THAN
        && rule.right() instanceof Operand.Sum sum
        && sum.terms().isEmpty()
        && sum.constant().signum() == 0;
  }

  /**
   * Returns the answer that has to be changed: of a pair the half that is not filled in or is 0,
   * else the first.
   */
  private static Answer toChange(Rule rule, int row, Answers answers) {
    List<Answer> all =
        Stream.concat(rule.left().fields().stream(), rule.right().fields().stream())
            .map(field -> answers.of(field, row))
            .toList();
    Predicate<Answer> open =
        switch (rule.operator()) {
          case COMPULSORY_PAIR -> answer -> answer.state() == State.BLANK;
          case POSITIVE_TOGETHER -> Answer::isNothing;
          default -> answer -> false;
        };
    return all.stream().filter(open).findFirst().orElse(all.get(0));
  }

  private static Finding finding(Rule rule, int row, Judgement judgement, Answers answers) {
    if (judgement.ruling() == Ruling.NOT_EVALUABLE) {
      Answer obstacle = Objects.requireNonNull(judgement.obstacle());
      return Finding.ofRule(
          FindingCode.RULE_NOT_EVALUABLE, rule.id(), Severity.INFO, obstacle.at(), obstacle.raw());
    }
    Answer about = toChange(rule, row, answers);
    Finding finding =
        Finding.ofRule(
                FindingCode.RULE_VIOLATED, rule.id(), rule.severity(), about.at(), about.raw())
            .with(Argument.LEFT, judgement.left())
            .with(Argument.RIGHT, judgement.right());
    return row == 0 ? finding : finding.with(Argument.ROW, row);
  }
}
