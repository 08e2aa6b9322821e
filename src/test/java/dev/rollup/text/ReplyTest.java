package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer says besides consent, and which words are consent. */
class ReplyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "属实",
        "确认无误",
        "数据属实，无误。",
        "经核实属实",
        "已核对，正确",
        "没有问题",
        "是的",
        "我镇已核实",
        "已改正，属实",
        "无误，已更正",
        "OK"
      })
  void plain_consent(String text) {
    assertThat(Reply.of(text).plain()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "不属实", "待核实", "核实中", "属实吗", "已改正", "无", "没有", "", "确认一下", "基本属实", "√", "属实12", "不准确"
      })
  void no_consent(String text) {
    assertThat(Reply.of(text).plain()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "应为 300 人次, 300 人次",
    "更正：３００, 300",
    "改为12场, 12场",
    "'属实，为三百人次', 三百人次",
    "'300，属实', 300",
    "实际300, 300",
    "是300, 300",
    "200改为300, 200改为300",
    "应为, 应为",
    "计划300, 划300",
    "是否300, 否300",
    "没有300, 没有300",
    "约300, 约300"
  })
  void what_is_left_is_read_as_in_the_blank(String text, String rest) {
    assertThat(Reply.of(text).rest()).isEqualTo(rest);
  }
}
