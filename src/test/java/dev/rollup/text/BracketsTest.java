package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The brackets of a blank, as they come back. */
class BracketsTest {

  @Test
  void brackets_of_every_shape_open_or_close() {
    for (char c : "(（〔﹙【[［".toCharArray()) {
      assertThat(Brackets.step(c)).isEqualTo(1);
      assertThat(Brackets.isBracket(c)).isTrue();
    }
    for (char c : ")）〕﹚】]］".toCharArray()) {
      assertThat(Brackets.step(c)).isEqualTo(-1);
      assertThat(Brackets.isBracket(c)).isTrue();
    }
    for (char c : "《》<>1一 ".toCharArray()) {
      assertThat(Brackets.step(c)).isZero();
      assertThat(Brackets.isBracket(c)).isFalse();
    }
  }

  /** The text, with white space for brackets that lost the other one, for its first pair. */
  @ParameterizedTest
  @CsvSource({
    "（12）场, （12）场, ' 12 场'",
    "（12场, ' 12场', （12场",
    "12）场, '12 场', 12）场",
    "（（12）场, ' （12）场', （（12）场",
    "（12））场, '（12） 场', ' 12 ）场'",
    "）（, '  ', ）（",
    "（1（2）3）, （1（2）3）, （1（2）3）",
    "' （12]', ' （12]', '  12 '",
  })
  void what_lost_the_other_one(String text, String mended, String withoutFirst) {
    assertThat(Brackets.mended(text)).isEqualTo(mended);
    assertThat(Brackets.withoutFirst(text)).isEqualTo(withoutFirst);
  }

  @Test
  void lost_brackets_are_told_in_order() {
    assertThat(Brackets.lost("）（（1）（")).isEqualTo(List.of(0, 1, 5));
    assertThat(Brackets.lost("（1）（2）")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"（12）场, 0, 4", "（1（2）3）场, 0, 7", "（12, 0, -1", "场（12）, 0, -1", "（）, 2, -1"})
  void where_one_is_closed(String text, int at, int end) {
    assertThat(Brackets.close(text, at)).isEqualTo(end);
  }

  /** What was written, the count without the brackets. */
  @ParameterizedTest
  @CsvSource({
    "（12）, 12",
    "（ 12 ）, 12",
    "[12], 12",
    "12（　）, 12",
    "（　）12, 12",
    "（　）, ''",
    "（12场）, 12场",
    "（12）场, 12场",
    "共（12）, 12",
    "共 12, 12",
    "了12。, 12",
    "“12”, 12",
    "十 二, 十二",
    "（12）34, （12）34",
    "共同, 共同",
  })
  void a_count_without_its_brackets(String written, String off) {
    assertThat(Brackets.off(written)).isEqualTo(off);
  }

  @ParameterizedTest
  @CsvSource({
    "（安全讲座）, 安全讲座",
    "'， （安全讲座）。', 安全讲座",
    "安全讲座（二）, 安全讲座（二）",
    "'、安全讲座，', 安全讲座",
    "（一）讲座（二）, （一）讲座（二）",
  })
  void words_without_the_brackets_of_the_blank(String written, String off) {
    assertThat(Brackets.offWords(written)).isEqualTo(off);
  }

  @ParameterizedTest
  @CsvSource({
    "（12）, true",
    "'，（12）。', true",
    "（12）场, false",
    "共（12）, false",
    "12, false",
    "（1）（2）, false",
    "'', false",
    "'，。', false",
  })
  void all_in_one_pair(String written, boolean enclosed) {
    assertThat(Brackets.enclosed(written)).isEqualTo(enclosed);
  }

  @ParameterizedTest
  @CsvSource({
    "12, true",
    "（12）, true",
    "（12）场, true",
    "（　）12, true",
    "12（　）, true",
    "（线上）12, true",
    "（12）其中3, false",
    "（12）（3）, false",
    "（12）场次, true",
    "（12）人次, true",
    "场（12）, false",
    "（12, false",
  })
  void one_blank(String written, boolean one) {
    assertThat(Brackets.inOne(written, Set.of("场", "场次"))).isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource({
    "12场（　）, true",
    "12（　）, true",
    "共12（　）, false",
    "共12场（　）, true",
    "（　）12, false",
    "共（　）, false",
    "12, false",
  })
  void a_number_before_an_empty_pair(String written, boolean apart) {
    assertThat(Brackets.apartFromBlank(written)).isEqualTo(apart);
  }
}
