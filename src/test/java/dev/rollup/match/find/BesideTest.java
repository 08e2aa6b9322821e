package dev.rollup.match.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.match.find.Beside.Weight;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What something in the row of an answer does to it, with a blank left empty and without. */
class BesideTest {

  private static final String ACCOUNT =
      "今年以来我镇紧紧围绕主题精心组织广泛发动深入开展宣传教育活动走访企业345家营造了人人讲安全的良好氛围取得了明显成效";

  private final Beside beside = new Beside(Set.of("场", "人次", "人", "篇", "家"));

  @ParameterizedTest
  @CsvSource({
    "已报送, NOTHING, NOTHING",
    "6月16日开展, NOTHING, NOTHING",
    "其中线上2场, DOUBTFUL, NAMED",
    "（含线上2场）, DOUBTFUL, NAMED",
    "另有2场, DOUBTFUL, DOUBTFUL",
    "25, DOUBTFUL, DOUBTFUL",
    "更正, DOUBTFUL, DOUBTFUL",
    "应为, DOUBTFUL, DOUBTFUL",
    "预计, DOUBTFUL, DOUBTFUL",
    "约, DOUBTFUL, DOUBTFUL",
    "待核实, DOUBTFUL, DOUBTFUL"
  })
  void a_remark(String text, Weight open, Weight filled) {
    assertThat(beside.weigh(text, true)).isEqualTo(open);
    assertThat(beside.weigh(text, false)).isEqualTo(filled);
  }

  @ParameterizedTest
  @CsvSource({"'', NAMED", "有关数字更正如下, DOUBTFUL"})
  void an_account(String added, Weight weight) {
    assertThat(beside.weigh(ACCOUNT + added, true)).isEqualTo(weight);
    assertThat(beside.weigh(ACCOUNT + added, false)).isEqualTo(weight);
  }
}
