package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OppositesTest {

  @ParameterizedTest
  @CsvSource({
    "已整改隐患数, 未整改隐患数, true",
    "男性人数, 女性人数, true",
    "比上年增加, 比上年减少, true",
    "达标企业, 不达标企业, true",
    "公有制企业, 非公有制企业, true",
    "年初数, 年末数, true",
    "本年累计, 上年累计, true",
    "直接财产损失, 间接财产损失, true",
    "死亡人数, 失踪人数, true",
    "完成面积, 计划面积, true",
    "累计支出资金, 本季支出资金, true",
    "能源实物量, 能源价值量, true",
    "计划完成情况, 计划完成进度, false",
    "已整改隐患数, 已整改隐患个数, false",
    "男性人数, 男性职工人数, false",
    "不达标企业, 不达标企业数, false",
    "投入资金, 投入资金情况, false",
  })
  void labels_are_the_contrary_of_each_other(String one, String other, boolean expected) {
    assertThat(Opposites.between(one, other)).isEqualTo(expected);
    assertThat(Opposites.between(other, one)).isEqualTo(expected);
  }
}
