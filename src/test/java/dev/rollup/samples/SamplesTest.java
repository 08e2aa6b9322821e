package dev.rollup.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SamplesTest {

  @Test
  void the_samples_are_what_their_generator_makes() throws Exception {
    same(Path.of("samples/submissions"), Samples.make());
    Map<String, byte[]> other = InvestmentSamples.make();
    other.put("units.csv", Files.readAllBytes(Path.of("samples/investment/units.csv")));
    same(Path.of("samples/investment"), other);
  }

  private static void same(Path folder, Map<String, byte[]> made) throws Exception {
    var committed = new TreeMap<String, byte[]>();
    try (var walk = Files.walk(folder)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        committed.put(
            folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    assertThat(committed.keySet()).isEqualTo(made.keySet());
    made.forEach((path, content) -> assertThat(committed.get(path)).as(path).isEqualTo(content));
  }
}
