package dev.rollup.discover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"~$表.xlsx", ".DS_Store", "thumbs.db", "表.xlsx.part", "summary.edited-1.xlsx"})
  void are_never_returns(String name) {
    assertThat(IgnoredNames.isFile(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"summary.xlsx", "return.xlsx", "堡镇.edited-1.xlsx", "summary.edited.xlsx"})
  void are_told_from_returns(String name) {
    assertThat(IgnoredNames.isFile(name)).isFalse();
  }
}
