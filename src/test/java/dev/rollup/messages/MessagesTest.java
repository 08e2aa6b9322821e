package dev.rollup.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

  /** Named the days of one campaign, said a thing twice, or left open what follows from it. */
  private static final Set<String> REWORDED =
      Set.of(
          "date-unreadable", "nil-return", "decreased-count", "rule-not-evaluable", "late-return");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  private final Messages chinese = new Messages(Language.ZH);
  private final Messages english = new Messages(Language.EN);

  @Test
  void both_languages_have_the_same_keys() {
    assertThat(english.keys()).isEqualTo(chinese.keys());
  }

  @Test
  void both_languages_mention_the_same_arguments_of_a_finding() {
    for (var key : chinese.keys()) {
      if (key.startsWith("finding.") || key.startsWith("mistake.")) {
        assertThat(placeholders(english, key)).as(key).isEqualTo(placeholders(chinese, key));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void every_code_has_title_message_and_hint(FindingCode code) {
    for (var part : new String[] {"title", "message", "hint"}) {
      String key = "finding." + code.id() + "." + part;
      assertThat(chinese.has(key)).as(key).isTrue();
      assertThat(english.has(key)).as(key).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void every_code_has_an_example_for_all_that_its_message_mentions(FindingCode code) {
    for (var messages : List.of(chinese, english)) {
      String example = messages.text("explain.example." + code.id());
      String message = messages.text("finding." + code.id() + ".message", example.split("\\|", -1));
      assertThat(message).doesNotContain("{").doesNotContain("null");
    }
  }

  @Test
  void every_mistake_in_the_sources_has_a_text() throws Exception {
    Pattern key =
        Pattern.compile(
            "(?:Mistake\\.Kind\\.\\w+,|refused\\(|mistake\\(file, line,|\\.mistake\\(|lineOf\\w+, [^;\"]*,)\\s*\"([a-z.-]+)\"");
    var found = new TreeSet<String>();
    try (var walk = Files.walk(Path.of("src/main/java"))) {
      for (var file : walk.filter(f -> f.toString().endsWith(".java")).toList()) {
        var matcher = key.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    assertThat(found).isNotEmpty();
    assertThat(found).allSatisfy(k -> assertThat(chinese.has("mistake." + k)).as(k).isTrue());
    assertThat(Mistake.Kind.values()).hasSize(4);
  }

  @Test
  void the_chinese_of_a_code_is_that_of_the_clerk() throws Exception {
    Path codes = Path.of("../shared/domain/codes.csv");
    Assumptions.assumeTrue(Files.exists(codes), "the clerk's table is not here");
    try (var parser =
        CSVFormat.DEFAULT.builder().setHeader().get().parse(Files.newBufferedReader(codes))) {
      for (var line : parser) {
        String key = "finding." + line.get("code");
        if (chinese.has(key + ".title")) {
          assertThat(chinese.text(key + ".title")).isEqualTo(line.get("title_zh"));
          if (!REWORDED.contains(line.get("code"))) {
            assertThat(chinese.text(key + ".hint")).isEqualTo(line.get("hint_zh"));
          }
        }
      }
    }
  }

  private static Set<String> placeholders(Messages messages, String key) {
    // Every placeholder survives where it is replaced by itself.
    String text = messages.text(key, "{0}", "{1}", "{2}", "{3}", "{4}", "{5}");
    var found = new TreeSet<String>();
    var matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
