package dev.rollup.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.match.count.CountParser;
import dev.rollup.model.Cell;
import dev.rollup.submission.Reading;
import dev.rollup.submission.State;
import dev.rollup.template.Field;
import dev.rollup.template.Template;
import dev.rollup.text.ChineseNumeral;
import dev.rollup.text.Numerals;
import dev.rollup.text.Style;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class CountParserLawsTest {

  private static final String SIGNS =
      "0123456789 １２，,.．()（）【】一二三十百千万亿〇两廿壹贰拾萬③⑳²½Ⅲ场人次篇余约左右含线上其中共计划-−负/=\"“”'年月日wW+%\uFFFC\uD835\uDFCF";

  private static CountParser counts;
  private static Field field;

  @BeforeAll
  static void read() throws Exception {
    Template template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    counts = new CountParser(template.measureWords(), true);
    field = template.fields().get("1.1.2");
  }

  @ParameterizedTest
  @EnumSource
  void a_number_in_words_is_that_number(Style style) {
    for (long number = 1; number <= 20_000; number += 7) {
      String words = ChineseNumeral.format(number, style);
      for (var typed :
          new String[] {words, "（" + words + "）", words + "人次", words + "（" + number + "）"}) {
        assertThat(counts.read(new Cell.Text(typed), field).number())
            .as(typed)
            .isEqualTo(BigDecimal.valueOf(number));
      }
    }
  }

  @Test
  void whatever_is_typed_is_read_blank_or_excluded_and_no_numeral_is_taken_for_a_blank() {
    long seed = 20231126;
    var random = new Random(seed);
    for (int i = 0; i < 300_000; i++) {
      var typed = new StringBuilder();
      for (int n = random.nextInt(9); n >= 0; n--) {
        typed.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
      String text = typed.toString();
      Reading reading = counts.read(new Cell.Text(text), field);
      if (reading.state() == State.BLANK) {
        assertThat(Numerals.in(text)).as(text + ", seed " + seed).isFalse();
      }
      if (reading.state() == State.READ && reading.number().signum() > 0) {
        assertThat(Numerals.in(text)).as(text + ", seed " + seed).isTrue();
      }
    }
  }
}
