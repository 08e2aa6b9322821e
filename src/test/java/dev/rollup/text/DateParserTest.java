package dev.rollup.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.model.Cell;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The day on which a form was filled in, as units write it. */
class DateParserTest {

  private static final Optional<Period> JUNE =
      Optional.of(new Period(LocalDate.of(2023, 6, 1), LocalDate.of(2023, 6, 30)));

  private static final Optional<Period> WINTER =
      Optional.of(new Period(LocalDate.of(2023, 12, 1), LocalDate.of(2024, 2, 29)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023年6月28日",
        "2023年06月28号",
        "2023年6月28",
        "2023-6-28",
        "2023/6/28",
        "2023.6.28",
        "２０２３．６．２８",
        " 2023 年 6 月 28 日 ",
        "2023年6月28日（星期三）",
        "2023-06-28T16:30:00",
        "2023/6/28 16:30",
        "20230628",
        "45105",
        "45105.6875",
        "6月28日",
        "6月28号",
        "6月28",
        "二〇二三年六月二十八日",
        "二零二三年六月廿八日",
      })
  void a_day_of_june(String text) {
    assertThat(DateParser.parse(new Cell.Text(text), JUNE)).contains(LocalDate.of(2023, 6, 28));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "六月底",
        "2023年6月",
        "2023年6月31日",
        "2023-13-1",
        "20231301",
        "28日",
        "13月1日",
        "2月30日",
        "4510",
        "2023年6月28日左右",
        "二〇二三年十三月一日",
        "二三年六月二十八日",
        "6.28"
      })
  void no_day_for_certain(String text) {
    assertThat(DateParser.parse(new Cell.Text(text), JUNE)).isEmpty();
  }

  /** A day without a year is in the year of the period; of two years, in the one that it is in. */
  @ParameterizedTest
  @CsvSource({"12月5日, 2023-12-05", "12月1日, 2023-12-01", "1月3日, 2024-01-03", "11月30日, 2024-11-30"})
  void a_day_without_a_year(String text, LocalDate expected) {
    assertThat(DateParser.parse(new Cell.Text(text), WINTER)).contains(expected);
    assertThat(DateParser.parse(new Cell.Text(text), Optional.empty())).isEmpty();
  }

  @Test
  void before_the_period_of_one_year_it_stays_in_that_year() {
    assertThat(DateParser.parse(new Cell.Text("5月31日"), JUNE)).contains(LocalDate.of(2023, 5, 31));
  }

  @Test
  void cells_that_are_days_or_come_to_one() {
    Cell day = new Cell.Date(LocalDateTime.of(2023, 6, 28, 16, 30));

    assertThat(DateParser.parse(day, JUNE)).contains(LocalDate.of(2023, 6, 28));
    assertThat(DateParser.parse(new Cell.Formula("A1", day), JUNE))
        .contains(LocalDate.of(2023, 6, 28));
    assertThat(DateParser.parse(new Cell.Bool(true), JUNE)).isEmpty();
    assertThat(DateParser.parse(Cell.EMPTY, JUNE)).isEmpty();
  }
}
