package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts beside a form hold a number that may be a count. */
class OtherNumbersTest {

  private static final Set<String> MEASURES = Set.of("场", "人次", "人", "篇", "个", "次");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12",
        "１２",
        "十二篇",
        "三篇",
        "另有廿",
        "另有三",
        "共5场",
        "十余场",
        "数十人次",
        "贰拾",
        "⑳",
        "½",
        "XII",
        "12.5",
        "11/29",
        "3/12/20",
        "2023",
        "萬",
        "其中线上2场",
        "6月16日开展2场",
        "第3季度开展12场",
        "联系人张三，另有15人"
      })
  void these_may_count(String text) {
    assertThat(OtherNumbers.mayCount(text, MEASURES)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023年6月28日",
        "2023-06-28",
        "2023.6.28 17:00",
        "11/29/26, 8:33 PM",
        "2026/11/29 20:33",
        "2026/11/29 下午8:33",
        "file:///C:/统计/2023.html",
        "ﬁle:///D:/2023/7.html",
        "二〇二三年六月二十八日",
        "6月16日开展",
        "电话：021-59610000",
        "手机 13800000000",
        "附件2",
        "附件1-2",
        "附件：2",
        "第3页 共5页",
        "- 3 -",
        "沪崇安委办〔2023〕15号",
        "一、总体情况",
        "（二）主要做法",
        "3. 存在问题",
        "第22个“安全生产月”",
        "一般隐患已全部整改",
        "百日攻坚",
        "“一案双罚”",
        "联系邮箱：cm2023@example.cn",
        "91310230MA1JXXXX4K"
      })
  void these_are_no_counts(String text) {
    assertThat(OtherNumbers.mayCount(text, MEASURES)).isFalse();
  }
}
