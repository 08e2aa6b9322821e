package dev.rollup.match.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Cell;
import dev.rollup.submission.Reading;
import dev.rollup.submission.State;
import dev.rollup.template.Field;
import dev.rollup.template.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
