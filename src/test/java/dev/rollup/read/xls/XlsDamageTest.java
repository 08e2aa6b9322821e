package dev.rollup.read.xls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Outcome;
import dev.rollup.finding.Severity;
import dev.rollup.match.FormMatcher;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Submission;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.SavedAsXls;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Template;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An {@code .xls} has no checksum: a byte inside a number is another number, and nobody can tell.
 * How often that happens is measured here, so that it does not grow.
 */
@Tag("slow")
public class XlsDamageTest {

  private static final int MUTATIONS = 400;

  @ParameterizedTest
  @ValueSource(longs = {20230601, 20230630})
  void flipped_bytes_are_rarely_another_count_and_never_a_missing_one(long seed) throws Exception {
    Template template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    var matcher = new FormMatcher(template);
    var random = new Random(seed);
    byte[] good = SavedAsXls.of(FilledBlank.with(typed(template, random)));
    Map<String, String> original = counts(form(matcher, good));
    assertThat(original).hasSizeGreaterThan(30);
    int flipped = 0;
    int blanked = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      assertThat(different(original, form(matcher, truncated(good, random)))).isFalse();
      var flippedForm = form(matcher, flipped(good, random));
      var blankedForm = form(matcher, blanked(good, random));
      assertThat(silent(original, flippedForm) || silent(original, blankedForm)).isFalse();
      flipped += different(original, flippedForm) ? 1 : 0;
      blanked += different(original, blankedForm) ? 1 : 0;
    }
    System.out.printf(
        "seed %d: of %d each, flipped %d, blanked %d gave other counts%n",
        seed, MUTATIONS, flipped, blanked);
    assertThat(flipped).isLessThan(MUTATIONS / 20);
    assertThat(blanked).isLessThan(MUTATIONS / 20);
  }

  private static Map<String, String> typed(Template template, Random random) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put(HeaderField.UNIT.id(), "城桥镇");
    for (var item : template.items()) {
      for (var field : item.fields()) {
        String name = "f_" + field.id().replace('.', '_') + (item.repeats() ? "_1" : "");
        typed.put(name, String.valueOf(1 + random.nextInt(5000)));
      }
    }
    return typed;
  }

  private static Outcome<Submission> form(FormMatcher matcher, byte[] file) {
    return new XlsReader()
        .read(file)
        .value()
        .map(text -> matcher.match(text).get(0))
        .orElseGet(() -> Outcome.none());
  }

  /** Returns every count that would be added up. */
  private static Map<String, String> counts(Outcome<Submission> form) {
    Map<String, String> counts = new LinkedHashMap<>();
    for (Entry entry : form.value().map(Submission::entries).orElse(List.of())) {
      if (entry.number() != null) {
        counts.put(entry.field().id() + " " + entry.row(), entry.value());
      }
    }
    return counts;
  }

  /** Tells whether there is a count that the original does not have. */
  private static boolean different(Map<String, String> original, Outcome<Submission> form) {
    return !original.entrySet().containsAll(counts(form).entrySet());
  }

  /** Tells whether a count is missing from a form that is taken, and nothing is said about it. */
  private static boolean silent(Map<String, String> original, Outcome<Submission> form) {
    return form.value().isPresent()
        && counts(form).size() < original.size()
        && form.findings().stream().allMatch(f -> f.severity() == Severity.INFO);
  }

  public static byte[] truncated(byte[] good, Random random) {
    return Arrays.copyOf(good, random.nextInt(good.length));
  }

  public static byte[] flipped(byte[] good, Random random) {
    byte[] bad = good.clone();
    bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
    return bad;
  }

  public static byte[] blanked(byte[] good, Random random) {
    byte[] bad = good.clone();
    int at = random.nextInt(bad.length);
    Arrays.fill(bad, at, Math.min(bad.length, at + 1 + random.nextInt(600)), (byte) 0);
    return bad;
  }
}
