package dev.rollup.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.rollup.Counters;
import dev.rollup.template.Relation;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one return gives to a total of parts, by what it holds in the whole and in the parts. */
class WholesTest {

  private static final Relation SUM = sum("all", "a", "b");

  /** R: read, B: blank, X: left out. */
  @ParameterizedTest
  @CsvSource({
    "R, R, R, R",
    "B, R, R, R",
    "B, R, B, R",
    "B, B, B, B",
    "R, X, R, X",
    "B, B, X, X",
    "X, R, R, X",
    "R, B, B, X",
  })
  void a_return_counts_where_its_parts_do(String whole, String a, String b, String expected) {
    Map<String, Tally> totals = totals("all", whole, "a", a, "b", b);

    assertThat(Wholes.of(totals, List.of(SUM))).isEqualTo(Map.of(SUM, one(expected)));
  }

  @ParameterizedTest
  @CsvSource({"R, R, R", "R, X, X", "R, B, X", "B, R, R", "B, B, B"})
  void a_part_that_follows_from_others_hands_on_what_they_lack(
      String middle, String leaf, String expected) {
    Relation top = sum("all", "middle");
    Relation low = sum("middle", "leaf");
    Map<String, Tally> totals = totals("all", "B", "middle", middle, "leaf", leaf);

    assertThat(Wholes.of(totals, List.of(top, low)).get(top)).isEqualTo(one(expected));
  }

  @ParameterizedTest
  @CsvSource({"R, R, R, R", "R, X, R, X", "B, R, R, R", "B, B, B, B"})
  void relations_that_follow_from_each_other_end(
      String all, String men, String women, String expected) {
    Relation sum = sum("all", "men", "women");
    Relation rest =
        new Relation(Relation.Kind.SUM, "men", List.of("all", "women"), 1, 1, Relation.Source.NOTE);
    Map<String, Tally> totals = totals("all", all, "men", men, "women", women);

    assertThat(Wholes.of(totals, List.of(sum, rest)).get(sum)).isEqualTo(one(expected));
  }

  @ParameterizedTest
  @CsvSource({"R, 3, 1, 0", "X, 0, 1, 3"})
  void a_roll_up_counts_for_its_units(String part, long counted, long blank, long excluded) {
    var totals = new HashMap<>(totals("all", "R", "a", part, "b", "R"));
    totals.merge("all", Tally.NONE, (tally, none) -> tally.madeOf(new Counters(3, 1, 0)));

    Counters of = Wholes.of(totals, List.of(SUM)).get(SUM).madeOf();

    assertThat(of).isEqualTo(new Counters(counted, blank, excluded));
  }

  private static Relation sum(String whole, String... parts) {
    return new Relation(Relation.Kind.SUM, whole, List.of(parts), 0, 1, Relation.Source.FORMULA);
  }

  private static Map<String, Tally> totals(String... pairs) {
    var totals = new HashMap<String, Tally>();
    for (int i = 0; i < pairs.length; i += 2) {
      totals.put(pairs[i], one(pairs[i + 1]));
    }
    return totals;
  }

  private static Tally one(String state) {
    return switch (state) {
      case "R" -> new Tally(BigDecimal.ZERO, 1, 0, 0);
      case "B" -> new Tally(BigDecimal.ZERO, 0, 1, 0);
      default -> new Tally(BigDecimal.ZERO, 0, 0, 1);
    };
  }
}
