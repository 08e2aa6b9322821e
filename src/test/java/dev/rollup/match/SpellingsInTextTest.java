package dev.rollup.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.match.count.CountParser;
import dev.rollup.match.count.CountParserTest;
import dev.rollup.match.words.SentenceAligner;
import dev.rollup.match.words.SentenceAligner.Alignment;
import dev.rollup.submission.Reading;
import dev.rollup.submission.State;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every spelling of the table of what a cell becomes, written into the blank of a sentence: in its
 * brackets, without them, or with one of them lost. It is the same number there, or none.
 */
@Tag("slow")
class SpellingsInTextTest {

  private static final List<String> WAYS =
      List.of("（%s）", "(%s)", "%s", "（%s", "%s）", "__%s__", "（ ）%s", "%s（ ）", "“%s”", "共%s");

  @Test
  void no_spelling_is_another_number_than_in_a_cell() throws Exception {
    Template template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    var aligner =
        new SentenceAligner(
            template.items(),
            template.measureWords(),
            new CountParser(template.measureWords(), true));
    var wrong = new ArrayList<String>();
    int read = 0;
    int refused = 0;
    for (var line : CountParserTest.table().toList()) {
      Optional<Item> item = item(template, line);
      if (!line.get("kind").equals("text") || item.isEmpty()) {
        continue;
      }
      for (var way : WAYS) {
        for (var other : List.of("（34）", "（ ）")) {
          String sentence = sentence(item.get(), line, way, other);
          Optional<Alignment> alignment = aligner.align(item.get(), sentence);
          Reading reading = alignment.map(a -> own(a, item.get(), line)).orElse(null);
          boolean told = reading != null && reading.state() == State.READ;
          boolean same =
              told && String.valueOf(reading.number()).equals(line.get("count"))
                  || !told && (reading == null || reading.state() == State.EXCLUDED)
                  || reading != null
                      && reading.state() == State.BLANK
                      && line.get("state").equals("BLANK");
          if (!same) {
            wrong.add(sentence + " → " + alignment);
          }
          read += told ? 1 : 0;
          refused += told ? 0 : 1;
        }
      }
    }
    System.out.printf("spellings in text: %d read, %d not%n", read, refused);
    assertThat(wrong).isEmpty();
    assertThat(read).isGreaterThan(2_000);
  }

  private static Optional<Item> item(Template template, CSVRecord line) {
    return template.items().stream()
        .filter(item -> item.fields().get(0).measure() != null && !item.repeats())
        .filter(item -> item.fields().stream().anyMatch(field -> measures(field, line)))
        .findFirst();
  }

  private static boolean measures(Field field, CSVRecord line) {
    return field.measure().name().equals(line.get("measure"));
  }

  private static Reading own(Alignment alignment, Item item, CSVRecord line) {
    return alignment.contents().get(index(item, line)).reading();
  }

  private static int index(Item item, CSVRecord line) {
    int index = 0;
    while (!measures(item.fields().get(index), line)) {
      index++;
    }
    return index;
  }

  private static String sentence(Item item, CSVRecord line, String way, String other) {
    var text = new StringBuilder();
    for (int i = 0; i < item.fields().size(); i++) {
      boolean own = i == index(item, line);
      text.append(own ? way.formatted(line.get("raw")) : other);
      text.append(item.literals().get(i + 1));
    }
    return text.toString();
  }
}
