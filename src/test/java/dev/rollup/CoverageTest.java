package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.FindingCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No code without a case that shows it. No case can hold a defect of rollup's own: {@code
 * ReturnReaderTest} does.
 */
@Tag("slow")
class CoverageTest {

  private static String expectations;

  @BeforeAll
  static void read() throws Exception {
    try (var walk = Files.walk(Path.of("src/test/cases"))) {
      expectations =
          walk.filter(file -> file.endsWith("expected.txt"))
              .map(
                  file -> {
                    try {
                      return Files.readString(file);
                    } catch (java.io.IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                  })
              .collect(Collectors.joining());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INTERNAL_ERROR")
  void every_code_has_a_case(FindingCode code) {
    assertThat(expectations).containsPattern("(?:info|warning|error) " + code.id() + "[ \\n]");
  }
}
