package dev.rollup.merge;

import static dev.rollup.merge.Sent.EAST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.rollup.Counters;
import dev.rollup.rollup.Origin;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.support.SmallForm;
import dev.rollup.template.Relation;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What returns and roll-ups add up to. */
class SummaryTest {

  private static final Relation SUM = SmallForm.sum("all=a+b");
  private static final Template FORM = SmallForm.with(SUM);

  /** All of three units, where the form shows 40 though they wrote 38; rows of two of them. */
  private static final RollUpContents CARRIED =
      new RollUpContents(
          Map.of(
              "t.all",
              new RollUpContents.Total(
                  BigDecimal.valueOf(40), new Counters(3, 0, 0), BigDecimal.valueOf(38)),
              "t.b",
              new RollUpContents.Total(null, new Counters(0, 3, 0)),
              "l.n",
              new RollUpContents.Total(BigDecimal.valueOf(7), new Counters(2, 0, 1))),
          List.of(
              new RollUpContents.Row("l", new Origin("1", "甲村"), List.of("文艺", "3")),
              new RollUpContents.Row("l", new Origin("2", "乙村"), List.of("讲座", "4"))),
          Map.of(SUM, new RollUpContents.Voices(new Counters(2, 0, 1), 5, 1)),
          List.of());

  private static final String UNTOUCHED = "all=40 name.1=文艺 n.1=3 name.2=讲座 n.2=4";

  @Test
  void a_roll_up_is_made_of_its_units() {
    Summary summary = rollUp(UNTOUCHED);

    Tally all = summary.totals().get("t.all");
    assertThat(Sent.told(all)).as("what they wrote themselves").isEqualTo("38 1/0/0");
    assertThat(all.madeOf()).isEqualTo(new Counters(3, 0, 0));
    assertThat(summary.totals().get("t.b").madeOf()).isEqualTo(new Counters(0, 3, 0));
    assertThat(summary.totals().get("t.a").madeOf())
        .as("of what is not carried it is one unit")
        .isEqualTo(new Counters(0, 1, 0));
    assertThat(summary.totals().get("l.n").madeOf()).isEqualTo(new Counters(2, 0, 1));
    assertThat(summary.wholes().get(SUM).madeOf()).isEqualTo(new Counters(2, 0, 1));
    assertThat(summary.rows()).extracting(row -> row.source().name()).containsExactly("甲村", "乙村");
  }

  /** What the roll-up says now; its total, of how many units; whose its rows are. */
  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "all=41 name.1=文艺 n.1=3 name.2=讲座 n.2=4, 41 1/0/0, 1, 甲村 乙村, a total that was changed",
    "all=约40 name.1=文艺 n.1=3 name.2=讲座 n.2=4, none 0/0/1, 0, 甲村 乙村, one that cannot be read",
    "all=40 name.1=讲座 n.1=4 name.2=文艺 n.2=3, 38 1/0/0, 3, 乙村 甲村, rows that were sorted",
    "all=40 name.1=文艺 n.1=5 name.2=讲座 n.2=4, 38 1/0/0, 3, 东镇 乙村, a row that was changed",
    "all=40 name.2=讲座 n.2=4, 38 1/0/0, 3, 乙村, a row that was taken out",
  })
  void the_form_outranks_what_is_carried(
      String typed, String total, long units, String sources, String fact) {
    Summary summary = rollUp(typed);

    assertThat(Sent.told(summary.totals().get("t.all"))).isEqualTo(total);
    assertThat(summary.totals().get("t.all").madeOf().counted()).isEqualTo(units);
    assertThat(summary.rows())
        .extracting(row -> row.source().name())
        .containsExactly(sources.split(" ", -1));
    boolean sorted = fact.endsWith("sorted");
    assertThat(summary.totals().get("l.n").madeOfOthers())
        .as("of an edited list nobody knows of how many units it is")
        .isEqualTo(sorted || typed.contains("n.1=3"));
  }

  @Test
  void no_return_has_nothing_and_one_whose_numbers_are_elsewhere_has_blanks() {
    Summary none = Summary.none(FORM);
    Summary blank = Summary.blank(FORM);

    assertThat(none.totals().keySet())
        .containsExactly("l.n", "t.a", "t.all", "t.b", "t.least", "t.most", "t.rate", "t.stock");
    assertThat(none.totals().values())
        .allSatisfy(tally -> assertThat(Sent.told(tally)).isEqualTo("none 0/0/0"));
    assertThat(blank.totals().keySet())
        .as("a list has no blank that a unit must fill")
        .containsExactly("t.a", "t.all", "t.b", "t.least", "t.most", "t.rate", "t.stock");
    assertThat(blank.totals().values())
        .allSatisfy(tally -> assertThat(Sent.told(tally)).isEqualTo("none 0/1/0"));
    assertThat(blank.wholes().get(SUM).madeOf()).isEqualTo(new Counters(0, 1, 0));
    assertThat(Summary.blank(SmallForm.drawn()).wholes()).isEmpty();
  }

  @Test
  void summaries_add_up_in_whatever_order_and_grouping() {
    Summary one = of("all=5 most=3 name.1=甲 n.1=2");
    Summary two = of("all=约6 most=8 name.1=乙 n.1=1");
    Summary up = rollUp(UNTOUCHED);
    Summary all = Summary.sum(FORM, Stream.of(one, two, up));

    assertThat(Summary.sum(FORM, Stream.of(up, one, two)).totals()).isEqualTo(all.totals());
    assertThat(Summary.sum(FORM, Stream.of(Summary.sum(FORM, Stream.of(one, two)), up)))
        .isEqualTo(all);
    assertThat(Sent.told(all.totals().get("t.all"))).isEqualTo("43 2/0/1");
    assertThat(all.totals().get("t.all").madeOf()).isEqualTo(new Counters(4, 0, 1));
    assertThat(Sent.told(all.totals().get("t.most"))).isEqualTo("8 2/1/0");
    assertThat(all.rows()).hasSize(4);
    assertThat(all.wholes().get(SUM).madeOf()).isEqualTo(new Counters(2, 0, 3));
  }

  @Test
  void a_row_of_zeros_and_blanks_lists_nothing() {
    assertThat(of("all=5 n.1=0 n.2=约3 name.3=甲").rows())
        .extracting(ListedRow::row)
        .containsExactly(2, 3);
  }

  private static Summary of(String typed) {
    return Summary.of(Sent.form("f", typed).submission(), EAST, "f", FORM);
  }

  private static Summary rollUp(String typed) {
    return Summary.of(Sent.form("up", typed).carrying(CARRIED).submission(), EAST, "up", FORM);
  }
}
