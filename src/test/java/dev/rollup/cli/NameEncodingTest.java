package dev.rollup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameEncodingTest {

  @ParameterizedTest
  @CsvSource({
    "ANSI_X3.4-1968, true",
    "US-ASCII, true",
    "ISO-8859-1, true",
    "646, true",
    "nobody knows, true",
    "UTF-8, false",
    "GB18030, false",
    "GBK, false"
  })
  void an_encoding_without_chinese_mangles_names(String encoding, boolean mangles) {
    var names = new NameEncoding(encoding);
    assertThat(names.mangles(List.of("merge", "in"))).isEqualTo(mangles);
    assertThat(names.mangles(List.of("validate", "in"))).isEqualTo(mangles);
  }

  @ParameterizedTest
  @CsvSource({"--version", "--help", "merge --help", "explain", "explain approximate-count"})
  void what_opens_no_file_needs_no_names(String args) {
    assertThat(new NameEncoding("US-ASCII").mangles(List.of(args.split(" ")))).isFalse();
  }
}
