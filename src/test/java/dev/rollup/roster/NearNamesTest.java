package dev.rollup.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.text.Folding;
import dev.rollup.text.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearNamesTest {

  @Test
  void names_that_are_nearly_written_the_same_are_found() {
    assertThat(places(List.of("安全生产宣讲", "安全文艺汇演", "安全生产月宣讲", "“安全生产” 宣讲", "安全知识讲座")))
        .containsExactly(List.of(2, 3), List.of(), List.of(0, 3), List.of(0, 2), List.of());
  }

  @Test
  void a_missing_or_short_name_is_near_its_equals_alone() {
    assertThat(places(List.of("", "演", "", "演", "讲")))
        .containsExactly(List.of(), List.of(3), List.of(), List.of(1), List.of());
  }

  @Test
  void of_many_the_first_are_told_and_how_many_there_are() {
    assertThat(NearNames.of(List.of("演练", "演练", "演练。", "演练"), 2))
        .containsExactly(
            new NearNames.Near(List.of(1, 2), 3),
            new NearNames.Near(List.of(0, 2), 3),
            new NearNames.Near(List.of(0, 1), 3),
            new NearNames.Near(List.of(0, 1), 3));
  }

  private static List<List<Integer>> places(List<String> names) {
    return NearNames.of(names, names.size()).stream().map(NearNames.Near::first).toList();
  }

  @Test
  void the_short_way_finds_what_comparing_all_finds() {
    var random = new Random(20230601);
    var names = new ArrayList<String>();
    for (int i = 0; i < 400; i++) {
      var name = new StringBuilder();
      for (int j = random.nextInt(9); j >= 0; j--) {
        name.append("安全生产月宣讲".charAt(random.nextInt(7)));
      }
      names.add(name.toString());
    }
    List<List<Integer>> near = places(names);
    for (int i = 0; i < names.size(); i++) {
      var all = new ArrayList<Integer>();
      for (int j = 0; j < names.size(); j++) {
        String a = Folding.label(names.get(i));
        String b = Folding.label(names.get(j));
        if (i != j && Similarity.of(a, b) >= 0.7) {
          all.add(j);
        }
      }
      assertThat(near.get(i)).as(names.get(i)).isEqualTo(all);
    }
  }
}
