package dev.rollup.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void the_samples_are_what_their_generator_makes() throws Exception {
    Path folder = Path.of("samples/submissions");
    var committed = new TreeMap<String, byte[]>();
    try (var walk = Files.walk(folder)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        committed.put(
            folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    var made = Samples.make();
    assertThat(committed.keySet()).isEqualTo(made.keySet());
    made.forEach((path, content) -> assertThat(committed.get(path)).as(path).isEqualTo(content));
  }
}
