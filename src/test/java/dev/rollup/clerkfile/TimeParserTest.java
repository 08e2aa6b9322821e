package dev.rollup.clerkfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeParserTest {

  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2023-06-28 17:05            | 2023-06-28T17:05+08:00
          2023/6/28 17:05             | 2023-06-28T17:05+08:00
          2023/6/28 17:05:30          | 2023-06-28T17:05:30+08:00
          2023年6月28日 下午5:05        | 2023-06-28T17:05+08:00
          2023年6月28日下午5时05分       | 2023-06-28T17:05+08:00
          2023年6月28日 星期三 上午9:30  | 2023-06-28T09:30+08:00
          2023/6/28 5:05 PM           | 2023-06-28T17:05+08:00
          2023-6-28 下午 05:05         | 2023-06-28T17:05+08:00
          2023/6/28 上午12:05          | 2023-06-28T00:05+08:00
          2023/6/28 中午12:05          | 2023-06-28T12:05+08:00
          2023/6/28 晚上8点            | 2023-06-28T20:00+08:00
          2023.6.28                   | 2023-06-28T00:00+08:00
          20230628                    | 2023-06-28T00:00+08:00
          ２０２３／６／２８　１７：０５     | 2023-06-28T17:05+08:00
          45105.7118055556            | 2023-06-28T17:05+08:00
          45105                       | 2023-06-28T00:00+08:00
          2023-06-28T09:05:00Z        | 2023-06-28T09:05Z
          """)
  void reads_times_as_people_and_spreadsheets_write_them(String text, String expected) {
    assertThat(TimeParser.parse(text, ZONE)).contains(OffsetDateTime.parse(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          6月27日              | 2023-06-28 | 2023-06-27T00:00+08:00
          6月27号 上午9点        | 2023-06-28 | 2023-06-27T09:00+08:00
          6.28 下午5点10分       | 2023-06-28 | 2023-06-28T17:10+08:00
          6.28下午5点半          | 2023-06-28 | 2023-06-28T17:30+08:00
          6/28 17:10           | 2023-06-28 | 2023-06-28T17:10+08:00
          6-28 17：10           | 2023-06-28 | 2023-06-28T17:10+08:00
          06/28                | 2023-06-28 | 2023-06-28T00:00+08:00
          6.3 17:10            | 2023-06-28 | 2023-06-03T17:10+08:00
          6.30                 | 2023-06-28 | 2023-06-30T00:00+08:00
          1月3日               | 2023-12-30 | 2024-01-03T00:00+08:00
          12月30日 16:00        | 2024-01-03 | 2023-12-30T16:00+08:00
          2月29日              | 2023-06-28 | 2024-02-29T00:00+08:00
          2022年6月28日         | 2023-06-28 | 2022-06-28T00:00+08:00
          """)
  void a_day_without_a_year_is_the_nearest_of_its_name(
      String text, LocalDate near, String expected) {
    assertThat(TimeParser.parse(text, ZONE, Optional.of(near)))
        .contains(OffsetDateTime.parse(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"6.3", "6.1", "28日", "6月31日", "13.5", "17:05", "28/6", "6.28 晚上12点", "6.3%"})
  void refuses_what_is_no_certain_day_of_a_year_that_is_known(String text) {
    assertThat(TimeParser.parse(text, ZONE, Optional.of(LocalDate.of(2023, 6, 28)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "昨天",
        "6月28日",
        "28/6/2023",
        "2023-13-01",
        "2023/6/28 晚上12点",
        "2023/6/28 上午13:00",
        "17:05"
      })
  void refuses_what_is_no_certain_time(String text) {
    assertThat(TimeParser.parse(text, ZONE)).isEmpty();
  }
}
