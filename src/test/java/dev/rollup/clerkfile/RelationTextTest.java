package dev.rollup.clerkfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.template.Relation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Relations as people type them. */
class RelationTextTest {

  private static final Map<Integer, String> IDS =
      Map.of(1, "1.1.1", 2, "1.1.2", 3, "1.1.3", 12, "1.2.1");

  @ParameterizedTest
  @ValueSource(strings = {"= #1 + #12 − #3", "＝＃１＋＃12－＃3", "#1+#12-#3", "= #1 − #3 + #12"})
  void a_sum_may_be_typed_in_any_width_and_order(String text) {
    assertThat(read(text))
        .containsExactly(relation(Relation.Kind.SUM, List.of("1.1.1", "1.2.1", "1.1.3"), 1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"= #1 ÷ #2 × 100", "#1/#2*100", "＝#1／#2×100％"})
  void a_rate_has_two_parts(String text) {
    assertThat(read(text))
        .containsExactly(relation(Relation.Kind.RATIO, List.of("1.1.1", "1.1.2"), 0, 100));
  }

  @Test
  void each_line_is_one_relation() {
    assertThat(read("#3 各行之和\n≥ #1、#2\n\n>= #12"))
        .containsExactly(
            relation(Relation.Kind.ROWS, List.of("1.1.3"), 0, 1),
            relation(Relation.Kind.PART, List.of("1.1.1", "1.1.2"), 0, 1),
            relation(Relation.Kind.PART, List.of("1.2.1"), 0, 1));
    assertThat(read("sum of the rows of #3"))
        .containsExactly(relation(Relation.Kind.ROWS, List.of("1.1.3"), 0, 1));
    assertThat(read(" ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "= #1 + #4",
        "= 1 + 2",
        "#1 #2",
        "= #1 +",
        "≤ #1",
        "= #1 × #2",
        "= #1 ÷ #2 × 0",
        "合计"
      })
  void what_is_none_is_not_guessed(String text) {
    assertThat(RelationText.read(text, "2.1.1", IDS::get)).isEmpty();
  }

  private static List<Relation> read(String text) {
    return RelationText.read(text, "2.1.1", IDS::get).orElseThrow();
  }

  private static Relation relation(Relation.Kind kind, List<String> parts, int minus, int scale) {
    return new Relation(kind, "2.1.1", parts, minus, scale, Relation.Source.NOTE);
  }
}
