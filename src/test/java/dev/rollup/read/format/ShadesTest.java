package dev.rollup.read.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which colours nobody sees on which. */
class ShadesTest {

  @ParameterizedTest
  @CsvSource({
    "FFFFFF, FFFFFF, true",
    "FFFFFF, FFF9E5, true",
    "FAFAFA, FFFFFF, true",
    "000000, 0A0A0A, true",
    "FFFF00, FFFFFF, false",
    "D9D9D9, FFFFFF, false",
    "FF0000, FFFFFF, false",
    "FF0000, 000000, false",
    "333333, 000000, false"
  })
  void white_on_pale_is_not_seen_and_yellow_on_white_is(String one, String other, boolean alike) {
    int a = Integer.parseInt(one, 16);
    int b = Integer.parseInt(other, 16);
    assertThat(Shades.alike(a, b)).isEqualTo(alike);
    assertThat(Shades.alike(b, a)).isEqualTo(alike);
  }
}
