package dev.rollup.read.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.poi.hwpf.sprm.SprmIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the end of a row says, in every way that there is of saying it. */
class DocRowTest {

  private static final int CELLS = 4;

  /** Reads properties, each written as its number and its bytes. */
  private static DocRow row(String... properties) {
    return DocRow.read(new SprmIterator(HexFormat.of().parseHex(String.join("", properties)), 0));
  }

  /** Defines as many cells as flags are given. */
  private static String definition(String... flags) {
    var bytes = new StringBuilder(HexFormat.of().toHexDigits((byte) CELLS));
    bytes.append("0000".repeat(CELLS + 1));
    for (String flag : flags) {
      bytes.append(flag).append("00".repeat(18));
    }
    int length = bytes.length() / 2 + 1;
    return "08d6" + HexFormat.of().toHexDigits((byte) length) + "00" + bytes;
  }

  private static List<Integer> which(IntPredicate cell) {
    var all = new ArrayList<Integer>();
    for (int i = 0; i < CELLS; i++) {
      if (cell.test(i)) {
        all.add(i);
      }
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "ecff, true",
    "b0ff, true",
    "afff, false",
    "70fe, false",
    "1400, false",
    "0000, false",
    "0080, false"
  })
  void only_an_exact_height_squeezes(String height, boolean squeezed) {
    assertThat(row("0794" + height).squeezed()).isEqualTo(squeezed);
  }

  @Test
  void cells_go_on_with_the_one_above_or_to_the_left() {
    DocRow row = row(definition("6000", "2000", "0100", "0200"));

    assertThat(which(row::goesOn)).containsExactly(1);
    assertThat(which(row::covered)).containsExactly(3);
  }

  @Test
  void the_last_cells_may_say_nothing() {
    assertThat(which(row(definition("2000", "0000"))::goesOn)).containsExactly(0);
    assertThat(which(row(definition())::goesOn)).isEmpty();
  }

  @Test
  void what_comes_later_holds() {
    String restart = "2bd6020003";
    String goesOn = "2bd6020101";
    String not = "2bd6020200";
    DocRow row = row(definition("2000", "6000", "2000", "0000"), restart, goesOn, not);

    assertThat(which(row::goesOn)).containsExactly(1);
    assertThat(which(row("24560104")::covered)).containsExactly(2, 3);
    assertThat(which(row("24560104", "25560203")::covered)).containsExactly(3);
  }

  @Test
  void shadings_are_told_in_many_ways() {
    String red = "000000ff" + "ff000000" + "0000";
    String auto = "000000ff" + "000000ff" + "0000";
    String none = "ffffffff" + "ffffffff" + "0000";

    assertThat(grounds("12d614" + auto + red)).containsExactly(null, 0xFF0000, null, null);
    assertThat(grounds("12d60a" + none)).containsExactly(null, null, null, null);
    // Black, none, white, in the colours of Word 97.
    assertThat(grounds("09d606" + "2000" + "ffff" + "0001"))
        .containsExactly(0, null, 0xFFFFFF, null);
    assertThat(grounds("09d602" + "2000", "12d60a" + auto)).containsOnlyNulls();
    assertThat(grounds("2dd60c" + "0103" + red)).containsExactly(null, 0xFF0000, 0xFF0000, null);
    assertThat(grounds("2776" + "0001" + "2000")).containsExactly(0, null, null, null);
    assertThat(grounds("60d60a" + red, "2776" + "0001" + "2000"))
        .containsExactly(0, 0xFF0000, 0xFF0000, 0xFF0000);
    // Half red ink on white.
    assertThat(grounds("12d60a" + "ff000000" + "ffffff00" + "0800").get(0)).isEqualTo(0xFF7F7F);
    assertThat(grounds("12d60a" + "ff000000" + "ffffff00" + "0100").get(0)).isEqualTo(0xFF0000);
  }

  private static List<Integer> grounds(String... properties) {
    var all = new ArrayList<Integer>();
    for (int i = 0; i < CELLS; i++) {
      all.add(row(properties).ground(i));
    }
    return all;
  }
}
