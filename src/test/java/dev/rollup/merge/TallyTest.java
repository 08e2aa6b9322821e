package dev.rollup.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.rollup.Counters;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.support.SmallForm;
import dev.rollup.template.Adds;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one field adds up to, and of how many entries. */
class TallyTest {

  /** The field, what each return has in it, the total, of how many entries. */
  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "a,     3 4 约5 -,   7 2/1/1,    numbers are added; blanks and what is left out are counted",
    "a,     - -,         none 0/2/0, a total of blanks is none and not zero",
    "a,     约5 约6,     none 0/0/2, nor is one of what cannot be read",
    "a,     0 -,         0 1/1/0,    a zero that somebody wrote is a total",
    "most,  3 8.5 4,     8.5 3/0/0,  of some the largest counts",
    "most,  - 3 约9,     3 1/1/1,    among what can be read",
    "least, 3 2.5 4,     2.5 3/0/0,  of some the smallest",
    "least, - 3 -,       3 1/2/0,    to which a blank is no zero",
    "rate,  30 40,       none 2/0/0, rates are not added",
  })
  void returns_together(String field, String answers, String expected, String fact) {
    List<Tally> tallies =
        List.of(answers.split(" ", -1)).stream()
            .map(answer -> answer.equals("-") ? "" : field + "=" + answer)
            .map(typed -> Tally.of(SmallForm.entries(typed).get(index(field))))
            .toList();

    assertThat(Sent.told(Tally.sum(tallies))).isEqualTo(expected);
    Tally backwards =
        IntStream.rangeClosed(1, tallies.size())
            .mapToObj(i -> tallies.get(tallies.size() - i))
            .reduce(Tally.NONE, (sum, each) -> each.plus(sum));
    assertThat(Sent.told(backwards)).isEqualTo(expected);
  }

  /** An empty tally takes the way of adding from the other; any other keeps its own. */
  @ParameterizedTest
  @CsvSource({"0, 0, 0, MAX", "1, 0, 0, SUM", "0, 1, 0, SUM", "0, 0, 1, SUM"})
  void only_nothing_at_all_has_no_way_of_adding(
      int counted, int blank, int excluded, Adds expected) {
    var one = new Tally(Adds.SUM, BigDecimal.ZERO, counted, blank, excluded);

    assertThat(one.plus(new Tally(Adds.MAX, BigDecimal.TEN, 1, 0, 0)).adds()).isEqualTo(expected);
  }

  @Test
  void a_total_of_a_roll_up_is_one_entry_made_of_many() {
    Tally unit = new Tally(BigDecimal.valueOf(3), 1, 0, 0);
    Tally rollUp =
        new Tally(BigDecimal.valueOf(40), 1, 0, 0)
            .madeOf(new RollUpContents.Total(BigDecimal.valueOf(40), new Counters(7, 2, 1)));

    assertThat(unit.madeOfOthers()).isFalse();
    assertThat(rollUp.madeOfOthers()).isTrue();
    Tally both = unit.plus(rollUp);
    assertThat(Sent.told(both)).isEqualTo("43 2/0/0");
    assertThat(both.madeOf()).isEqualTo(new Counters(8, 2, 1));
  }

  @Test
  void a_roll_up_gives_what_its_entries_came_to_where_it_shows_what_follows_from_others() {
    Tally shown = new Tally(BigDecimal.valueOf(40), 1, 0, 0);

    assertThat(
            shown
                .madeOf(
                    new RollUpContents.Total(
                        BigDecimal.valueOf(40), new Counters(2, 0, 0), BigDecimal.valueOf(38)))
                .total())
        .isEqualTo(BigDecimal.valueOf(38));
    assertThat(
            shown
                .madeOf(
                    new RollUpContents.Total(BigDecimal.valueOf(40), new Counters(0, 2, 0), null))
                .total())
        .isNull();
  }

  @Test
  void a_blank_that_is_made_of_numbers_takes_part_in_the_smallest() {
    Tally carried =
        new Tally(Adds.MIN, BigDecimal.valueOf(2), 0, 1, 0).madeOf(new Counters(3, 0, 0));
    Tally unit = new Tally(Adds.MIN, BigDecimal.valueOf(5), 1, 0, 0);

    assertThat(carried.plus(unit).total()).isEqualTo(BigDecimal.valueOf(2));
    assertThat(unit.plus(carried).total()).isEqualTo(BigDecimal.valueOf(2));
  }

  @Test
  void a_total_that_follows_from_others_keeps_how_many_returned_it() {
    Tally own = new Tally(Adds.RATIO, BigDecimal.valueOf(90), 2, 1, 1);

    assertThat(Sent.told(own.derived(new BigDecimal("45.5")))).isEqualTo("45.5 2/1/1");
    assertThat(Sent.told(own.derived(null))).isEqualTo("none 2/1/1");
  }

  private static int index(String field) {
    return List.of("all", "a", "b", "rate", "most", "least", "stock").indexOf(field);
  }
}
