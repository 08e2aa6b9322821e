package dev.rollup.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceOfRollUpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "由24家单位的报表汇总",
        " 由 24 家单位的报表汇总 ",
        "表式：chongming-safety-month-2023　版本：1　由24家单位的报表汇总",
        "Form: chongming-safety-month-2023　version: 1　Made of the returns of 24 units"
      })
  void a_line_of_its_own_says_what_a_roll_up_is_made_of(String text) {
    assertThat(RollUp.isSaid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "本表由3家单位的报表汇总而成",
        "备注：由3家单位的报表汇总",
        "由各家单位的报表汇总",
        "These numbers are made of the returns of 3 units of ours"
      })
  void words_of_a_unit_about_its_own_work_do_not(String text) {
    assertThat(RollUp.isSaid(text)).isFalse();
  }
}
