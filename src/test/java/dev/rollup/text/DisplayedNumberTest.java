package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.model.Cell;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Number format codes, number by number: whether a person sees the number that is stored. */
class DisplayedNumberTest {

  @ParameterizedTest(name = "{1} under {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "General | 12",
        "GENERAL | 12",
        "General_) | 12",
        "G/通用格式\"场\" | 12",
        "[DBNum1][$-804]G/通用格式 | 12",
        "[DBNum2][$-804]General | 12",
        "@ | 12",
        "@\"场\" | 12",
        "`` | 12",
        "0 | 12",
        "00000 | 12",
        "0. | 12",
        "0.00 | 12",
        ".00 | 12",
        "#.00 | 0",
        "#.## | 12",
        "#,##0 | 1200",
        "#,##0 | 0",
        "#,### | 1200",
        "0,0 | 12",
        "??0 | 12",
        "0_ | 12",
        "0_);(0) | 12",
        "0_);(0) | -12",
        "0_);[Red]\\(0\\) | -12",
        "0.00_ ;[Red]\\-0.00\\  | -12",
        "#,##0_);[Red](#,##0) | 1200",
        "#,##0.00;(#,##0.00) | 0",
        "[Red]0 | 12",
        "[Color10]0;[Red]-0 | 12",
        "0;-0;0;@ | 0",
        "0;-0;@ | 0",
        "0; | 12",
        "0;; | 12",
        "0;;; | 12",
        "* 0 | 12",
        "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_  | 12",
        "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_  | 0",
        "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_) | 0",
        "0\"场\" | 12",
        "0\" 场\" | 12",
        "0\\场 | 12",
        "0场 | 12",
        "#,##0\"场\";-#,##0\"场\" | 1200",
        "[>=100]0;General | 120",
        "[>=100]0;General | 12",
        "[>=10000]0!.0,\"万\";0 | 120",
        "[=0]\"\";0 | 12",
        "[<1000]0;[<2000]#,##0;\"多\" | 1200",
        "[Red][<=5]0;[>5]0 | 12",
        "[<>0]0;\"-\" | 12",
        "\"[>100]\";-0;0 | 0",
      })
  void seen(String code, BigDecimal value) {
    assertThat(showsItself(code, value)).isTrue();
  }

  @ParameterizedTest(name = "{1} under {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0,.0 | 12000",
        "0,.00 | 12000",
        "#,##0,.00 | 12000",
        "0, | 12000",
        "0,, | 12000000",
        "#,##0, | 12000",
        "0.00, | 12000",
        "0.0,0 | 12000",
        "0,\"千\" | 12000",
        "0,_) | 12000",
        "0\\ , | 12000",
        ",0 | 12",
        "0!.0,\"万\" | 12000",
        "0\\.0, | 12000",
        "0\".\"0000 | 12000",
        "0%  | 12",
        "0.00% | 12",
        "%0 | 12",
        "0\\% | 12",
        "0‰ | 12",
        "0.00E+00 | 12",
        "##0.0E+0 | 12",
        "# ?/? | 12",
        "?/? | 12",
        ";;; | 12",
        "; | 12",
        ";0 | 12",
        ";;0 | 12",
        "0;-0;; | 0",
        "0;-0;;@ | 0",
        "0;;;@ | 0",
        "# | 0",
        "? | 0",
        "#,### | 0",
        "#.## | 0",
        "General;-General; | 0",
        "0;-0;\"无\" | 0",
        "\"\" | 12",
        "\"十二\" | 12",
        "\"1\"0 | 12",
        "10 | 2",
        "\\10 | 2",
        "0\"0\" | 12",
        "0;0 | -3",
        "000-0000 | 1234567",
        "0 0 | 12",
        "0_ 0 | 12",
        "0* 0 | 12",
        "0**| 12",
        "0*0 | 12",
        "*10 | 2",
        "0\"万\" | 12",
        "0\"人\" | 12",
        "0\"余\" | 12",
        "0\"+\" | 12",
        "0+ | 12",
        "\"约\"0 | 12",
        "+0 | 12",
        "-0 | 12",
        "(0) | 12",
        "$0 | 12",
        "[$¥-804]#,##0 | 12",
        "0[$场外-804] | 12",
        "[White]0 | 12",
        "[白色]0 | 12",
        "[Color2]0 | 12",
        "[=12]\"15\";0 | 12",
        "[>=10000]0!.0,\"万\";0 | 12000",
        "[>100]0 | 12",
        "[>100]0;[>50]0 | 12",
        "[>100]0;\"少\" | 12",
        "[<100]\"少\";0 | 12",
        "[=0]\"\";0 | 0",
        "[<1000]0;[<2000]#,##0;\"多\" | 3000",
        "yyyy-mm-dd | -12",
        "[h] | -12",
        "0.0.0 | 12",
      })
  void not_seen(String code, BigDecimal value) {
    assertThat(showsItself(code, value)).isFalse();
  }

  private static boolean showsItself(String code, BigDecimal value) {
    return DisplayedNumber.showsItself(
        new Cell.Number(value, code == null ? "" : code), List.of("场"));
  }
}
