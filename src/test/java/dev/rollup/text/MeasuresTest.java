package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that measure something, and where one stands in a text. */
class MeasuresTest {

  private static final Measures MEASURES =
      new Measures(Set.of("场", "场次", "场/次", "人次", "万元", "㎡", "Kg"));

  @Test
  void words_are_folded_and_told_once() {
    assertThat(MEASURES.words()).containsExactlyInAnyOrder("场", "场次", "人次", "万元", "m2", "kg");
  }

  @ParameterizedTest
  @CsvSource({
    "12场, 2, 3",
    "12场次, 2, 4",
    "12场/次, 2, 5",
    "12场 次, 2, 5",
    "12场／次参与, 2, 5",
    "12场/地, 2, 3",
    "12人, 2, -1",
    "12人次, 2, 4",
    "12㎡, 2, 3",
    "12m2, 2, 4",
    "12KG, 2, 4",
    "12场, 0, -1",
    "（场）, 0, -1",
  })
  void the_longest_that_begins_here(String text, int at, int end) {
    assertThat(MEASURES.longest(text, at)).isEqualTo(end);
  }
}
