package dev.rollup.messages;

import dev.rollup.template.Condition;
import dev.rollup.template.Operand;
import dev.rollup.template.Operator;
import dev.rollup.template.Rule;
import dev.rollup.template.Template;
import dev.rollup.template.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Puts the rules of a template into plain words. */
public final class RuleWords {

  private final Messages messages;
  private final FormLabels labels;

  /** Words in one language for the rules of one template. */
  public RuleWords(Messages messages, Template template) {
    this.messages = messages;
    this.labels = new FormLabels(template, messages);
  }

  /** Returns what must hold: the blanks in the form's words, and how they stand to each other. */
  public String relation(Rule rule) {
    return messages.text(
        "rule." + rule.operator().word(), operand(rule.left()), operand(rule.right()));
  }

  /** Returns for which returns a rule is; empty where it is for all. */
  public List<String> conditions(Rule rule) {
    var conditions = new ArrayList<String>();
    Condition when = rule.when();
    if (rule.list() != null) {
      conditions.add(messages.text("rule.when.row"));
    }
    if (!when.groups().isEmpty()) {
      conditions.add(messages.text("rule.when.groups", joined(when.groups())));
    }
    if (when.after() != null) {
      conditions.add(messages.text("rule.when.after", when.after().toString()));
    }
    if (when.notBefore() != null) {
      conditions.add(messages.text("rule.when.not-before", when.notBefore().toString()));
    }
    for (var each : when.where()) {
      conditions.add(
          messages.text(
              "rule." + each.operator().word(), operand(each.left()), operand(each.right())));
    }
    return conditions;
  }

  /** Returns what becomes of the rule where values are missing. */
  public String missing(Rule rule) {
    if (rule.operator() == Operator.COMPULSORY_PAIR || rule.operator() == Operator.EXCLUSIVE_PAIR) {
      return messages.text("rule.missing.pair");
    }
    String left = messages.text("rule.missing." + rule.leftMissing().name());
    String right = messages.text("rule.missing." + rule.rightMissing().name());
    return left.equals(right) ? left : messages.text("rule.missing.each", left, right);
  }

  private String joined(Collection<String> names) {
    return String.join(messages.text("names.joined"), names);
  }

  private String operand(Operand operand) {
    if (operand instanceof Operand.Sum sum) {
      return sum(sum);
    }
    if (operand instanceof Operand.Rows rows) {
      return messages.text("rule.rows", labels.label(rows.field()));
    }
    if (operand instanceof Operand.Quotient quotient) {
      return quotient(quotient);
    }
    if (operand instanceof Operand.Words words) {
      return joined(words.words());
    }
    if (operand instanceof Operand.Day day) {
      return day.day().toString();
    }
    return operand instanceof Operand.Range range
        ? messages.text("rule.range", operand(range.low()), operand(range.high()))
        : labels.label(operand.fields().get(0));
  }

  private String quotient(Operand.Quotient quotient) {
    String above = labels.label(quotient.numerator());
    String below = labels.label(quotient.denominator());
    return quotient.scale() == 1
        ? messages.text("rule.quotient", above, below)
        : messages.text("rule.quotient.times", above, below, String.valueOf(quotient.scale()));
  }

  private String sum(Operand.Sum sum) {
    var words = new StringBuilder();
    for (var term : sum.terms()) {
      words.append(sign(term.coefficient(), words.isEmpty()));
      words.append(term(term));
    }
    if (sum.terms().isEmpty() || sum.constant().signum() != 0) {
      words.append(sign(sum.constant(), words.isEmpty()));
      words.append(sum.constant().abs().toPlainString());
    }
    return words.toString();
  }

  private String term(Term term) {
    BigDecimal factor = term.coefficient().abs();
    String label = labels.label(term.field());
    return factor.compareTo(BigDecimal.ONE) == 0
        ? label
        : messages.text("rule.times", factor.toPlainString(), label);
  }

  private static String sign(BigDecimal number, boolean first) {
    if (first) {
      return number.signum() < 0 ? "−" : "";
    }
    return number.signum() < 0 ? " − " : " + ";
  }
}
