package dev.rollup.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.TextPlace;
import dev.rollup.model.TextPlace.TableCell;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Submission;
import dev.rollup.template.Field;
import dev.rollup.template.Section;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The end of a page goes through a row of the form, and what is below it is a row of its own. */
class BrokenRowsTest {

  private static final Template TEMPLATE = template();
  private static final FormMatcher MATCHER = new FormMatcher(TEMPLATE);
  private static final List<Field> FIELDS =
      TEMPLATE.items().stream().flatMap(item -> item.fields().stream()).toList();

  private static Template template() {
    try {
      return TemplateReader.read(TemplateReader.DEFAULT_ID);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every heading is cut at several places, and the answers beside it at many others. */
  static Stream<Arguments> cuts() {
    return IntStream.range(0, TEMPLATE.sections().size())
        .boxed()
        .flatMap(
            section ->
                IntStream.range(1, TEMPLATE.sections().get(section).heading().length())
                    .filter(letter -> letter % 3 == 0)
                    .mapToObj(letter -> Arguments.of(section, letter)));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void every_number_is_read(int section, int letter) {
    Section cut = TEMPLATE.sections().get(section);
    String content = content(cut);
    for (int at = letter; at < content.length(); at += 11) {
      // No line ends within a number.
      if (!Character.isDigit(content.charAt(at)) || !Character.isDigit(content.charAt(at - 1))) {
        assertThat(read(broken(section, letter, at)))
            .as(cut.heading().substring(0, letter) + "|" + content.substring(0, at))
            .containsExactlyElementsOf(FIELDS.stream().map(BrokenRowsTest::answer).toList());
      }
    }
  }

  private static List<String> read(Document document) {
    List<Outcome<Submission>> read = MATCHER.match(document);
    assertThat(read).hasSize(1);
    return read.get(0).value().orElseThrow().entries().stream()
        .map(Entry::value)
        .map(BrokenRowsTest::inOneLine)
        .toList();
  }

  /** A name that goes on over the page is one, wherever the line ended. */
  private static @Nullable String inOneLine(@Nullable String value) {
    return value == null ? null : value.replaceAll("\\s", "");
  }

  private static String answer(Field field) {
    return switch (field.type()) {
      case COUNT -> String.valueOf(1001 + 7 * FIELDS.indexOf(field));
      default -> "安全夜校";
    };
  }

  private static String content(Section section) {
    var text = new StringBuilder();
    for (var item : section.items()) {
      text.append(item.text().isEmpty() ? "" : item.literals().get(0));
      for (int i = 0; i < item.fields().size(); i++) {
        text.append('（').append(answer(item.fields().get(i))).append('）');
        text.append(item.literals().get(i + 1));
      }
    }
    return text.toString();
  }

  private static Document broken(int section, int letter, int at) {
    var grid = Grid.builder(null);
    grid.paragraph(0, 0, TextPlace.TEXT.paragraph(1), TEMPLATE.title());
    var rows = new ArrayList<List<String>>();
    for (var each : TEMPLATE.sections()) {
      String content = content(each);
      if (each.equals(TEMPLATE.sections().get(section))) {
        rows.add(List.of(each.heading().substring(0, letter), content.substring(0, at)));
        rows.add(List.of(each.heading().substring(letter), content.substring(at)));
      } else {
        rows.add(List.of(each.heading(), content));
      }
    }
    int line = 1;
    for (int row = 0; row < rows.size(); row++) {
      for (int cell = 0; cell < rows.get(row).size(); cell++) {
        TextPlace place = TextPlace.TEXT.with(new TableCell(1, row + 1, cell + 1));
        grid.paragraph(line++, 1, place.paragraph(1), rows.get(row).get(cell));
      }
    }
    return new Document(List.of(grid.build()), Map.of());
  }
}
