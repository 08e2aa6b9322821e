package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumeralTest {

  private static final long TRILLION = 1_000_000_000_000L;

  @ParameterizedTest
  @EnumSource
  void what_is_written_is_read_as_the_same_number(Style style) {
    for (long number = 0; number <= 100_000; number++) {
      same(number, style);
    }
    for (long number = 1; number <= TRILLION; number *= 10) {
      same(number - 1, style);
      same(number, style);
      same(number + 1, style);
    }
    long seed = 20231125;
    var random = new Random(seed);
    for (int i = 0; i < 100_000; i++) {
      // As many zeros among the digits as there are digits.
      long number = 0;
      for (int digits = random.nextInt(13); digits > 0; digits--) {
        number = number * 10 + (random.nextBoolean() ? 0 : random.nextInt(10));
      }
      same(number, style);
    }
  }

  private static void same(long number, Style style) {
    String text = ChineseNumeral.format(number, style);
    assertThat(ChineseNumeral.parse(text)).as(text).isEqualTo(OptionalLong.of(number));
  }

  @ParameterizedTest
  @CsvSource({
    "0,零",
    "10,十",
    "12,十二",
    "20,二十",
    "100,一百",
    "105,一百零五",
    "110,一百一十",
    "1010,一千零一十",
    "10005,一万零五",
    "12000,一万二千",
    "100000,十万",
    "100000000,一亿",
    "100005000,一亿零五千",
    "1000000000000,一万亿"
  })
  void is_written_as_on_a_form(long number, String text) {
    assertThat(ChineseNumeral.format(number, Style.PLAIN)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "12,壹拾贰",
    "12,拾贰",
    "20,貳拾",
    "20,弍拾",
    "300,叁佰",
    "2000,两千",
    "2000,兩仟",
    "20,廿",
    "35,卅五",
    "42,卌二",
    "125,一百廿五",
    "112,一百十二",
    "1012,一千零十二",
    "20000,二萬",
    "103000,十万零三千",
    "20,二〇",
    "120,一二〇",
    "2023,二○二三",
    "105,一零五",
    "120000000,一亿二千万",
    "200000000,二億",
    "0,〇"
  })
  void is_read(long number, String text) {
    assertThat(ChineseNumeral.parse(text)).isEqualTo(OptionalLong.of(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "一百二", "三五", "二十百", "一二", "一二三", "百", "千", "万", "万二", "○", "零五", "〇〇", "十十", "一千五",
        "一万五", "二万三", "一百零二十", "零零", "一万零", "一兆", "两三百", "一亿亿", "一万万", "二十12", "⑳"
      })
  void is_not_read(String text) {
    assertThat(ChineseNumeral.parse(text)).isEmpty();
  }

  @Test
  void every_sign_is_a_numeral() {
    NumeralSigns.upTo(Long.MAX_VALUE)
        .chars()
        .forEach(sign -> assertThat(Numerals.isNumeral(sign)).isTrue());
    for (var style : Style.values()) {
      for (long number = 0; number < 30_000; number += 7) {
        assertThat(ChineseNumeral.format(number, style).codePoints().allMatch(Numerals::isNumeral))
            .isTrue();
      }
    }
  }
}
