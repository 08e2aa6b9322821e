package dev.rollup.read.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.model.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellReferenceTest {

  @ParameterizedTest
  @CsvSource({"A1, 0, 0", "Z9, 8, 25", "AA10, 9, 26", "e14, 13, 4", "XFD1048576, 1048575, 16383"})
  void a_reference_is_a_place(String text, int row, int column) {
    assertThat(CellReference.position(CellReference.parse(text)))
        .isEqualTo(new Position(row, column));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A",
        "1",
        "A0",
        "A01",
        "1A",
        "A-1",
        "A1 ",
        " A1",
        "A1048577",
        "XFE1",
        "$A$1",
        "A1:B2",
        "Ä1",
        "[1",
        "`1",
        "{1",
        "@1",
        "A١",
        "A99999999999",
        "AAAAAAAAAAAAAAAA1"
      })
  void anything_else_is_none(String text) {
    assertThat(CellReference.parse(text)).isEqualTo(CellReference.NONE);
  }

  @ParameterizedTest
  @CsvSource({"$E$14, 13, 4", "E14, -1, -1", "$E14, -1, -1", "E$14, -1, -1", "$$E$14, -1, -1"})
  void an_absolute_reference_is_marked_twice(String text, int row, int column) {
    long place = CellReference.parse(text, 0, text.length(), true);

    assertThat(place).isEqualTo(row < 0 ? CellReference.NONE : CellReference.pack(row, column));
  }
}
