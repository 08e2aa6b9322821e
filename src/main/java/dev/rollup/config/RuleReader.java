package dev.rollup.config;

import dev.rollup.finding.Mistake;
import dev.rollup.finding.Severity;
import dev.rollup.template.AcrossPeriods;
import dev.rollup.template.AcrossUnits;
import dev.rollup.template.Condition;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.template.Missing;
import dev.rollup.template.Operand;
import dev.rollup.template.Operator;
import dev.rollup.template.Rule;
import dev.rollup.template.Section;
import dev.rollup.template.Wording;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a template demands of returns: the rules, and what is compared between units. */
final class RuleReader {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Set<String> PLACEHOLDERS = Set.of("left", "right", "row", "label");
  private static final List<String> LANGUAGES = List.of("zh", "en");
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "left",
          "operator",
          "right",
          "severity",
          "missing",
          "when",
          "unless",
          "message",
          "instruction");

  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Map<String, String> listOf = new LinkedHashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Days days;

  /** A reader of the rules on a form, in which some days have names. */
  RuleReader(List<Section> sections, Days days) {
    this.days = days;
    for (var section : sections) {
      for (var item : section.items()) {
        register(item);
      }
    }
  }

  private void register(Item item) {
    for (var field : item.fields()) {
      fields.put(field.id(), field);
      if (item.repeats()) {
        listOf.put(field.id(), item.id());
      }
    }
  }

  /** Reads the rules on single returns. */
  List<Rule> rules(JsonValue json) throws Mistake {
    var rules = new ArrayList<Rule>();
    for (var rule : json.list()) {
      rules.add(rule(rule));
    }
    return rules;
  }

  private Rule rule(JsonValue json) throws Mistake {
    json.object(KEYS);
    String id = json.required("id").text();
    if (!ID.matcher(id).matches()) {
      throw json.required("id").refused("template.bad-id", id);
    }
    List<String> unless = unless(json, id);
    if (!ids.add(id)) {
      throw json.required("id").refused("template.double-id", id);
    }
    JsonValue word = json.required("operator");
    String name = word.text();
    Operator operator =
        Operator.of(name).orElseThrow(() -> word.refused("template.rule-bad-word", id, name));
    var operands = new OperandReader(fields, days, id);
    Operand left = operands.operand(json.required("left"));
    Operand right = operands.right(json.required("right"), operator);
    if (!fits(left, operator, right)) {
      throw json.refused("template.rule-sides", id, operator.word());
    }
    Condition when =
        json.optional("when").isPresent()
            ? condition(json.required("when"), operands, id)
            : Condition.ALWAYS;
    Missing[] missing = missing(json, id);
    return new Rule(
        id,
        left,
        operator,
        right,
        constant(json.required("severity"), Severity.values(), Severity::word, id),
        missing[0],
        missing[1],
        when,
        unless,
        list(json, id, left, right, when),
        null,
        wording(json.required("message"), id, PLACEHOLDERS),
        wording(json.required("instruction"), id, PLACEHOLDERS));
  }

  /** What comes first must stand first: two rules that wait for each other would both be silent. */
  private List<String> unless(JsonValue json, String id) throws Mistake {
    List<String> unless =
        json.optional("unless").isPresent() && !(json.required("unless").content() instanceof List)
            ? List.of(json.required("unless").text())
            : json.texts("unless");
    for (var first : unless) {
      if (!ids.contains(first)) {
        throw json.required("unless").refused("template.rule-unless", id, first);
      }
    }
    return unless;
  }

  /** Tells whether the operator makes sense of such operands. */
  private static boolean fits(Operand left, Operator operator, Operand right) {
    boolean same = left.type() == right.type();
    boolean asks = !left.fields().isEmpty() || !right.fields().isEmpty();
    return asks
        && switch (operator) {
          case COMPULSORY_PAIR, EXCLUSIVE_PAIR ->
              !left.fields().isEmpty() && !right.fields().isEmpty();
          case NOT_CONTAINS -> left instanceof Operand.Text;
          case POSITIVE_TOGETHER -> same && left.type() == FieldType.COUNT;
          case EQUAL_TO,
              NOT_EQUAL_TO,
              GREATER_THAN,
              GREATER_THAN_OR_EQUAL_TO,
              LESS_THAN,
              LESS_THAN_OR_EQUAL_TO,
              BETWEEN ->
              same && left.type() != FieldType.TEXT;
        };
  }

  private static Missing[] missing(JsonValue json, String id) throws Mistake {
    Optional<JsonValue> given = json.optional("missing");
    if (given.isEmpty()) {
      return new Missing[] {Missing.SKIP_IF_ANY_VALUE_MISSING, Missing.SKIP_IF_ANY_VALUE_MISSING};
    }
    if (!(given.get().content() instanceof Map)) {
      Missing both = constant(given.get(), Missing.values(), Missing::name, id);
      return new Missing[] {both, both};
    }
    given.get().object(Set.of("left", "right"));
    return new Missing[] {
      constant(given.get().required("left"), Missing.values(), Missing::name, id),
      constant(given.get().required("right"), Missing.values(), Missing::name, id)
    };
  }

  private Condition condition(JsonValue json, OperandReader operands, String id) throws Mistake {
    json.object(Set.of("groups", "after", "notBefore", "where"));
    var where = new ArrayList<Condition.Comparison>();
    if (json.optional("where").isPresent()) {
      JsonValue given = json.required("where");
      for (var each : given.content() instanceof List ? given.list() : List.of(given)) {
        where.add(operands.comparison(each));
      }
    }
    List<String> groups = json.texts("groups");
    if (json.optional("groups").isPresent() && groups.isEmpty()) {
      throw json.required("groups").refused("template.rule-no-groups", id);
    }
    return new Condition(groups, day(json, "after"), day(json, "notBefore"), where);
  }

  private @Nullable LocalDate day(JsonValue json, String key) throws Mistake {
    if (json.optional(key).isEmpty()) {
      return null;
    }
    String text = json.required(key).text();
    try {
      Optional<Operand.Day> named = days.named(text);
      return named.isPresent() ? named.get().day() : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw json.required(key).refused("template.bad-date");
    }
  }

  /** Returns the one repeated item on whose rows the rule is judged, if it is about one. */
  private @Nullable String list(
      JsonValue json, String id, Operand left, Operand right, Condition when) throws Mistake {
    var operands = new ArrayList<>(List.of(left, right));
    for (var each : when.where()) {
      operands.add(each.left());
      operands.add(each.right());
    }
    var lists = new TreeSet<String>();
    for (var operand : operands) {
      for (var field : operand.fields()) {
        if (listOf.containsKey(field)) {
          lists.add(listOf.get(field));
        }
      }
    }
    if (lists.size() > 1) {
      throw json.refused("template.rule-lists", lists, id);
    }
    return lists.isEmpty() ? null : lists.first();
  }

  /** Reads what is compared between units. */
  AcrossUnits acrossUnits(Optional<JsonValue> given) throws Mistake {
    if (given.isEmpty()) {
      return AcrossUnits.DEFAULT;
    }
    JsonValue json = given.get();
    json.object(Set.of("outliers", "sameValue", "sameForm"));
    return new AcrossUnits(
        json.optional("outliers").isPresent()
            ? outliers(json.required("outliers"))
            : AcrossUnits.Outliers.DEFAULT,
        json.optional("sameValue").isPresent()
            ? Optional.of(sameValue(json.required("sameValue")))
            : Optional.empty(),
        json.optional("sameForm").isPresent()
            ? Optional.of(sameForm(json.required("sameForm")))
            : Optional.empty());
  }

  /** Reads what is compared with other periods. */
  AcrossPeriods acrossPeriods(Optional<JsonValue> given) throws Mistake {
    if (given.isEmpty()) {
      return AcrossPeriods.DEFAULT;
    }
    JsonValue json = given.get();
    json.object(Set.of("jump", "notLess"));
    return new AcrossPeriods(
        json.optional("jump").isPresent()
            ? jump(json.required("jump"))
            : AcrossPeriods.Jump.DEFAULT,
        json.optional("notLess").isPresent()
            ? Optional.of(notLess(json.required("notLess")))
            : Optional.empty());
  }

  private static AcrossPeriods.Jump jump(JsonValue json) throws Mistake {
    json.object(Set.of("factor", "least"));
    BigDecimal factor = json.required("factor").number();
    if (factor.compareTo(BigDecimal.ONE) <= 0) {
      throw json.required("factor").refused("template.bad-number");
    }
    return new AcrossPeriods.Jump(factor, json.required("least").positive());
  }

  private AcrossPeriods.NotLess notLess(JsonValue json) throws Mistake {
    json.object(Set.of("period", "fields"));
    mustBeCounts(json, "notLess");
    return new AcrossPeriods.NotLess(json.required("period").text(), json.texts("fields"));
  }

  private void mustBeCounts(JsonValue json, String what) throws Mistake {
    for (var field : json.required("fields").list()) {
      if (!fields.containsKey(field.text())) {
        throw field.refused("template.rule-unknown-field", what, field.text());
      }
      if (fields.get(field.text()).type() != FieldType.COUNT) {
        throw field.refused("template.rule-not-a-count", what, field.text());
      }
    }
  }

  private static AcrossUnits.Outliers outliers(JsonValue json) throws Mistake {
    json.object(Set.of("threshold", "leastUnits"));
    AcrossUnits.Outliers otherwise = AcrossUnits.Outliers.DEFAULT;
    BigDecimal threshold = otherwise.threshold();
    if (json.optional("threshold").isPresent()) {
      threshold = json.required("threshold").number();
      if (threshold.signum() <= 0) {
        throw json.required("threshold").refused("template.bad-number");
      }
    }
    long least =
        json.optional("leastUnits").isPresent()
            ? json.required("leastUnits").positive()
            : otherwise.leastUnits();
    return new AcrossUnits.Outliers(threshold, Math.toIntExact(Math.min(least, Short.MAX_VALUE)));
  }

  private AcrossUnits.SameValue sameValue(JsonValue json) throws Mistake {
    json.object(Set.of("fields", "least"));
    mustBeCounts(json, "sameValue");
    return new AcrossUnits.SameValue(json.texts("fields"), json.required("least").positive());
  }

  private AcrossUnits.SameForm sameForm(JsonValue json) throws Mistake {
    json.object(Set.of("id", "severity", "leastFilled", "message", "instruction"));
    String id = json.required("id").text();
    if (!ids.add(id)) {
      throw json.required("id").refused("template.double-id", id);
    }
    Severity[] soft = {Severity.INFO, Severity.WARNING};
    long least = json.required("leastFilled").positive();
    return new AcrossUnits.SameForm(
        id,
        constant(json.required("severity"), soft, Severity::word, id),
        Math.toIntExact(Math.min(least, Short.MAX_VALUE)),
        wording(json.required("message"), id, Set.of("unit")),
        wording(json.required("instruction"), id, Set.of("unit")));
  }

  private static <T> T constant(JsonValue json, T[] values, Function<T, String> word, String id)
      throws Mistake {
    String given = json.text();
    for (var value : values) {
      if (word.apply(value).equals(given)) {
        return value;
      }
    }
    throw json.refused("template.rule-bad-word", id, given);
  }

  static Wording wording(JsonValue json, String id, Set<String> known) throws Mistake {
    json.object(Set.copyOf(LANGUAGES));
    var texts = new LinkedHashMap<String, String>();
    for (var language : LANGUAGES) {
      String text = json.required(language).text();
      for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
        int close = text.indexOf('}', open);
        String name = text.substring(open + 1, close < 0 ? text.length() : close);
        if (close < 0 || !known.contains(name)) {
          throw json.required(language)
              .refused("template.rule-placeholder", known.stream().sorted().toList(), id, name);
        }
      }
      texts.put(language, text);
    }
    return new Wording(texts);
  }
}
