package dev.rollup.read.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-mm-dd",
        "yyyy\"年\"m\"月\"d\"日\"",
        "YYYY/M/D",
        "m/d/yy h:mm",
        "[$-409]h:mm AM/PM;@",
        "[$-804]aaaa",
        "[h]:mm",
        "[ss]",
        "[Red][mm]",
        "mm:ss.0",
        "e\"年\"",
        "[$-411]ge.m.d",
        "[DBNum1][$-804]yyyy\"年\"m\"月\"",
        "上午/下午h\"时\"mm\"分\"",
        "\\第d",
        "0;-0;yyyy",
        "\"unclosed \\\"yyyy",
        "General yyyy"
      })
  void dates_and_times_are_told_by_their_unquoted_letters(String code) {
    assertThat(NumberFormat.of(code)).isEqualTo(new NumberFormat(code, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "#,##0.00_);[Red](#,##0.00)",
        "0.00E+00",
        "##0.0e-0",
        "@",
        "0\"day\"",
        "0\\d",
        "0\\ \\m\\d",
        "_d0_y",
        "*y0",
        "[Red]0;[Yellow]-0",
        "[>=100]0;[Cyan]0.0",
        "[$¥-804]#,##0",
        "[$USD] 0",
        "General\"元\"",
        "\"m\"General",
        "0%",
        "# ?/?",
        "0 \"sec",
        "[DBNum1][$-804]General",
        "",
        "0[Red",
        "\\"
      })
  void numbers_are_numbers_whatever_is_quoted_escaped_or_in_brackets(String code) {
    assertThat(NumberFormat.of(code)).isEqualTo(new NumberFormat(code, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"General", "GENERAL", "G/通用格式"})
  void general_has_several_names(String code) {
    assertThat(NumberFormat.of(code)).isSameAs(NumberFormat.GENERAL);
  }

  @Test
  void built_in_ids_have_codes_and_unknown_ones_are_general() {
    assertThat(NumberFormat.builtIn(0)).isEqualTo(new NumberFormat("General", false));
    assertThat(NumberFormat.builtIn(3)).isEqualTo(new NumberFormat("#,##0", false));
    assertThat(NumberFormat.builtIn(14)).isEqualTo(new NumberFormat("mm-dd-yy", true));
    assertThat(NumberFormat.builtIn(31)).isEqualTo(new NumberFormat("yyyy\"年\"m\"月\"d\"日\"", true));
    assertThat(NumberFormat.builtIn(44).date()).isFalse();
    assertThat(NumberFormat.builtIn(46)).isEqualTo(new NumberFormat("[h]:mm:ss", true));
    assertThat(NumberFormat.builtIn(48)).isEqualTo(new NumberFormat("##0.0E+0", false));
    assertThat(NumberFormat.builtIn(-1)).isEqualTo(NumberFormat.GENERAL);
    assertThat(NumberFormat.builtIn(163)).isEqualTo(NumberFormat.GENERAL);
  }
}
