package dev.rollup.read.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.model.Cell;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Random;
import org.apache.poi.ss.usermodel.DateUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredNumberTest {

  @ParameterizedTest
  @CsvSource({
    "12, 12",
    "-3, -3",
    "+3, 3",
    "' 12\n', 12",
    "007, 7",
    "12.0, 12.0",
    "12.50, 12.50",
    ".5, 0.5",
    "5., 5",
    "123456789012345, 123456789012345",
    "1E3, 1000.0",
    "1.2e-3, 0.0012",
    "1E+300, 1.0E+300",
    "0E999999999, 0.0",
    "0.10000000000000001, 0.1",
    "1.2000000000000002, 1.2",
    "0.30000000000000004, 0.3",
    "28819.549999999996, 28819.55",
    "28819.5499999999, 28819.5499999999",
    "12.00000000000000000000000, 12.0",
    "56.99999999999999, 57.0",
    "12.000000000000002, 12.0",
    "83.00000000000001, 83.0",
    "-2.9999999999999996, -3.0",
    "299.9999999999999999, 300.0",
    "299.99999999999994, 300",
    "300.00000000000006, 300",
    "2.9999999999999, 2.9999999999999",
    "0.00000000000000001, 1E-17",
    "1E-300, 1.0E-300",
    "0.000000000000000000000000000000000000000000, 0.0"
  })
  void a_number_is_what_is_stored(String stored, BigDecimal number) {
    assertThat(StoredNumber.parse(stored)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        ".",
        "e",
        "E5",
        "1e",
        "--1",
        "1-",
        "1.2.3",
        "1,200",
        "1 2",
        "１２",
        "NaN",
        "INF",
        "Infinity",
        "0x1p3",
        "1d",
        "1f",
        "1E999",
        "1E999999999",
        "1E99999999999999999999",
        "-1E999",
        "1E-999999999",
        "#REF!"
      })
  void anything_else_is_no_number(String stored) {
    assertThat(StoredNumber.parse(stored)).isNull();
  }

  @Test
  void no_number_is_longer_than_doubles_are() {
    for (String stored : new String[] {"1E+308", "1E-307", "9".repeat(300)}) {
      var cell = new Cell.Number(StoredNumber.parse(stored), "General");

      assertThat(cell.raw().length()).isLessThan(400);
    }
    assertThat(StoredNumber.parse("9".repeat(1_000_000))).isNull();
    assertThat(StoredNumber.parse("0." + "0".repeat(1_000_000) + "1")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0, false, 1899-12-31T00:00",
    "1, false, 1900-01-01T00:00",
    "59, false, 1900-02-28T00:00",
    "60, false, 1900-03-01T00:00",
    "61, false, 1900-03-01T00:00",
    "45105, false, 2023-06-28T00:00",
    "45105.5, false, 2023-06-28T12:00",
    "2958465, false, 9999-12-31T00:00",
    "0, true, 1904-01-01T00:00",
    "43643, true, 2023-06-28T00:00",
    "2957003, true, 9999-12-31T00:00"
  })
  void a_serial_is_a_time(BigDecimal serial, boolean since1904, LocalDateTime time) {
    assertThat(StoredNumber.time(serial, since1904)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "-0.1, true", "2958466, false", "2957004, true", "1E300, false"})
  void other_serials_are_none(BigDecimal serial, boolean since1904) {
    assertThat(StoredNumber.time(serial, since1904)).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = 20230601)
  void times_are_those_of_poi(long seed) {
    System.out.println("seed " + seed);
    var random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      double serial = random.nextDouble() * (random.nextBoolean() ? 100 : 2_957_000);
      boolean since1904 = random.nextBoolean();

      assertThat(StoredNumber.time(BigDecimal.valueOf(serial), since1904))
          .isEqualTo(DateUtil.getLocalDateTime(serial, since1904));
    }
  }
}
