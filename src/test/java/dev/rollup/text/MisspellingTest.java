package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisspellingTest {

  private static final List<String> KNOWN =
      List.of("units", "out", "district", "deadline", "received", "--units", "--unit", "--out");

  @ParameterizedTest
  @CsvSource({
    "uints, units",
    "distrikt, district",
    "deadlin, deadline",
    "recieved, received",
    "ou, out",
    "--unist, --units",
    "--outt, --out"
  })
  void finds_what_was_meant(String typed, String meant) {
    assertThat(Misspelling.of(typed, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "--jobs", "colour", "dead", "--narrative"})
  void finds_nothing_where_nothing_is_near(String typed) {
    assertThat(Misspelling.of(typed, KNOWN)).isEmpty();
  }
}
