package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "约", "（约）", "大概", "左右", "人次左右", "以上", "人次以上", "余", "余人次", "余人", "多场", "万", "（万）", "万人次",
        "百", "预计", "人次（预计）；", "计划", "计划数", "计划开展", "（计划）", "暂", "暂定", "拟", "待核实", "待定", "估", "估计数",
        "不含线上", "去年", "（去年）", "上年同期", "同期", "含去年", "更正", "更正：", "应为", "改为", "实为", "作废", "原数有误",
        "以实际为准", "多填了", "目标", "≈", ">", "应", "来人次"
      })
  void takes_a_number_back(String words) {
    assertThat(Doubt.takesBack(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "人次", "场", "，参与", "篇。", "已完成", "按计划完成", "含线上", "其中线上", "应急演练", "应急", "安全评估", "节约用水",
        "约谈", "近期", "其余", "业余", "多媒体", "多部门", "百姓", "实际", "以上情况属实", "以上数据真实", "负责人", "暂停营业", "工作计划",
        "实施", "不适用", "无", "/", "。"
      })
  void leaves_a_number_alone(String words) {
    assertThat(Doubt.takesBack(words)).isFalse();
  }
}
