package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results that programs left behind: those that a person would see, and those that are none. */
@Isolated("what it waits for is a time of its own, not that of its neighbours")
class PlainFormulaTest {

  /** A1 40, B1 43, C1 words, D1 =A1+B1 (83), E1 =A1+B1 (0), F1 =COUNT(A1) (7), G1 the same (0). */
  private static final Grid GRID =
      Grid.builder("表 一")
          .put(0, 0, number("40"))
          .put(0, 1, number("43"))
          .put(0, 2, new Cell.Text("43"))
          .put(0, 3, formula("A1+B1", "83"))
          .put(0, 4, formula("A1+B1", "0"))
          .put(0, 5, formula("COUNT(A1)", "7"))
          .put(0, 6, formula("COUNT(A1)", "0"))
          .put(0, 7, new Cell.ErrorValue("#REF!"))
          .put(0, 8, formula("J1", "5"))
          .put(0, 9, formula("I1", "5"))
          .build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "38+45 | 83",
        "= 38 + 45 | 83",
        " 38 + 45 | 83",
        "A1+B1 | 83",
        "$A$1+b1 | 83",
        "+A1 | 40",
        "-A1+B1 | 3",
        "--A1 | 40",
        "SUM(A1:B1) | 83",
        "sum( A1 : B1 ) | 83",
        "SUM(A1,B1) | 83",
        "SUM(A1:C1) | 83",
        "SUM(A1,B1)*2 | 166",
        "SUM(A1*2,3) | 83",
        "SUM(A1:B1,A1) | 123",
        "(A1+B1)*(2-1) | 83",
        "A1/4 | 10",
        "10/3 | 3.33333333333333",
        "0.1+0.2 | 0.30000000000000004",
        "ROUND(A1/3,1) | 13.3",
        "round(B1*1.5, 0) | 65",
        "IF(A1>B1,1,2) | 2",
        "IF(Z9=\"\",A1,B1) | 40",
        "IFERROR(A1/0,B1) | 43",
        "IF(A1<>0,ROUND(B1/A1*100,1),0) | 107.5",
        "SUM(IF(A1=40,A1,0),1) | 41",
        "50%*A1 | 20",
        "0 | 0",
        "3-3 | 0",
        "Z9+A1-40 | 0",
        "SUM(Z1:Z9,0) + A1*0 | 0",
        "A1-40 | 0",
        "'表 一'!A1+B1 | 83",
        "D1 | 83",
        "E1 | 83",
        "SUM(A1:B1,E1) | 166",
        "F1+1 | 8",
        "COUNT(A1:B1) | 2",
        "A1^2 | 1600",
        "A1&B1 | 4043",
        "A1+C1 | 83",
        "H1+1 | 3",
        "G1+1 | 3",
        "I1 | 5",
        "[1]Sheet1!A1 | 5",
        "其他!A1 | 5",
        "A:A | 5",
        "f_1_1_1+1 | 5",
        "A1:B1 | 40",
      })
  void counts(String expression, String stored) {
    var cell = formula(expression.replaceFirst("^=", ""), stored);

    assertThat(PlainFormula.certain(cell, GRID)).isSameAs(cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "38+45 | 0",
        "38+45 | 80",
        "A1+B1 | 0",
        "A1+B1 | 84",
        "SUM(A1:B1) | 0",
        "SUM(A1:C1) | 126",
        "SUM(A1,B1)*2 | 83",
        "D1 | 82",
        "E1 | 0",
        "Z9 | 3",
        "Z9 | 0",
        "Z9+Z8 | 0",
        "SUM(Z1:Z9) | 0",
        "SUM(C1) | 0",
        "COUNT(A1:B1) | 0",
        "G1 | 0",
        "A1+C1 | 0",
        "H1 | 0",
        "A1/0 | 0",
        "ROUND(A1,99) | 0",
        "IF(A1>B1,1,2) | 1",
        "IF(A1,1,2) | 0",
        "IF(C1=\"43\",1,2) | 0",
        "ROUND(A1 | 0",
        "[1]Sheet1!A1 | 0",
        "其他!A1 | 0",
        "f_1_1_1 | 0",
        "38+ | 0",
        "(38 | 0",
      })
  void is_without_a_value(String expression, String stored) {
    assertThat(PlainFormula.certain(formula(expression, stored), GRID))
        .isEqualTo(new Cell.Formula(expression, Cell.EMPTY));
  }

  /** What doubles leave behind of a difference is no decimal of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A1-65.1 | -25.0999999999999 | -25.1",
        "SUM(A1:B1)/10 | 8.30000000000001 | 8.3",
        "A1/3 | 13.3333333333333 | 13.3333333333333",
        "A1-65.1 | -25.0999 | -25.0999",
        "COUNT(A1)+0.1 | 1.10000000000001 | 1.10000000000001",
      })
  void is_told_as_exactly_as_its_operands(String expression, String stored, String exact) {
    assertThat(PlainFormula.exact(formula(expression, stored), GRID, List.of(GRID)))
        .isEqualTo(formula(expression, exact));
  }

  @Test
  void what_is_no_formula_or_holds_no_number_stays() {
    for (var cell :
        new Cell[] {
          number("0"),
          Cell.EMPTY,
          new Cell.Text("38+45"),
          new Cell.Formula("38+45", Cell.EMPTY),
          new Cell.Formula("38+45", new Cell.Text("83")),
          new Cell.Formula("38+45", new Cell.ErrorValue("#REF!")),
          new Cell.Formula("", number("0"))
        }) {
      assertThat(PlainFormula.certain(cell, GRID)).isSameAs(cell);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 3_000})
  void formulas_that_use_formulas_without_end_take_no_time(int rows) {
    var grid = Grid.builder("表");
    for (int row = 0; row < rows; row++) {
      String below = "A" + (row + 2);
      grid.put(row, 0, formula(below + "+" + below + "+SUM(A" + (row + 2) + ":A3000)", "1"));
    }
    var built = grid.build();

    assertTimeout(
        Duration.ofSeconds(2), () -> PlainFormula.certain(built.cells().get(0).cell(), built));
    assertTimeout(
        Duration.ofSeconds(2),
        () -> PlainFormula.certain(formula("(".repeat(100_000) + "1", "1"), built));
  }

  private static Cell number(String value) {
    return new Cell.Number(new BigDecimal(value), Cell.Number.GENERAL);
  }

  private static Cell formula(String expression, String stored) {
    return new Cell.Formula(expression, number(stored));
  }
}
