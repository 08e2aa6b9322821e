package dev.rollup.read.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.read.Paragraphs;
import dev.rollup.read.xls.XlsDamageTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A {@code .doc} has no checksum: a byte inside a number is another number, and nobody can tell.
 * How often that happens is measured here, so that it does not grow.
 */
@Tag("slow")
@Order(10)
class DocDamageTest {

  private static final int MUTATIONS = 400;
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final DocReader reader = new DocReader();

  @ParameterizedTest
  @ValueSource(longs = {20230601, 20230630})
  void flipped_bytes_are_rarely_another_number(long seed) throws Exception {
    var random = new Random(seed);
    byte[] good = DocReaderTest.file("filled-form.doc");
    List<String> original = numbers(reader.read(good)).orElseThrow();
    assertThat(original).hasSizeGreaterThan(40);
    int truncated = 0;
    int flipped = 0;
    int blanked = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      truncated += isOther(original, XlsDamageTest.truncated(good, random)) ? 1 : 0;
      flipped += isOther(original, XlsDamageTest.flipped(good, random)) ? 1 : 0;
      blanked += isOther(original, XlsDamageTest.blanked(good, random)) ? 1 : 0;
    }
    System.out.printf(
        "seed %d: of %d each, truncated %d, flipped %d, blanked %d gave other numbers%n",
        seed, MUTATIONS, truncated, flipped, blanked);
    assertThat(truncated).isZero();
    assertThat(flipped).isLessThan(MUTATIONS / 20);
    assertThat(blanked).isLessThan(MUTATIONS / 20);
  }

  private boolean isOther(List<String> original, byte[] bad) {
    return numbers(reader.read(bad)).filter(numbers -> !numbers.equals(original)).isPresent();
  }

  /** Returns every number of the text with the place of its paragraph; none of a refused file. */
  private static Optional<List<String>> numbers(Outcome<Document> outcome) {
    return outcome
        .value()
        .map(
            document -> {
              var numbers = new ArrayList<String>();
              for (String line : Paragraphs.lines(document.grids().get(0))) {
                String[] parts = line.split(" ", 2);
                NUMBER
                    .matcher(parts[1])
                    .results()
                    .forEach(number -> numbers.add(parts[0] + " " + number.group()));
              }
              return numbers;
            });
  }
}
