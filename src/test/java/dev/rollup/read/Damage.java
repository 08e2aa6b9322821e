package dev.rollup.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.finding.Severity;
import dev.rollup.model.Document;
import dev.rollup.read.format.DocumentReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of every format that has checksums, whatever happens to its bytes on the way. */
public abstract class Damage {
  private static final int MUTATIONS = 2_000;

  private final DocumentReader reader;

  public Damage(DocumentReader reader) {
    this.reader = reader;
  }

  /** Returns what makes a difference to anybody who reads the document. */
  protected abstract Object meaning(Document document);

  protected abstract byte[] writtenByPoi() throws IOException;

  protected abstract byte[] writtenByHand();

  @ParameterizedTest
  @ValueSource(longs = {20230601, 20230630})
  public void flipped_blanked_moved_and_missing_bytes_never_give_other_data(long seed)
      throws IOException {
    System.out.println("seed " + seed);
    var random = new Random(seed);
    for (byte[] good : List.of(writtenByPoi(), writtenByHand())) {
      var original = meaning(reader.read(good).value().orElseThrow());
      var met = new EnumMap<FindingCode, Integer>(FindingCode.class);
      for (int i = 0; i < MUTATIONS; i++) {
        byte[] bad = mutated(good, random);
        assertSameOrRefused(original, reader.read(bad), met);
      }
      // Most damage hits content, and all of that is noticed as what it is.
      assertThat(met.get(FindingCode.DAMAGED_FILE)).isGreaterThan(MUTATIONS / 2);
    }
  }

  @Test
  public void what_breaks_off_anywhere_gives_nothing() {
    byte[] good = writtenByHand();
    for (int length = 0; length < good.length; length++) {
      assertThat(reader.read(Arrays.copyOf(good, length)).value()).isEmpty();
    }
  }

  @Test
  public void every_single_bit_may_flip() {
    byte[] good = writtenByHand();
    var original = meaning(reader.read(good).value().orElseThrow());
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      assertSameOrRefused(original, reader.read(bad), new EnumMap<>(FindingCode.class));
    }
  }

  private void assertSameOrRefused(
      Object original, Outcome<Document> outcome, Map<FindingCode, Integer> met) {
    if (outcome.value().isPresent()) {
      assertThat(outcome.findings()).isEmpty();
      assertThat(meaning(outcome.value().get())).isEqualTo(original);
    } else {
      assertThat(outcome.findings()).hasSize(1);
      assertThat(outcome.findings()).extracting(Finding::severity).containsOnly(Severity.ERROR);
      met.merge(outcome.findings().get(0).code(), 1, Integer::sum);
    }
  }

  /** Returns bytes that differ from good ones in one of the ways in which files are spoilt. */
  static byte[] mutated(byte[] good, Random random) {
    byte[] bad = good.clone();
    int at = random.nextInt(bad.length);
    int length = Math.min(bad.length - at, 1 + random.nextInt(random.nextBoolean() ? 4 : 600));
    switch (random.nextInt(6)) {
      case 0 -> bad = Arrays.copyOf(good, at);
      case 1 -> bad[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> bad[at] = (byte) random.nextInt(256);
      case 3 -> Arrays.fill(bad, at, at + length, (byte) 0);
      case 4 -> System.arraycopy(good, random.nextInt(good.length - length + 1), bad, at, length);
      case 5 -> {
        bad = Arrays.copyOf(good, good.length - length);
        System.arraycopy(good, at + length, bad, at, good.length - at - length);
      }
      default -> throw new AssertionError();
    }
    return bad;
  }
}
