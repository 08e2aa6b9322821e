package dev.rollup.config;

import dev.rollup.finding.Mistake;
import dev.rollup.finding.Severity;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.Condition;
import dev.rollup.template.Missing;
import dev.rollup.template.Operand;
import dev.rollup.template.Operator;
import dev.rollup.template.Relation;
import dev.rollup.template.Rule;
import dev.rollup.template.Term;
import dev.rollup.template.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules that the relations on a form are, in words that fit any form. */
final class RelationRules {

  private static final String WORDS = "/dev/rollup/templates/relations.json";

  /** What is said where a relation does not hold. */
  private record Words(Severity severity, Wording message, Wording instruction) {}

  private final Map<Relation.Kind, Words> words = new HashMap<>();

  private RelationRules() throws Mistake {
    try (InputStream in = RelationRules.class.getResourceAsStream(WORDS)) {
      JsonValue json = JsonValue.parse(in.readAllBytes(), WORDS);
      words.put(Relation.Kind.SUM, words(json.required("sum")));
      words.put(Relation.Kind.PART, words(json.required("part")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a rule for every relation that is judged on one return. */
  static List<Rule> of(Blank blank) throws Mistake {
    var rules = new RelationRules();
    var listed = new HashMap<String, String>();
    for (var block : blank.blocks()) {
      if (block instanceof Block.Rows) {
        block.bindings().forEach(binding -> listed.put(binding.id(), binding.item()));
      }
    }
    var all = new ArrayList<Rule>();
    var sums = new HashMap<String, Integer>();
    for (var relation : blank.relations()) {
      if (relation.kind() == Relation.Kind.SUM) {
        int number = sums.merge(relation.whole(), 1, Integer::sum);
        String id = "sum-" + relation.whole() + (number == 1 ? "" : "-" + number);
        all.add(rules.sum(relation, id, listed.get(relation.whole())));
      } else if (relation.kind() == Relation.Kind.PART) {
        for (var part : relation.parts()) {
          all.add(rules.part(part, relation.whole(), listed.get(part)));
        }
      }
    }
    return all;
  }

  private static Words words(JsonValue json) throws Mistake {
    Set<String> placeholders = Set.of("left", "right", "label");
    return new Words(
        json.required("severity").text().equals("error") ? Severity.ERROR : Severity.WARNING,
        RuleReader.wording(json.required("message"), WORDS, placeholders),
        RuleReader.wording(json.required("instruction"), WORDS, placeholders));
  }

  private Rule sum(Relation relation, String id, String list) {
    var terms = new ArrayList<Term>();
    List<String> parts = relation.parts();
    for (int i = 0; i < parts.size(); i++) {
      boolean minus = i >= parts.size() - relation.minus();
      terms.add(new Term(parts.get(i), minus ? BigDecimal.ONE.negate() : BigDecimal.ONE));
    }
    return rule(
        id,
        relation.whole(),
        Operator.EQUAL_TO,
        new Operand.Sum(terms, BigDecimal.ZERO),
        list,
        words.get(Relation.Kind.SUM));
  }

  private Rule part(String part, String whole, String list) {
    return rule(
        "part-" + part + "-" + whole,
        part,
        Operator.LESS_THAN_OR_EQUAL_TO,
        one(whole),
        list,
        words.get(Relation.Kind.PART));
  }

  private static Operand.Sum one(String field) {
    return new Operand.Sum(List.of(new Term(field, BigDecimal.ONE)), BigDecimal.ZERO);
  }

  /** A total that nobody filled in says nothing; a part that nobody filled in is none. */
  private static Rule rule(
      String id, String left, Operator operator, Operand right, String list, Words words) {
    return new Rule(
        id,
        one(left),
        operator,
        right,
        words.severity(),
        Missing.SKIP_IF_ANY_VALUE_MISSING,
        Missing.SKIP_IF_ALL_VALUES_MISSING,
        Condition.ALWAYS,
        List.of(),
        list,
        words.message(),
        words.instruction());
  }
}
