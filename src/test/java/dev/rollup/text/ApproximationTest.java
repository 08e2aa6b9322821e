package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers are about so much, and which say so much. */
class ApproximationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "约200", "约 200", "大约200", "近200", "约数百", "约几百", "200余", "200多", "200左右", "200人次左右",
        "200场以上", "200+", "10-20", "10～20", "10至20", "10到20", "10 — 20", "三五", "两三百", "十七八", "一百多",
        "三十几", "一千余", "数百", "几十", "十几", "若干", "许多", "很多", "上百", "成千上万"
      })
  void about_so_much(String text) {
    assertThat(Approximation.says(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "200", "200人次", "一百二十", "三十五", "十二", "五三", "1+2", "约", "约定", "200-", "人多", "三百零五", "二百"
      })
  void exactly_so_much_or_no_number(String text) {
    assertThat(Approximation.says(text)).isFalse();
  }
}
