package dev.rollup.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is called here, whatever a browser says that it is called. */
class FileNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          附件：统计表(1)最终版.xlsx | 附件：统计表(1)最终版.xlsx
          镇/表.xlsx              | 镇/表.xlsx
          镇\\表.xlsx             | 镇/表.xlsx
          /etc/passwd            | etc/passwd
          ../../x.csv            | x.csv
          a/../../b/./x.csv      | a/b/x.csv
          ..                     | none
          ' / '                  | none
          C:\\Users\\x.csv       | C_/Users/x.csv
          x.csv::$DATA           | x.csv__$DATA
          nul.csv                | _nul.csv
          LPT1                   | _LPT1
          x.csv. .               | x.csv
          """)
  void a_name_leads_nowhere_else(String told, String name) {
    assertThat(FileName.of(told).map(path -> path.toString().replace('\\', '/')).orElse(null))
        .isEqualTo(name);
  }

  @Test
  void a_name_is_seen_as_it_is() {
    assertThat(FileName.of("\u202Ecsv.exe\n\0<>\"|?*:"))
        .contains(java.nio.file.Path.of("_csv.exe_________"));
    // A name in two spellings is one name.
    assertThat(FileName.of("e\u0301.csv")).isEqualTo(FileName.of("\u00e9.csv"));
  }

  @Test
  void a_long_name_keeps_its_ending() {
    String name = FileName.of("统".repeat(300) + ".xlsx").orElseThrow().toString();
    assertThat(name).endsWith("统.xlsx");
    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(190, 200);
    assertThat(FileName.of("a/".repeat(13) + "x")).isEmpty();
  }
}
