package dev.rollup.config;

import dev.rollup.finding.Mistake;
import dev.rollup.finding.Severity;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules that the relations on a form are, in words that fit any form. */
final class RelationRules {

  private static final String WORDS = "/dev/rollup/templates/relations.json";

  /** What is said where a relation does not hold. */
  private record Words(Severity severity, Wording message, Wording instruction) {}

  private final Words ofSum;
  private final Words ofPart;
  private final Words ofRatio;

  private RelationRules() throws Mistake {
    try (InputStream in = RelationRules.class.getResourceAsStream(WORDS)) {
      JsonValue json = JsonValue.parse(in.readAllBytes(), WORDS);
      ofSum = words(json.required("sum"));
      ofPart = words(json.required("part"));
      ofRatio = words(json.required("ratio"));
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
    Set<String> extremes =
        blank.bindings().stream()
            .filter(each -> each.adds() == Adds.MAX || each.adds() == Adds.MIN)
            .map(Binding::id)
            .collect(Collectors.toSet());
    var all = new ArrayList<Rule>();
    var seen = new HashMap<String, Integer>();
    for (var relation : blank.relations()) {
      if (relation.suggested() && isOf(extremes, relation)) {
        continue;
      }
      int number = seen.merge(relation.kind() + relation.whole(), 1, Integer::sum);
      String id = relation.whole() + (number == 1 ? "" : "-" + number);
      String list = listed.get(relation.whole());
      switch (relation.kind()) {
        case SUM -> all.add(rules.sum("sum-" + id, relation, list));
        case ROWS -> all.add(rules.rows("rows-" + id, relation));
        case RATIO -> {
          if (isOnly(relation, blank)) {
            all.add(rules.ratio("ratio-" + id, relation, list));
          }
        }
        case PART -> {
          for (var part : relation.parts()) {
            all.add(rules.part(part, relation, listed.get(part)));
          }
        }
      }
    }
    return all;
  }

  /** Where a person said that the largest or smallest counts, no words make a sum of it. */
  private static boolean isOf(Set<String> extremes, Relation relation) {
    return extremes.contains(relation.whole())
        || relation.parts().stream().anyMatch(extremes::contains);
  }

  /** A rate has one numerator and one denominator: of several that fit, nobody knows which. */
  private static boolean isOnly(Relation ratio, Blank blank) {
    return blank.relations().stream()
            .filter(other -> other.kind() == Relation.Kind.RATIO)
            .filter(other -> other.whole().equals(ratio.whole()))
            .count()
        == 1;
  }

  private static Words words(JsonValue json) throws Mistake {
    Set<String> placeholders = Set.of("left", "right", "label");
    return new Words(
        json.required("severity").text().equals("error") ? Severity.ERROR : Severity.WARNING,
        RuleReader.wording(json.required("message"), WORDS, placeholders),
        RuleReader.wording(json.required("instruction"), WORDS, placeholders));
  }

  private Rule sum(String id, Relation relation, @Nullable String list) {
    var terms = new ArrayList<Term>();
    List<String> parts = relation.parts();
    for (int i = 0; i < parts.size(); i++) {
      boolean minus = i >= parts.size() - relation.minus();
      terms.add(new Term(parts.get(i), minus ? BigDecimal.ONE.negate() : BigDecimal.ONE));
    }
    Operand sum = new Operand.Sum(terms, BigDecimal.ZERO);
    return total(id, relation, sum, list);
  }

  private Rule rows(String id, Relation relation) {
    return total(id, relation, new Operand.Rows(relation.parts().get(0)), null);
  }

  /** A total of nothing is 0: what stands in it alone would be in no sum. */
  private Rule total(String id, Relation relation, Operand sum, @Nullable String list) {
    return rule(
        id, relation, relation.whole(), Operator.EQUAL_TO, sum, Missing.NEVER_SKIP, list, ofSum);
  }

  private Rule ratio(String id, Relation relation, @Nullable String list) {
    return rule(
        id,
        relation,
        relation.whole(),
        Operator.EQUAL_TO,
        new Operand.Quotient(relation.parts().get(0), relation.parts().get(1), relation.scale()),
        Missing.SKIP_IF_ANY_VALUE_MISSING,
        list,
        ofRatio);
  }

  private Rule part(String part, Relation relation, @Nullable String list) {
    return rule(
        "part-" + part + "-" + relation.whole(),
        relation,
        part,
        Operator.LESS_THAN_OR_EQUAL_TO,
        one(relation.whole()),
        Missing.SKIP_IF_ALL_VALUES_MISSING,
        list,
        ofPart);
  }

  private static Operand.Sum one(String field) {
    return new Operand.Sum(List.of(new Term(field, BigDecimal.ONE)), BigDecimal.ZERO);
  }

  /** A total that nobody filled in says nothing; a part that nobody filled in is none. */
  private static Rule rule(
      String id,
      Relation relation,
      String left,
      Operator operator,
      Operand right,
      Missing rightMissing,
      @Nullable String list,
      Words words) {
    return new Rule(
        id,
        one(left),
        operator,
        right,
        words.severity(),
        Missing.SKIP_IF_ANY_VALUE_MISSING,
        rightMissing,
        Condition.ALWAYS,
        List.of(),
        list,
        relation.suggested() ? relation : null,
        words.message(),
        words.instruction());
  }
}
