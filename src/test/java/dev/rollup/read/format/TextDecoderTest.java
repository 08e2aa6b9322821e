package dev.rollup.read.format;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.UNSUPPORTED_FORMAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollup.finding.FindingCode;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static FindingCode refusal(String hex) {
    return catchThrowableOfType(Refusal.class, () -> TextDecoder.decode(bytes(hex)))
        .finding()
        .code();
  }

  @ParameterizedTest
  @CsvSource({
    "61, a",
    "EFBBBF61, a",
    "E4B8AD, 中",
    "EFBBBFE4B8AD, 中",
    "FFFE2D4E, 中",
    "FEFF4E2D, 中",
    "D6D0, 中",
    // the four-byte form of GB18030
    "8139EE39, 㐀",
    "F09FA0AE, 🠮"
  })
  void text_is_decoded_by_its_mark_or_by_what_its_bytes_allow(String hex, String text)
      throws Refusal {
    assertThat(TextDecoder.decode(bytes(hex))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the last character breaks off, in UTF-8 and in GB18030
        "E4B8ADE4B8", "D6D0D6", "616263D6",
        // the mark promises another encoding
        "EFBBBFD6D0", "FFFE2D", "FEFFD800"
      })
  void text_that_breaks_off_or_contradicts_its_mark_is_damage(String hex) {
    assertThat(refusal(hex)).isEqualTo(DAMAGED_FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FFFFFFFF", "6100", "00", "61006200", "FFFE0000", "D6D020FF"})
  void bytes_that_are_no_text_are_unsupported(String hex) {
    assertThat(refusal(hex)).isEqualTo(UNSUPPORTED_FORMAT);
  }
}
