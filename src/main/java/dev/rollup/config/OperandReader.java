package dev.rollup.config;

import dev.rollup.finding.Mistake;
import dev.rollup.template.Condition;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Operand;
import dev.rollup.template.Operator;
import dev.rollup.template.Term;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the operands of one rule. A operand is a sum of terms, {@code 2000 * 1.1.1 + 5}: a term is
 * {@code [number *] field}, a bare number is a constant. The id of a field has three parts and a
 * number at most two, so that the one is never taken for the other. A day stands alone.
 */
final class OperandReader {

  private static final String FIELD = "\\d+(?:\\.\\d+){2,}|[A-Za-z_]\\w*";
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:(?<field>" + FIELD + ")|(?<number>\\d+(?:\\.\\d+)?)|(?<sign>[-+*]))");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern COMPARISON =
      Pattern.compile("(?<left>[^<>=!]+)(?<sign>[<>]=?|!?=)(?<right>[^<>=!]+)");
  private static final Map<String, Operator> SIGNS =
      Map.of(
          "=", Operator.EQUAL_TO,
          "!=", Operator.NOT_EQUAL_TO,
          ">", Operator.GREATER_THAN,
          ">=", Operator.GREATER_THAN_OR_EQUAL_TO,
          "<", Operator.LESS_THAN,
          "<=", Operator.LESS_THAN_OR_EQUAL_TO);

  private static final Set<String> HEADER =
      Arrays.stream(HeaderField.values()).map(HeaderField::id).collect(Collectors.toSet());

  private final Map<String, Field> fields;
  private final Days days;
  private final String rule;

  /**
   * A reader of the operands of one rule.
   *
   * @param fields the fields of the form by id
   * @param days the days that have names
   * @param rule the id of the rule, for mistakes
   */
  OperandReader(Map<String, Field> fields, Days days, String rule) {
    this.fields = fields;
    this.days = days;
    this.rule = rule;
  }

  /** Reads a operand as the operator wants it on its right. */
  Operand right(JsonValue json, Operator operator) throws Mistake {
    if (operator == Operator.NOT_CONTAINS) {
      var words = new ArrayList<String>();
      for (var word : json.list()) {
        words.add(word.text());
      }
      return new Operand.Words(words);
    }
    return operator == Operator.BETWEEN ? range(json) : operand(json);
  }

  /** Reads a sum, a text field or a day; a sum may also be a number or an object with terms. */
  Operand operand(JsonValue json) throws Mistake {
    if (json.content() instanceof Map) {
      return terms(json);
    }
    return json.content() instanceof Number
        ? new Operand.Sum(List.of(), json.number())
        : operand(json, json.text().strip());
  }

  /** Reads one comparison of numbers: {@code 6.1.1 > 0}. */
  Condition.Comparison comparison(JsonValue json) throws Mistake {
    Matcher parts = COMPARISON.matcher(json.text());
    Operator sign = parts.matches() ? SIGNS.get(parts.group("sign")) : null;
    if (sign != null
        && operand(json, parts.group("left").strip()) instanceof Operand.Sum left
        && operand(json, parts.group("right").strip()) instanceof Operand.Sum right) {
      return new Condition.Comparison(left, sign, right);
    }
    throw json.refused("template.rule-syntax", rule, json.text());
  }

  private Operand range(JsonValue json) throws Mistake {
    List<String> ends = Arrays.asList(json.text().split("\\.\\.", -1));
    if (ends.size() == 2) {
      Operand low = operand(json, ends.get(0).strip());
      Operand high = operand(json, ends.get(1).strip());
      if (low.fields().isEmpty() && high.fields().isEmpty() && low.type() == high.type()) {
        // Nothing lies between them: a rule that every return breaks is not what was meant.
        if (isAbove(low, high)) {
          throw json.refused("template.rule-range", rule, json.text());
        }
        return new Operand.Range(low, high);
      }
    }
    throw json.refused("template.rule-syntax", rule, json.text());
  }

  private static boolean isAbove(Operand low, Operand high) {
    if (low instanceof Operand.Sum least && high instanceof Operand.Sum most) {
      return least.constant().compareTo(most.constant()) > 0;
    }
    return low instanceof Operand.Day first
        && high instanceof Operand.Day last
        && first.day().isAfter(last.day());
  }

  private Operand terms(JsonValue json) throws Mistake {
    json.object(Set.of("terms", "constant"));
    var terms = new ArrayList<Term>();
    for (var term : json.required("terms").list()) {
      term.object(Set.of("field", "coefficient"));
      Optional<JsonValue> coefficient = term.optional("coefficient");
      JsonValue field = term.required("field");
      mustCount(field, field.text());
      terms.add(
          new Term(
              field.text(), coefficient.isPresent() ? coefficient.get().number() : BigDecimal.ONE));
    }
    Optional<JsonValue> constant = json.optional("constant");
    return new Operand.Sum(terms, constant.isPresent() ? constant.get().number() : BigDecimal.ZERO);
  }

  private Operand operand(JsonValue json, String text) throws Mistake {
    Field field = fields.get(text);
    if (field != null) {
      return field.type() == FieldType.TEXT
          ? new Operand.Text(text)
          : new Operand.Sum(List.of(new Term(text, BigDecimal.ONE)), BigDecimal.ZERO);
    }
    Optional<Operand.Day> named = days.named(text);
    if (named.isPresent()) {
      return named.get();
    }
    if (DAY.matcher(text).matches()) {
      try {
        return new Operand.Day(LocalDate.parse(text));
      } catch (DateTimeException e) {
        throw json.refused("template.rule-syntax", rule, text);
      }
    }
    if (text.equals(HeaderField.DATE.id())) {
      return new Operand.FilledInOn();
    }
    return HEADER.contains(text) ? new Operand.Text(text) : sum(json, text);
  }

  private Operand.Sum sum(JsonValue json, String text) throws Mistake {
    var terms = new ArrayList<Term>();
    BigDecimal constant = BigDecimal.ZERO;
    Matcher token = TOKEN.matcher(text);
    int at = 0;
    do {
      BigDecimal factor = BigDecimal.ONE;
      String field = null;
      if (at > 0 || text.startsWith("-")) {
        at = next(token, at, "sign", json, text);
        factor = BigDecimal.valueOf(sign(token.group("sign"), json, text));
      }
      boolean more;
      do {
        at = next(token, at, null, json, text);
        if (token.group("number") != null) {
          factor = factor.multiply(new BigDecimal(token.group("number")));
        } else if (token.group("field") != null && field == null) {
          field = token.group("field");
        } else {
          throw json.refused("template.rule-syntax", rule, text);
        }
        more = at < text.length() && text.substring(at).stripLeading().startsWith("*");
        if (more) {
          at = next(token, at, "sign", json, text);
        }
      } while (more);
      if (field == null) {
        constant = constant.add(factor);
      } else {
        mustCount(json, field);
        terms.add(new Term(field, factor));
      }
    } while (at < text.length());
    return new Operand.Sum(terms, constant);
  }

  /** Moves on to the next token, of one kind or of any, and returns where it ends. */
  private int next(Matcher token, int from, @Nullable String kind, JsonValue json, String text)
      throws Mistake {
    token.region(from, text.length());
    if (!token.lookingAt() || kind != null && token.group(kind) == null) {
      throw json.refused("template.rule-syntax", rule, text);
    }
    return token.end();
  }

  private int sign(String sign, JsonValue json, String text) throws Mistake {
    if (sign.equals("*")) {
      throw json.refused("template.rule-syntax", rule, text);
    }
    return sign.equals("-") ? -1 : 1;
  }

  /** Refuses what cannot be added up: a field that the form does not have, or that is no count. */
  private void mustCount(JsonValue json, String id) throws Mistake {
    Field field = fields.get(id);
    boolean header = HEADER.contains(id);
    if (field == null && !header) {
      throw json.refused("template.rule-unknown-field", rule, id);
    }
    if (field == null || header || field.type() != FieldType.COUNT) {
      throw json.refused("template.rule-not-a-count", rule, id);
    }
  }
}
