package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @Test
  void every_character_has_the_normal_form_that_unicode_gives_it() {
    for (int c = 0; c < Character.MIN_SURROGATE; c++) {
      String text = "堡" + (char) c + "镇";
      assertThat(Folding.nfkc(text))
          .as(Integer.toHexString(c))
          .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }
    for (int c = 0xE000; c <= 0xFFFF; c++) {
      String text = String.valueOf((char) c);
      assertThat(Folding.nfkc(text))
          .as(Integer.toHexString(c))
          .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }
  }

  @ParameterizedTest
  @CsvSource({"'堡 镇（盖章）', 堡镇盖章", "Ｔ０２, t02", "'　堡　镇', 堡镇", "'[堡镇]', 堡镇", "堡·镇, 堡·镇"})
  void names_lose_width_white_space_brackets_and_case(String name, String folded) {
    assertThat(Folding.name(name)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "'场，参与', 场参与",
    "'“五带头”', 五带头",
    "'场/次，参与', 场次参与",
    "'1. 开展', 1开展",
    "'（ ）％；', %",
    "‰, ‰",
    "℃, °c",
    "°C, °c",
    "￥, ¥"
  })
  void labels_lose_punctuation_too(String label, String folded) {
    assertThat(Folding.label(label)).isEqualTo(folded);
  }

  @Test
  void numbers_of_every_kind_stay_in_a_label() {
    for (var number : new String[] {"❸", "Ⅻ", "〇", "③", "½", "⑳", "12", "三"}) {
      assertThat(Folding.label("场" + number + "，参与")).isNotEqualTo("场参与");
    }
    assertThat(Folding.label("Ⅻ")).isEqualTo("12");
  }
}
