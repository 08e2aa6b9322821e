package dev.rollup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {

  private static final String SENTENCE =
      "    E14  第3项“外包外租大排查”活动：场次与参与人次须同时填写，现只填了一个（场次“5”，参与人次“空白”）。"
          + "see validation-report.html in /a/very/long/path/that/does/not/fit/on/one/line/at/all/ever";

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80})
  void nothing_is_wider_than_the_terminal_and_nothing_is_lost(int columns) {
    var terminal = new Terminal(columns, false);
    var lines = terminal.wrapped(SENTENCE, "");
    assertThat(lines).allMatch(line -> TextTable.width(line) <= columns);
    assertThat(String.join("", lines).replace(" ", "")).isEqualTo(SENTENCE.replace(" ", ""));
    assertThat(lines).noneMatch(line -> "，。：；）”".indexOf(line.charAt(0)) >= 0);
  }

  @ParameterizedTest
  @CsvSource({
    ",,,false",
    "80,,,true",
    "80,1,,false",
    "80,,1,true",
    ",,1,true",
    ",,0,false",
    ",1,1,false",
  })
  void colours_are_for_terminals_unless_somebody_says_otherwise(
      String seen, String plain, String forced, boolean colours) {
    Map<String, String> environment = new java.util.HashMap<>();
    if (plain != null) {
      environment.put("NO_COLOR", plain);
    }
    if (forced != null) {
      environment.put("CLICOLOR_FORCE", forced);
    }
    var terminal = Terminal.of(environment, seen);
    assertThat(terminal.colours()).isEqualTo(colours);
    assertThat(terminal.bad("x").equals("x")).isNotEqualTo(colours);
  }

  @Test
  void what_else_reads_the_result_gets_whole_lines() {
    assertThat(Terminal.of(Map.of(), null).wrapped(SENTENCE, "")).containsExactly(SENTENCE);
    assertThat(Terminal.of(Map.of("COLUMNS", "60"), null).columns()).isEqualTo(60);
    assertThat(Terminal.of(Map.of(), "72").columns()).isEqualTo(72);
  }
}
