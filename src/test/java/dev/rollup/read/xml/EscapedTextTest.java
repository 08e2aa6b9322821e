package dev.rollup.read.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapedTextTest {

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "_x0041_, A",
    "a_x0041_b_x4e2D_c, aAb中c",
    "_x005F_x0041_, _x0041_",
    "_x0041_x0042_, Ax0042_",
    "_x0041__x0042_, AB",
    "_x_x0041_, _xA",
    "_X0041_, _X0041_",
    "_x041_, _x041_",
    "_x00G1_, _x00G1_",
    "_x０041_, _x０041_",
    "_x0041, _x0041",
    "_x, _x"
  })
  void only_complete_escapes_are_decoded(String stored, String decoded) {
    assertThat(EscapedText.decode(stored)).isEqualTo(decoded);
  }
}
