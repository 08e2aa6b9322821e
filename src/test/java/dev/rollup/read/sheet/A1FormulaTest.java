package dev.rollup.read.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.text.PlainFormula;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class A1FormulaTest {

  private static final Position E5 = new Position(4, 4);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "of:=SUM([.D5:.E5])              | SUM(D5:E5)",
        "oooc:=[.$D$5]+[.E$5]            | $D$5+E$5",
        "=[.A1]                          | A1",
        "of:=SUM([.A1];[.B2];3)          | SUM(A1,B2,3)",
        "of:=[$表.A1]*2                  | 表!A1*2",
        "of:=[$'上 半.月'.$A$1]          | '上 半.月'!$A$1",
        "of:=[$'it''s]'.A1]              | 'it''s]'!A1",
        "of:=SUM([$表.A1:.B2])           | SUM(表!A1:B2)",
        "of:=SUM([$表.A1:$四.B2])        | SUM(表!A1:四!B2)",
        "of:=[.#REF!]+1                  | #REF!+1",
        "of:=['file:///a.ods'#$表.A1]    | ['file:///a.ods'#$表.A1]",
        "of:=IF([.A1]=\"a;[.B1]\";1;2)   | IF(A1=\"a;[.B1]\",1,2)",
        "msoxl:=SUM(A1:B2)               | SUM(A1:B2)",
        "of:=[.A1                        | [.A1",
        "12                              | 12",
      })
  void formulas_of_OpenDocument(String written, String expected) {
    assertThat(A1Formula.ofOpenFormula(written)).isEqualTo(expected);
  }

  /** A formula of C5, filled two rows down and one column right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "SUM(C2:C4)           | SUM(D4:D6)",
        "B5*$B$1/B$1+$B1      | C7*$B$1/C$1+$B3",
        "表!A1+'A1 表'!B2      | 表!B3+'A1 表'!C4",
        "IF(A1=\"A1\",LOG10(A2),A1_x) | IF(B3=\"A1\",LOG10(B4),A1_x)",
      })
  void formulas_that_were_filled_down(String written, String expected) {
    assertThat(A1Formula.moved(written, 2, 1)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "=SUM(RC[-2]:RC[-1])      | SUM(C5:D5)",
        "=R[-4]C[-4]+R1C          | A1+E$1",
        "=R5C3*2                  | $C$5*2",
        "=SUM(R[-3]C:R[-1]C)      | SUM(E2:E4)",
        "=ROUND(RC[1],2)          | ROUND(F5,2)",
        "=表!RC+'R1C1'!R1C1       | 表!E5+'R1C1'!$A$1",
        "=R1C1!RC                 | R1C1!E5",
        "=IF(RC[1]=\"RC\",\"\",1) | IF(F5=\"RC\",\"\",1)",
        "=R[-9]C                  | R[-9]C",
        "=SUM(R5)                 | SUM(R5)",
        "=SRC+RCA                 | SRC+RCA",
      })
  void formulas_of_rows_and_columns(String written, String expected) {
    assertThat(A1Formula.ofR1C1(written, E5)).isEqualTo(expected);
  }

  @Test
  void a_name_stands_in_no_cell() {
    assertThat(A1Formula.ofR1C1("=表!R5C5:R6C6", null)).isEqualTo("表!$E$5:$F$6");
    assertThat(A1Formula.ofR1C1("=表!RC[1]", null)).isEqualTo("表!RC[1]");
  }

  /** What nobody calculated anew is told whatever notation it is written in. */
  @ParameterizedTest
  @CsvSource({"of:=[.A5]+[.B5]", "=RC[-4]+RC[-3]", "=A5+B5"})
  void a_stale_result_is_no_result(String written) {
    String formula =
        written.startsWith("of")
            ? A1Formula.ofOpenFormula(written)
            : written.contains("RC") ? A1Formula.ofR1C1(written, E5) : written.substring(1);
    var stale = new Cell.Formula(formula, new Cell.Number(BigDecimal.valueOf(7), "7"));
    Grid grid =
        Grid.builder("表")
            .put(4, 0, new Cell.Number(BigDecimal.ONE, "1"))
            .put(4, 1, new Cell.Number(BigDecimal.TEN, "10"))
            .put(4, 4, stale)
            .build();

    assertThat(PlainFormula.certain(stale, grid)).isEqualTo(new Cell.Formula(formula, Cell.EMPTY));
  }
}
