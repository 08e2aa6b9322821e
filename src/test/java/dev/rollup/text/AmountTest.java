package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "12场 | 12 | DIGITS | 2",
        "12.50元 | 12.50 | DIGITS | 5",
        "12. | 12 | DIGITS | 2",
        "1,200,300人次 | 1200300 | GROUPED | 9",
        "1,20 | none | GROUPED | 4",
        "1,234.50元 | 1234.50 | GROUPED | 8",
        "12,345.00 | 12345 | GROUPED | 9",
        "1,234.5,6 | none | GROUPED | 9",
        "1.000 | none | DIGITS | 5",
        "1.2万人次 | 12000 | WORDS | 4",
        "2w人 | 20000 | WORDS | 2",
        "2week | 2 | DIGITS | 1",
        "1亿2000万 | 120000000 | WORDS | 7",
        "2万3 | none | WORDS | 3",
        "十二场 | 12 | WORDS | 2",
        "⑳ | 20 | WORDS | 1",
        "15③ | none | WORDS | 3",
        "5² | none | WORDS | 2",
        "12½ | none | WORDS | 3",
        "场12 | none | DIGITS | 0",
        "1 200 | 1 | DIGITS | 1",
        "2 万人次 | 20000 | WORDS | 3",
        "1.2\u00A0\t千 | 1200 | WORDS | 6",
        "2 w | 2 | DIGITS | 1",
        "二 万 | 2 | WORDS | 1",
        "2 万 3千 | 20000 | WORDS | 3",
      })
  void begins(String text, BigDecimal value, Amount.Script script, int end) {
    Amount amount = Amount.at(text, 0);

    assertThat(amount.script()).isEqualTo(script);
    assertThat(amount.end()).isEqualTo(end);
    assertThat(amount.value())
        .usingComparator(Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()))
        .isEqualTo(value);
  }
}
