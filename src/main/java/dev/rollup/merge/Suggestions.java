package dev.rollup.merge;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Location;
import dev.rollup.submission.Submission;
import dev.rollup.template.Relation;
import dev.rollup.template.Template;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The relations that the words of a form only suggest, judged by all returns together. One that most
 * of them contradict is misunderstood: no return is blamed for it, and the clerk is told.
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
    if (template.blank().isPresent()) {
      template.blank().get().relations().stream()
          .filter(Relation::suggested)
          .forEach(relation -> agreements.put(relation, new Agreement(0, 0)));
      returns.stream()
          .map(Return::submission)
          .flatMap(Optional::stream)
          .map(Submission::entries)
          .forEach(
              entries ->
                  Agreement.of(entries, template)
                      .forEach(
                          (relation, own) -> agreements.merge(relation, own, Agreement::plus)));
    }
    return new Suggestions(agreements, template);
  }

  /** Returns what the clerk is told: how many there are, with the first as an example. */
  List<Finding> findings() {
    return refuted.entrySet().stream()
        .limit(1)
        .map(
            each ->
                Finding.of(
                    FindingCode.RELATION_NOT_BORNE_OUT,
                    new Location(null, null, null, null, each.getKey().whole()),
                    String.valueOf(refuted.size()),
                    String.valueOf(each.getValue().broken()),
                    String.valueOf(each.getValue().broken() + each.getValue().held())))
        .toList();
  }

  /** Returns a return without what it says about relations that are refuted. */
  Return withoutRefuted(Return each) {
    return each.kind() != Return.Kind.FORM || rules.isEmpty() ? each : each.withoutRules(rules);
  }
}
