package dev.rollup.cli;

import dev.rollup.finding.Severity;
import dev.rollup.messages.RuleWords;
import dev.rollup.template.AcrossPeriods;
import dev.rollup.template.AcrossUnits;
import dev.rollup.template.Rule;
import dev.rollup.template.Template;
import dev.rollup.template.Wording;
import java.util.List;

/** Prints what a template demands of returns, in plain words. */
final class RuleList {

  private final Console console;
  private final Template template;
  private final RuleWords words;

  RuleList(Console console, Template template) {
    this.console = console;
    this.template = template;
    this.words = new RuleWords(console.messages(), template);
  }

  /** Prints all rules, then what is compared between units. */
  void print() {
    console.line("explain.rules", template.id(), String.valueOf(template.rules().size()));
    template.rules().forEach(this::print);
    AcrossUnits acrossUnits = template.acrossUnits();
    console.line(
        "explain.outliers",
        acrossUnits.outliers().threshold().toPlainString(),
        String.valueOf(acrossUnits.outliers().leastUnits()));
    acrossUnits
        .sameValue()
        .ifPresent(
            rule ->
                console.line(
                    "explain.same-value", labels(rule.fields()), String.valueOf(rule.least())));
    acrossUnits.sameForm().ifPresent(this::print);
    AcrossPeriods acrossPeriods = template.acrossPeriods();
    console.line(
        "explain.period-jump",
        acrossPeriods.jump().factor().toPlainString(),
        String.valueOf(acrossPeriods.jump().least()));
    acrossPeriods
        .notLess()
        .ifPresent(
            rule -> console.line("explain.period-less", rule.period(), labels(rule.fields())));
  }

  /** Prints the rule of an id; tells whether there is one. */
  boolean print(String id) {
    List<Rule> found = template.rules().stream().filter(rule -> rule.id().equals(id)).toList();
    found.forEach(this::print);
    var sameForm = template.acrossUnits().sameForm().filter(rule -> rule.id().equals(id));
    sameForm.ifPresent(this::print);
    return !found.isEmpty() || sameForm.isPresent();
  }

  private void print(Rule rule) {
    console.line("explain.head", rule.id(), severity(rule.severity()), words.relation(rule));
    List<String> conditions = words.conditions(rule);
    if (!conditions.isEmpty()) {
      console.line(
          "explain.rule.when",
          String.join(console.messages().text("explain.rule.and"), conditions));
    }
    console.line("explain.rule.missing", words.missing(rule));
    if (!rule.unless().isEmpty()) {
      console.line("explain.rule.unless", joined(rule.unless()));
    }
    console.line("explain.rule.message", text(rule.message()));
    console.line("explain.rule.instruction", text(rule.instruction()));
  }

  private void print(AcrossUnits.SameForm rule) {
    console.line(
        "explain.head",
        rule.id(),
        severity(rule.severity()),
        console.messages().text("explain.same-form", String.valueOf(rule.leastFilled())));
    console.line("explain.rule.message", text(rule.message()));
    console.line("explain.rule.instruction", text(rule.instruction()));
  }

  private String labels(List<String> fields) {
    return joined(fields.stream().map(template::label).toList());
  }

  private String joined(List<String> names) {
    return String.join(console.messages().text("names.joined"), names);
  }

  private String severity(Severity severity) {
    return console.messages().text("severity." + severity.word());
  }

  private String text(Wording wording) {
    return wording.in(console.messages().language().code());
  }
}
