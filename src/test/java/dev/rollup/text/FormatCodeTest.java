package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number format code and its sections. */
class FormatCodeTest {

  /** The code, its sections for numbers, the one for text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "0 | 0 | none",
        "0;-0 | 0,-0 | none",
        "0;-0;零 | 0,-0,零 | none",
        "0;-0;零;文 | 0,-0,零 | 文",
        "0;-0;零;@ | 0,-0,零 | @",
        "@ | '' | @",
        "0;@ | 0 | @",
        "@;0 | @,0 | none",
        "0\";\";1 | 0\";\",1 | none",
        "0\\;1;2 | 0\\;1,2 | none",
        "0_;1;2 | 0_;1,2 | none",
        "0*;1;2 | 0*;1,2 | none",
        "0\"@\" | 0\"@\" | none",
        "0\\@ | 0\\@ | none",
        "0\"\\\";1 | 0\"\\\",1 | none",
      })
  void a_format_code_is_taken_apart_at_its_semicolons(String code, String numbers, String text) {
    FormatCode taken = FormatCode.of(code);

    assertThat(taken.numbers())
        .isEqualTo(numbers.isEmpty() ? List.of() : List.of(numbers.split(",", -1)));
    assertThat(taken.text()).isEqualTo(text);
  }
}
