package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0", "12", "１２", "٣", "१२", "𝟏𝟐", "①", "⑳", "㉑", "㊿", "⓪", "❶", "⑴", "⒈", "㈠", "㊂", "²",
            "½", "Ⅲ", "Ⅻ",
        "ⅳ", "一", "两", "壹", "贰拾", "貳", "參", "陸", "弍", "廿篇", "卅", "卌", "〇", "○", "零", "十", "百", "千",
            "万", "萬",
        "亿", "億", "兆", "第III期", "XII", "⼀"
      })
  void sees(String text) {
    assertThat(Numerals.in(text)).isTrue();
    assertThat(Numerals.in("场" + text + "篇")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "场", "参加", "XX镇", "VIP", "IT", "X", "MIX", "篇。", "%", "（ ）", "———", "√"})
  void sees_none(String text) {
    assertThat(Numerals.in(text)).isFalse();
  }
}
