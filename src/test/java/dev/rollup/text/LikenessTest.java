package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How near words come to others, and in which order they stand. */
class LikenessTest {

  @ParameterizedTest
  @CsvSource({
    "开展培训, 开展培训, 1",
    "开, 开, 1",
    "开, 开展, 0",
    "开展, 开, 0",
    "开展, 培训, 0",
    "开展培训, 开展宣传, 0.3333",
    "开展培训, 开展了培训, 0.5714",
    "哈哈哈, 哈哈, 0.6667",
    "哈哈, 哈哈哈, 0.6667",
  })
  void pairs_in_common(String a, String b, double expected) {
    assertThat(Similarity.of(a, b)).isEqualTo(expected, within(0.0001));
  }

  /** The pattern, the text, the nearest place, its distance, that of the next place. */
  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "培训人次, 开展培训人次合计, 2 6 0, 4, the words themselves",
    "培训人次, 开展培训的人次合计, 2 7 1, 4, one character more",
    "培训人次, 开展培人次合计, 2 5 1, 4, one less",
    "培训人次, 开展培人人次合计, 2 6 1, 4, one exchanged",
    "人次, 人次与人次, 0 2 0, 0, of two the first",
    "人次, 人次与人数, 0 2 0, 1, the next one is told",
    "人次, '', 0 0 2, 2, nothing at all",
    "'', 人次, 0 0 0, 0, nothing is anywhere",
    "人次, 甲人次, 1 3 0, 2, what stands before is not claimed",
  })
  void the_nearest_place(String pattern, String text, String hit, int next, String fact) {
    ApproximateSearch.Hit found = ApproximateSearch.nearest(pattern, text);

    assertThat(found.from() + " " + found.to() + " " + found.distance()).isEqualTo(hit);
    assertThat(found.next()).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    "培训, 培训, 0",
    "培训, 培, 1",
    "培, 培训, 1",
    "培训, 训培, 2",
    "'', 培训, 2",
    "培训, '', 2",
    "培训班次, 培训人次, 1",
    "kitten, sitting, 3",
  })
  void the_distance_of_two(String a, String b, int expected) {
    assertThat(ApproximateSearch.distance(a, b)).isEqualTo(expected);
  }

  @Test
  void the_place_that_is_found_is_as_far_from_the_pattern_as_is_told() {
    var random = new Random(20230628);
    for (int i = 0; i < 300; i++) {
      String pattern = letters(random, 1 + random.nextInt(5));
      String text = letters(random, random.nextInt(9));
      ApproximateSearch.Hit hit = ApproximateSearch.nearest(pattern, text);
      assertThat(ApproximateSearch.distance(pattern, text.substring(hit.from(), hit.to())))
          .as(pattern + " in " + text)
          .isEqualTo(hit.distance());
      int least = pattern.length();
      for (int from = 0; from <= text.length(); from++) {
        for (int to = from; to <= text.length(); to++) {
          least = Math.min(least, ApproximateSearch.distance(pattern, text.substring(from, to)));
        }
      }
      assertThat(hit.distance()).as(pattern + " in " + text).isEqualTo(least);
    }
  }

  @Test
  void texts_are_ordered_by_code_point_and_not_by_half_of_one() {
    var texts = new ArrayList<>(List.of("\uD842\uDFB7", "\uFF21", "b", "a", "ab"));
    texts.sort(CodePoints.ORDER);

    assertThat(texts).containsExactly("a", "ab", "b", "\uFF21", "\uD842\uDFB7");
  }

  private static String letters(Random random, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("甲乙丙".charAt(random.nextInt(3)));
    }
    return text.toString();
  }
}
