package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextSizeTest {

  @Test
  void a_chinese_character_counts_two() {
    assertThat(TextSize.halves("第7项（a）")).isEqualTo(2 + 1 + 2 + 2 + 1 + 2);
    assertThat(TextSize.halves("𠮷")).isEqualTo(2);
  }

  @Test
  void text_takes_the_lines_that_it_fills() {
    int units = TextSize.columnUnits("十个字就是这么样的宽", 10.5);
    assertThat(TextSize.lines("", units, 10.5)).isEqualTo(1);
    assertThat(TextSize.lines("十个字就是这么样的宽", units, 10.5)).isEqualTo(1);
    assertThat(TextSize.lines("十个字就是这么样的宽了", units, 10.5)).isEqualTo(2);
    assertThat(TextSize.lines("一\n二\n三", units, 10.5)).isEqualTo(3);
  }

  @Test
  void small_type_takes_fewer_lines() {
    String text = "联合举办的活动由牵头单位填报。".repeat(4);
    assertThat(TextSize.lines(text, 30, 9)).isLessThan(TextSize.lines(text, 30, 14));
  }

  @Test
  void a_text_is_cut_between_characters_and_says_so() {
    assertThat(TextSize.shortened("崇明区", 6)).isEqualTo("崇明区");
    assertThat(TextSize.shortened("崇明区安委办", 7)).isEqualTo("崇明…");
    assertThat(TextSize.shortened("\uD842\uDFB7野家", 4)).isEqualTo("\uD842\uDFB7…");
  }
}
