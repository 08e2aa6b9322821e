package dev.rollup.read.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelimiterTest {

  @Test
  void the_delimiter_is_what_divides_most_records_alike() {
    assertThat(Delimiter.of("a,b\nc,d")).isEqualTo(new Delimiter(',', 2));
    assertThat(Delimiter.of("a;b;c\nd;e;f\n")).isEqualTo(new Delimiter(';', 3));
    assertThat(Delimiter.of("a\tb\nc\td")).isEqualTo(new Delimiter('\t', 2));
    assertThat(Delimiter.of("1,5\t2\n3\t4\n5\t6,7\n")).isEqualTo(new Delimiter('\t', 2));
    assertThat(Delimiter.of("标题\n\na;b\nc;d,e\n")).isEqualTo(new Delimiter(';', 2));
  }

  @Test
  void of_two_that_divide_alike_the_one_with_more_fields_is_taken() {
    assertThat(Delimiter.of("a,b;c;d\ne,f;g;h")).isEqualTo(new Delimiter(';', 3));
  }

  @Test
  void what_is_quoted_does_not_count() {
    assertThat(Delimiter.of("\"a,b,c\"\t\"d\"\"e,\nf\"\ng\th")).isEqualTo(new Delimiter('\t', 2));
    assertThat(Delimiter.of("\"a;b;c;d")).isEqualTo(new Delimiter(',', 1));
  }

  @Test
  void the_longest_record_counts_the_columns() {
    assertThat(Delimiter.of("a,b\nc,d,,,\ne,f")).isEqualTo(new Delimiter(',', 5));
  }

  @Test
  void nothing_to_divide_leaves_the_comma() {
    assertThat(Delimiter.of("")).isEqualTo(new Delimiter(',', 1));
    assertThat(Delimiter.of("单位\n城桥镇\n")).isEqualTo(new Delimiter(',', 1));
  }
}
