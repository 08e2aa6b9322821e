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

  @ParameterizedTest
  @EnumSource
  void no_text_stands_twice_under_one_key(Language language) throws Exception {
    try (var in = Bundle.class.getResourceAsStream(language.code() + ".properties")) {
      String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(file.lines().filter(line -> line.contains("=") && !line.startsWith("#")))
          .extracting(line -> line.substring(0, line.indexOf('=')))
          .doesNotHaveDuplicates();
    }
  }
}
