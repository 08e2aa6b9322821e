package dev.rollup.match.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Cell;
import dev.rollup.submission.Reading;
import dev.rollup.submission.State;
import dev.rollup.template.Adds;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Measure;
import dev.rollup.template.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of what a cell becomes: counts.csv, line by line. */
public class CountParserTest {

  private static Template template;

  public static Stream<CSVRecord> table() throws Exception {
    template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    try (var reader =
        new InputStreamReader(
            CountParserTest.class.getResourceAsStream("counts.csv"), StandardCharsets.UTF_8)) {
      return CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .get()
          .parse(reader)
          .getRecords()
          .stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void becomes(CSVRecord line) {
    Field field =
        template.fields().values().stream()
            .filter(f -> f.measure() != null && f.measure().name().equals(line.get("measure")))
            .findFirst()
            .orElseThrow();

    Reading reading =
        new CountParser(template.measureWords(), true)
            .read(cell(line.get("kind"), line.get("raw")), field);

    assertThat(reading.state()).isEqualTo(State.valueOf(line.get("state")));
    assertThat(reading.number())
        .isEqualTo(line.get("count").isEmpty() ? null : new BigDecimal(line.get("count")));
    assertThat(reading.notes().stream().map(FindingCode::id).collect(Collectors.joining(";")))
        .isEqualTo(line.get("notes"));
  }

  /** What is many of another measure is not told in many of itself. */
  @ParameterizedTest
  @CsvSource({
    "3亿,",
    "1.2w,",
    "2.5万,",
    "5千,",
    "1万2千,",
    "一万二千,",
    "12千,",
    "5万人,",
    "三百,300",
    "十二,12",
    "1200,1200",
    "1200 MEASURE,1200",
    "三百MEASURE,300",
    "2千MEASURE,2000",
  })
  void a_number_that_may_be_one_of_what_the_measure_is_many_of_is_left_out(
      String raw, @Nullable String count) {
    for (var name : List.of("万元", "亿元", "千元", "百万千焦", "千公顷", "万立方米", "万人次")) {
      Reading reading = decimal(raw.replace("MEASURE", name), name);

      assertThat(reading.number()).as(name).isEqualTo(count == null ? null : new BigDecimal(count));
      assertThat(reading.state()).isEqualTo(count == null ? State.EXCLUDED : State.READ);
    }
  }

  /** A kilogram is no thousand of anything that a form counts in. */
  @ParameterizedTest
  @ValueSource(strings = {"千克", "千米", "千瓦时", "千帕", "千焦", "千伏安", "百分点"})
  void a_measure_that_only_sounds_like_many_is_one(String name) {
    assertThat(decimal("2万", name).number()).isEqualTo(new BigDecimal("20000"));
    assertThat(decimal("2万" + name, name).number()).isEqualTo(new BigDecimal("20000"));
    assertThat(decimal("5千", name).state())
        .isEqualTo(name.startsWith("千") ? State.EXCLUDED : State.READ);
  }

  private static Reading decimal(String raw, String name) {
    var field =
        new Field(
            "1",
            FieldType.DECIMAL,
            new Measure(name, List.of(name), Long.MAX_VALUE),
            name,
            Long.MAX_VALUE,
            2,
            false,
            List.of(),
            Adds.SUM,
            Optional.empty());
    return new CountParser(Set.of(name, "人"), true).read(new Cell.Text(raw), field);
  }

  private static Cell cell(String kind, String raw) {
    List<String> parts = List.of(kind.split(":", 2));
    return switch (parts.get(0)) {
      case "empty" -> Cell.EMPTY;
      case "text" -> new Cell.Text(raw);
      case "number" ->
          new Cell.Number(
              new BigDecimal(raw), parts.size() > 1 ? parts.get(1) : Cell.Number.GENERAL);
      case "date" -> new Cell.Date(LocalDateTime.parse(raw));
      case "bool" -> new Cell.Bool(Boolean.parseBoolean(raw));
      case "error" -> new Cell.ErrorValue(raw);
      case "formula" -> new Cell.Formula("A1", cell(parts.get(1), raw));
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
