package dev.rollup.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseTest {

  @ParameterizedTest
  @CsvSource({
    "开展活动{a}场，参与{b}人次, a=3 b=9, 开展活动3场，参与9人次",
    "开展活动{a}场，参与{b}人次, a=3, 开展活动3场",
    "开展活动{a}场，参与{b}人次, b=9, ",
    "开展活动{a}场，参与{b}人次, '', ",
    "参加线上活动，发布视频{a}个, a=3, 参加线上活动，发布视频3个",
    "参加线上活动，发布视频{a}个, '', ",
    "{u}，{f}，填“{r}”，{w}, u=甲 f=乙 w=丁, 甲，乙，丁",
    "开展{a}场，十分热烈, a=1, 开展1场，十分热烈",
    "开展{a}场{b}次，参与{c}人, a=1 c=2, ",
  })
  void a_piece_without_its_number_is_left_out(String text, String values, String expected) {
    Map<String, String> known = new HashMap<>();
    for (var value : values.split(" ")) {
      if (value.contains("=")) {
        known.put(value.split("=")[0], value.split("=")[1]);
      }
    }
    assertThat(
            Clause.of(text)
                .filled(name -> Optional.ofNullable(known.get(name)))
                .map(Clause.Filled::text))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void tells_what_was_used() {
    assertThat(
            Clause.of("开展{1.1.1}场，参与{1.1.2}人次")
                .filled(name -> name.equals("1.1.1") ? Optional.of("3") : Optional.empty())
                .orElseThrow()
                .used())
        .containsExactly("1.1.1");
  }

  @Test
  void what_is_put_in_is_not_looked_into() {
    assertThat(Clause.replaced("{a}", name -> Optional.of("$1 \\ {a}"))).isEqualTo("$1 \\ {a}");
  }
}
