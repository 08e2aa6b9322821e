package dev.rollup.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundleTest {

  @ParameterizedTest
  @EnumSource
  void reads_of_our_bundles_what_java_reads(Language language) throws Exception {
    String name = language.code() + ".properties";
    var texts = new Properties();
    try (var in = Bundle.class.getResourceAsStream(name)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    assertThat(Bundle.read(name)).hasSizeGreaterThan(700).isEqualTo(texts);
    // A quotation mark would have a meaning in other programs' placeholders.
    assertThat(texts.values()).noneMatch(text -> text.toString().contains("'"));
  }
}
