package dev.rollup.merge;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.match.Provenance;
import dev.rollup.model.Location;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Submission;
import dev.rollup.template.Blank;
import dev.rollup.template.Relation;
import dev.rollup.template.Template;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The relations that the words of a form only suggest, judged by all units together. One that most
 * of them contradict is misunderstood: no return is blamed for it, and the clerk is told. Each unit
 * has one voice, however often it sent its form and however many rows a list has.
 */
final class Suggestions {

  private final Map<Relation, Agreement> refuted = new LinkedHashMap<>();
  private final Set<String> rules = new HashSet<>();

  private Suggestions(Map<Relation, Agreement> agreements, Template template) {
    agreements.forEach(
        (relation, agreement) -> {
          if (agreement.refutes()) {
            refuted.put(relation, agreement);
          }
        });
    for (var rule : template.rules()) {
      if (rule.suggestedBy() != null && refuted.containsKey(rule.suggestedBy())) {
        rules.add(rule.id());
      }
    }
  }

  /** Judges the relations of a template by all forms that were read. */
  static Suggestions judged(List<Return> returns, Template template) {
    var agreements = new LinkedHashMap<Relation, Agreement>();
    template.blank().map(Blank::relations).orElse(List.of()).stream()
        .filter(Relation::suggested)
        .forEach(relation -> agreements.put(relation, Agreement.NONE));
    if (!agreements.isEmpty()) {
      voices(returns, template).values().stream()
          .flatMap(voice -> voice.entrySet().stream())
          .forEach(each -> agreements.merge(each.getKey(), each.getValue(), Agreement::plus));
    }
    return new Suggestions(agreements, template);
  }

  /** Returns what each unit says of each relation: of several returns, one that bears it out. */
  private static Map<String, Map<Relation, Agreement>> voices(
      List<Return> returns, Template template) {
    var voices = new HashMap<String, Map<Relation, Agreement>>();
    for (var each : returns) {
      if (each.submission().isPresent()) {
        String sender = each.unit().map(Unit::id).orElse(each.path());
        Map<Relation, Agreement> own = voices.computeIfAbsent(sender, any -> new HashMap<>());
        Submission submission = each.submission().get();
        boolean many = !submission.carried().relations().isEmpty();
        var provenance = Provenance.of(submission.carried(), submission.entries(), template);
        // A roll-up has the voices of all its units.
        Agreement.of(submission, provenance, template)
            .forEach(
                (relation, rows) ->
                    own.merge(relation, many ? rows : rows.voice(), Agreement::better));
      }
    }
    return voices;
  }

  /** Returns what the clerk is told: how many there are, with the first as an example. */
  List<Finding> findings() {
    return refuted.entrySet().stream()
        .limit(1)
        .map(
            each ->
                Finding.of(
                        FindingCode.RELATION_NOT_BORNE_OUT,
                        Location.NOWHERE.ofField(each.getKey().whole()))
                    .with(Argument.COUNT, refuted.size())
                    .with(Argument.BROKEN, each.getValue().broken())
                    .with(Argument.OF, each.getValue().broken() + each.getValue().held()))
        .toList();
  }

  /** Returns a return without what it says about relations that are refuted. */
  Return withoutRefuted(Return each) {
    return each.kind() != Return.Kind.FORM || rules.isEmpty() ? each : each.withoutRules(rules);
  }
}
