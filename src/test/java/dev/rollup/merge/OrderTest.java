package dev.rollup.merge;

import static dev.rollup.merge.Sent.form;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two returns came first, as far as that is known. */
class OrderTest {

  private static final Pattern DAY = Pattern.compile("D(\\d+)");
  private static final Pattern LEDGER = Pattern.compile("L(\\d+)( \\d+)?");

  /** What is known of each: L and the day and hour of the ledger, D and the day on the form. */
  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "D26,        D27,        before, by the day on the form",
    "D27,        D26,        after,  whichever is named first",
    "D27,        D27,        open,   nobody knows of one day",
    "D27,        '',         open,   nor without a day",
    "'',         D27,        open,   on either of them",
    "L27 9,      L27 16,     before, by the hour of the ledger",
    "L27 16,     L27 9,      after,  whichever is named first",
    "L27 16 D26, L27 9 D28,  after,  the ledger outranks the day",
    "L27 D26,    L27 16 D28, before, a day of the ledger without an hour leaves it to the form",
    "L27 D28,    L27 16 D26, after,  either way",
    "L27,        L28 9,      before, a day of the ledger is before the next",
    "L27 9 D28,  D26,        after,  one of them in the ledger tells nothing",
    "L27 9,      '',         open,   at all",
  })
  void two_returns(String a, String b, String expected, String fact) {
    Return one = known(form("a", "all=1"), a).made();
    Return other = known(form("b", "all=2"), b).made();

    assertThat(shown(new Order(List.of(one, other)).compare(one, other))).isEqualTo(expected);
  }

  /** A base with a day, a slip of it with a day, another return with a day. */
  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "D25, D26, D27, before, the day on a slip counts",
    "D25, D27, D26, after,  as on any other return",
    "D25, D24, D26, open,   unless it is before what the slip corrects",
    "D25, '',  D26, open,   a slip without a day came at any time after its base",
    "D25, '',  D24, after,  so it is after what its base is after",
    "D25, D24, D24, after,  also where its own day is a mistake",
    "D25, '',  D25, open,   on the day of the base nobody knows",
    "'',  D24, D26, before, of a base without a day nothing follows",
  })
  void a_slip_and_another(String base, String slip, String third, String expected, String fact) {
    Return corrected = known(form("base", "all=1"), base).made();
    Return one = known(form("slip", "all=2"), slip).correcting("base").made();
    Return other = known(form("third", "all=3"), third).made();
    var order = new Order(List.of(corrected, one, other));

    assertThat(shown(order.compare(one, other))).isEqualTo(expected);
    assertThat(order.compare(other, one)).isEqualTo(-order.compare(one, other));
    assertThat(shown(order.compare(one, corrected))).isEqualTo("after");
    assertThat(shown(order.compare(corrected, one))).isEqualTo("before");
  }

  @Test
  void a_slip_is_after_the_latest_of_all_that_it_corrects() {
    Return early = form("early", "all=1").on(20).made();
    Return late = form("late", "all=1").on(25).made();
    Return slip = form("slip", "all=2").correcting("early", "late").made();
    Return other = form("other", "all=3").on(22).made();

    assertThat(shown(new Order(List.of(early, late, slip, other)).compare(slip, other)))
        .isEqualTo("after");
  }

  @Test
  void a_slip_of_a_slip_corrects_both_and_no_return_corrects_itself() {
    Return base = form("base", "all=1").made();
    Return slip = form("slip", "all=2").correcting("base").made();
    Return again = form("again", "all=3").correcting("slip", "again").made();
    List<Return> all = List.of(base, slip, again);
    var order = new Order(all);

    assertThat(order.corrected(again, all)).containsExactly(base, slip);
    assertThat(order.corrected(slip, all)).containsExactly(base);
    assertThat(order.corrected(base, all)).isEmpty();
  }

  @Test
  void two_that_say_they_correct_each_other_do_not_go_on_for_ever() {
    Return one = form("one", "all=1").correcting("two").made();
    Return two = form("two", "all=2").correcting("one").made();
    var order = new Order(List.of(one, two));

    assertThat(Map.of(one, order.corrected(one, List.of(one, two))))
        .isEqualTo(Map.of(one, List.of(two)));
  }

  /** Puts what is known of its time into a return. */
  private static Sent known(Sent sent, String times) {
    var day = DAY.matcher(times);
    if (day.find()) {
      sent.on(Integer.parseInt(day.group(1)));
    }
    var ledger = LEDGER.matcher(times);
    if (ledger.find()) {
      String hour = ledger.group(2);
      sent.in(ledger.group(1) + (hour == null ? "" : String.format(" %02d", hour(hour))));
    }
    return sent;
  }

  private static int hour(String written) {
    return Integer.parseInt(written.strip());
  }

  private static String shown(int compared) {
    return compared == 0 ? "open" : compared < 0 ? "before" : "after";
  }
}
