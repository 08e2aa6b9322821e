package dev.rollup.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.rollup.Counters;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.support.SmallForm;
import dev.rollup.template.Relation;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The district's totals that follow from its other totals. */
class DerivedTest {

  /** The relations, the returns one after another, one field, its total of how many returns. */
  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "all=a+b, all=5 a=3 b=2 | all=9 a=4 b=4, all, 13 2/0/0, the sum of the parts whatever was added",
    "all=a-b, a=5 b=2 | a=4 b=3,             all, 4 2/0/0,  the last part is taken away",
    "all=a-b, b=2,                           all, -2 1/0/0, also where the first is blank",
    "all=a+b, all=5,                         all, none 0/0/1, a whole without parts is in no total",
    "all=a+b, all=5 a=3 b=约2 | a=4,         all, 7 1/0/1,  a part that is left out is missing in it",
    "all=a+b, a=3 | most=1,                  all, 3 1/1/0,  blanks are no zeros",
    "all=a+b a=stock, stock=3 b=1,           all, 4 1/0/0,  a part may follow from another in turn",
    "all=a+b a=stock, stock=3 b=1,           a,   3 1/0/0,  and is told as it follows",
    "all=a+b a=all-b, all=5 a=3 b=2,         all, 5 1/0/0,  relations that follow from each other end",
    "all=n,   n.1=2 n.2=3 | all=4 n.1=4,     all, 9 2/0/0,  the rows of a list",
    "all=rate+b, rate=5 b=2,                 all, none 0/1/0, of what is not added nothing follows",
    "most=a+b, most=1 a=3 b=2,               most, 1 1/0/0, nor what is the largest of all",
    "rate=a+b, rate=50 a=1 b=2 | rate=25 a=2 b=8, rate, 30 2/0/0, a rate of sums and no mean",
    "rate=a+b, a=2 b=3,                      rate, 66.7 1/0/0, half up with one decimal",
    "rate=a+b, a=1 b=2 | a=1,                rate, none 2/0/0, not of other returns above than below",
    "rate=a+b, a=1 b=2 | b=2,                rate, none 2/0/0, nor the other way round",
    "rate=a+b, a=1 b=2 | a=约1 b=2,          rate, none 1/0/1, not where something above is left out",
    "rate=a+b, a=1 b=2 | a=1 b=约2,          rate, none 1/0/1, nor below",
    "rate=a+b, a=1 b=约2 | a=约1 b=2,        rate, none 0/0/2, nor both",
    "rate=a+b, a=0 b=0,                      rate, none 1/0/0, nothing is divided by zero",
    "rate=a+b, most=1,                       rate, none 0/1/0, nor nothing by nothing",
  })
  void follow(String relations, String returns, String field, String expected, String fact) {
    Template template =
        SmallForm.with(
            Arrays.stream(relations.split(" ", -1))
                .map(DerivedTest::relation)
                .toArray(Relation[]::new));

    Tally tally = derived(template, returns).totals().get(SmallForm.id(field));

    assertThat(Sent.told(tally)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "all=5 a=3 b=2 | all=4 a=3 b=1 | all=9 a=1 b=1,                 18, two of three are too few",
    "all=5 a=3 b=2 | all=4 a=3 b=1 | all=2 a=1 b=1 | all=9 a=1 b=1, 13, three of four are not",
  })
  void what_is_suggested_follows_where_the_returns_bear_it_out(
      String returns, String expected, String fact) {
    Template template = SmallForm.with(SmallForm.suggested(Relation.Kind.SUM, "all=a+b"));

    assertThat(derived(template, returns).totals().get("t.all").total())
        .isEqualTo(new BigDecimal(expected));
  }

  @Test
  void of_two_relations_with_the_same_whole_the_first_one_that_is_sure_counts() {
    Relation suggested = SmallForm.suggested(Relation.Kind.SUM, "all=a");
    Template template =
        SmallForm.with(suggested, SmallForm.sum("all=b"), SmallForm.sum("all=stock"));

    assertThat(derived(template, "all=1 a=2 b=3 stock=4").totals().get("t.all").total())
        .isEqualTo(BigDecimal.valueOf(3));
  }

  @Test
  void what_bounds_its_parts_does_not_follow_from_them() {
    Relation part = SmallForm.relation(Relation.Kind.PART, "all=a", Relation.Source.NOTE);

    assertThat(derived(SmallForm.with(part), "all=5 a=3").totals().get("t.all"))
        .isEqualTo(new Tally(BigDecimal.valueOf(5), 1, 0, 0));
  }

  @Test
  void the_totals_that_were_added_stay_beside_those_that_follow() {
    Summary derived = derived(SmallForm.with(SmallForm.sum("all=a+b")), "all=9 a=4 b=4");

    assertThat(derived.own().get("t.all").total()).isEqualTo(BigDecimal.valueOf(9));
    assertThat(derived.totals().get("t.all").total()).isEqualTo(BigDecimal.valueOf(8));
    assertThat(differing(derived)).containsOnlyKeys("t.all");
  }

  @Test
  void of_a_form_that_is_drawn_nothing_follows() {
    assertThat(differing(derived(SmallForm.drawn(), "all=9 a=4 b=4"))).isEmpty();
  }

  @Test
  void a_group_computes_what_all_units_together_bear_out() {
    Template template = SmallForm.with(SmallForm.suggested(Relation.Kind.SUM, "all=a+b"));
    Summary group = sum(template, "all=9 a=4 b=4");
    Summary all = sum(template, "all=9 a=4 b=4 | all=2 a=1 b=1 | all=2 a=1 b=1 | all=2 a=1 b=1");

    assertThat(group.derived(template).totals().get("t.all").total())
        .isEqualTo(BigDecimal.valueOf(9));
    assertThat(group.derivedAs(template, all).totals().get("t.all").total())
        .isEqualTo(BigDecimal.valueOf(8));
  }

  @Test
  void a_rate_of_roll_ups_is_made_of_their_units() {
    Template template = SmallForm.with(relation("rate=a+b"));
    var even = carried(template, new Counters(3, 0, 0), new Counters(3, 0, 0));
    var uneven = carried(template, new Counters(3, 0, 0), new Counters(2, 1, 0));

    assertThat(even.totals().get("t.rate").total()).isEqualTo(BigDecimal.valueOf(50));
    assertThat(uneven.totals().get("t.rate").total()).isNull();
  }

  private static Summary carried(Template template, Counters above, Counters below) {
    var contents =
        new RollUpContents(
            Map.of(
                "t.a", new RollUpContents.Total(BigDecimal.valueOf(10), above),
                "t.b", new RollUpContents.Total(BigDecimal.valueOf(20), below)),
            List.of());
    var form = Sent.form("up", "a=10 b=20").carrying(contents).submission();
    return Summary.sum(template, Stream.of(Summary.of(form, Sent.EAST, "up", template)))
        .derived(template);
  }

  private static Relation relation(String relation) {
    Relation.Kind kind =
        relation.startsWith("rate=")
            ? Relation.Kind.RATIO
            : relation.endsWith("=n") ? Relation.Kind.ROWS : Relation.Kind.SUM;
    return SmallForm.relation(kind, relation, Relation.Source.FORMULA);
  }

  private static Summary derived(Template template, String returns) {
    return sum(template, returns).derived(template);
  }

  private static Summary sum(Template template, String returns) {
    return Summary.sum(
        template,
        Arrays.stream(returns.split(" \\| ", -1))
            .map(typed -> Sent.form("f", typed).submission())
            .map(form -> Summary.of(form, Sent.EAST, "f", template)));
  }

  private static Map<String, Tally> differing(Summary derived) {
    var differing = new TreeMap<>(derived.totals());
    differing.entrySet().removeIf(each -> each.getValue().equals(derived.own().get(each.getKey())));
    return differing;
  }
}
