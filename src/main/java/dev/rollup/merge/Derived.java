package dev.rollup.merge;

import dev.rollup.rollup.Counters;
import dev.rollup.template.Adds;
import dev.rollup.template.Blank;
import dev.rollup.template.Field;
import dev.rollup.template.Relation;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a district that follow from its other totals, as the form says: a sum of parts, a
 * sum of the rows of a list, a rate. The form that goes up then agrees with itself, and a rate is
 * that of the sums, never a mean of rates.
 */
final class Derived {

  private static final int RATE_DECIMALS = 1;

  private final Map<String, Tally> totals;
  private final Map<Relation, Tally> wholes;
  private final Map<String, Field> fields;
  private final Map<String, Relation> relations = new HashMap<>();
  private final Map<String, BigDecimal> known = new HashMap<>();
  private final Set<String> asked = new HashSet<>();

  private Derived(
      Map<String, Tally> totals,
      Map<Relation, Agreement> agreements,
      Map<Relation, Tally> wholes,
      Template template,
      Blank blank) {
    this.totals = totals;
    this.wholes = wholes;
    this.fields = template.fields();
    for (var relation : blank.relations()) {
      if (relation.computes() && isAdded(relation) && isSure(relation, agreements)) {
        relations.putIfAbsent(relation.whole(), relation);
      }
    }
  }

  /** Returns the same totals with those that follow from others. */
  static Map<String, Tally> totals(
      Map<String, Tally> totals,
      Map<Relation, Agreement> agreements,
      Map<Relation, Tally> wholes,
      Template template) {
    if (template.blank().isEmpty()) {
      return totals;
    }
    var derived = new Derived(totals, agreements, wholes, template, template.blank().get());
    var all = new TreeMap<>(totals);
    derived
        .relations
        .values()
        .forEach(
            relation ->
                all.computeIfPresent(
                    relation.whole(),
                    (id, own) -> wholes.getOrDefault(relation, own).derived(derived.total(id))));
    return all;
  }

  /** Tells whether a relation is more than suggested. */
  private static boolean isSure(Relation relation, Map<Relation, Agreement> agreements) {
    Agreement agreement = agreements.getOrDefault(relation, new Agreement(0, 0));
    return !relation.suggested() || agreement.bearsOut();
  }

  /** Tells whether a relation gives a total: of what is not added, nothing follows. */
  private boolean isAdded(Relation relation) {
    Adds whole = field(relation.whole()).adds();
    boolean parts = relation.parts().stream().allMatch(part -> field(part).counts());
    return parts && whole == (relation.kind() == Relation.Kind.RATIO ? Adds.RATIO : Adds.SUM);
  }

  private Field field(String id) {
    return Objects.requireNonNull(fields.get(id), id);
  }

  private @Nullable BigDecimal total(String id) {
    Relation relation = relations.get(id);
    if (relation == null || !asked.add(id)) {
      return known.getOrDefault(id, tally(id).total());
    }
    BigDecimal total = relation.kind() == Relation.Kind.RATIO ? ratio(relation) : sum(relation);
    known.put(id, total);
    return total;
  }

  /** Returns of how many returns a total is made, which may follow from others in turn. */
  private Counters made(String id) {
    Relation relation = relations.get(id);
    return (relation == null ? tally(id) : wholes.getOrDefault(relation, tally(id))).madeOf();
  }

  private Tally tally(String id) {
    return totals.getOrDefault(id, Tally.NONE);
  }

  /** Returns the sum of the parts; null where none of them was counted. */
  private @Nullable BigDecimal sum(Relation relation) {
    BigDecimal sum = null;
    List<String> parts = relation.parts();
    for (int i = 0; i < parts.size(); i++) {
      BigDecimal part = total(parts.get(i));
      if (part != null) {
        boolean minus = i >= parts.size() - relation.minus();
        sum = (sum == null ? BigDecimal.ZERO : sum).add(minus ? part.negate() : part);
      }
    }
    return sum;
  }

  /** Returns the rate of two totals; null where they are not made of the same returns. */
  private @Nullable BigDecimal ratio(Relation relation) {
    String above = relation.parts().get(0);
    String below = relation.parts().get(1);
    BigDecimal numerator = total(above);
    BigDecimal denominator = total(below);
    if (numerator == null
        || denominator == null
        || denominator.signum() == 0
        || made(above).excluded() > 0
        || made(below).excluded() > 0
        || made(above).counted() != made(below).counted()) {
      return null;
    }
    return numerator
        .multiply(BigDecimal.valueOf(relation.scale()))
        .divide(denominator, RATE_DECIMALS, RoundingMode.HALF_UP);
  }
}
